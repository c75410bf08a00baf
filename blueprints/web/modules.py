"""What the pages of one module share: finding it as the signed-in person has it, and its list of contents."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from blueprints.web.access import found, may, the_person
from blueprints.web.database import db
from blueprints.web.languages import language
from training.core.language import pick
from training.curriculum import progress
from training.curriculum.progress import LearnersModule
from training.permissions import TAKE_COURSES


def the_module(course: str, module: str) -> LearnersModule:
    """The module in the address, as the signed-in person has it."""
    return found(progress.learners_module(db.session, the_person().id, course, module))


def contents(module: LearnersModule, read, current: str = "") -> list[dict]:
    """The module's contents for the drawer: lessons, then quiz and practice for whoever takes courses. `current` is a
    lesson's slug, "quiz" or "practice"."""
    where = {"course": module.course, "module": module.slug}
    entries = [
        {"url": url_for("lessons.lesson", lesson=line.slug, **where), "title": pick(line.titles, language())[0],
         "done": line.slug in read, "current": line.slug == current, "apart": False}
        for line in module.release.lessons
    ]
    if not may(TAKE_COURSES):
        return entries
    if module.release.has_quiz:
        count = module.release.question_count
        entries.append({
            "url": url_for("quizzes.quiz", **where), "done": False, "current": current == "quiz", "apart": True,
            "title": ngettext("Kuis, %(num)s soal", "Kuis, %(num)s soal", count),
        })
    entries.append({
        "url": url_for("practice.practice", **where), "title": _("Refleksi dan praktik"), "done": False,
        "current": current == "practice", "apart": True,
    })
    return entries
