"""People of this installation: adding them, their profile, their roles, closing and reopening an account.

The doors ask the permission table first (it stands above this floor); what is refused here would be wrong whoever asks.
"""

import datetime as dt
import re

from sqlalchemy.orm import Session

from training.accounts import people_store as store
from training.accounts import signing_in
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
    values = {
        "email": checked_email(email), "name": checked_name(name), "language": checked_language(language),
        "zone": checked_zone(zone), "password_hash": password_hash,
    }
    roles = checked_roles(roles)
    person_id = store.add(session, values, roles, given_by_id, at)
    if person_id is None:
        raise EmailTaken(email=values["email"])
    return Person(person_id, values["name"], values["email"], roles, language, zone)


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
    """These roles, when there is at least one and all are known; refuses RoleUnknown."""
    roles = frozenset(roles)
    if not roles or not roles <= set(ROLES):
        raise RoleUnknown()
    return roles


def checked_language(language: str) -> str:
    """The language, when the interface speaks it; refuses LanguageUnknown."""
    if language not in LANGUAGES:
        raise LanguageUnknown()
    return language


def checked_zone(zone: str) -> str:
    """WIB, WITA or WIT; refuses ZoneUnknown."""
    if zone not in ZONES:
        raise ZoneUnknown()
    return zone


def change_profile(session: Session, person_id: int, *, name: str, language: str, zone: str) -> None:
    """Change a person's name, language and time zone. Refuses as `add` does."""
    store.change(session, person_id, name=checked_name(name), language=checked_language(language),
                 zone=checked_zone(zone))


def give_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """Give `person` a role from `at`; her sign-ins end, so that what she may do is fresh. A role she holds already
    stays as it is. Refuses one's own and unknown roles."""
    checked_roles({role})
    if actor.id == person.id:
        raise OwnRole()
    if not person.is_a(role) and store.add_role(session, person.id, role, actor.id, at):
        signing_in.end_all(session, person.id, at=at)


def take_role(session: Session, actor: Person, person: Person, role: str, *, at: dt.datetime) -> None:
    """End a role of `person` at `at`; the row stays, so that what was is still known. Her sign-ins end. Refuses
    one's own role, and the last administrator's."""
    if actor.id == person.id:
        raise OwnRole()
    if role == ADMINISTRATOR:
        keep_an_administrator(session, person)
    if store.end_role(session, person.id, role, actor.id, at):
        signing_in.end_all(session, person.id, at=at)


def keep_an_administrator(session: Session, leaving: Person) -> None:
    """Refuse when nobody but `leaving` could administer."""
    if store.administrators(session) == {leaving.id}:
        raise LastAdministrator()


def disable(session: Session, person: Person, *, at: dt.datetime) -> None:
    """Close an account at `at`: its sign-ins end and none begins. What the person did stays. Refuses the last
    administrator."""
    keep_an_administrator(session, person)
    store.close(session, person.id, at)
    signing_in.end_all(session, person.id, at=at)


def enable(session: Session, person: Person) -> None:
    """Reopen a closed account; an erased one stays closed."""
    store.reopen(session, person.id)
