"""The front door: the public page, a signed-in person's home, the language switch, and whether the house stands."""

import dataclasses

from flask import Blueprint, redirect, render_template, request, session, url_for

from blueprints.web.access import needs, open_to_all, the_person
from blueprints.web.addresses import own_path
from blueprints.web.database import db
from blueprints.web.door_counts import waiting_behind
from training.accounts.person import FACILITATOR, SUPERVISOR
from training.core.clock import local, now
from training.core.database import ping
from training.core.language import LANGUAGES
from training.credentials import reminders
from training.curriculum import catalogue
from training.curriculum.going_on import going_on
from training.permissions import OWN_WORK
from training.signoffs import book
from training.signoffs.entry import CERTIFYING
from training.signoffs.inbox import inbox
from training.signoffs.standing import is_news
from training.signoffs.steps import module_states, standings

blueprint = Blueprint("home", __name__)

TOLD_AT_MOST = 3


@blueprint.get("/")
@open_to_all
def show():
    person = the_person()
    if person is None:
        return render_template("home/front.html", courses=catalogue.published_courses(db.session))
    at = now()
    courses = catalogue.published_courses(db.session)
    states = module_states(db.session, person, [module.id for one in courses for module in one.modules], at=at)
    where = my_standings(person, courses, at)
    return render_template(
        "home/home.html", courses=begun_first(courses, states), states=states, hour=local(at, person.zone).hour,
        going_on=going_on(db.session, person.id, courses) if person.is_a(FACILITATOR) else None,
        told=what_supervisors_said(courses, where, person, at) if where else (),
        ending=ending(person, courses, where, at) if where else None,
        waiting=inbox(db.session, person.id) if person.is_a(SUPERVISOR) else None,
        drafts_waiting=waiting_behind("authoring.drafts"),
    )


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


def begun_first(courses, states) -> list:
    """Courses somebody is in the middle of, then the others; each in the order of the catalogue."""
    def begun(course):
        return any(states[module.id].read or states[module.id].signed for module in course.modules)

    return sorted(courses, key=lambda course: not begun(course))


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
