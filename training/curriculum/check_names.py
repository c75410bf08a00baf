"""Names in a file's front matter that something else must carry: codes, keys and modules."""

import pathlib

from training.core.problem import Problem
from training.curriculum.course import Course
from training.curriculum.source import SourceFile, near_miss


def unknown_codes(source: SourceFile, key: str, values, known, code: str) -> list[Problem]:
    """A problem for each of `values`, written below the front-matter `key`, that is not in `known`."""
    problems = []
    for value in values:
        if value not in known:
            start = source.line_of(f"{key}:") or 1
            guess = known.near(value) if hasattr(known, "near") else near_miss(value, known)
            line = source.line_of(str(value), start=start) or start
            problems.append(source.problem(code, line, mark=str(value), entry=str(value), guess=guess))
    return problems


def known_modules(folder: str, courses: dict[str, Course]) -> list[str]:
    """Every module id that a file in `folder` may name: those of `courses`, and those in folders beside it."""
    known = {module.id for course in courses.values() for module in course.modules}
    beside = pathlib.Path(folder).resolve().parent
    return sorted(known | {one.parent.name for one in beside.glob("*/*/module.*.md")})
