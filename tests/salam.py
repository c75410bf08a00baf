"""The good course of tests/courses, published: what most tests of reading and quizzes stand on."""

import pathlib
import shutil

from sqlalchemy.orm import Session

from tests.cast import AT
from training.curriculum import catalogue_store as catalogue
from training.curriculum import releases
from training.curriculum.parse import read_courses
from training.curriculum.shared import read_shared

GOOD = pathlib.Path(__file__).parent / "courses" / "good"
COURSE, MODULE = "salam", "sal-1"
PATH = f"/courses/{COURSE}/{MODULE}"


def publish(session: Session, folder: pathlib.Path = GOOD, *, at=AT) -> list:
    """Publish the course in `folder` and forget what another test's database held."""
    catalogue.remembered_outlines.forget()
    catalogue.remembered_lessons.forget()
    (course,), _problems = read_courses([folder / COURSE])
    shared, _faults = read_shared(folder)
    return releases.publish(session, course, shared, at=at)


def with_quiz(folder: pathlib.Path, quiz: str) -> pathlib.Path:
    """A copy of the good course in `folder` whose quiz reads `quiz`, in both languages."""
    copy = folder / "courses"
    shutil.copytree(GOOD, copy)
    for language in ("id", "en"):
        (copy / COURSE / MODULE / f"quiz.{language}.md").write_text(quiz)
    return copy
