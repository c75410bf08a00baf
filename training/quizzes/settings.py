"""What stands below a quiz's heading and holds for the whole quiz: the mastery mark, how many questions are drawn, and
whether what was right stays so. It reads and tells; it decides nothing."""

from collections.abc import Callable

from training.quizzes.findings import Findings
from training.quizzes.keys import SWITCH_CHOICES, SWITCH_OF, read_score, tell_score

LOW_MASTERY = 0.3
"""Below this share a mastery mark is hardly what its author meant."""


def read_settings(found: dict[str, tuple[str, int]], findings: Findings, heading: int) -> dict:
    """The settings by name, from what was written (value, line); what cannot be read or is doubtful is told."""
    settings = {}
    for key, (written, at) in found.items():
        read, *expected = _READERS[key]
        value = read(written)
        if value is None:
            told = {"expected_id": expected[0], "expected_en": expected[-1]}
            findings.add("quiz.bad-value", at, heading=heading, key=key, written=written, **told)
            continue
        settings[key] = value
        if key == "mastery":
            _doubt(written, value, at, findings, heading)
    return settings


def _mastery(written: str) -> float | None:
    score = read_score(written.replace(" ", ""))
    if score is None or not 0 < score <= 100:
        return None
    return score if score <= 1 and not written.endswith("%") else score / 100


def _doubt(written: str, mastery: float, at: int, findings: Findings, heading: int) -> None:
    """`Lulus: 8` may be 8 %, 8 of 10 or eight questions. With a percent sign a low mark is only worth a look."""
    facts = {"written": written, "percent": tell_score(mastery * 100)}
    if written.isdigit() and (mastery < LOW_MASTERY or written == "1"):
        tenths = int(written) if int(written) <= 10 else 0
        guess = f"{tenths * 10}%" if tenths > 1 else ""
        findings.add("quiz.mastery-unclear", at, heading=heading, **facts, guess=guess)
    elif mastery < LOW_MASTERY:
        findings.add("quiz.mastery-low", at, heading=heading, **facts)


def _draw(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 and int(written) else None


def _switch(written: str) -> bool | None:
    return SWITCH_OF.get(written.casefold())


_READERS: dict[str, tuple[Callable, *tuple[str, ...]]] = {
    "mastery": (_mastery, "80%"),
    "draw": (_draw, "6"),
    "keep_right": (_switch, *SWITCH_CHOICES),
}
