"""Step three: what the facilitators of a group are certified in. Each one's modules are told to those only who may see
her evidence; to everybody else an average, and only where five or more unknown people stand behind it. What somebody is
still learning is never told."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import catalogue_store
from training.partnerships.groups import Group
from training.permissions import SEE_EVIDENCE, may
from training.signoffs.steps import certified_modules
from training.supervision.learner import learners

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


def trained(session: Session, groups: Collection[Group], viewer: Person, *, at: dt.datetime) -> dict[int, Training]:
    """Group → what `viewer` may know of the training of its facilitators at `at`. However many groups, one statement
    about who supervises them and one about their certificates."""
    everybody = {one.id: one for group in groups for one in group.facilitators}
    may_know = {one.id for one in learners(session, everybody.values()) if may(viewer, SEE_EVIDENCE, one)}
    held = certified_modules(session, everybody.values(), at=at)
    courses = catalogue_store.published_courses(session)
    found = {one.id: _certified(one, courses, held[one.id]) for one in everybody.values()}
    return {group.id: _training([found[one.id] for one in group.facilitators], may_know) for group in groups}


def _training(everybody: list[Trained], may_know) -> Training:
    seen = tuple(one for one in everybody if one.person.id in may_know)
    has_average = len(everybody) - len(seen) >= TOGETHER
    average = round(sum(one.count for one in everybody) / len(everybody)) if has_average else None
    return Training(seen, len(everybody), average)


def _certified(person, courses, held) -> Trained:
    shown = tuple((course, tuple((module, module.id in held) for module in course.modules)) for course in courses)
    return Trained(person, shown, sum(is_held for _course, modules in shown for _module, is_held in modules))
