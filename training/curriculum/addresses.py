"""Where a link between course files leads on the site. Authors link to files (`../tic-2/1-aman.id.md`), readers get
pages."""

import posixpath
import re
import urllib.parse

from training.curriculum.files import LESSON_FILE
from training.curriculum.page import Scope

_PARTS = {"module": "", "quiz": "/quiz", "practice": "/practice"}
_PART = re.compile(r"(module|quiz|practice|course)\.(?:id|en)\.md")


def is_outside(address: str) -> bool:
    """Whether the address leads out of the course folder: another site, a path of this site, or a place on the same
    page."""
    return (
        not address or address.startswith(("#", "/")) or bool(re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE))
    )


def file_of(address: str) -> str:
    """The file that a link names, without its anchor, percent signs undone."""
    return urllib.parse.unquote(re.split(r"[#?]", address, maxsplit=1)[0])


def inside_courses(scope: Scope, address: str) -> str:
    """The linked file's path from the folder that holds the courses; it starts with ".." when it leaves that."""
    return posixpath.normpath(posixpath.join(scope.course, scope.module, file_of(address)))


def page_address(scope: Scope, address: str) -> str | None:
    """The page for a link to a course file, or None when it names no course file."""
    pieces = inside_courses(scope, address).split("/")
    anchor = "#" + address.partition("#")[2] if "#" in address else ""
    if pieces[0] == ".." or not 2 <= len(pieces) <= 3:
        return None
    lesson, part = LESSON_FILE.fullmatch(pieces[-1]), _PART.fullmatch(pieces[-1])
    folder = "/courses/" + "/".join(pieces[:-1])
    if len(pieces) == 2:
        return folder + anchor if part and part[1] == "course" else None
    if lesson:
        return f"{folder}/{lesson[2]}{anchor}"
    return folder + _PARTS[part[1]] + anchor if part and part[1] in _PARTS else None
