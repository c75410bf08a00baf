"""What looks like answers but carries no mark: a plain list, letters, a table, a dotted line. Such a question asks
for nothing and is read as an open reflection, which an author who meant choices or pairs would never notice."""

import itertools
import re

from training.quizzes.bullets import ARROW, read_bullet
from training.quizzes.findings import Findings
from training.quizzes.lines import Line, split_lines
from training.quizzes.question import Kind

_DOT = re.compile(r"[•●▪◦·–—☐☑☒✓✔✗✘][ \t]+(\S.*)$", re.DOTALL)
_LETTER = re.compile(r"[A-Ha-h][.)][ \t]+(\S.*)$", re.DOTALL)
_TWO_SIDES = re.compile(
    r"\S\s{1,9}(?:-{1,3}|–|—|=|:|>|~|/)\s{1,9}\S|\S:\s{1,9}\S|\S\s{0,9}(?:\t|\.{3,20}|…)\s{0,9}\S"
    r"|\s[à\uf0e0]\s"  # what some word processors make of ->
)
_NUMBERED = re.compile(r"\d{1,2}(?:[.)]|\s?[-–:])[ \t]+\S")
_LIKE_GAP = re.compile(r"_{3,}|\.{5,}|(?<![\[!\\\w\]])\[[^\[\]^!\n]{1,40}\](?![(:\[\]])")
_BELOW_TABLE_HEAD = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")


_LISTS = ("quiz.list-like-choices", "quiz.list-like-items", "quiz.list-like-pairs")
_OF_KIND = {
    Kind.MATCHING: "quiz.list-like-pairs",
    Kind.ORDERING: "quiz.list-like-items",
    **dict.fromkeys((Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.JUDGEMENT), "quiz.list-like-choices"),
}


def note_look_alikes(lines: list[Line], findings: Findings, heading: int, declared: Kind | None = None) -> bool:
    """Adds the first line of a list, table or gap that was probably meant to be answered; whether there was one.
    `declared` is the kind that the author names."""
    found = look_alike(lines)
    if not found:
        return False
    code = _OF_KIND.get(declared, found[0]) if found[0] in _LISTS else found[0]
    findings.add(code, found[1].number, heading=heading)
    return True


def is_doubtful(text: str) -> bool:
    """Whether an open question with this text would be asked about."""
    return look_alike(split_lines(text)[0]) is not None


def look_alike(lines: list[Line]) -> tuple[str, Line] | None:
    """The problem's code and the line where it begins; None for ordinary text. One line is no list."""
    for above, line in itertools.pairwise(lines):
        is_text = above.sort == line.sort == "text"
        if is_text and "|" in above.text and "|" in line.text and _BELOW_TABLE_HEAD.match(line.text.strip()):
            return "quiz.table-not-read", above
    texts = [line for line in lines if line.sort == "text" and not line.text.lstrip(" ").startswith((">", "<!--"))]
    arrows = [line for line in texts if ARROW.search(line.text[:300])]
    if len(arrows) > 1:
        return "quiz.list-like-pairs", arrows[0]
    numbered = [line for line in texts if _NUMBERED.match(line.text.lstrip(" "))]
    if len(numbered) > 1:
        return "quiz.list-like-items", numbered[0]
    listed = [(line, words) for line in texts if (words := _listed(line))]
    if len(listed) > 1:
        two_sided = sum(_TWO_SIDES.search(words[:200]) is not None for _, words in listed)
        code = "quiz.list-like-pairs" if two_sided > len(listed) / 2 else "quiz.list-like-choices"
        return code, listed[0][0]
    gaps = [line for line in texts if _LIKE_GAP.search(line.text[:2000])]
    return ("quiz.gap-without-words", gaps[0]) if gaps else None


def _listed(line: Line) -> str:
    """The words of a line of a list, whatever sign it begins with; "" for any other line."""
    words = line.text.lstrip(" ")
    if words[:1] in ("-", "*", "+"):
        bullet = read_bullet(words)
        return bullet.text if bullet else ""
    found = _DOT.match(words) or _LETTER.match(words)
    return found.group(1) if found else ""
