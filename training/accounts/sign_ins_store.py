"""Reading and writing sign-ins, by the hash of their token."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import SignInRow, sign_ins
from training.core.database import UtcDateTime


def add(session: Session, person_id: int, token_hash: str, device: str, at: dt.datetime) -> None:
    """Write one sign-in."""
    session.add(SignInRow(person_id=person_id, token_hash=token_hash, started_at=at, seen_at=at, device=device))
    session.flush()


def touch(session: Session, token_hash: str, at: dt.datetime) -> None:
    """Note when a sign-in was seen last."""
    session.execute(sa.update(sign_ins).where(sign_ins.c.token_hash == token_hash).values(seen_at=at))


def end(session: Session, token_hash: str, at: dt.datetime) -> None:
    """End one sign-in; one that ended before keeps its time."""
    session.execute(
        sa.update(sign_ins).where(sign_ins.c.token_hash == token_hash, sign_ins.c.ended_at.is_(None))
        .values(ended_at=at)
    )


def end_all(session: Session, person_id: int, at: dt.datetime, but: str | None) -> None:
    """End every sign-in of a person but the one with the token hash `but`."""
    statement = sa.update(sign_ins).where(sign_ins.c.person_id == person_id, sign_ins.c.ended_at.is_(None))
    if but is not None:
        statement = statement.where(sign_ins.c.token_hash != but)
    session.execute(statement.values(ended_at=at))


def end_one(session: Session, person_id: int, sign_in_id: int, at: dt.datetime) -> bool:
    """False when this sign-in is not this person's; one that ended before keeps its time."""
    first = sa.func.coalesce(sign_ins.c.ended_at, sa.bindparam("at", at, type_=UtcDateTime))
    ended = session.execute(
        sa.update(sign_ins).where(sign_ins.c.id == sign_in_id, sign_ins.c.person_id == person_id).values(ended_at=first)
    )
    return ended.rowcount == 1


def living(session: Session, person_id: int, seen_since: dt.datetime, started_since: dt.datetime) -> list[SignInRow]:
    """A person's sign-ins that have not ended and are not older than these times, the latest first."""
    return list(session.scalars(
        sa.select(SignInRow).where(
            SignInRow.person_id == person_id, SignInRow.ended_at.is_(None),
            SignInRow.seen_at >= seen_since, SignInRow.started_at >= started_since,
        ).order_by(SignInRow.seen_at.desc())
    ))
