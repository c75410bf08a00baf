"""Where a partnership stands in its five steps, for whoever looks. Everything here is derived; nothing is ticked off by
hand."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.partnerships import evaluation, groups, plan, profile, support
from training.partnerships.certified import DONE, OPEN, UNDERWAY, Training, trained
from training.partnerships.groups import Group, Record

STILL_WARM = dt.timedelta(days=60)


@dataclasses.dataclass(frozen=True)
class Steps:
    """All that is known of the work with a group. `states` are those of the five steps in order: done, underway or
    open."""

    states: tuple[str, str, str, str, str]
    assessment: Record | None
    plan: Record | None
    training: Training
    support: tuple[Record, ...]
    pulse: evaluation.Pulse

    @property
    def current(self) -> int:
        """The number of the step to look at now: the first that is not done."""
        return next((number for number, state in enumerate(self.states, 1) if state != DONE), 5)


def steps(session: Session, of: Collection[Group], viewer: Person, *, at: dt.datetime) -> dict[int, Steps]:
    """Group → where the work with it stands at `at`, as far as `viewer` may know it. A handful of statements, however
    many groups and facilitators."""
    written, learned = groups.records(session, [one.id for one in of]), trained(session, of, viewer, at=at)
    return {one.id: _steps(written[one.id], learned[one.id], at) for one in of}


def _steps(written: list[Record], learned: Training, at) -> Steps:
    by_kind: dict[str, list[Record]] = {}
    for record in written:
        by_kind.setdefault(record.kind, []).append(record)
    assessed, planned = (next(iter(by_kind.get(one.KIND, ())), None) for one in (profile, plan))
    talked = tuple(sorted(by_kind.get(support.KIND, ()), key=lambda record: record.facts["held_on"], reverse=True))
    felt = evaluation.pulse(by_kind.get(evaluation.KIND, []))
    states = (
        DONE if assessed else UNDERWAY, DONE if planned else UNDERWAY if assessed else OPEN, learned.state,
        _support(talked, at), DONE if felt.is_shown else UNDERWAY if felt.has_any else OPEN,
    )
    return Steps(states, assessed, planned, learned, talked, felt)


def _support(talked, at) -> str:
    """Support is never finished: a conversation in the last two months keeps it going."""
    if not talked:
        return OPEN
    last = dt.date.fromisoformat(talked[0].facts["held_on"])
    return UNDERWAY if at.date() - last <= STILL_WARM else OPEN
