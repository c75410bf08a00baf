"""What is kept about one person, told to herself, and its erasure. One table says it for every table of the database.

It stands last beside the demo world, because it looks into every area. It never touches the sign-off ledger, whose
entries name nobody once the salt of a person's commitment is gone, and never shows what others wrote about others.
"""

import dataclasses
import datetime as dt
import secrets

from sqlalchemy.orm import Session

from training import privacy_store as store
from training.accounts import people, signing_in
from training.accounts.person import Person
from training.signoffs import book, pair_changes, role_changes

KEEP, BLANK, DELETE = "keep", "blank", "delete"
SECRET = frozenset({"password_hash", "token_hash", "seed", "salt", "client_key", "commitment"})


@dataclasses.dataclass(frozen=True)
class Holding:
    """What one table holds about a person. `by` names her, in this table or, after `steps` of (column, table, its
    column), in the last one. `erasing` keeps the rows (they count, and say nothing more), blanks columns, or deletes
    them. `hidden` columns are not exported: they tell of somebody else, or of nothing."""

    table: str
    by: str = "person_id"
    steps: tuple[tuple[str, str, str], ...] = ()
    erasing: str = KEEP
    blanks: dict = dataclasses.field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    exported: bool = True


OF_REQUEST = (("request_id", "signoff_requests", "id"),)
OF_ENTRY = (("seq", "ledger_entries", "seq"), ("subject", "ledger_commitments", "commitment"))

HOLDINGS = (
    Holding("people", by="id"),
    Holding("roles", hidden=frozenset({"person_id", "given_by_id", "ended_by_id"})),
    Holding("sign_ins", erasing=DELETE),
    Holding("kept_forms", erasing=DELETE),
    Holding("invitations", erasing=DELETE, hidden=frozenset({"made_by_id"})),
    Holding("supervisions", by="facilitator_id", hidden=frozenset({"supervisor_id"})),
    Holding("supervisions", by="supervisor_id", hidden=frozenset({"facilitator_id"})),
    Holding("enrolments"),
    Holding("readings"),
    Holding("places", erasing=DELETE),
    Holding("answers", steps=(("attempt_id", "attempts", "id"),), erasing=BLANK, blanks={"response": {}}),
    Holding("attempts", erasing=BLANK, blanks={"gentle": False}),
    Holding("reflections", erasing=DELETE),
    Holding("reflection_shares", erasing=DELETE),
    Holding("practice_records", erasing=BLANK, blanks={"note": ""}),
    Holding("ticks", by="learner_id", steps=(("observation_id", "observations", "id"),), erasing=BLANK,
            blanks={"note": ""}),
    Holding("observations", by="learner_id", erasing=BLANK, blanks={"heard": ""}, hidden=frozenset({"observer_id"})),
    Holding("observations", by="observer_id", exported=False),
    Holding("signoff_request_versions", steps=OF_REQUEST, erasing=BLANK, blanks={"evidence": {}}),
    Holding("signoff_requests", erasing=BLANK, blanks={"note": "", "summary": {}},
            hidden=frozenset({"first_by_id", "waits_for_id"})),
    Holding("decision_texts", steps=OF_ENTRY),
    Holding("ledger_entries", steps=OF_ENTRY[1:], hidden=frozenset({"actor", "other"})),
    Holding("ledger_commitments", exported=False),
    Holding("credentials"),
    Holding("reminders_read", erasing=DELETE),
    Holding("partnership_people", erasing=DELETE),
)
# Columns that say who did something to somebody else's row: neither hers to export nor in need of erasing.
SIGNATURES = frozenset({
    ("signoff_requests", "first_by_id"), ("signoff_requests", "waits_for_id"),
    ("roles", "given_by_id"), ("roles", "ended_by_id"), ("invitations", "made_by_id"), ("releases", "published_by_id"),
    ("drafts", "created_by_id"), ("draft_files", "saved_by_id"), ("draft_saves", "saved_by_id"),
    ("draft_assets", "saved_by_id"), ("draft_reviews", "person_id"), ("draft_publications", "person_id"),
    ("partnerships", "created_by_id"), ("partnership_records", "written_by_id"),
    ("organisation_texts", "by_id"),
})


def my_data(session: Session, person_id: int, *, at: dt.datetime) -> dict:
    """Everything kept about this person, as plain values by table, with what each row says; times in UTC. Secrets
    and what belongs to others are left out."""
    gathered: dict = {"made_at": at.isoformat()}
    for holding in HOLDINGS:
        if holding.exported:
            gathered.setdefault(holding.table, []).extend(rows_of(session, holding, person_id))
    return gathered


def rows_of(session: Session, holding: Holding, person_id: int) -> list[dict]:
    """A holding's rows about this person as JSON can say them."""
    hidden = holding.hidden | SECRET
    rows = store.rows_of(session, holding.table, holding.by, holding.steps, person_id, hidden)
    return [{name: plain(value) for name, value in row.items()} for row in rows]


def plain(value):
    """A value as JSON can say it."""
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


def erase(session: Session, person: Person, *, at: dt.datetime) -> None:
    """Erase a person: her name, address, password and everything she wrote or that was written about her. Counts,
    releases and the ledger stay, and name nobody. Refuses the last administrator. Cannot be undone."""
    role_changes.note_erasure(session, person, at=at)
    people.disable(session, person, at=at)
    pair_changes.end_all_of_erased(session, person, at=at)
    for holding in HOLDINGS:
        place = holding.table, holding.by, holding.steps, person.id
        if holding.erasing == DELETE:
            store.delete(session, *place)
        elif holding.erasing == BLANK:
            store.blank(session, *place, holding.blanks)
    book.forget(session, person.id)
    signing_in.forget(session, person.id, at=at, address=f"{secrets.token_hex(16)}@terhapus.invalid")
