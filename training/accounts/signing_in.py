"""How somebody comes in and how long they stay: sign-ins, their two clocks, and their end."""

import base64
import dataclasses
import datetime as dt
import hashlib
import secrets

from sqlalchemy.orm import Session

from training.accounts import passwords, people_store, sign_ins_store, store
from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood

IDLE = dt.timedelta(hours=12)
ABSOLUTE = dt.timedelta(days=14)
TOUCH_EVERY = dt.timedelta(minutes=5)


def url_safe(raw: bytes) -> str:
    """Bytes as letters that survive in an address."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def token_hash(token: str) -> str:
    """What is kept of a token: SHA-256, so that a stolen database opens no door."""
    return hashlib.sha256(token.encode()).hexdigest()


class WrongPassword(NotUnderstood):
    sentence = N_("Kata sandi sekarang belum cocok. Coba ketik sekali lagi.")


@dataclasses.dataclass(frozen=True)
class Lock:
    """What must be opened to come in as somebody: nothing of it tells whether there is such a person."""

    person_id: int | None = None
    kept: str | None = None


def lock_of(session: Session, email: str) -> Lock:
    """The lock on the account with this address; one that nothing opens when there is none or it is closed."""
    return Lock(*(store.password_of(session, email) or ()))


def lock_of_person(session: Session, person: Person) -> Lock:
    """The lock on this person's own account, to ask for the password once more before a grave deed."""
    return lock_of(session, person.email)


def opens(lock: Lock, password: str) -> bool:
    """Whether `password` opens `lock`. Slow on purpose, and equally slow for a lock that nothing opens: call it
    outside a writing transaction."""
    return passwords.matches(lock.kept, password)


def keep_password(session: Session, person_id: int, new_hash: str) -> None:
    """Keep the hash of a newly chosen password (`passwords.new_hash` made it)."""
    people_store.change(session, person_id, password_hash=new_hash)


def start(session: Session, person_id: int, *, at: dt.datetime, device: str = "") -> str:
    """Begin a sign-in for a person and return its token, which is shown once and never stored."""
    token = secrets.token_urlsafe(32)
    sign_ins_store.add(session, person_id, token_hash(token), device[:120], at)
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
    sign_ins_store.touch(session, token_hash(token), at)


def end(session: Session, token: str, *, at: dt.datetime) -> None:
    """End one sign-in: from the next request on, its token opens nothing."""
    sign_ins_store.end(session, token_hash(token), at)


def end_all(session: Session, person_id: int, *, at: dt.datetime, but: str | None = None) -> None:
    """End every sign-in of a person, except the one with the token `but`."""
    sign_ins_store.end_all(session, person_id, at, None if but is None else token_hash(but))


@dataclasses.dataclass(frozen=True)
class SignIn:
    """One living sign-in, for the list on a person's own page."""

    id: int
    device: str
    started_at: dt.datetime
    seen_at: dt.datetime
    is_this_one: bool


def living(session: Session, person_id: int, *, at: dt.datetime, token: str = "") -> list[SignIn]:
    """The sign-ins of a person that still open something, the latest first; `token` marks the one asking."""
    rows = sign_ins_store.living(session, person_id, at - IDLE, at - ABSOLUTE)
    mine = token_hash(token)
    return [SignIn(row.id, row.device, row.started_at, row.seen_at, row.token_hash == mine) for row in rows]


def end_one(session: Session, person_id: int, sign_in_id: int, *, at: dt.datetime) -> bool:
    """End one of a person's own sign-ins by its number. False when it is not hers."""
    return sign_ins_store.end_one(session, person_id, sign_in_id, at)


def forget(session: Session, person_id: int, *, at: dt.datetime, address: str) -> None:
    """Make an account nobody's: no name, no password, no role, an `address` that reaches nobody. For good."""
    people_store.change(
        session, person_id, name="—", email=address, password_hash=None, disabled_at=at, erased_at=at, language="id",
        zone="WIB",
    )
    people_store.end_roles(session, person_id, at)
