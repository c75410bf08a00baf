"""The small courses that are wrong in one thing each: tests/courses/good with the files of
tests/courses/broken/<code> laid over it. `removed.txt` names files to take away, `also.txt` codes that come along."""

import contextlib
import dataclasses
import datetime as dt
import functools
import os
import pathlib
import shutil

from training.curriculum.check_ids import Ids, ids_of
from training.curriculum.checks import Report, check_everything
from training.curriculum.files import Folder

HERE = pathlib.Path(__file__).parent / "courses"
TODAY = dt.date(2026, 11, 22)
AFTER_A_RELEASE = ("id.changed", "id.gone", "id.other-kind")
NOTES = ("removed.txt", "also.txt")
LESSON = "salam/sal-1/2-jeda.id.md"


def with_file(folder: Folder, path: str, data: bytes | None) -> Folder:
    """The same folder with one file written anew, or without it when `data` is None."""
    contents = {**folder.contents, path: data}
    return dataclasses.replace(folder, contents={name: kept for name, kept in contents.items() if kept is not None})


def codes() -> list[str]:
    """Every code that has a broken course, sorted."""
    return sorted({one.name for one in (HERE / "broken").iterdir()} | set(MADE))


def lay(code: str, root: pathlib.Path) -> None:
    """Lay the broken course for `code` into the folder `root`/courses."""
    courses, broken = root / "courses", HERE / "broken" / code
    shutil.copytree(HERE / "good", courses)
    if code in MADE:
        MADE[code](courses)
        return
    shutil.copytree(broken, courses, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns(*NOTES))
    for path in _notes(code, "removed.txt"):
        (courses / path).unlink()


def expected(code: str) -> set[str]:
    """The codes that the broken course for `code` must yield, and no others."""
    return {code, *_notes(code, "also.txt")}


def report_of(code: str, root: pathlib.Path) -> Report:
    """The check of that course, run inside `root` so that its paths begin with courses/."""
    lay(code, root)
    path = "courses/pamit" if code == "course.not-here" else "courses/salam"
    path = "courses/role-plays" if code.startswith("role-play.") else path
    with contextlib.chdir(root):
        return check_everything([path], today=TODAY, previous=_published() if code in AFTER_A_RELEASE else None)


@functools.cache
def _published():
    courses = check_everything([HERE / "good" / "salam"]).courses
    return {f"{course.id}/{module.id}": Ids(ids_of(module)) for course in courses for module in course.modules}


def _notes(code, name):
    path = HERE / "broken" / code / name
    return path.read_text().split() if path.exists() else []


def _too_large(courses):
    with (courses / LESSON).open("ab") as opened:
        opened.truncate(50_000_000)


def _unreadable(courses):
    """A pipe can be read by nobody, not even by root."""
    (courses / LESSON).unlink()
    os.mkfifo(courses / LESSON)


MADE = {"file.too-large": _too_large, "file.unreadable": _unreadable, "course.not-here": lambda courses: None}
