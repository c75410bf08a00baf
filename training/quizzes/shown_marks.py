"""Marks of an answer that would stand in the question's text for everyone to read: a choice without its dash, a gap
without its end. It only tells; what was read stays as it was read."""

import re

from training.quizzes.bullets import read_bullet
from training.quizzes.findings import Findings
from training.quizzes.gaps import GAP
from training.quizzes.keys import read_key
from training.quizzes.lines import Line

# A word processor turns the dash into a longer one or a dot, and lettered or numbered lists bring their own mark.
_MARK = re.compile(r"(?:[–—−•·●▪◦]\s{0,3}|(?:\d{1,2}|[A-Za-z])[.)]\s{1,3})?(\[[ xX]?\]|\([ xX]\))[ \t]+\S")
_LED = re.compile(r"(?:[-*+•–]|\d{1,2}[.)])[ \t]+")
HEADING_GLUED = re.compile(r"#{2,6}[^#\s{]")
_NOTE = re.compile(r"<!-(?!-)|<! -|<--")


def note_shown_marks(lines: list[Line], findings: Findings, heading: int, main: str = "") -> bool:
    """Adds each line of a question (its heading at line `heading`) that shows an answer's mark to the reader; whether
    there was any. `main` is the sort of its answers; beside any of them a gap is no gap."""
    before = len(findings.problems)
    for line in lines:
        words = line.text.lstrip(" ")
        if line.sort != "text" or words.startswith(">"):
            continue
        if (found := _MARK.match(words)) and not read_bullet(words):
            start = len(line.text) - len(words)
            findings.add("quiz.mark-without-dash", line.number, heading=heading, mark=(start, start + found.end(1)))
        elif line.indent > 1 and (bullet := read_bullet(words)) and bullet.sort == "option" and bullet.marked:
            start = len(line.text) - len(words)
            findings.add("quiz.mark-indented", line.number, heading=heading, mark=(start, start + 1))
        elif name := _key_among_text(line, words):
            findings.add("quiz.key-not-read", line.number, heading=heading, key=name)
        elif _NOTE.match(words):
            findings.add("quiz.comment-open", line.number, heading=heading)
        elif HEADING_GLUED.match(words):
            marks = words[: len(words) - len(words.lstrip("#"))]
            findings.add("quiz.heading-not-read", line.number, heading=heading, written=words[:40], marks=marks)
        elif main and "[[" in words and (gap := GAP.search(line.text)):
            findings.add("quiz.gap-beside-answers", line.number, heading=heading, mark=gap.span())
        elif "[[" in GAP.sub("", words):
            start = line.text.rfind("[[")
            findings.add("quiz.gap-open", line.number, heading=heading, mark=(start, start + 2))
    return len(findings.problems) > before


def _key_among_text(line: Line, words: str) -> str:
    """The name of a key that is led by a mark or by spaces, where it would tell the answer or the kind; else ""."""
    led = _LED.match(words)
    if not (led or line.indent > 1) or ":" not in words[:40]:
        return ""
    key = read_key(words[led.end() :] if led else words)
    return key[1] if key and key[0] in ("answer", "kind") else ""


def note_heading(lines: list[Line], level: int, findings: Findings) -> bool:
    """Adds the first line below a quiz heading of this `level` that was probably meant as a question's heading, where
    no question was found; whether there was one."""
    for line in lines:
        if line.sort == "heading" or (line.sort == "text" and HEADING_GLUED.match(line.text)):
            marks = "#" * min(level + 1, 6)
            findings.add("quiz.heading-not-read", line.number, written=line.text[:40], marks=marks)
            return True
    return False
