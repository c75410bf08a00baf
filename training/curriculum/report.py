"""Telling a problem to its author. Always in this order: where, the author's own line, what we saw, what we expected by
example, a guess, where to read more. It finds nothing itself."""

import itertools
import textwrap

from training.core.problem import Problem
from training.curriculum.checks import Report
from training.curriculum.telling import Telling
from training.curriculum.words import WORDS

WIDTH = 80
MORE = "docs/author-messages.md"
_LINE = {"id": "baris", "en": "line"}
_GUESS = {"id": "Mungkin maksudnya “{guess}”?", "en": "Did you mean “{guess}”?"}
_PARTS = {
    "id": {
        "errors": ("{n} hal perlu diperbaiki sebelum terbit", "{n} hal perlu diperbaiki sebelum terbit"),
        "warnings": ("{n} perlu dilihat", "{n} perlu dilihat"),
        "none": "Tidak ada yang perlu diperbaiki",
        "no_warnings": "tidak ada yang perlu dilihat",
        "lessons": ("{n} pelajaran", "{n} pelajaran"),
        "quizzes": ("{n} kuis", "{n} kuis"),
        "fine": "{lessons} dan {quizzes} sudah baik.",
        "role_plays": ("{n} permainan peran sudah baik.", "{n} permainan peran sudah baik."),
    },
    "en": {
        "errors": ("{n} thing to fix before release", "{n} things to fix before release"),
        "warnings": ("{n} to look at", "{n} to look at"),
        "none": "Nothing to fix",
        "no_warnings": "nothing to look at",
        "lessons": ("{n} lesson", "{n} lessons"),
        "quizzes": ("{n} quiz", "{n} quizzes"),
        "fine": "{lessons} and {quizzes} are fine.",
        "role_plays": ("{n} role play is fine.", "{n} role plays are fine."),
    },
}


def words_for(problem: Problem, language: str) -> Telling:
    """The words of a problem in `language`, its facts filled in."""
    parts = WORDS[problem.code][language]
    return Telling(*(part.format(**problem.facts) for part in parts))


def tell(problem: Problem, language: str, width: int = WIDTH) -> str:
    """The whole message, for a terminal `width` columns wide."""
    words = words_for(problem, language)
    where = f"{problem.path}, {_LINE[language]} {problem.line}" if problem.line else problem.path
    blocks = [f"{where} — {words.title}", *_quoted(problem, words.spot, width)]
    blocks.append(
        "\n".join(_wrapped(one, width) for one in (words.says, words.expected, hint(problem, language)) if one)
    )
    blocks.append(f"{problem.code} · {MORE}".rjust(width))
    return "\n\n".join(blocks)


def tell_all(report: Report, language: str, width: int = WIDTH) -> str:
    """Every problem of a report and the closing line that counts."""
    return "\n\n\n".join([*(tell(one, language, width) for one in report.problems), closing(report, language)])


def hint(problem: Problem, language: str) -> str:
    """What the author probably meant, as a question; "" without a guess."""
    guess = problem.facts.get("guess")
    return _GUESS[language].format(guess=guess) if guess else ""


def closing(report: Report, language: str) -> str:
    """How much there is to mend and how much is fine, in one or two sentences."""
    words, errors, warnings = _PARTS[language], len(report.errors), len(report.warnings)
    to_fix = _counted(words["errors"], errors) if errors else words["none"]
    to_see = _counted(words["warnings"], warnings) if warnings else words["no_warnings"]
    fine = words["fine"].format(
        lessons=_counted(words["lessons"], report.counts.fine_lessons),
        quizzes=_counted(words["quizzes"], report.counts.fine_quizzes),
    )
    if report.counts.role_plays:
        fine += " " + _counted(words["role_plays"], report.counts.fine_role_plays)
    return f"{to_fix}, {to_see}. {fine}"


def as_json(problem: Problem, language: str = "id") -> dict:
    """The problem for another program: code, severity, path, line, says, expected, hint."""
    words = words_for(problem, language)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "says": words.says,
        "expected": words.expected,
        "hint": hint(problem, language) or None,
    }


def _counted(forms, n):
    return forms[0 if n == 1 else 1].format(n=n)


def _wrapped(text, width):
    """Examples stand after three spaces; in a text of several lines each gets a line of its own, unbroken."""
    if len(text) <= width and "\n" not in text:
        return text
    pieces = [piece.strip() for piece in text.split("   ")]
    lines = [textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) for one in pieces[::2]]
    examples = [textwrap.indent(one, "    ") for one in pieces[1::2]]
    return "\n".join(line for pair in itertools.zip_longest(lines, examples) for line in pair if line)


def _quoted(problem, spot, width):
    """The author's lines with their numbers, and the mark below the last one."""
    if not problem.lines:
        return []
    gutter = max(len(str(number)) for number, _ in problem.lines)
    room = max(width - gutter - 7, 20)
    start, end = problem.mark or (None, None)
    *above, (number, last) = problem.lines
    rows = [f"    {n:>{gutter}} | {_cut(text, 0, room)[0]}" for n, text in above]
    shown, moved = _cut(last, start or 0, room)
    rows.append(f"    {number:>{gutter}} | {shown}")
    if spot:
        rows.append(_mark_row(shown, start, end, moved, gutter, spot, room))
    return ["\n".join(rows)]


def _mark_row(shown, start, end, moved, gutter, spot, room):
    if start is None:
        start, end, moved = len(shown) - len(shown.lstrip()), None, 0
    at = max(start - moved, 0)
    length = max(1, min((end or start + 1) - start, len(shown) - at))
    mark = "^" * length
    if at + length + 1 + len(spot) > room and at > len(spot):
        return f"    {'':>{gutter}} | {' ' * (at - len(spot) - 1)}{spot} {mark}"
    return f"    {'':>{gutter}} | {' ' * at}{mark} {spot}"


def _cut(line, start, room):
    """The part of a long line around column `start`, and how far it was moved to the left."""
    line = line.replace("\t", " ")
    if len(line) <= room:
        return line, 0
    moved = max(0, min(start - room // 3, len(line) - room + 1))
    if moved == 0:
        return line[: room - 1] + "…", 0
    end = "…" if moved + room - 1 < len(line) else ""
    return "…" + line[moved + 1 : moved + room - len(end)] + end, moved
