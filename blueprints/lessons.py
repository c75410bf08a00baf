"""Reading: courses, modules, lessons, and the pictures in them."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from blueprints.web import contacts, lesson_pieces, organisation, skeletons
from blueprints.web import take_along as take_along_pages
from blueprints.web.access import found, needs, open_to_all, the_person
from blueprints.web.caching import fresh, private_page, tag_of
from blueprints.web.database import db
from blueprints.web.downloads import as_file
from blueprints.web.forms import text
from blueprints.web.framework import settings
from blueprints.web.languages import language
from blueprints.web.modules import contents, the_module
from blueprints.web.pages import day
from training.core.clock import now
from training.curriculum import catalogue, progress
from training.permissions import OWN_WORK, READ_COURSES, TAKE_COURSES
from training.practice.reflections import beside_lesson
from training.signoffs.steps import module_states, standings

blueprint = Blueprint("lessons", __name__)

MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@blueprint.get("/courses")
@needs(READ_COURSES)
def courses():
    every = catalogue.published_courses(db.session)
    ids = [module.id for course in every for module in course.modules]
    return render_template(
        "lessons/courses.html", courses=every, states=module_states(db.session, the_person(), ids, at=now()),
    )


@blueprint.get("/courses/<course>")
@needs(READ_COURSES)
def course(course):
    every = catalogue.published_courses(db.session)
    shown = found(next((one for one in every if one.slug == course), None))
    ids, at = [module.id for module in shown.modules], now()
    states = module_states(db.session, the_person(), ids, at=at)
    return render_template(
        "lessons/course.html", course=shown, states=states, standings=standings(db.session, the_person(), ids, at=at),
        reading=progress.reading_state(db.session, the_person().id, shown.modules),
        following=following_in(shown, states),
        number=every.index(shown) + 1, count=len(every), intro=lesson_pieces.filled(shown.texts, "html"),
    )


def following_in(shown, states):
    """Where to go on in a course: the module she was in last, as on her home page, else the first; None when all are
    certified."""
    open_still = [module for module in shown.modules if not states[module.id].certified]
    place = progress.latest_place(db.session, the_person().id)
    return next((one for one in open_still if place and one.id == place.id), next(iter(open_still), None))


@blueprint.get("/courses/<course>/<module>")
@needs(READ_COURSES)
def module(course, module):
    mine, person, at = the_module(course, module), the_person(), now()
    read = progress.lessons_read(db.session, person.id, mine.release.id)
    return render_template(
        "lessons/module.html", course=found(catalogue.published_course(db.session, course)), module=mine, read=read,
        state=module_states(db.session, person, [mine.id], at=at)[mine.id],
        standing=standings(db.session, person, [mine.id], at=at)[mine.id],
        following=next((line for line in mine.release.lessons if line.slug not in read), None),
        intro=lesson_pieces.filled(mine.release.texts, "html"),
        takes_two=settings().takes_two_signatures(mine.release.critical, mine.release.competencies),
    )


@blueprint.get("/courses/<course>/<module>.html")
@needs(READ_COURSES)
def take_along(course, module):
    mine = the_module(course, module)
    return as_file(take_along_pages.file_of(mine, language()), "text/html", f"sebaya-{mine.slug}.html")


@blueprint.get("/courses/<course>/<module>/<lesson>")
@needs(READ_COURSES)
def lesson(course, module, lesson):
    mine, read, written = found(beside_lesson(db.session, the_person().id, course, module))
    line, spoken = found(mine.release.lesson(lesson)), language()
    newer = mine.newer and mine.newer.id
    own_texts = organisation.version() if line.has_own_text else ""
    made_from = (mine.release.content_hash, lesson, spoken, contacts.version(), own_texts)
    tag = tag_of((*made_from, sorted(read), written, mine.place, newer))
    if not request.query_string and (unchanged := fresh(tag)):
        return unchanged
    page = found(catalogue.lesson(db.session, mine.release.id, lesson, spoken))
    place = mine.place if mine.place and mine.place[0] == lesson else None

    def draw(heading="", permille="", **stand_ins):
        before, after = mine.release.around(lesson)
        return render_template(
            "lessons/lesson.html", module=mine, line=line, page=page, read=read, written=written,
            contents=contents(mine, read, lesson), pieces=lesson_pieces.pieces(page), before=before, after=after,
            short_version=lesson_pieces.short_version(page), checks=lesson_pieces.checks(page),
            place=place and (lesson, heading, permille), **stand_ins,
        )

    shape = (mine.release.id, mine.release.content_hash, mine.position, newer, frozenset(read), day(read.get(lesson)),
             own_texts, bool(place))
    hers = {"heading": place[1], "permille": str(place[2])} if place else {}
    is_shared = not written.keys() & page.extras["reflections"].keys()
    return private_page(skeletons.page(shape, draw, hers, is_shared=is_shared), tag)


@blueprint.post("/courses/<course>/<module>/<lesson>/readings")
@needs(TAKE_COURSES)
def mark_read(course, module, lesson):
    mine = the_module(course, module)
    release_id = request.form.get("release", type=int) or mine.release.id
    progress.mark_read(db.session, the_person().id, mine, release_id, lesson, language(), at=now())
    following = mine.release.around(lesson)[1] if mine.release.lesson(lesson) else None
    if following:
        return redirect(url_for(".lesson", course=course, module=module, lesson=following.slug), 303)
    flash(_("Semua bagian modul ini sudah Anda buka. Langkah berikutnya ada di bawah."), "success")
    return redirect(url_for(".module", course=course, module=module), 303)


@blueprint.post("/courses/<course>/<module>/<lesson>/place")
@needs(OWN_WORK)
def keep_place(course, module, lesson):
    permille = request.form.get("permille", 0, type=int)
    mine = the_module(course, module)
    progress.keep_place(db.session, the_person().id, mine, lesson, text("heading", 120), permille, at=now())
    return "", 204


@blueprint.post("/courses/<course>/<module>/enrolments")
@needs(TAKE_COURSES)
def go_over(course, module):
    progress.go_over(db.session, the_person().id, the_module(course, module), at=now())
    flash(_("Anda sekarang membaca versi terbaru. Catatan dari versi sebelumnya tetap tersimpan."), "success")
    return redirect(url_for(".module", course=course, module=module), 303)


@blueprint.get("/media/<digest>/<name>")
@open_to_all
def medium(digest, name):
    is_digest = len(digest) == 16 and digest.isalnum()
    kind, data = found(catalogue.medium(db.session, digest) if is_digest else None)
    return data, {
        "Content-Type": kind, "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Security-Policy": MEDIA_POLICY,
    }
