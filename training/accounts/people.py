"""People of this installation: adding them, their profile, their roles, closing and reopening an account.

The doors ask the permission table first (it stands above this floor); what is refused here would be wrong whoever asks.
"""

import datetime as dt
import re

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from training.accounts import signing_in, store
from training.accounts.person import ADMINISTRATOR, ROLES, Person
from training.core.clock import ZONES
from training.core.language import LANGUAGES, N_
from training.core.refusal import NotUnderstood, Refusal

ADDRESS = re.compile(r"[^\s@\"<>,;]{1,64}@[^\s@\"<>,;]{1,180}\.[^\s@.\"<>,;]{2,60}")
NAME_LONGEST = 120


class EmailNotUnderstood(NotUnderstood):
    sentence = N_("Alamat email ini belum lengkap. Contoh: ratna@contoh.org.")


class EmailTaken(Refusal):
    sentence = N_("Email %(email)s sudah dipakai orang lain di sini.")


class NameMissing(NotUnderstood):
    sentence = N_("Nama perlu diisi, paling banyak %(most)d huruf, tanpa pindah baris.")


class RoleUnknown(NotUnderstood):
    sentence = N_("Pilih paling sedikit satu peran.")


class LanguageUnknown(NotUnderstood):
    sentence = N_("Pilih bahasa yang ada di daftar.")


class ZoneUnknown(NotUnderstood):
    sentence = N_("Pilih zona waktu WIB, WITA, atau WIT.")


class OwnRole(Refusal):
    status = 403
    sentence = N_("Peran sendiri diatur oleh orang lain.")


class LastAdministrator(Refusal):
    sentence = N_("Ini administrator terakhir. Beri peran itu kepada orang lain lebih dulu.")


def add(
    session: Session, *, email: str, name: str, roles, at: dt.datetime, language: str = "id", zone: str = "WIB",
    password_hash: str | None = None, given_by_id: int | None = None,
) -> Person:
    """Add a person with these roles from `at`. Refuses a taken or broken address, a missing name, no or unknown
    roles. She has no password until she uses an invitation, unless `password_hash` brings one."""
    email = checked_email(email)
    row = store.PersonRow(
        email=email, name=checked_name(name), language=checked_language(language), zone=checked_zone(zone),
        password_hash=password_hash, created_at=at,
    )
    roles = checked_roles(roles)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise EmailTaken(email=email) from None
    session.add_all(
        store.RoleRow(person_id=row.id, role=role, since=at, given_by_id=given_by_id) for role in sorted(roles)
    )
    session.flush()
    return Person(row.id, row.name, row.email, roles, row.language, row.zone)


def checked_email(email: str) -> str:
    """The address as it is kept: in small letters. Refuses what cannot be one."""
    email = email.strip().casefold()
    if not ADDRESS.fullmatch(email) or len(email) > 254 or not email.isprintable():
        raise EmailNotUnderstood()
    return email


def checked_name(name: str) -> str:
    """The name with single spaces. Refuses none, one over 120 characters, and control characters."""
    name = " ".join(name.split())
    if not name or len(name) > NAME_LONGEST or not name.isprintable():
        raise NameMissing(most=NAME_LONGEST)
    return name


def checked_roles(roles) -> frozenset[str]:
    roles = frozenset(roles)
    if not roles or not roles <= set(ROLES):
        raise RoleUnknown()
    return roles


def checked_language(language: str) -> str:
    if language not in LANGUAGES:
        raise LanguageUnknown()
    return language


def checked_zone(zone: str) -> str:
    if zone not in ZONES:
        raise ZoneUnknown()
    return zone


def change_profile(session: Session, person_id: int, *, name: str, language: str, zone: str) -> None:
    """Change a person's name, language and time zone. Refuses as `add` does."""
    session.execute(sa.update(store.people).where(store.people.c.id == person_id).values(
        name=checked_name(name), language=checked_language(language), zone=checked_zone(zone),
    ))


def give_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Give `person` a role from `at`; her sign-ins end, so that what she may do is fresh. A role she holds already
    stays as it is. Refuses one's own and unknown roles."""
    checked_roles({role})
    if actor.id == person.id:
        raise OwnRole()
    if person.is_a(role):
        return
    try:
        with session.begin_nested():
            session.add(store.RoleRow(person_id=person.id, role=role, since=at, given_by_id=actor.id))
    except IntegrityError:
        return
    signing_in.end_all(session, person.id, at=at)


def take_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """End a role of `person` at `at`; the row stays, so that what was is still known. Her sign-ins end. Refuses
    one's own role, and the last administrator's."""
    if actor.id == person.id:
        raise OwnRole()
    if role == ADMINISTRATOR:
        keep_an_administrator(session, person)
    ended = session.execute(
        sa.update(store.roles)
        .where(store.roles.c.person_id == person.id, store.roles.c.role == role, store.roles.c.until.is_(None))
        .values(until=at, ended_by_id=actor.id)
    )
    if ended.rowcount:
        signing_in.end_all(session, person.id, at=at)


def keep_an_administrator(session: Session, leaving: Person) -> None:
    """Refuse when nobody but `leaving` could administer. Locks the rows, so that two cannot remove each other."""
    holders = session.scalars(
        sa.select(store.roles.c.person_id)
        .join(store.people, store.people.c.id == store.roles.c.person_id)
        .where(store.roles.c.role == ADMINISTRATOR, store.roles.c.until.is_(None), store.people.c.disabled_at.is_(None))
        .with_for_update()
    ).all()
    if set(holders) == {leaving.id}:
        raise LastAdministrator()


def disable(session: Session, person: Person, *, at: dt.datetime) -> None:
    """Close an account at `at`: its sign-ins end and none begins. What the person did stays. Refuses the last
    administrator."""
    keep_an_administrator(session, person)
    session.execute(
        sa.update(store.people)
        .where(store.people.c.id == person.id, store.people.c.disabled_at.is_(None)).values(disabled_at=at)
    )
    signing_in.end_all(session, person.id, at=at)


def enable(session: Session, person: Person) -> None:
    """Reopen a closed account; an erased one stays closed."""
    session.execute(
        sa.update(store.people)
        .where(store.people.c.id == person.id, store.people.c.erased_at.is_(None)).values(disabled_at=None)
    )
