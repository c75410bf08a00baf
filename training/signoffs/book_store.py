"""The rows of the ledger and of what stands beside it: names, words. Rows are only ever added to the ledger itself."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import PersonRow
from training.core.database import insert
from training.core.often import Often
from training.signoffs.entry import ASKED, DECISIONS, FIELDS, KEY_CHANGED, KEY_LOST, Entry
from training.signoffs.store import CommitmentRow, DecisionTextRow, EntryRow, RequestRow

entries, commitments = EntryRow.__table__, CommitmentRow.__table__
requests, names = RequestRow.__table__, commitments.alias("names")
texts, people = DecisionTextRow.__table__, PersonRow.__table__

PORTION = 1000
_fields = [entries.c[name] for name in FIELDS]
_days = {"at", "expires_on"}
_as_they_lie = [sa.type_coerce(entries.c[name], sa.Text) if name in _days else entries.c[name] for name in FIELDS]
_about = Often(
    sa.select(entries).join(commitments, commitments.c.commitment == entries.c.subject)
    .where(commitments.c.person_id == sa.bindparam("person_id")).order_by(entries.c.seq)
)
_at, _expires_on = FIELDS.index("at"), FIELDS.index("expires_on")


def hold(session: Session) -> None:
    """Wait until nobody else writes in the ledger, until this transaction ends. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("LOCK TABLE ledger_entries IN EXCLUSIVE MODE"))


def append_all(session: Session, made: Sequence[Entry], words: Sequence[dict]) -> None:
    """Add entries in order, and the words that some of them commit to."""
    if made:
        session.execute(sa.insert(entries), [dict(vars(one)) for one in made])
    if words:
        session.execute(sa.insert(texts), words)


def _name_of(person_id):
    return sa.select(commitments.c.commitment).where(commitments.c.person_id == person_id)


def commitments_of(session: Session, person_ids: Sequence[int]) -> dict[int, str]:
    """Person id → commitment, for those who have one."""
    found = {}
    for start in range(0, len(person_ids), PORTION):
        portion = person_ids[start:start + PORTION]
        found |= dict(tuple(row) for row in session.execute(
            sa.select(commitments.c.person_id, commitments.c.commitment).where(commitments.c.person_id.in_(portion))
        ))
    return found


def keep_commitments(session: Session, rows: list[dict]) -> None:
    """Keep people's names in the ledger, for those who have none yet."""
    if rows:
        session.execute(insert(session, commitments).on_conflict_do_nothing(), rows)


def forget(session: Session, person_id: int) -> None:
    """Delete a person's commitment with its salt, and every word said to or by her."""
    known = _name_of(person_id).scalar_subquery()
    said = sa.select(entries.c.seq).where((entries.c.subject == known) | (entries.c.actor == known))
    session.execute(sa.delete(texts).where(texts.c.seq.in_(said)))
    session.execute(sa.delete(commitments).where(commitments.c.person_id == person_id))


def all_rows(session: Session) -> Iterator:
    """Every entry in order, its values in the order of `Entry`, read in portions."""
    yield from session.execute(sa.select(*_fields).order_by(entries.c.seq).execution_options(yield_per=PORTION))


def written_rows(session: Session) -> Iterator[tuple]:
    """The same as `Entry.written` says them, quickly: SQLite keeps times as text that is nearly so already."""
    rows = session.execute(sa.select(*_as_they_lie).order_by(entries.c.seq).execution_options(yield_per=PORTION))
    for portion in rows.partitions():
        for row in portion:
            values = list(row)
            at, day = values[_at], values[_expires_on]
            at = at.isoformat("T", "microseconds") if isinstance(at, dt.datetime) else str(at).replace(" ", "T", 1)
            values[_at] = f"{at}+00:00"
            values[_expires_on] = day if day is None else str(day)
            yield values


def last_key(session: Session) -> str | None:
    """"old:new" of the last change or loss of the key, or None."""
    is_one = entries.c.deed.in_((KEY_CHANGED, KEY_LOST))
    return session.scalar(sa.select(entries.c.about).where(is_one).order_by(entries.c.seq.desc()).limit(1))


def last_row(session: Session):
    """The latest entry's row, or None for an empty ledger."""
    return session.execute(sa.select(entries).order_by(entries.c.seq.desc()).limit(1)).first()


def row_by_key(session: Session, actor: str, client_key: str):
    """The row that this key of this actor has made, or None."""
    return session.execute(
        sa.select(entries).where(entries.c.actor == actor, entries.c.client_key == client_key)
    ).first()


def rows_about(session: Session, person_id: int) -> list:
    """Every entry about this person, oldest first."""
    return _about.rows(session, person_id=person_id)


def rows_about_people(session: Session, person_ids: Collection[int], deeds: Collection[str]) -> Iterator:
    """Every entry of these deeds about these people, with `person_id`, oldest first."""
    known = sorted(person_ids)
    for start in range(0, len(known), PORTION):
        yield from session.execute(
            sa.select(entries, commitments.c.person_id)
            .join(commitments, commitments.c.commitment == entries.c.subject)
            .where(commitments.c.person_id.in_(known[start:start + PORTION]), entries.c.deed.in_(deeds))
            .order_by(entries.c.seq)
        )


def rows_about_subjects(session: Session, subjects: Collection[str]) -> Iterator:
    """Every entry about these commitments, oldest first."""
    named = sorted(subjects)
    for start in range(0, len(named), PORTION):
        portion = named[start:start + PORTION]
        yield from session.execute(
            sa.select(entries).where(entries.c.subject.in_(portion)).order_by(entries.c.seq)
        )


def decisions_about(session: Session, person_id: int, module_id: int | None) -> list:
    """Decisions about a person (in one module, if given) with the actor's id and name and the words, oldest first.
    What one supervisor wrote to another when handing a request on is not among them."""
    condition = (entries.c.subject == _name_of(person_id).scalar_subquery()) & entries.c.deed.in_(DECISIONS)
    return _decisions(session, condition if module_id is None else condition & (entries.c.module_id == module_id))


def decisions_on(session: Session, request_id: int) -> list:
    """What was decided about one request, and to whom it was handed, in the same shape."""
    # By whose it is first: there is an index of people, and none of requests.
    hers = sa.select(names.c.commitment).join(requests, requests.c.person_id == names.c.person_id)
    subject = hers.where(requests.c.id == request_id).scalar_subquery()
    return _decisions(
        session, (entries.c.subject == subject) & (entries.c.request_id == request_id) & (entries.c.deed != ASKED),
    )


def _decisions(session, condition):
    return list(session.execute(
        sa.select(entries, people.c.id.label("actor_id"), people.c.name, texts.c.message, texts.c.next_step)
        .outerjoin(commitments, commitments.c.commitment == entries.c.actor)
        .outerjoin(people, people.c.id == commitments.c.person_id)
        .outerjoin(texts, texts.c.seq == entries.c.seq)
        .where(condition).order_by(entries.c.seq)
    ))
