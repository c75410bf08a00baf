"""Tables of people and what is kept about their signing in. The only place that reads or writes them."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.accounts.person import Person
from training.core.database import Base, UtcDateTime
from training.core.often import Often


class PersonRow(Base):
    """A person. `disabled_at` closes the account; `erased_at` says that nothing of her is left in it."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(254), unique=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    password_hash: Mapped[str | None] = mapped_column(sa.String(200))
    language: Mapped[str] = mapped_column(sa.String(2), default="id")
    zone: Mapped[str] = mapped_column(sa.String(4), default="WIB")
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    erased_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class RoleRow(Base):
    """A role is held from `since` until `until`; taking it away ends the row, so what was is still known."""

    __tablename__ = "roles"
    __table_args__ = (sa.Index(
        "uq_roles_held", "person_id", "role", unique=True,
        sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL"),
    ),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    role: Mapped[str] = mapped_column(sa.String(20))
    since: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    given_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))


class SignInRow(Base):
    """One signed-in browser. Only the hash of its token is kept."""

    __tablename__ = "sign_ins"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    started_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    device: Mapped[str] = mapped_column(sa.String(120), default="")


class InvitationRow(Base):
    """A link that lets somebody choose a password: a first one (`invitation`) or a new one (`reset`). The token is
    made from `seed` and the installation's secret, so that a stolen database opens no door."""

    __tablename__ = "invitations"
    __table_args__ = (sa.UniqueConstraint("made_by_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(12))
    seed: Mapped[str] = mapped_column(sa.String(32))
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    client_key: Mapped[str | None] = mapped_column(sa.String(64))
    made_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    replaced_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    asked_again_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


people, roles, sign_ins = PersonRow.__table__, RoleRow.__table__, SignInRow.__table__
invitations = InvitationRow.__table__

_signed_in = Often(
    sa.select(
        people.c.id, people.c.name, people.c.email, people.c.language, people.c.zone,
        sign_ins.c.started_at, sign_ins.c.seen_at, roles.c.role,
    )
    .join(people, people.c.id == sign_ins.c.person_id)
    .outerjoin(roles, (roles.c.person_id == people.c.id) & roles.c.until.is_(None))
    .where(
        sign_ins.c.token_hash == sa.bindparam("token_hash"),
        sign_ins.c.ended_at.is_(None), people.c.disabled_at.is_(None),
    )
)


def signed_in(session: Session, token_hash: str):
    """`(Person, started_at, seen_at)` behind a sign-in token's hash, in one statement; None when it has ended or
    the person is disabled."""
    rows = _signed_in.rows(session, token_hash=token_hash)
    if not rows:
        return None
    first = rows[0]
    held = frozenset(row.role for row in rows if row.role)
    person = Person(first.id, first.name, first.email, held, first.language, first.zone)
    return person, first.started_at, first.seen_at


def person_by_id(session: Session, person_id: int) -> Person | None:
    """The person with this id, also with a closed account; else None."""
    return next(iter(_people(session, people.c.id == person_id)), None)


def person_by_email(session: Session, email: str) -> Person | None:
    """The person with this address, however it is typed; else None."""
    return next(iter(_people(session, people.c.email == email.strip().casefold())), None)


def password_of(session: Session, email: str) -> tuple[int, str | None] | None:
    """`(person id, kept hash)` of the open account with this address."""
    row = session.execute(
        sa.select(people.c.id, people.c.password_hash)
        .where(people.c.email == email.strip().casefold(), people.c.disabled_at.is_(None))
    ).first()
    return row and (row.id, row.password_hash)


def people_by_email(session: Session, emails) -> dict[str, Person]:
    """Everyone with one of these addresses, by address."""
    found, emails = {}, sorted(set(emails))
    for start in range(0, len(emails), 500):
        found.update(
            (person.email, person)
            for person in people_where(session, people.c.email.in_(emails[start:start + 500]))
        )
    return found


def everybody(session: Session) -> list[Person]:
    """Every person, by name; the erased never."""
    return people_where(session, sa.true())


def people_by_id(session: Session, ids) -> dict[int, Person]:
    """These people by id; the erased are left out."""
    return {person.id: person for person in people_where(session, people.c.id.in_(tuple(ids)))}


def people_where(session: Session, condition) -> list[Person]:
    """Everyone for whom `condition` on the table of people holds, by name; the erased never."""
    return _people(session, condition, people.c.erased_at.is_(None))


def _people(session: Session, *conditions) -> list[Person]:
    rows = session.execute(
        sa.select(people, roles.c.role)
        .outerjoin(roles, (roles.c.person_id == people.c.id) & roles.c.until.is_(None))
        .where(*conditions)
        .order_by(people.c.name, people.c.id)
    ).all()
    held: dict[int, set] = {}
    for row in rows:
        held.setdefault(row.id, set()).add(row.role)
    firsts = {row.id: row for row in rows}
    return [
        Person(row.id, row.name, row.email, frozenset(held[row.id] - {None}), row.language, row.zone,
               row.disabled_at is not None)
        for row in firsts.values()
    ]
