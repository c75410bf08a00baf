"""A facilitator as somebody else may see her: who she is, and who supervises her now."""

import dataclasses
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.supervision.store import supervisor_ids, supervisors_by_facilitator


@dataclasses.dataclass(frozen=True)
class Learner:
    """The thing most permissions are asked about."""

    person: Person
    supervised_by: frozenset[int] = frozenset()

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


def learners(session: Session, people: Iterable[Person]) -> list[Learner]:
    """These people as learners. One statement for all."""
    people = tuple(people)
    supervised_by = supervisors_by_facilitator(session, {one.id for one in people})
    return [Learner(one, supervised_by.get(one.id, frozenset())) for one in people]


def learner(session: Session, person_id: int) -> Learner | None:
    """The learner with this id, or None."""
    person = person_by_id(session, person_id)
    return person and Learner(person, supervisor_ids(session, person_id))
