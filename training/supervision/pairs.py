"""Who supervises whom: making a pair, ending it, and what was before. Many to many, with dates; nothing is deleted."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import FACILITATOR, SUPERVISOR, Person
from training.core.language import N_
from training.core.refusal import Refusal
from training.supervision import pairs_store as store


class SamePerson(Refusal):
    status = 422
    sentence = N_("Orang tidak menjadi supervisor bagi dirinya sendiri. Pilih dua orang yang berbeda.")


class NotASupervisor(Refusal):
    status = 422
    sentence = N_("%(name)s belum memegang peran supervisor.")


class NotAFacilitator(Refusal):
    status = 422
    sentence = N_("%(name)s belum memegang peran fasilitator.")


class AccountClosed(Refusal):
    status = 422
    sentence = N_("Akun %(name)s sedang ditutup.")


@dataclasses.dataclass(frozen=True)
class Pair:
    """`until` is None while it lasts."""

    id: int
    supervisor: Person
    facilitator: Person
    since: dt.datetime
    until: dt.datetime | None = None


def pair(session: Session, supervisor: Person, facilitator: Person, *, at: dt.datetime) -> int:
    """Let `supervisor` supervise `facilitator` from `at`; returns the number of the pair. A pair that lasts already
    stays as it is. Refuses one person twice, wrong roles and closed accounts."""
    if supervisor.id == facilitator.id:
        raise SamePerson()
    if not supervisor.is_a(SUPERVISOR):
        raise NotASupervisor(name=supervisor.name)
    if not facilitator.is_a(FACILITATOR):
        raise NotAFacilitator(name=facilitator.name)
    for person in (supervisor, facilitator):
        if person.disabled:
            raise AccountClosed(name=person.name)
    lasting = store.lasting(session, supervisor.id, facilitator.id)
    if lasting is not None:
        return lasting
    made = store.add(session, supervisor.id, facilitator.id, at)
    return made if made is not None else store.lasting(session, supervisor.id, facilitator.id)


def pairs_with(session: Session, person_id: int, *, most: int | None = None) -> list[Pair]:
    """The pairs this person is or was in, the lasting ones first, then the latest; at most `most` of them."""
    return told(*store.of_person(session, person_id, most))


def pair_with(session: Session, person_id: int, pair_id: int) -> Pair | None:
    """The pair with this number, when this person is in it."""
    found = told(*store.by_number(session, pair_id))
    return next((pair for pair in found if person_id in (pair.supervisor.id, pair.facilitator.id)), None)


def told(rows, people: dict[int, Person]) -> list[Pair]:
    """The pairs of these rows; one whose person is erased is left out."""
    return [
        Pair(row.id, people[row.supervisor_id], people[row.facilitator_id], row.since, row.until)
        for row in rows if {row.supervisor_id, row.facilitator_id} <= set(people)
    ]


def end(session: Session, pair_id: int, *, at: dt.datetime) -> Pair | None:
    """End a pair at `at`; one that ended before keeps its day. None when there is no such pair."""
    supervisor_id = store.end(session, pair_id, at)
    return None if supervisor_id is None else pair_with(session, supervisor_id, pair_id)


def facilitator_in(session: Session, pair_id: int) -> list[int]:
    """The facilitator of the pair with this number; empty when there is no such pair."""
    return store.facilitators(session, pair_id)


def facilitators_beside(session: Session, person_id: int, role: str | None = None) -> set[int]:
    """The facilitators of every lasting pair that this person is in: as `role`, or on either side."""
    sides = _sides(role)
    return store.facilitators_beside(session, person_id, sides) if sides else set()


def end_all(session: Session, person_id: int, *, at: dt.datetime, role: str | None = None) -> None:
    """End every lasting pair of a person: those she is in as `role`, or all when no role is given."""
    sides = _sides(role)
    if sides:
        store.end_all(session, person_id, sides, at)


def _sides(role: str | None) -> set[str]:
    """On which sides of a pair somebody stands because of this role, or of any; a therapist on none."""
    return {SUPERVISOR, FACILITATOR} if role is None else {SUPERVISOR, FACILITATOR} & {role}
