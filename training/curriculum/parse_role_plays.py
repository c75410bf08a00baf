"""From the folder courses/role-plays to a library, as a value. It reads and understands; whether the role plays make
sense is asked in `check_role_plays.py`. One broken file never hides the rest."""

import pathlib
import re

from training.core.problem import Problem
from training.curriculum import keys
from training.curriculum.course import TextFile
from training.curriculum.files import Folder, decode, read_folder
from training.curriculum.language_pair import Pair, read_pair
from training.curriculum.role_play import FOLDER, Library, RolePlay
from training.curriculum.role_play_body import read_body
from training.curriculum.source import SourceFile

FILE = re.compile(r"(rp-[a-z0-9]+)\.(id|en)\.md")


def is_library(path) -> bool:
    """Whether the folder `path` holds role plays."""
    path = pathlib.Path(path)
    return path.resolve().name == FOLDER and path.is_dir() and not path.is_symlink()


def read_library(path) -> tuple[Library, list[Problem]]:
    """The role plays in the folder `path` and everything that is wrong with how they are written."""
    folder, problems = read_folder(path)
    library, found = parse_library(folder)
    return library, problems + found


def parse_library(folder: Folder) -> tuple[Library, list[Problem]]:
    """The same for a folder already read."""
    stems, files, problems = {}, [], []
    for path, data in sorted(folder.contents.items()):
        named = FILE.fullmatch(path)
        if not named:
            problems += _stranger(folder, path)
            continue
        text, found = decode(data, folder.show(path))
        problems += found
        if text is not None:
            stems.setdefault(named[1], {})[named[2]] = SourceFile(folder.show(path), text)
            files.append(TextFile(path, text))
    role_plays = []
    for stem, sources in stems.items():
        pair, found = read_pair(sources, keys.ROLE_PLAY, stem)
        problems += found + _id_is(pair, stem)
        role_play, found = _role_play(stem, pair)
        role_plays.append(role_play)
        problems += found
    return Library(folder.shown, tuple(role_plays), tuple(files)), problems


def _stranger(folder, path):
    if path == "README.md":
        return []
    return [Problem("role-play.unknown-file", "warning", folder.show(path), facts={"name": path})]


def _id_is(pair, stem):
    written = pair.get("id", stem)
    if written.lower() == stem:
        return []
    return [pair.first.problem("id.not-the-file", "id", mark=written, id=written, slug=stem.upper())]


def _role_play(stem, pair: Pair) -> tuple[RolePlay, list[Problem]]:
    texts, problems = {}, []
    for language, document in pair.documents.items():
        texts[language], found = read_body(document, language)
        problems += found
    return RolePlay(
        stem,
        pair.get("id", stem.upper()),
        pair.get("modules", ()),
        pair.get("competencies", ()),
        pair.get("minutes", 0),
        pair.get("sources", ()),
        pair.get("author", ""),
        pair.get("reviewer", ""),
        pair.get("reviewed_on"),
        texts,
    ), problems
