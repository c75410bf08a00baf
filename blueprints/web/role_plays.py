"""The role plays of this installation, read from courses/role-plays whenever a file there changes."""

import functools
import os

from flask import current_app

from blueprints.web.languages import language
from training.curriculum.role_play import FOLDER, Library, RolePlay
from training.curriculum.role_plays import Sheets, playable, sheets_of
from training.curriculum.shared import Shared, read_shared

_kept: dict = {}


def library() -> Library:
    """Those in which nothing is left to fix; empty where there are none."""
    return _read()[0]


def sheets(role_play: RolePlay) -> Sheets:
    """The sheets of one of them, in the reader's language."""
    return _rendered(_kept["key"], role_play.slug, language())


def _read() -> tuple[Library, Shared]:
    root = current_app.config["COURSES_DIR"]
    key = _state_of(root)
    if _kept.get("key") != key:
        shared, _problems = read_shared(root)
        found, problems = playable(root / FOLDER, shared) if (root / FOLDER).is_dir() else (Library(""), [])
        # A scene that cannot be played as written helps nobody at the table; the others stay.
        if any(one.is_error for one in problems):
            current_app.logger.error("some role plays are left out; next: bin/sebaya courses check %s", root / FOLDER)
        _kept.update(key=key, read=(found, shared))
    return _kept["read"]


def _state_of(root) -> tuple:
    """Changes when a role play or one of the shared files beside it does."""
    files = [one for folder in (root, root / FOLDER) if folder.is_dir() for one in os.scandir(folder) if one.is_file()]
    return str(root), tuple(sorted((one.name, one.stat().st_mtime_ns) for one in files))


@functools.lru_cache(maxsize=100)
def _rendered(key: tuple, slug: str, spoken: str) -> Sheets:
    found, shared = _kept["read"]
    return sheets_of(found.get(slug), spoken, shared)
