"""Reading the ledger: entries as values, who stands behind a commitment, what was said. It writes no entry."""

import dataclasses
import datetime as dt
import secrets
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy.orm import Session

from training.signoffs import book_store as store
from training.signoffs.entry import DECISIONS, EXPIRED, FIELDS, Entry, commitment


@dataclasses.dataclass(frozen=True)
class Decision:
    """An entry with what was said and by whom; `actor_name` is empty once that person was erased."""

    entry: Entry
    actor_id: int | None
    actor_name: str
    message: str
    next_step: str


def name_in_ledger(session: Session, person_id: int) -> str:
    """The commitment that stands for a person, made the first time it is needed."""
    return names_in_ledger(session, [person_id])[person_id]


def names_in_ledger(session: Session, person_ids: Sequence[int]) -> dict[int, str]:
    """Person id → commitment, for many people at once."""
    found = store.commitments_of(session, person_ids)
    salts = {one: secrets.token_hex(32) for one in person_ids if one not in found}
    store.keep_commitments(session, [
        {"person_id": one, "salt": salt, "commitment": commitment(salt, "person", one)} for one, salt in salts.items()
    ])
    return found | store.commitments_of(session, list(salts))


def forget(session: Session, person_id: int) -> None:
    """Erase what ties a person to the ledger: salt, commitment, and every word said to or by her. The entries stay
    and still fit together; nobody can tell any more who they are about."""
    store.forget(session, person_id)


def as_entry(row) -> Entry:
    """A stored row as an entry."""
    return Entry(**{name: getattr(row, name) for name in FIELDS})


def all_entries(session: Session) -> Iterator[Entry]:
    """Every entry in order, read in portions."""
    return (Entry(*row) for row in store.all_rows(session))


def head(session: Session) -> Entry | None:
    """The latest entry, or None for an empty ledger."""
    row = store.last_row(session)
    return row and as_entry(row)


def after_head(session: Session, at: dt.datetime) -> dt.datetime:
    """The moment of a deed that must be told apart from every entry before it: `at`, or just after the last entry where
    a clock was set back. Call it holding the pen."""
    last = head(session)
    return at if last is None or at > last.at else last.at + dt.timedelta(microseconds=1)


def by_key(session: Session, actor: str, client_key: str) -> Entry | None:
    """The entry that this key of this actor has made already, or None."""
    row = store.row_by_key(session, actor, client_key)
    return row and as_entry(row)


def entries_of(session: Session, person_id: int) -> dict[int, list[Entry]]:
    """Module id → every entry about this person there, oldest first."""
    found: dict[int, list[Entry]] = {}
    for row in store.rows_about(session, person_id):
        found.setdefault(row.module_id, []).append(as_entry(row))
    return found


def decided_of(session: Session, person_ids: Collection[int]) -> dict[int, dict[int, list[Entry]]]:
    """Person id → module id → the decisions about her there and what expired, oldest first. One statement for a
    thousand people."""
    found: dict[int, dict[int, list[Entry]]] = {one: {} for one in person_ids}
    for row in store.rows_about_people(session, person_ids, (*DECISIONS, EXPIRED)):
        if row.module_id is not None:
            found[row.person_id].setdefault(row.module_id, []).append(as_entry(row))
    return found


def entries_about(session: Session, subjects: Collection[str]) -> dict[str, list[Entry]]:
    """Subject → every entry about her, oldest first; also after her name is gone."""
    found: dict[str, list[Entry]] = {one: [] for one in subjects}
    for row in store.rows_about_subjects(session, subjects):
        found[row.subject].append(as_entry(row))
    return found


def decisions_of(session: Session, person_id: int, module_id: int | None = None) -> tuple[Decision, ...]:
    """Every decision about a person (in one module, if given), oldest first, with its words."""
    return _decisions(store.decisions_about(session, person_id, module_id))


def decisions_on(session: Session, request_id: int) -> tuple[Decision, ...]:
    """Everything decided about a request, and to whom it was handed, oldest first."""
    return _decisions(store.decisions_on(session, request_id))


def decision_on(session: Session, request_id: int) -> Decision | None:
    """The latest decision about a request, or None while there is none."""
    found = decisions_on(session, request_id)
    return found[-1] if found else None


def _decisions(rows):
    return tuple(
        Decision(as_entry(row), row.actor_id, row.name or "", row.message or "", row.next_step or "") for row in rows
    )


def plain(decision: Decision) -> dict:
    """A decision as it enters later evidence."""
    at: dt.datetime = decision.entry.at
    return {"seq": decision.entry.seq, "deed": decision.entry.deed, "at": at.isoformat(), "by": decision.actor_name,
            "message": decision.message, "next_step": decision.next_step}
