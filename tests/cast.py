"""The people every test knows. Each rule has its obvious "no" person.

Ratna is a facilitator; Sari supervises her. Made is a facilitator whom Sari supervises too. Budi supervises somebody
else, Yohana: nothing of Ratna's is his business. Wayan writes courses, Dewi reviews what Wayan wrote. Andreas
coordinates, Agnes administers. A guest is nobody.
"""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import store as accounts
from training.accounts.person import ADMINISTRATOR, COORDINATOR, FACILITATOR, SUPERVISOR, THERAPIST, Person
from training.supervision import store as supervision

AT = dt.datetime(2026, 11, 2, 3, 0, tzinfo=dt.UTC)
PASSWORD = "rangkul-bersama"

NAMES = {
    "ratna": ("Ratna Wulandari", FACILITATOR), "made": ("Made Artini", FACILITATOR),
    "yohana": ("Yohana Kambu", FACILITATOR), "sari": ("Sari Kusumaningtyas", SUPERVISOR),
    "budi": ("Budi Hartono", SUPERVISOR), "wayan": ("Wayan Sudarma", THERAPIST),
    "dewi": ("Dewi Hutabarat", THERAPIST), "andreas": ("Andreas Tandi", COORDINATOR),
    "agnes": ("Agnes Lumban", ADMINISTRATOR),
}
PAIRS = (("sari", "ratna"), ("sari", "made"), ("budi", "yohana"))


@dataclasses.dataclass(frozen=True)
class Cast:
    ratna: Person
    made: Person
    yohana: Person
    sari: Person
    budi: Person
    wayan: Person
    dewi: Person
    andreas: Person
    agnes: Person

    def __iter__(self):
        return (getattr(self, field.name) for field in dataclasses.fields(self))


def enter(session: Session, password_hash: str) -> None:
    """Put the cast into an empty database."""
    ids = {}
    for key, (name, role) in NAMES.items():
        row = accounts.PersonRow(name=name, email=f"{key}@example.org", password_hash=password_hash, created_at=AT)
        session.add(row)
        session.flush()
        session.add(accounts.RoleRow(person_id=row.id, role=role, since=AT))
        ids[key] = row.id
    for supervisor, facilitator in PAIRS:
        session.add(supervision.SupervisionRow(
            supervisor_id=ids[supervisor], facilitator_id=ids[facilitator], since=AT,
        ))


def cast_of(session: Session) -> Cast:
    """The cast as values, by their addresses."""
    return Cast(**{key: accounts.person_by_email(session, f"{key}@example.org") for key in NAMES})
