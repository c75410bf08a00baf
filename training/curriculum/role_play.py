"""The role plays under the courses, as values: a facilitator's card, two actors or more, and what is observed. Nothing
here reads, checks or renders."""

import dataclasses
import datetime as dt
from typing import ClassVar

from training.curriculum.course import TextFile

FOLDER = "role-plays"


@dataclasses.dataclass(frozen=True)
class Cue:
    """One compulsory line of an actor. `at` is in seconds from the beginning; `line` is its line in the file."""

    at: int
    text: str
    line: int

    @property
    def time(self) -> str:
        """The time mark as it is written: 2:30."""
        return f"{self.at // 60}:{self.at % 60:02}"


@dataclasses.dataclass(frozen=True)
class Variant:
    """One way to play the scene, in one language. `actor` is Markdown; `line` is where it begins in the file."""

    number: int
    title: str
    actor: str
    cues: tuple[Cue, ...]
    line: int


@dataclasses.dataclass(frozen=True)
class Observed:
    """How one behaviour of the framework would look in this scene. `line` is its line in the file."""

    code: str
    text: str
    line: int


@dataclasses.dataclass(frozen=True)
class RolePlayText:
    """A role play in one language. `card` and `after` are Markdown; `no_occasion` are codes of behaviours for which the
    scene gives no occasion."""

    title: str
    content_note: str
    alternative: str
    card: str
    variants: tuple[Variant, ...]
    observed: tuple[Observed, ...]
    no_occasion: tuple[str, ...]
    after: str
    path: str


@dataclasses.dataclass(frozen=True)
class RolePlay:
    """A role play in all its languages. `slug` is its file name, `id` what people call it (RP-GF2); `minutes` is how
    long it is played."""

    slug: str
    id: str
    modules: tuple[str, ...]
    competencies: tuple[str, ...]
    minutes: int
    sources: tuple[str, ...]
    author: str
    reviewer: str
    reviewed_on: dt.date | None
    texts: dict[str, RolePlayText]


@dataclasses.dataclass(frozen=True)
class Library:
    """Every role play of one folder, in the order of their names. It stands like a course without modules (`id`,
    `path`, `files`), so that the checks of texts, links and HTML read it too."""

    path: str
    role_plays: tuple[RolePlay, ...] = ()
    files: tuple[TextFile, ...] = ()
    id: ClassVar[str] = FOLDER
    modules: ClassVar[tuple] = ()

    def get(self, slug: str) -> RolePlay | None:
        """The role play with this file name, or None."""
        return next((one for one in self.role_plays if one.slug == slug), None)

    def of_module(self, module: str) -> tuple[RolePlay, ...]:
        """Those that practise the module with this id."""
        return tuple(one for one in self.role_plays if module in one.modules)

    def of_competencies(self, codes) -> tuple[RolePlay, ...]:
        """Those in which one of these competencies is observed, the most fitting first."""
        fitting = [(len(set(codes) & set(one.competencies)), one) for one in self.role_plays]
        return tuple(one for count, one in sorted(fitting, key=lambda pair: -pair[0]) if count)
