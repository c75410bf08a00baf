"""The front door: the public page, a signed-in person's home, the language switch, and whether the house stands."""

import dataclasses

from flask import Blueprint, redirect, render_template, request, session, url_for

from blueprints.web.access import may, needs, open_to_all, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from blueprints.web.door_counts import waiting_behind
from blueprints.web.path_words import is_complete, path_words
from training.accounts import directory
from training.accounts.person import COORDINATOR, FACILITATOR, SUPERVISOR, THERAPIST
from training.core.clock import local, local_day, now
from training.core.database import ping
from training.core.language import LANGUAGES
from training.credentials import reminders
from training.curriculum import catalogue
from training.curriculum.drafts import WRITING, drafts
from training.curriculum.going_on import going_on
from training.partnerships.groups import groups_beside, visible_groups
from training.permissions import OWN_WORK, SEE_PEOPLE
from training.signoffs import book
from training.signoffs.accompanied import some_accompanied
from training.signoffs.entry import CERTIFYING
from training.signoffs.inbox import inbox
from training.signoffs.standing import is_news
from training.signoffs.steps import module_states, standings

blueprint = Blueprint("home", __name__)

TOLD_AT_MOST = 3
SHOWN_AT_MOST = 6


@blueprint.get("/")
@open_to_all
def show():
    person = the_person()
    if person is None:
        return render_template("home/front.html", courses=catalogue.published_courses(db.session))
    at = now()
    courses = catalogue.published_courses(db.session)
    return render_template(
        "home/home.html", courses=courses, hour=local(at, person.zone).hour,
        **(learning(person, courses, at) if person.is_a(FACILITATOR) else {}), **working(person, courses, at),
    )


def learning(person, courses, at) -> dict:
    """What a facilitator's home tells of her own way: where to go on, what was said to her, her courses."""
    states = module_states(db.session, person, [module.id for one in courses for module in one.modules], at=at)
    where = my_standings(person, courses, at)
    begun = [one for one in courses if any(states[module.id].is_begun for module in one.modules)]
    return {
        "states": states, "going_on": going_on(db.session, person.id, courses), "begun": begun,
        "notes": {one.slug: path_words(one, states, where) for one in begun},
        "complete": {one.slug for one in begun if is_complete(one, states)},
        "told": what_supervisors_said(courses, where, person, at) if where else (),
        "ending": ending(person, courses, where, at) if where else None,
        "to_recall": one_to_recall(courses, states, local_day(at, person.zone)),
    }


def one_to_recall(courses, states, today):
    """(course, module) of a quiz that was passed, another one each week; None before the first."""
    passed = [(course, module) for course in courses for module in course.modules
              if module.release.has_quiz and states[module.id].quiz >= 1]
    return passed[today.isocalendar().week % len(passed)] if passed else None


def working(person, courses, at) -> dict:
    """What waits for those who accompany, write and coordinate, and whom and what they care for."""
    parts = {"drafts_waiting": waiting_behind("authoring.drafts")}
    if person.is_a(SUPERVISOR):
        modules = [module.id for one in courses for module in one.modules]
        parts |= {
            "waiting": inbox(db.session, person.id), "beside": groups_beside(db.session, person.id),
            "hers": some_accompanied(db.session, person, modules, at=at, most=SHOWN_AT_MOST),
        }
    if person.is_a(THERAPIST):
        mine = [one for one in drafts(db.session) if one.is_open and person.id in one.written_by]
        writing = next((one for one in mine if one.state == WRITING), None)
        motif = next((one.motif for one in courses if writing and one.slug == writing.course), "ceplok")
        parts |= {"drafts": [one for one in mine if one is not writing], "in_writing": writing, "motif": motif}
    if person.is_a(COORDINATOR):
        parts["groups"] = visible_groups(db.session, person)
    if may(SEE_PEOPLE):
        parts |= {
            "people": directory.counts_by_role(db.session), "invited": directory.count_in(db.session, "invited", at=at),
        }
    return parts


def my_standings(person, courses, at) -> dict:
    """Module id → where it stands for a facilitator; nothing for others."""
    if not person.is_a(FACILITATOR):
        return {}
    return standings(db.session, person, [module.id for course in courses for module in course.modules], at=at)


def by_module(courses) -> dict:
    return {module.id: (course, module) for course in courses for module in course.modules}


def what_supervisors_said(courses, where, person, at) -> list:
    """What is still to be read of decisions, with their words: open next steps first, then what was certified in the
    last days, each latest first."""
    told = {one.last.seq for one in where.values() if is_news(one, at=at)}
    if not told:
        return []
    said = [one for one in book.decisions_of(db.session, person.id) if one.entry.seq in told]
    decisions = sorted(said, key=lambda one: (one.entry.deed not in CERTIFYING, one.entry.at), reverse=True)
    titles = by_module(courses)
    return [(one, *titles[one.entry.module_id]) for one in decisions[:TOLD_AT_MOST]]


@dataclasses.dataclass(frozen=True)
class Ending:
    """What ends within three months, once told: modules with their course, and certificates, each with its last day;
    `about` names all of them for the form that says "read"."""

    modules: list
    papers: list
    about: tuple[str, ...]


def ending(person, courses, where, at) -> Ending | None:
    found = reminders.due(db.session, person, where, at=at)
    titles = by_module(courses)
    modules = [(*titles[one.module_id], one.expires_on) for one in found if one.module_id in titles]
    papers = [(one.credential, one.expires_on) for one in found if one.credential]
    return Ending(modules, papers, tuple(one.about for one in found)) if found else None


@blueprint.post("/reminders/readings")
@needs(OWN_WORK)
def read_reminders():
    """She has read what ends soon; it is not told again."""
    person, at = the_person(), now()
    where = my_standings(person, catalogue.published_courses(db.session), at)
    reminders.read(db.session, person, request.form.getlist("about"), where, at=at)
    return redirect(url_for(".show"), 303)


@blueprint.post("/language")
@open_to_all
def switch_language():
    chosen = request.form.get("lang")
    if chosen in LANGUAGES:
        session["language"] = chosen
    return redirect(own_path(request.form.get("back") or request.referrer), 303)


@blueprint.get("/safety")
@open_to_all
def safety():
    return render_template("home/safety.html")


@blueprint.get("/healthz")
@open_to_all
def health():
    ping(db.session)
    return "ok", 200, {"Content-Type": "text/plain; charset=utf-8"}
