"""Reading the ledger: entries as values, who stands behind a commitment, what was said. It writes no entry."""

import dataclasses
import datetime as dt
import secrets
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts import store as accounts
from training.practice.store import insert
from training.signoffs import store
from training.signoffs.entry import Entry, commitment

entries, commitments = store.EntryRow.__table__, store.CommitmentRow.__table__
texts, people = store.DecisionTextRow.__table__, accounts.PersonRow.__table__


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
    known = sa.select(commitments.c.commitment).where(commitments.c.person_id == person_id)
    found = session.scalar(known)
    if found is None:
        salt = secrets.token_hex(32)
        session.execute(insert(session, store.CommitmentRow).values(
            person_id=person_id, salt=salt, commitment=commitment(salt, "person", person_id),
        ).on_conflict_do_nothing())
        found = session.scalar(known)
    return found


def forget(session: Session, person_id: int) -> None:
    """Erase what ties a person to the ledger: salt, commitment, and every word said to or by her. The entries stay
    and still fit together; nobody can tell any more who they are about."""
    known = sa.select(commitments.c.commitment).where(commitments.c.person_id == person_id).scalar_subquery()
    said = sa.select(entries.c.seq).where((entries.c.subject == known) | (entries.c.actor == known))
    session.execute(sa.delete(texts).where(texts.c.seq.in_(said)))
    session.execute(sa.delete(commitments).where(commitments.c.person_id == person_id))


_FIELDS = tuple(field.name for field in dataclasses.fields(Entry))


def as_entry(row) -> Entry:
    return Entry(**{name: getattr(row, name) for name in _FIELDS})


def all_entries(session: Session):
    """Every entry in order, read in portions."""
    for row in session.execute(sa.select(entries).order_by(entries.c.seq).execution_options(yield_per=1000)):
        yield as_entry(row)


def head(session: Session) -> Entry | None:
    """The latest entry, or None for an empty ledger."""
    row = session.execute(sa.select(entries).order_by(entries.c.seq.desc()).limit(1)).first()
    return row and as_entry(row)


def by_key(session: Session, actor: str, client_key: str) -> Entry | None:
    """The entry that this key of this actor has made already, or None."""
    row = session.execute(
        sa.select(entries).where(entries.c.actor == actor, entries.c.client_key == client_key)
    ).first()
    return row and as_entry(row)


def entries_of(
    session: Session, person_ids: Iterable[int], module_ids: Iterable[int] | None = None,
) -> dict[tuple[int, int], list[Entry]]:
    """(person id, module id) → entries oldest first, for many people and modules in one statement."""
    statement = (
        sa.select(commitments.c.person_id, entries)
        .join(entries, entries.c.subject == commitments.c.commitment)
        .where(commitments.c.person_id.in_(tuple(person_ids)))
        .order_by(entries.c.seq)
    )
    if module_ids is not None:
        statement = statement.where(entries.c.module_id.in_(tuple(module_ids)))
    found: dict[tuple[int, int], list[Entry]] = {}
    for row in session.execute(statement):
        found.setdefault((row.person_id, row.module_id), []).append(as_entry(row))
    return found


def decisions_of(session: Session, person_id: int, module_id: int | None = None) -> tuple[Decision, ...]:
    """Every decision about a person (in one module, if given), oldest first, with its words."""
    subject = sa.select(commitments.c.commitment).where(commitments.c.person_id == person_id).scalar_subquery()
    condition = entries.c.subject == subject
    return _decisions(session, condition if module_id is None else condition & (entries.c.module_id == module_id))


def decision_on(session: Session, request_id: int) -> Decision | None:
    """The latest decision about a request, or None while it is open."""
    found = _decisions(session, entries.c.request_id == request_id)
    return found[-1] if found else None


def _decisions(session, condition):
    rows = session.execute(
        sa.select(entries, people.c.id.label("actor_id"), people.c.name, texts.c.message, texts.c.next_step)
        .outerjoin(commitments, commitments.c.commitment == entries.c.actor)
        .outerjoin(people, people.c.id == commitments.c.person_id)
        .outerjoin(texts, texts.c.seq == entries.c.seq)
        .where(condition).order_by(entries.c.seq)
    )
    return tuple(
        Decision(as_entry(row), row.actor_id, row.name or "", row.message or "", row.next_step or "") for row in rows
    )


def plain(decision: Decision) -> dict:
    """A decision as it enters later evidence."""
    at: dt.datetime = decision.entry.at
    return {"seq": decision.entry.seq, "deed": decision.entry.deed, "at": at.isoformat(), "by": decision.actor_name,
            "message": decision.message, "next_step": decision.next_step}
