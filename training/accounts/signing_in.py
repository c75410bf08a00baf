"""How somebody comes in and how long they stay: sign-ins, their two clocks, and their end."""

import datetime as dt
import hashlib
import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts import store
from training.accounts.person import Person

IDLE = dt.timedelta(hours=12)
ABSOLUTE = dt.timedelta(days=14)
TOUCH_EVERY = dt.timedelta(minutes=5)


def token_hash(token: str) -> str:
    """What is kept of a token: SHA-256, so that a stolen database opens no door."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(session: Session, person_id: int, *, at: dt.datetime, device: str = "") -> str:
    """Begin a sign-in for a person and return its token, which is shown once and never stored."""
    token = secrets.token_urlsafe(32)
    session.add(store.SignInRow(
        person_id=person_id, token_hash=token_hash(token), started_at=at, seen_at=at, device=device[:120],
    ))
    session.flush()
    return token


def who(session: Session, token: str, *, at: dt.datetime) -> tuple[Person, bool] | None:
    """`(person, is a touch due)` for a living token; None when it has ended, been idle too long or grown too old."""
    found = store.signed_in(session, token_hash(token))
    if found is None:
        return None
    person, started_at, seen_at = found
    if at - seen_at > IDLE or at - started_at > ABSOLUTE:
        return None
    return person, at - seen_at > TOUCH_EVERY


def touch(session: Session, token: str, *, at: dt.datetime) -> None:
    """Note that the browser behind `token` was here."""
    session.execute(
        sa.update(store.SignInRow).where(store.SignInRow.token_hash == token_hash(token)).values(seen_at=at)
    )


def end(session: Session, token: str, *, at: dt.datetime) -> None:
    """End one sign-in: from the next request on, its token opens nothing."""
    session.execute(
        sa.update(store.SignInRow)
        .where(store.SignInRow.token_hash == token_hash(token), store.SignInRow.ended_at.is_(None))
        .values(ended_at=at)
    )


def end_all(session: Session, person_id: int, *, at: dt.datetime, but: str | None = None) -> None:
    """End every sign-in of a person, except the one with the token `but`."""
    statement = sa.update(store.SignInRow).where(
        store.SignInRow.person_id == person_id, store.SignInRow.ended_at.is_(None)
    )
    if but is not None:
        statement = statement.where(store.SignInRow.token_hash != token_hash(but))
    session.execute(statement.values(ended_at=at))
