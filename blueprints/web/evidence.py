"""Frozen evidence as the review page shows it: attempts beside each other question by question, levels with what they
rose from, times as times."""

import dataclasses
import datetime as dt

from training.signoffs.evidence import is_right


@dataclasses.dataclass(frozen=True)
class QuestionLine:
    """One question over all attempts. `marks` is True (right), False (look again) or None (not asked), per attempt."""

    slug: str
    stems: dict
    marks: tuple[bool | None, ...]


@dataclasses.dataclass(frozen=True)
class Shown:
    read_count: int
    lesson_count: int
    first_read: dt.datetime | None
    last_read: dt.datetime | None
    releases_read: tuple[int, ...]
    attempts: tuple[dt.datetime, ...]
    best: int
    questions: tuple[QuestionLine, ...]
    levels: tuple[dict, ...]
    has_harm: bool


def shown(evidence: dict) -> Shown:
    read = {one["lesson"] for one in evidence["readings"]}
    times = sorted(dt.datetime.fromisoformat(one["read_at"]) for one in evidence["readings"])
    attempts = evidence["attempts"]
    marks = [{one["question"]: is_right(one["score"]) for one in go["answers"]} for go in attempts]
    return Shown(
        sum(one["slug"] in read for one in evidence["lessons"]), len(evidence["lessons"]),
        times[0] if times else None, times[-1] if times else None,
        tuple(sorted({one["release"] for one in evidence["readings"]})),
        tuple(dt.datetime.fromisoformat(go["submitted_at"]) for go in attempts),
        max((sum(one.values()) for one in marks), default=0),
        tuple(
            QuestionLine(one["slug"], one["stems"], tuple(mark.get(one["slug"]) for mark in marks))
            for one in evidence["questions"] if any(one["slug"] in mark for mark in marks)
        ),
        levels(evidence["observations"]), any(one["harms"] for one in evidence["observations"]),
    )


def levels(observations: list[dict]) -> tuple[dict, ...]:
    """Per competency its latest observation, with the level of the one before as `before`."""
    found: dict[str, dict] = {}
    for one in observations:
        if one["competency"] not in found:
            found[one["competency"]] = {**one, "before": None}
        elif found[one["competency"]]["before"] is None:
            found[one["competency"]]["before"] = one["level"]
    return tuple(found.values())


def time_of(iso: str) -> dt.datetime | dt.date:
    """A day or a moment as it stands in frozen evidence."""
    return dt.datetime.fromisoformat(iso) if "T" in iso else dt.date.fromisoformat(iso)
