"""The gaps `[[word|other word]]` in the text of a fill-in question: finding them, and hiding what belongs in them."""

import re
from collections.abc import Iterator

from training.quizzes.lines import FENCE

GAP = re.compile(r"\[\[([^\[\]\n]{1,400})\]\]")
GAP_MARK = "\ue000{}\ue001"
"""Stands in a fill-in's text where gap n is; it cannot occur in an author's text."""

_MARKED = re.compile("\ue000(\\d{1,3})\ue001")
_BAR = re.compile(r"(?<!\\)\|")


def find_gaps(text: str) -> tuple[tuple[str, ...], ...]:
    """The accepted words of each gap, fenced code left alone."""
    return tuple(
        tuple(word.replace("\\|", "|").strip() for word in _BAR.split(gap.group(1)))
        for line, is_code in _lines(text)
        if not is_code
        for gap in GAP.finditer(line)
    )


def hide_gaps(text: str) -> str:
    """The text with a mark in place of each gap, so that no accepted word remains. Done twice it changes nothing."""
    number = 0
    shown = []
    for line, is_code in _lines(text):
        pieces, end = [], 0
        for gap in () if is_code else GAP.finditer(line):
            number += 1
            pieces += [line[end : gap.start()], GAP_MARK.format(number)]
            end = gap.end()
        shown.append("".join([*pieces, line[end:]]))
    return "\n".join(shown)


def blank_out(html: str) -> str:
    """A presented text with dots in place of each gap, for lists and evidence."""
    return _MARKED.sub("……", html)


def split_at_gaps(html: str, count: int) -> tuple[str, ...] | None:
    """The pieces of HTML around `count` marks; None when a mark stands inside a tag or one is missing, so that the
    pieces cannot be put together with fields between them."""
    pieces = _MARKED.split(html)
    if [*map(int, pieces[1::2])] != list(range(1, count + 1)):
        return None
    texts = tuple(pieces[0::2])
    before = ""
    for text in texts[:-1]:
        before += text
        if before.rfind("<") > before.rfind(">"):
            return None
    return texts


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    fence = ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if fence:
            closes = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            yield line, True
            fence = "" if closes else fence
        elif found:
            fence = found.group(1)
            yield line, True
        else:
            yield line, False
