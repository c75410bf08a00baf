"""Where a partnership stands in its five steps, and which modules its facilitators were certified in. Everything here
is derived; nothing is ticked off by hand."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import catalogue_store
from training.partnerships import evaluation, groups, plan, profile, support
from training.partnerships.groups import Group, Record
from training.signoffs.standing import CERTIFIED
from training.signoffs.steps import standings

DONE, UNDERWAY, OPEN = "done", "underway", "open"
STILL_WARM = dt.timedelta(days=60)


@dataclasses.dataclass(frozen=True)
class Trained:
    """One facilitator's certified modules, course by course: (course, ((module, is_certified), …))."""

    person: Person
    courses: tuple
    count: int


@dataclasses.dataclass(frozen=True)
class Steps:
    """All that is known of the work with a group. `states` are those of the five steps in order: done, underway or
    open."""

    states: tuple[str, str, str, str, str]
    assessment: Record | None
    plan: Record | None
    trained: tuple[Trained, ...]
    support: tuple[Record, ...]
    pulse: evaluation.Pulse

    @property
    def current(self) -> int:
        """The number of the step to look at now: the first that is not done."""
        return next((number for number, state in enumerate(self.states, 1) if state != DONE), 5)


def steps(session: Session, group: Group, *, at: dt.datetime) -> Steps:
    """Where the work with `group` stands at `at`."""
    assessed = next(iter(groups.records(session, group.id, profile.KIND)), None)
    planned = next(iter(groups.records(session, group.id, plan.KIND)), None)
    talked = tuple(sorted(groups.records(session, group.id, support.KIND),
                          key=lambda record: record.facts["held_on"], reverse=True))
    learned, felt = trained(session, group, at=at), evaluation.pulse(session, group.id)
    states = (
        DONE if assessed else UNDERWAY, DONE if planned else UNDERWAY if assessed else OPEN, _training(learned),
        _support(talked, at), DONE if felt.is_shown else UNDERWAY if felt.has_any else OPEN,
    )
    return Steps(states, assessed, planned, learned, talked, felt)


def trained(session: Session, group: Group, *, at: dt.datetime) -> tuple[Trained, ...]:
    """What each facilitator of the group is certified in now, by name. What they are still learning is not told."""
    courses = catalogue_store.published_courses(session)
    ids = [module.id for course in courses for module in course.modules]
    found = []
    for person in group.facilitators:
        where = standings(session, person, ids, at=at)
        held = {one for one in ids if where[one].state == CERTIFIED}
        shown = tuple((course, tuple((module, module.id in held) for module in course.modules)) for course in courses)
        found.append(Trained(person, shown, len(held)))
    return tuple(found)


def _training(learned) -> str:
    if learned and all(one.count for one in learned):
        return DONE
    return UNDERWAY if any(one.count for one in learned) else OPEN


def _support(talked, at) -> str:
    """Support is never finished: a conversation in the last two months keeps it going."""
    if not talked:
        return OPEN
    last = dt.date.fromisoformat(talked[0].facts["held_on"])
    return UNDERWAY if at.date() - last <= STILL_WARM else OPEN
