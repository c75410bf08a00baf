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


def publish(session: Session, folder: pathlib.Path = GOOD, *, course: str = COURSE, at=AT) -> list:
    """Publish the course in `folder` and forget what another test's database held."""
    catalogue.remembered_outlines.forget()
    catalogue.remembered_lessons.forget()
    (read,), _problems = read_courses([folder / course])
    shared, _faults = read_shared(folder)
    return releases.publish(session, read, shared, at=at)


def renamed(folder: pathlib.Path, course: str) -> None:
    """Give the course in `folder`, a copy, another id."""
    (folder / COURSE).rename(folder / course)
    for file in (folder / course).glob("course.*.md"):
        file.write_text(file.read_text().replace(f"id: {COURSE}\n", f"id: {course}\n"))


def with_quiz(folder: pathlib.Path, quiz: str) -> pathlib.Path:
    """A copy of the good course in `folder` whose quiz reads `quiz`, in both languages."""
    copy = folder / "courses"
    shutil.copytree(GOOD, copy)
    for language in ("id", "en"):
        (copy / COURSE / MODULE / f"quiz.{language}.md").write_text(quiz)
    return copy
