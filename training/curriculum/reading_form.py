"""A Markdown file of a module as the words people read in it, a line for each paragraph, so that somebody who writes no
courses can lay two releases side by side. Pure; it refuses nothing, and what it cannot read stays as it was written."""

import re

from training.curriculum.blocks import CALLOUTS, TITLES
from training.curriculum.front_matter import read_document
from training.curriculum.markers import KINDS, MARKER
from training.curriculum.source import SourceFile

SPOKEN = ("title", "objectives", "content_note", "short_version")

_COMMENT = re.compile(r"[ \t]*<!--[^>]*-->[ \t]*$")
_RULE = re.compile(r"[ \t|:-]*$")
_LEAD = re.compile(r"[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+)?")
_CALLOUT = re.compile(r"^\[!([\w-]+)\][ \t]*")
_BULLET = re.compile(r"^[-*+][ \t]+(?=\S)")
_TICK = re.compile(r"^[-*+][ \t]+\[([ xX])\][ \t]+")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:[ \t]+\"([^\"]*)\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_STARS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")


def reading_lines(text: str, language: str) -> list[str]:
    """The lines of one file: first what its front matter says to readers, then the body without marks. A choice keeps
    its box (☑ right, ☐ not)."""
    document, _ = read_document(SourceFile("", text), (), needs_front=False)
    front = [line for key in SPOKEN for line in _said(document.keys.values.get(key))]
    found = (_plain(line, language) for line in [*front, *document.body.split("\n")])
    return [line for line in found if line]


def _said(value) -> list[str]:
    lines = value if isinstance(value, list) else str(value or "").split("\n")
    return [str(line) for line in lines]


def _plain(line: str, language: str) -> str:
    if _COMMENT.match(line) or _RULE.match(line):
        return ""
    line = _LEAD.sub("", line, count=1)
    line = _CALLOUT.sub(lambda found: _callout(found[1].lower(), language), line, count=1)
    line = _TICK.sub(lambda found: "☐ " if found[1] == " " else "☑ ", line, count=1)
    line = _BULLET.sub("• ", line, count=1)
    line = _PICTURE.sub(lambda found: f"[{' '.join(filter(None, found.groups()))}]", line)
    line = MARKER.sub(_mark, _LINK.sub(r"\1", line))
    return _STARS.sub("", line).strip("| \t").replace(" | ", " · ")


def _callout(word: str, language: str) -> str:
    title = TITLES.get(CALLOUTS.get(word, ""), {}).get(language, word)
    return f"{title}: "


def _mark(found) -> str:
    is_word = KINDS.get(found[1].lower()) == "term"
    return found[3] or (found[2] if is_word else f"[{found[2]}]")
