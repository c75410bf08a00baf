"""The gaps `[[word|other word]]` in the text of a fill-in question: finding them, hiding what belongs in them, and
which explanation is whose."""

import re
from collections.abc import Sequence

from training.quizzes.answers import normal
from training.quizzes.lines import lines_and_code
from training.quizzes.question import Remark

GAP = re.compile(r"\[\[([^\[\]\n]{1,400})\]\]")
GAP_MARK = "\ue000{}\ue001"
"""Stands in a fill-in's text where gap n is; it cannot occur in an author's text."""

_NAMED = re.compile(r"\[\[([^\[\]\n]{1,400})\]\](?::[ \t]+([^\n]{1,1000}))?")
_MARKED = re.compile("\ue000(\\d{1,3})\ue001")
_BAR = re.compile(r"(?<!\\)\|")


def find_gaps(text: str) -> tuple[tuple[str, ...], ...]:
    """The accepted words of each gap, fenced code left alone."""
    return tuple(
        _words(gap.group(1))
        for line, is_code in lines_and_code(text)
        if not is_code
        for gap in GAP.finditer(line)
    )


def read_named(content: str) -> tuple[str, str] | None:
    """The gap and the answers that a list line `[[word]]` or `[[word]]: answer | answer` names; None for any other."""
    found = _NAMED.fullmatch(content)
    gap, words = (found[1].strip(), (found[2] or "").strip()) if found else ("", "")
    return (gap, words) if gap else None


def remarks_by_gap(remarks: Sequence[Remark], blanks: Sequence[Sequence[str]]) -> list[list[Remark]]:
    """For each gap its explanations, those for one answer first. A remark belongs to every gap that accepts all the
    words it names."""
    holding: dict[str, set[int]] = {}
    for place, words in enumerate(blanks):
        for word in words:
            holding.setdefault(normal(word), set()).add(place)
    found: list[list[Remark]] = [[] for _ in blanks]
    for remark in sorted(remarks, key=lambda one: not one.words):
        for place in set.intersection(*(holding.get(normal(word), set()) for word in _words(remark.gap))):
            found[place].append(remark)
    return found


def speaks_of(remark: Remark, typed: str) -> bool:
    """Whether an explanation is meant for what was typed."""
    return not remark.words or normal(typed) in {normal(word) for word in _words(remark.words)}


def hide_gaps(text: str) -> str:
    """The text with a mark in place of each gap, so that no accepted word remains. Done twice it changes nothing."""
    number = 0
    shown = []
    for line, is_code in lines_and_code(text):
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


def _words(inside: str) -> tuple[str, ...]:
    return tuple(word.replace("\\|", "|").strip() for word in _BAR.split(inside))
