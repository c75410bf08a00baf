"""Writing people and roles."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from training.accounts.person import ADMINISTRATOR
from training.accounts.store import PersonRow, RoleRow, people, roles


def add(session: Session, values: dict, held: frozenset[str], given_by_id: int | None, at: dt.datetime) -> int | None:
    """Add a person with these roles; her id, or None when the address is taken."""
    row = PersonRow(**values, created_at=at)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return None
    session.add_all(RoleRow(person_id=row.id, role=role, since=at, given_by_id=given_by_id) for role in sorted(held))
    session.flush()
    return row.id


def add_many(session: Session, rows: list[dict]) -> None:
    """Write many people in one statement."""
    session.execute(sa.insert(PersonRow), rows)


def add_roles(session: Session, rows: list[dict]) -> None:
    """Write many roles in one statement."""
    session.execute(sa.insert(RoleRow), rows)


def change(session: Session, person_id: int, **values) -> None:
    """Set columns of one person."""
    session.execute(sa.update(people).where(people.c.id == person_id).values(**values))


def add_role(session: Session, person_id: int, role: str, given_by_id: int, at: dt.datetime) -> bool:
    """False when she holds it already."""
    try:
        with session.begin_nested():
            session.add(RoleRow(person_id=person_id, role=role, since=at, given_by_id=given_by_id))
    except IntegrityError:
        return False
    return True


def end_role(session: Session, person_id: int, role: str, ended_by_id: int, at: dt.datetime) -> bool:
    """False when she does not hold it."""
    ended = session.execute(
        sa.update(roles)
        .where(roles.c.person_id == person_id, roles.c.role == role, roles.c.until.is_(None))
        .values(until=at, ended_by_id=ended_by_id)
    )
    return bool(ended.rowcount)


def end_roles(session: Session, person_id: int, at: dt.datetime) -> None:
    """End every role a person holds now."""
    session.execute(sa.update(roles).where(roles.c.person_id == person_id, roles.c.until.is_(None)).values(until=at))


def administrators(session: Session) -> set[int]:
    """Everyone who can administer now, held until the transaction ends, so that two cannot remove each other."""
    return set(session.scalars(
        sa.select(roles.c.person_id).join(people, people.c.id == roles.c.person_id)
        .where(roles.c.role == ADMINISTRATOR, roles.c.until.is_(None), people.c.disabled_at.is_(None))
        .with_for_update(key_share=True)
    ))


def close(session: Session, person_id: int, at: dt.datetime) -> None:
    """Close an open account; one that is closed keeps its time."""
    open_account = sa.update(people).where(people.c.id == person_id, people.c.disabled_at.is_(None))
    session.execute(open_account.values(disabled_at=at))


def reopen(session: Session, person_id: int) -> None:
    """Open a closed account; an erased one stays closed."""
    not_erased = sa.update(people).where(people.c.id == person_id, people.c.erased_at.is_(None))
    session.execute(not_erased.values(disabled_at=None))
