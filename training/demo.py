"""The demo world: named people in the middle of their stories. Everything in it goes through the same deeds as real
life; it never loads twice and never into a database that holds somebody else."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training import demo_story
from training.accounts.passwords import hashed
from training.accounts.person import ADMINISTRATOR, COORDINATOR, FACILITATOR, SUPERVISOR, THERAPIST, Person
from training.accounts.store import person_by_email
from training.demo_drafts import tell_drafts
from training.demo_partnership import tell_partnership
from training.framework.framework import Framework
from training.signoffs import role_changes
from training.signoffs.pair_changes import pair

PASSWORD = "rangkul-bersama"  # noqa: S105


@dataclasses.dataclass(frozen=True)
class DemoPerson:
    """Somebody to sign in as; `waits` says in both languages what waits for them."""

    email: str
    name: str
    role: str
    zone: str
    waits: dict


PEOPLE = (
    DemoPerson("ratna@example.org", "Ratna Wulandari", FACILITATOR, "WIB", {
        "id": "satu pelajaran setengah dibaca, satu kuis, satu refleksi yang kembali dari Sari",
        "en": "a lesson half read, a quiz to take, a reflection returned by Sari"}),
    DemoPerson("made@example.org", "Made Artini", FACILITATOR, "WITA", {
        "id": "satu modul lengkap, menunggu pengesahan; satu sertifikat",
        "en": "a module complete and waiting for sign-off; a certificate"}),
    DemoPerson("yohana@example.org", "Yohana Kambu", FACILITATOR, "WIT", {
        "id": "didampingi Budi; tidak terlihat oleh Sari", "en": "supervised by Budi; nothing Sari may see"}),
    DemoPerson("sari@example.org", "Sari Kusumaningtyas", SUPERVISOR, "WIB", {
        "id": "dua pengesahan menunggu", "en": "two sign-offs waiting"}),
    DemoPerson("budi@example.org", "Budi Hartono", SUPERVISOR, "WIT", {
        "id": "satu pengesahan menunggu, modul ★ dengan dua tanda tangan",
        "en": "one sign-off waiting, a ★ module that takes two signatures"}),
    DemoPerson("wayan@example.org", "Wayan Sudarma", THERAPIST, "WITA", {
        "id": "satu naskah dengan satu hal untuk diperbaiki", "en": "a draft with one problem to fix"}),
    DemoPerson("dewi@example.org", "Dewi Hutabarat", THERAPIST, "WIB", {
        "id": "satu naskah menunggu tinjauan", "en": "a draft waiting for review"}),
    DemoPerson("andreas@example.org", "Andreas Tandi", COORDINATOR, "WITA", {
        "id": "satu kelompok dalam kemitraan", "en": "one group in partnership"}),
    DemoPerson("admin@example.org", "Agnes Lumban", ADMINISTRATOR, "WIB", {
        "id": "orang, peran, dan undangan", "en": "people, roles and invitations"}),
)
PAIRS = (("sari", "ratna"), ("sari", "made"), ("budi", "yohana"))
BEGAN = dt.timedelta(days=75)


def is_loaded(session: Session) -> bool:
    """Whether the demo world is in this database."""
    return person_by_email(session, PEOPLE[0].email) is not None


def load(session: Session, framework: Framework, *, at: dt.datetime) -> None:
    """Put the demo world into a database that holds none of it, as if it had been going on for some weeks before `at`.
    Courses must be published. A repeat changes nothing."""
    if is_loaded(session):
        return
    cast = enter(session, at - BEGAN)
    demo_story.tell(session, cast, framework, at)
    tell_drafts(session, cast, at)
    tell_partnership(session, cast, at)


def enter(session: Session, at: dt.datetime) -> dict[str, Person]:
    """The people with their roles, one shared password and who supervises whom; by the first part of their address."""
    password = hashed(PASSWORD)
    cast = {
        one.email.partition("@")[0]: role_changes.add_person(
            session, email=one.email, name=one.name, roles=(one.role,), zone=one.zone, at=at, password_hash=password,
        )
        for one in PEOPLE
    }
    for supervisor, facilitator in PAIRS:
        pair(session, None, cast[supervisor], cast[facilitator], at=at)
    return cast
