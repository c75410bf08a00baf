"""Who supervises whom: making a pair, ending it, and what was before. Many to many, with dates; nothing is deleted."""

import dataclasses
import datetime as dt

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from training.accounts.person import FACILITATOR, SUPERVISOR, Person
from training.accounts.store import people as people_table
from training.accounts.store import people_where
from training.core.language import N_
from training.core.refusal import Refusal
from training.supervision.store import SupervisionRow, supervisions


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
    lasting = lasting_pair(session, supervisor.id, facilitator.id)
    if lasting is not None:
        return lasting
    row = SupervisionRow(supervisor_id=supervisor.id, facilitator_id=facilitator.id, since=at)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return lasting_pair(session, supervisor.id, facilitator.id)
    return row.id


def lasting_pair(session: Session, supervisor_id: int, facilitator_id: int) -> int | None:
    """The number of the pair that these two are now."""
    return session.scalar(sa.select(supervisions.c.id).where(
        supervisions.c.supervisor_id == supervisor_id, supervisions.c.facilitator_id == facilitator_id,
        supervisions.c.until.is_(None),
    ))


def pairs_with(session: Session, person_id: int, *, most: int | None = None) -> list[Pair]:
    """The pairs this person is or was in, the lasting ones first, then the latest; at most `most` of them."""
    return pairs_where(
        session, (supervisions.c.supervisor_id == person_id) | (supervisions.c.facilitator_id == person_id), most
    )


def pair_with(session: Session, person_id: int, pair_id: int) -> Pair | None:
    """The pair with this number, when this person is in it."""
    found = pairs_where(session, supervisions.c.id == pair_id, 1)
    return next((pair for pair in found if person_id in (pair.supervisor.id, pair.facilitator.id)), None)


def pairs_where(session: Session, condition, most: int | None) -> list[Pair]:
    rows = session.execute(
        sa.select(supervisions).where(condition).limit(most)
        .order_by(supervisions.c.until.is_not(None), supervisions.c.since.desc(), supervisions.c.id)
    ).all()
    ids = {row.supervisor_id for row in rows} | {row.facilitator_id for row in rows}
    people = {person.id: person for person in people_where(session, people_table.c.id.in_(ids))}
    return [
        Pair(row.id, people[row.supervisor_id], people[row.facilitator_id], row.since, row.until)
        for row in rows if {row.supervisor_id, row.facilitator_id} <= set(people)
    ]


def end(session: Session, pair_id: int, *, at: dt.datetime) -> Pair | None:
    """End a pair at `at`; one that ended before keeps its day. None when there is no such pair."""
    row = session.get(SupervisionRow, pair_id)
    if row is None:
        return None
    if row.until is None:
        row.until = at
        session.flush()
    return pair_with(session, row.supervisor_id, pair_id)


def end_all(session: Session, person_id: int, *, at: dt.datetime, role: str | None = None) -> None:
    """End every lasting pair of a person: those she is in as `role`, or all when no role is given."""
    sides = []
    if role in (SUPERVISOR, None):
        sides.append(supervisions.c.supervisor_id == person_id)
    if role in (FACILITATOR, None):
        sides.append(supervisions.c.facilitator_id == person_id)
    if sides:
        session.execute(
            sa.update(supervisions).where(sa.or_(*sides), supervisions.c.until.is_(None)).values(until=at)
        )
