"""Step three: what the facilitators of a group are certified in. Each one's modules are told to those only who may see
her evidence; to everybody else an average, and only where five or more unknown people stand behind it. What somebody is
still learning is never told."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import catalogue_store
from training.partnerships.groups import Group
from training.permissions import SEE_EVIDENCE, may
from training.signoffs.standing import CERTIFIED
from training.signoffs.steps import standings
from training.supervision.learner import learner

TOGETHER = 5
DONE, UNDERWAY, OPEN = "done", "underway", "open"


@dataclasses.dataclass(frozen=True)
class Trained:
    """One facilitator's certified modules, course by course: (course, ((module, is_certified), …))."""

    person: Person
    courses: tuple
    count: int


@dataclasses.dataclass(frozen=True)
class Training:
    """`seen` are the facilitators whose modules the viewer may know, by name; `facilitators` is how many there are;
    `average` how many modules each holds, rounded so that nobody can be worked out by adding or ending one person; None
    where the viewer knows everybody, or where fewer than TOGETHER would be told of."""

    seen: tuple[Trained, ...]
    facilitators: int
    average: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the viewer may know all of it."""
        return len(self.seen) == self.facilitators

    @property
    def count(self) -> int | None:
        """How many modules all of them hold together, for who may see everybody."""
        return sum(one.count for one in self.seen) if self.is_whole else None

    @property
    def state(self) -> str:
        """Done once everybody holds a module, open while nobody does. To whoever may not see everybody, a group with
        facilitators is under way."""
        if self.facilitators and not self.is_whole:
            return UNDERWAY
        if not self.count:
            return OPEN
        return DONE if all(one.count for one in self.seen) else UNDERWAY


def trained(session: Session, group: Group, viewer: Person, *, at: dt.datetime) -> Training:
    """What `viewer` may know of the training of this group's facilitators at `at`."""
    everybody = group.facilitators
    may_know = {one.id for one in everybody if may(viewer, SEE_EVIDENCE, learner(session, one.id))}
    has_average = len(everybody) - len(may_know) >= TOGETHER
    courses = catalogue_store.published_courses(session)
    found = [_certified(session, one, courses, at) for one in everybody if has_average or one.id in may_know]
    average = round(sum(one.count for one in found) / len(found)) if has_average else None
    return Training(tuple(one for one in found if one.person.id in may_know), len(everybody), average)


def _certified(session, person, courses, at) -> Trained:
    ids = [module.id for course in courses for module in course.modules]
    where = standings(session, person, ids, at=at)
    held = {one for one in ids if where[one].state == CERTIFIED}
    shown = tuple((course, tuple((module, module.id in held) for module in course.modules)) for course in courses)
    return Trained(person, shown, len(held))
