"""Reading and writing who supervises whom."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import people, people_by_id
from training.supervision.store import SupervisionRow, supervisions


def lasting(session: Session, supervisor_id: int, facilitator_id: int) -> int | None:
    """The number of the pair that these two are now."""
    return session.scalar(sa.select(supervisions.c.id).where(
        supervisions.c.supervisor_id == supervisor_id, supervisions.c.facilitator_id == facilitator_id,
        supervisions.c.until.is_(None),
    ))


def add(session: Session, supervisor_id: int, facilitator_id: int, at: dt.datetime) -> int | None:
    """The number of the new pair, or None when the two became one meanwhile."""
    row = SupervisionRow(supervisor_id=supervisor_id, facilitator_id=facilitator_id, since=at)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return None
    return row.id


def add_many(session: Session, rows: list[dict]) -> None:
    """Write many pairs in one statement."""
    session.execute(sa.insert(SupervisionRow), rows)


def of_person(session: Session, person_id: int, most: int | None) -> tuple[list[sa.Row], dict[int, Person]]:
    """The pairs this person is or was in, the lasting ones first, then the latest; and the people in them."""
    is_in = (supervisions.c.supervisor_id == person_id) | (supervisions.c.facilitator_id == person_id)
    return _found(session, is_in, most)


def by_number(session: Session, pair_id: int) -> tuple[list[sa.Row], dict[int, Person]]:
    """The rows of one pair and its people."""
    return _found(session, supervisions.c.id == pair_id, 1)


def _found(session, condition, most):
    rows = session.execute(
        sa.select(supervisions).where(condition).limit(most)
        .order_by(supervisions.c.until.is_not(None), supervisions.c.since.desc(), supervisions.c.id)
    ).all()
    ids = {row.supervisor_id for row in rows} | {row.facilitator_id for row in rows}
    return list(rows), people_by_id(session, ids)


def end(session: Session, pair_id: int, at: dt.datetime) -> int | None:
    """The supervisor of the pair, ended at `at` unless it was before; None when there is no such pair."""
    row = session.get(SupervisionRow, pair_id)
    if row is None:
        return None
    if row.until is None:
        row.until = at
        session.flush()
    return row.supervisor_id


def facilitators(session: Session, pair_id: int) -> list[int]:
    """The facilitator of this pair, in a list."""
    return list(session.scalars(sa.select(supervisions.c.facilitator_id).where(supervisions.c.id == pair_id)))


def facilitators_beside(session: Session, person_id: int, sides: set[str]) -> set[int]:
    """The facilitators of the lasting pairs in which a person stands on one of these sides."""
    return set(session.scalars(sa.select(supervisions.c.facilitator_id).where(*_lasting_on(person_id, sides))))


def end_all(session: Session, person_id: int, sides: set[str], at: dt.datetime) -> None:
    """End every lasting pair of a person in which she stands on one of these sides (supervisor, facilitator)."""
    session.execute(sa.update(supervisions).where(*_lasting_on(person_id, sides)).values(until=at))


def _lasting_on(person_id: int, sides: set[str]) -> tuple:
    columns = {"supervisor": supervisions.c.supervisor_id, "facilitator": supervisions.c.facilitator_id}
    return sa.or_(*(columns[side] == person_id for side in sides)), supervisions.c.until.is_(None)


def lasting_addresses(session: Session) -> list[sa.Row]:
    """`(supervisor's address, facilitator's address)` of every pair that lasts."""
    supervisor, facilitator = people.alias(), people.alias()
    return list(session.execute(
        sa.select(supervisor.c.email, facilitator.c.email)
        .join_from(supervisions, supervisor, supervisor.c.id == supervisions.c.supervisor_id)
        .join(facilitator, facilitator.c.id == supervisions.c.facilitator_id)
        .where(supervisions.c.until.is_(None)).order_by(supervisor.c.email)
    ))
