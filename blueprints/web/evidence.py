"""Frozen evidence as the review page shows it: attempts beside each other question by question, levels with what they
rose from, times as times."""

import dataclasses
import datetime as dt

from training.signoffs.evidence import is_right

AT_ONCE = 5


@dataclasses.dataclass(frozen=True)
class QuestionLine:
    """One question over all attempts, `number` among those asked. `marks` is True (right), False (look again) or None
    (not asked), per attempt."""

    number: int
    stems: dict
    marks: tuple[bool | None, ...]

    @property
    def was_always_right(self) -> bool:
        return True in self.marks and False not in self.marks


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

    @property
    def folded(self) -> tuple[QuestionLine, ...]:
        """Of the questions that were right each time, those for which AT_ONCE lines leave no room."""
        easy = tuple(one for one in self.questions if one.was_always_right)
        return easy[max(0, AT_ONCE - (len(self.questions) - len(easy))):]

    @property
    def unfolded(self) -> tuple[QuestionLine, ...]:
        """The other questions, in order."""
        return tuple(one for one in self.questions if one not in self.folded)


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
        questions_asked(evidence["questions"], marks),
        levels(evidence["observations"]), any(one["harms"] for one in evidence["observations"]),
    )


def questions_asked(questions: list[dict], marks: list[dict[str, bool]]) -> tuple[QuestionLine, ...]:
    """The questions that were asked in any attempt; `marks` tells by slug how each attempt went."""
    asked = [one for one in questions if any(one["slug"] in mark for mark in marks)]
    return tuple(
        QuestionLine(number, one["stems"], tuple(mark.get(one["slug"]) for mark in marks))
        for number, one in enumerate(asked, 1)
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
