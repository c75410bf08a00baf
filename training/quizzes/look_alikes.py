"""What looks like answers but carries no mark: a plain list, letters, a table. Such a question asks for nothing and is
read as an open reflection, which an author who meant choices or pairs would never notice."""

import re

from training.quizzes.bullets import read_bullet
from training.quizzes.findings import Findings
from training.quizzes.lines import Line, split_lines

_DOT = re.compile(r"[•●▪◦·–—☐☑☒✓✔✗✘][ \t]+(\S.*)$", re.DOTALL)
_LETTER = re.compile(r"[A-Ha-h][.)][ \t]+(\S.*)$", re.DOTALL)
_TWO_SIDES = re.compile(r"\S\s{1,9}(?:-{1,3}|–|—|=|:|>|~|/)\s{1,9}\S|\S:\s{1,9}\S|\S\s{0,9}(?:\t|\.{3,20}|…)\s{0,9}\S")
_BELOW_TABLE_HEAD = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")


def note_look_alikes(lines: list[Line], findings: Findings, heading: int) -> None:
    """Adds the first line of a list or table that was probably meant to be answered."""
    if found := look_alike(lines):
        findings.add(found[0], found[1].number, heading=heading)


def is_doubtful(text: str) -> bool:
    """Whether an open question with this text would be asked about."""
    return look_alike(split_lines(text)[0]) is not None


def look_alike(lines: list[Line]) -> tuple[str, Line] | None:
    """The problem's code and the line where the list or table begins; None for ordinary text. One line is no list."""
    for above, line in zip(lines, lines[1:], strict=False):
        is_text = above.sort == line.sort == "text"
        if is_text and "|" in above.text and "|" in line.text and _BELOW_TABLE_HEAD.match(line.text.strip()):
            return "quiz.table-not-read", above
    listed = [(line, words) for line in lines if (words := _listed(line))]
    if len(listed) < 2:
        return None
    two_sided = sum(_TWO_SIDES.search(words[:200]) is not None for _, words in listed)
    code = "quiz.list-like-pairs" if two_sided > len(listed) / 2 else "quiz.list-like-choices"
    return code, listed[0][0]


def _listed(line: Line) -> str:
    """The words of a line of a list, whatever sign it begins with; "" for any other line."""
    words = line.text.lstrip(" ")
    if line.sort != "text" or line.indent > 1 or not words:
        return ""
    if words[0] in "-*+":
        bullet = read_bullet(words)
        return bullet.text if bullet else ""
    found = _DOT.match(words) or _LETTER.match(words)
    return found.group(1) if found else ""
