"""The role plays that can be played: those of the library in which nothing is left to fix. Rendered here, once, as a
lesson is when it is published."""

import dataclasses
import pathlib

from training.core.language import pick
from training.core.problem import Problem
from training.curriculum.check_role_plays import check_library
from training.curriculum.page import Scope
from training.curriculum.parse_role_plays import read_library
from training.curriculum.releases import NothingPublished, write_out
from training.curriculum.render import render_text
from training.curriculum.role_play import FOLDER, Cue, Library, RolePlay
from training.curriculum.shared import Shared


@dataclasses.dataclass(frozen=True)
class ActorSheet:
    """What one actor reads: `html` is the person they play, `cues` the compulsory lines."""

    number: int
    title: str
    html: str
    cues: tuple[Cue, ...]


@dataclasses.dataclass(frozen=True)
class Sheets:
    """A role play as its sheets, in `language`. The HTML is safe; contacts in it are resolved when it is served.
    `content_note` and `alternative` are HTML without a paragraph of its own; `observed` are (behaviour's code, how it
    looks here), as plain text."""

    role_play: RolePlay
    language: str
    title: str
    content_note: str
    alternative: str
    card: str
    actors: tuple[ActorSheet, ...]
    observed: tuple[tuple[str, str], ...]
    no_occasion: tuple[str, ...]
    after: str

    def actor(self, number: int) -> ActorSheet | None:
        """The sheet of the variant with this number, or None."""
        return next((one for one in self.actors if one.number == number), None)


def playable(path: pathlib.Path | str, shared: Shared) -> tuple[Library, list[Problem]]:
    """The library in the folder `path` without the role plays that have an error, and every problem found. Its module
    may be missing here: an installation need not keep every course as a folder."""
    library, problems = read_library(path)
    problems += check_library(library, shared, {})
    broken = {one.path for one in problems if one.is_error and one.code != "role-play.unknown-module"}
    fine = [one for one in library.role_plays if not any(text.path in broken for text in one.texts.values())]
    return dataclasses.replace(library, role_plays=tuple(fine)), problems


def export(path: pathlib.Path | str, folder: pathlib.Path) -> int:
    """Write the library in the folder `path` into `folder`, every file as it stands, and return their number. Refuses
    NothingPublished and FolderNotEmpty."""
    library, _problems = read_library(path)
    if not library.files:
        raise NothingPublished(course=FOLDER)
    return write_out({file.path: file.text.encode() for file in library.files}, folder)


def sheets_of(role_play: RolePlay, language: str, shared: Shared) -> Sheets:
    """Every sheet of one playable role play, in `language`."""
    text, language = pick(role_play.texts, language)
    scope = Scope(FOLDER, "", {}, shared.glossary, shared.sources)
    actors = tuple(
        ActorSheet(one.number, one.title, render_text(one.actor, language, scope), one.cues) for one in text.variants
    )
    return Sheets(
        role_play, language, text.title,
        _inline(text.content_note, language, scope), _inline(text.alternative, language, scope),
        render_text(text.card, language, scope), actors,
        tuple((one.code, one.text) for one in text.observed), text.no_occasion,
        render_text(text.after, language, scope),
    )


def _inline(text: str, language: str, scope: Scope) -> str:
    """One paragraph as HTML to stand inside another."""
    html = render_text(text, language, scope)
    return html.removeprefix("<p>").removesuffix("</p>") if html.count("<p>") == 1 else html
