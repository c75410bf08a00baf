"""Reading: courses, modules, lessons, and the pictures in them."""

from flask import Blueprint, redirect, render_template, request, url_for

from blueprints.web import contacts, lesson_pieces
from blueprints.web.access import found, needs, open_to_all, the_person
from blueprints.web.caching import fresh, private_page
from blueprints.web.database import db
from blueprints.web.forms import text
from blueprints.web.languages import language
from training.core.clock import now
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress, progress_store
from training.curriculum.progress import LearnersModule
from training.permissions import OWN_WORK, READ_COURSES, TAKE_COURSES
from training.signoffs.standing import petals

blueprint = Blueprint("lessons", __name__)


def the_module(course: str, module: str) -> LearnersModule:
    """The module in the address, as the signed-in person has it."""
    return found(progress.learners_module(db.session, the_person().id, course, module))


@blueprint.get("/courses")
@needs(READ_COURSES)
def courses():
    every = catalogue.published_courses(db.session)
    modules = [module for course in every for module in course.modules]
    return render_template(
        "lessons/courses.html", courses=every,
        states=petals(db.session, the_person().id, modules, at=now()),
        reading=progress.reading_state(db.session, the_person().id, modules),
    )


@blueprint.get("/courses/<course>")
@needs(READ_COURSES)
def course(course):
    shown = found(catalogue.published_course(db.session, course))
    reading = progress.reading_state(db.session, the_person().id, shown.modules)
    states = petals(db.session, the_person().id, shown.modules, at=now())
    following = next((module for module in shown.modules if not states[module.id].certified), None)
    return render_template(
        "lessons/course.html", course=shown, states=states, reading=reading, following=following,
        count=len(catalogue.published_courses(db.session)),
    )


@blueprint.get("/courses/<course>/<module>")
@needs(READ_COURSES)
def module(course, module):
    mine = the_module(course, module)
    whole = found(catalogue.published_course(db.session, course))
    published = found(whole.module(module))
    return render_template(
        "lessons/module.html", course=whole, module=mine,
        read=progress_store.lessons_read(db.session, the_person().id, mine.release.id),
        state=petals(db.session, the_person().id, [published], at=now())[mine.id],
    )


@blueprint.get("/courses/<course>/<module>/<lesson>")
@needs(READ_COURSES)
def lesson(course, module, lesson):
    mine = the_module(course, module)
    person, spoken = the_person(), language()
    line = found(mine.release.lesson(lesson))
    read = progress_store.lessons_read(db.session, person.id, mine.release.id)
    tag = (mine.release.content_hash, lesson, spoken, contacts.version(), sorted(read), mine.place, mine.newer)
    unchanged = fresh(tag) if not request.args else None
    if unchanged:
        return unchanged
    page = found(catalogue.lesson(db.session, mine.release.id, lesson, spoken))
    answer = render_template(
        "lessons/lesson.html", course=course, module=mine, line=line, page=page, read=read,
        pieces=lesson_pieces.pieces(page, mine, line, person),
        before_and_after=mine.release.around(lesson), place=mine.place,
    )
    return private_page(answer, tag)


@blueprint.post("/courses/<course>/<module>/<lesson>/readings")
@needs(TAKE_COURSES)
def mark_read(course, module, lesson):
    mine = the_module(course, module)
    release_id = request.form.get("release", type=int) or mine.release.id
    progress.mark_read(db.session, the_person().id, mine, release_id, lesson, language(), at=now())
    following = mine.release.around(lesson)[1]
    if following:
        return redirect(url_for(".lesson", course=course, module=module, lesson=following.slug), 303)
    return redirect(url_for(".module", course=course, module=module), 303)


@blueprint.post("/courses/<course>/<module>/<lesson>/place")
@needs(OWN_WORK)
def keep_place(course, module, lesson):
    mine = the_module(course, module)
    permille = request.form.get("permille", 0, type=int)
    progress.keep_place(db.session, the_person().id, mine, lesson, text("heading", 120), permille, at=now())
    return "", 204


@blueprint.post("/courses/<course>/<module>/enrolments")
@needs(TAKE_COURSES)
def go_over(course, module):
    progress.go_over(db.session, the_person().id, the_module(course, module), at=now())
    return redirect(url_for(".module", course=course, module=module), 303)


@blueprint.get("/media/<digest>/<name>")
@open_to_all
def medium(digest, name):
    kind, data = found(catalogue.medium(db.session, digest) if len(digest) == 16 and digest.isalnum() else None)
    policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return data, 200, {
        "Content-Type": kind, "Cache-Control": "private, max-age=31536000, immutable", "Content-Security-Policy": policy,
    }
