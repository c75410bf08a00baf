"""Problems that only repeat another one in other words. An author who mends the first is rid of both, so only the first
is told."""

import posixpath

from training.core.problem import Problem

_UNREADABLE = ("file.", "asset.unreadable", "asset.active", "asset.outward", "front.not-yaml", "shared.no-entries")
_UNKNOWN = {
    "contact.unknown": "contacts.yml",
    "term.unknown": "glossary.yml",
    "source.unknown": "sources.yml",
    "source.unknown-key": "sources.yml",
    "organisation.unknown": "organisation.yml",
}
_SAME_LINE = {"html.address": ("image.not-ours", "image.missing", "link.outside", "link.broken")}
_SAME_FILE = {"lesson.empty": "front.not-closed"}


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """`problems` without those that follow from another one among them."""
    unread = {one.path for one in problems if one.code.startswith(_UNREADABLE)}
    shared = {posixpath.basename(path) for path in unread}
    places = {(one.code, one.path, one.line) for one in problems}
    files = {(one.code, one.path) for one in problems}
    return [one for one in problems if not _is_echo(one, unread, shared, places, files)]


def _is_echo(one, unread, shared, places, files):
    if one.code in ("image.missing", "translation.missing"):
        named = posixpath.normpath(posixpath.join(posixpath.dirname(one.path), str(one.facts.get("file"))))
        return named in unread
    if one.code in _UNKNOWN:
        return _UNKNOWN[one.code] in shared
    if any((code, one.path, one.line) in places for code in _SAME_LINE.get(one.code, ())):
        return True
    return (_SAME_FILE.get(one.code), one.path) in files
