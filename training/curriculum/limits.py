"""Texts that would take a renderer very long: refused before Markdown sees them. The limits lie far above anything a
lesson needs; docs/decisions has the timings."""

import re

LENGTH = 40_000
LINE = 4_000
QUOTE_DEPTH = 5
INDENT = 40
OPENERS = 800
TAGS = 400
_QUOTED = re.compile(r"^[ \t]*((?:>[ \t]*)+)", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+){5}", re.MULTILINE)
_OPENER = re.compile(r"[*_\[\]`!(<&{\\]")


def too_hard(text: str) -> str | None:
    """Why `text` will not be rendered: length, line, quotes, indent, marks or tags; None when it will be."""
    if len(text) > LENGTH:
        return "length"
    lines = text.split("\n")
    if max(map(len, lines)) > LINE:
        return "line"
    if any(found[1].count(">") > QUOTE_DEPTH for found in _QUOTED.finditer(text)):
        return "quotes"
    if any(len(line) - len(line.lstrip()) > INDENT for line in lines if line.strip()) or _LISTED.search(text):
        return "indent"
    if any(len(_OPENER.findall(block)) > OPENERS for block in re.split(r"\n[ \t]*\n", text)):
        return "marks"
    return "tags" if text.count("<") > TAGS else None
