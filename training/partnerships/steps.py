"""Where a partnership stands in its five steps, for whoever looks. Everything here is derived; nothing is ticked off by
hand."""

import dataclasses
import datetime as dt

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


def steps(session: Session, group: Group, viewer: Person, *, at: dt.datetime) -> Steps:
    """Where the work with `group` stands at `at`, as far as `viewer` may know it."""
    assessed = next(iter(groups.records(session, group.id, profile.KIND)), None)
    planned = next(iter(groups.records(session, group.id, plan.KIND)), None)
    talked = tuple(sorted(groups.records(session, group.id, support.KIND),
                          key=lambda record: record.facts["held_on"], reverse=True))
    learned, felt = trained(session, group, viewer, at=at), evaluation.pulse(session, group.id)
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
