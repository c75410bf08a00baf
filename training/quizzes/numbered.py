"""Numbered lines that were hardly meant as they are read: choices whose right one is told by its number, pairs, and
numbers that do not stand in order."""

import itertools
import re

from training.quizzes.bullets import ARROW
from training.quizzes.findings import Findings
from training.quizzes.lines import Line
from training.quizzes.question import Kind, Question

_NUMBERED = re.compile(r"(\d{1,3})[.)][ \t]+\S")


def note_numbered(question: Question, lines: list[Line], findings: Findings, heading: int) -> None:
    """Adds what is doubtful about the numbered lines of a number or an ordering question."""
    if question.kind not in (Kind.NUMBER, Kind.ORDERING):
        return
    found = [
        (line, int(number.group(1)))
        for line in lines
        if line.sort == "text" and line.indent < 2 and (number := _NUMBERED.match(line.text.lstrip(" ")))
    ]
    if question.kind is Kind.NUMBER:
        answer = question.answers[0].text
        if len(found) > 1 and answer.isdigit() and int(answer) in [number for _, number in found]:
            findings.add("quiz.numbered-choices", found[0][0].number, heading=heading, written=answer)
        return
    if question.items and all(ARROW.search(item.text[:300]) for item in question.items):
        findings.add("quiz.numbered-pairs", question.items[0].line, heading=heading)
        return
    odd = next((two[0] for one, two in itertools.pairwise(found) if two[1] < one[1]), None)
    if odd:
        findings.add("quiz.items-out-of-order", odd.number, heading=heading)
