"""The role-play library: what may be played, and its sheets. The actor's sheet has a page of its own, so that whoever
plays the facilitator need not see it."""

import dataclasses

from flask import Blueprint, render_template

from blueprints.web import organisation, role_plays
from blueprints.web.access import found, needs
from blueprints.web.database import db
from blueprints.web.framework import framework
from training.curriculum import catalogue
from training.curriculum.outline import PublishedCourse
from training.curriculum.role_play import RolePlay
from training.curriculum.role_plays import Sheets
from training.framework.framework import Behaviour, Competency
from training.permissions import READ_ROLE_PLAYS

blueprint = Blueprint("role_plays", __name__)


@dataclasses.dataclass(frozen=True)
class Looked:
    """One competency on the observer's sheet: each behaviour with how it looks in the scene. `none` are those for which
    the scene gives no occasion."""

    competency: Competency
    lines: tuple[tuple[Behaviour, str], ...]
    none: tuple[Behaviour, ...]


@blueprint.get("/role-plays")
@needs(READ_ROLE_PLAYS)
def library():
    groups = by_course(role_plays.library().role_plays, catalogue.published_courses(db.session))
    return render_template("role_plays/library.html", groups=groups, framework=framework())


@blueprint.get("/role-plays/<slug>")
@needs(READ_ROLE_PLAYS)
def card(slug):
    return sheet_page("card.html", slug)


@blueprint.get("/role-plays/<slug>/observer")
@needs(READ_ROLE_PLAYS)
def observer(slug):
    return sheet_page("observer.html", slug)


@blueprint.get("/role-plays/<slug>/variants/<int:number>")
@needs(READ_ROLE_PLAYS)
def actor(slug, number):
    return sheet_page("actor.html", slug, number)


@blueprint.get("/role-plays/<slug>/variants/<int:number>/sheets")
@needs(READ_ROLE_PLAYS)
def every_sheet(slug, number):
    return sheet_page("sheets.html", slug, number)


def sheet_page(template: str, slug: str, number: int | None = None):
    one = role_plays.sheets(found(role_plays.library().get(slug)))
    wording = found(framework())
    every = catalogue.published_courses(db.session)
    return render_template(
        f"role_plays/{template}", one=one, actor=found(one.actor(number)) if number is not None else None,
        filled=lambda html: organisation.served(html, one.language), looked=looked_for(one, wording),
        competencies=[each for each in map(wording.competency, one.role_play.competencies) if each],
        modules=[(course, each) for course in every for each in course.modules if each.slug in one.role_play.modules],
    )


def looked_for(one: Sheets, wording) -> list[Looked]:
    """The observer's sheet by competency, harm first within each as on the form."""
    here = dict(one.observed)
    sheet = []
    for competency in wording.competencies:
        lines = tuple((each, here[each.code]) for each in competency.behaviours if each.code in here)
        none = tuple(each for each in competency.behaviours if each.code in one.no_occasion)
        sheet += [Looked(competency, lines, none)] if lines or none else []
    return sheet


def by_course(every: tuple[RolePlay, ...], courses) -> list[tuple[PublishedCourse | None, list[Sheets]]]:
    """Each role play once, below the first course that holds one of its modules, in the order of the modules; those of
    courses that nobody published yet come last."""
    places = {module.slug: (course.position, module.position, course) for course in reversed(courses)
              for module in course.modules}
    groups: dict = {}
    for one in sorted(every, key=lambda one: place_of(one, places)[:2]):
        course = place_of(one, places)[2]
        groups.setdefault(course and course.slug, (course, []))[1].append(role_plays.sheets(one))
    return list(groups.values())


def place_of(one: RolePlay, places: dict) -> tuple:
    """(course, module, the course): where it stands among the courses."""
    known = [places[slug] for slug in one.modules if slug in places]
    return min(known, key=lambda place: place[:2]) if known else (10**6, 0, None)
