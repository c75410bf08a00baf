"""Texts that would keep a renderer busy for long: refused before Markdown sees them. Every limit lies far above what a
lesson needs (the longest of ours has 11,000 characters and 90 lines) and keeps the worst known text under 250 ms."""

import re

LENGTH = 24_000
LINES = 1_000
LINE = 3_000
CELLS = 60
QUOTE_DEPTH = 5
INDENT = 40
OPENERS = 300
OPENERS_IN_ALL = 2_000
TAGS = 400
DEFINED = 120
_QUOTED = re.compile(r"^[ \t]*((?:>[ \t]*)+)", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+){5}", re.MULTILINE)
_OPENER = re.compile(r"[*_\[\]`!(<&{\\]")
_DEFINED = re.compile(r"^[ \t]*\*?\[[^\]\n]*\]:", re.MULTILINE)


def too_hard(text: str) -> str | None:
    """Why `text` will not be rendered: length, line, quotes, indent, marks or tags; None when it will be."""
    lines = text.split("\n")
    if len(text) > LENGTH or len(lines) > LINES:
        return "length"
    if max(map(len, lines)) > LINE:
        return "line"
    if any(found[1].count(">") > QUOTE_DEPTH for found in _QUOTED.finditer(text)):
        return "quotes"
    if _LISTED.search(text) or any(len(line) - len(line.lstrip()) > INDENT for line in lines if line.strip()):
        return "indent"
    if len(_OPENER.findall(text)) > OPENERS_IN_ALL or any(line.count("|") > CELLS for line in lines):
        return "marks"
    if any(len(_OPENER.findall(block)) > OPENERS for block in re.split(r"\n[ \t]*\n", text)):
        return "marks"
    return "tags" if text.count("<") > TAGS or len(_DEFINED.findall(text)) > DEFINED else None
