"""Questions in another program's form that were pasted into ours: GIFT would show its key to everybody, and the letter
of an Aiken answer would have to be typed. It only tells, once for each form, and names the way in."""

import re

from training.quizzes.findings import Findings
from training.quizzes.lines import Line

GIFT, AIKEN = "quiz.looks-like-gift", "quiz.looks-like-aiken"

_NAME = re.compile(r"::[^:\n]{1,200}::")
_OPENING = re.compile(r"(?<![\\{])\{\s{0,9}(?:[=~]|(?:T|F|TRUE|FALSE)\s{0,9}[}#])")
_NUMBER = re.compile(r"(?<![\\{])\{\s{0,9}#\s{0,9}[=+-]?\d")
_LETTER = re.compile(r"(?:[-*+][ \t]+)?([A-Za-z])[.)][ \t]+\S")
_ANSWER = re.compile(
    r"[*_]{0,2}(?:answer|jawaban|kunci|kunci jawaban|key)\s{0,9}:?[*_]{0,2}\s{0,9}:?\s{0,9}[A-Za-z](?:[.)].*)?$",
    re.IGNORECASE | re.DOTALL,
)


def note_pasted(lines: list[Line], findings: Findings, heading: int = 0) -> bool:
    """Adds the first line that looks like GIFT and the first that looks like Aiken; whether there was one. `heading`
    is the line of the question, where the lines belong to one."""
    readable = [line for line in lines if line.sort in ("text", "heading") and not line.is_blank]
    found = {GIFT: _first_of_gift(readable), AIKEN: _first_of_aiken(readable)}
    for code, line in found.items():
        if line:
            findings.add(code, line.number, heading=heading)
    if found[AIKEN]:
        findings.leave_out("quiz.one-letter-answer")
    return any(found.values())


def _first_of_gift(lines: list[Line]) -> Line | None:
    """A name of a step, {#di-pintu}, looks like a number of GIFT where it is one; in headings it stays a name."""
    for at, line in enumerate(lines):
        words = line.text.strip()
        if words.startswith("$CATEGORY:") or _NAME.match(words) or ("{" in words and _OPENING.search(words)):
            return line
        if line.sort == "text" and "{" in words and _NUMBER.search(words):
            return line
        below = lines[at + 1].text.lstrip()[:1] if at + 1 < len(lines) else ""
        if words.endswith("{") and not words.endswith(("\\{", "{{")) and below in ("=", "~"):
            return line
    return None


def _first_of_aiken(lines: list[Line]) -> Line | None:
    """The first choice of the first list A, B, … that is closed by the letter of an answer."""
    choices: list[Line] = []
    for line in lines:
        words = line.text.strip()
        letter = _LETTER.match(words) if line.sort == "text" else None
        place = ord(letter.group(1).upper()) - ord("A") if letter else -1
        if line.sort == "heading":
            choices = []
        elif place == 0:
            choices = [line]
        elif choices and place == len(choices):
            choices.append(line)
        elif len(choices) > 1 and ":" in words[:30] and _ANSWER.match(words):
            return choices[0]
    return None
