"""The files of a course as their author wrote them, with what the checks need to know of each."""

import dataclasses
import functools
import re

from training.curriculum.course import Course, Module
from training.curriculum.limits import LINE
from training.curriculum.sections import prose_lines
from training.curriculum.source import SourceFile

_CODE = re.compile(r"(`+)(?:(?!`).)+?\1")

_KEY = re.compile(r"(\w+):")


@dataclasses.dataclass(frozen=True)
class Written:
    """One Markdown file. `module` is None for the course's own file; `kind` is course, module, lesson, quiz or
    practice; `body_line` is where the text below the front matter starts."""

    course: Course
    module: Module | None
    kind: str
    language: str
    source: SourceFile
    body_line: int

    @functools.cached_property
    def text_lines(self) -> list[tuple[int, str]]:
        """Its lines without code, numbered, front matter included; code inside a line is blanked out. A line too long
        to render is left out: it is told as such."""
        lines = [one for one in prose_lines(self.source.text) if len(one[1]) <= LINE]
        return [
            (number, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line) for number, line in lines
        ]

    def key_at(self, number: int) -> str | None:
        """The front-matter key that line `number` belongs to; None below the front matter."""
        if number >= self.body_line:
            return None
        above = (_KEY.match(self.source.lines[at - 1]) for at in range(number, 0, -1))
        return next((found[1] for found in above if found), "")

    @functools.cached_property
    def body_lines(self) -> list[tuple[int, str]]:
        """The same, below the front matter only."""
        return [one for one in self.text_lines if one[0] >= self.body_line]


def files_of(course: Course) -> list[Written]:
    """Every Markdown file of the course."""
    found = [_written(course, None, one) for one in course.files]
    return found + [_written(course, module, one) for module in course.modules for one in module.files]


def _written(course, module, file):
    source = SourceFile(f"{course.path}/{file.path}" if course.path else file.path, file.text)
    name = file.path.rsplit("/", 1)[-1]
    stem, language, _ = name.rsplit(".", 2)
    kind = "lesson" if stem[0].isdigit() else stem
    return Written(course, module, kind, language, source, _body_line(source))


def _body_line(source):
    if source.lines[0].rstrip() != "---":
        return 1
    return next((n for n, line in enumerate(source.lines[1:], 2) if line.rstrip() == "---"), len(source.lines)) + 1
