"""Accepted answers: how `Jawaban:` is read, and how what a person typed is compared with it."""

import dataclasses
import math
import re
import unicodedata

from training.quizzes.question import Answer

LONGEST_ANSWER = 500
"""Characters of a typed answer; more is not read at all."""

_BAR = re.compile(r"(?<!\\)\|")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,7})?)\s{0,9}%\s{0,9}:")
_NUMBER = r"([+-]?\d{1,15}(?:[.,]\d{1,15})?)"
_POINT = re.compile(_NUMBER)
_AROUND = re.compile(_NUMBER + r"\s{0,9}(?:±|\+/-|\+-)\s{0,9}(\d{1,15}(?:[.,]\d{1,15})?)\s{0,9}(%?)")
_RANGE = re.compile(_NUMBER + r"\s{0,9}\.\.\s{0,9}" + _NUMBER)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3}){1,4}")
_TYPED = re.compile(r"([+-]?[\d.,]{1,40})\s{0,9}(.{0,40})", re.DOTALL)
_WITH_UNIT = re.compile(r"([\d.,±+/%\s−-]{1,60}?)\s{0,9}([^\W\d_]{1,20})")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))


def read_answers(value: str) -> list[Answer]:
    """The alternatives of one `Jawaban:` line; `low` and `high` are set where one is a number."""
    answers = []
    for piece in _BAR.split(value):
        text, percent = piece.strip().replace("\\|", "|"), 100.0
        share = _PERCENT.match(text)
        if share:
            percent, text = float(share.group(1).replace(",", ".")), text[share.end() :].strip()
        if text:
            low, high = number_range(text) or (None, None)
            answers.append(Answer(text, percent, low, high))
    return answers


def print_answers(answers: list[Answer], tell_percent) -> str:
    """The alternatives on one line, so that reading them gives the same answers again."""
    pieces = []
    for answer in answers:
        needs_share = answer.percent != 100 or _PERCENT.match(answer.text)
        share = f"{tell_percent(answer.percent)}%: " if needs_share else ""
        pieces.append(share + answer.text.replace("|", "\\|"))
    return " | ".join(pieces)


def number_range(text: str) -> tuple[float, float] | None:
    """The bounds of `10`, `10 ± 2`, `10 ± 5%` or `8..12`; None when the text is no number."""
    text = text.replace("−", "-").strip()
    if found := _POINT.fullmatch(text):
        return (_number(found.group(1)),) * 2
    if found := _RANGE.fullmatch(text):
        return _number(found.group(1)), _number(found.group(2))
    if found := _AROUND.fullmatch(text):
        middle, reach = _number(found.group(1)), _number(found.group(2))
        reach = abs(middle) * reach / 100 if found.group(3) else reach
        return middle - reach, middle + reach
    return None


@dataclasses.dataclass(frozen=True, slots=True)
class WithUnit:
    """A number or range as it was written, and the word behind it."""

    number: str
    unit: str
    is_range: bool


def number_with_unit(text: str) -> WithUnit | None:
    """`10 menit` or `10 ± 2 menit` taken apart; None for anything else."""
    found = _WITH_UNIT.fullmatch(text)
    bounds = number_range(found[1]) if found else None
    return WithUnit(found[1].strip(), found[2], bounds[0] != bounds[1]) if bounds else None


def typed_numbers(text: str) -> tuple[tuple[float, ...], str]:
    """What a typed number may mean (1.000 is read both ways) and the unit behind it; empty when it is no number."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).replace("−", "-").strip())
    if not found:
        return (), ""
    written, unit = found.group(1).rstrip(".,"), found.group(2)
    readings = []
    if _POINT.fullmatch(written):
        readings.append(_number(written))
    if _THOUSANDS.fullmatch(written):
        readings.append(float(re.sub(r"[.,]", "", written)))
    return tuple(readings), normal(unit)


def is_thousands(text: str) -> bool:
    """Whether a number is written in groups of three (1.500), which as an author's answer reads as a fraction."""
    return not text.lstrip("+-").startswith("0") and _THOUSANDS.fullmatch(text) is not None


def within(value: float, low: float, high: float) -> bool:
    """Whether a number lies in a range, both ends included, forgiving what binary fractions cannot hold."""
    slack = 1e-9 * max(1.0, abs(low), abs(high))
    return math.isfinite(value) and low - slack <= value <= high + slack


def normal(text: str) -> str:
    """A text as it is compared: NFKC, case folded, without apostrophes, other punctuation and spaces as one space."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_APOSTROPHES)
    if folded.isalnum():
        return folded
    kept = "".join(_kept(character) for character in folded)
    return " ".join(kept.split()) or " ".join(folded.split())


def is_near(typed: str, accepted: str) -> bool:
    """Whether two normal texts are one or two slips of the finger apart. Feedback only: it never earns credit."""
    reach = 2 if len(accepted) > 7 else 1
    if len(accepted) < 4 or len(accepted) > 64 or abs(len(typed) - len(accepted)) > reach:
        return False
    return typed != accepted and _slips(typed, accepted) <= reach


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _kept(character: str) -> str:
    group = unicodedata.category(character)
    if group[0] in "PSZC":
        return "" if group == "Cf" else " "
    return character


def _slips(one: str, two: str) -> int:
    before: list[int] = []
    above = list(range(len(two) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, other in enumerate(two, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == two[column - 2] and one[row - 2] == other
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, line
    return above[-1]
