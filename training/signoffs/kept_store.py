"""What the database keeps about people, as plain rows that a hash can be made of, and the entries that commit to it."""

from collections.abc import Collection, Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import people, roles
from training.practice import store as practice
from training.signoffs.entry import COUNTED, ERASED
from training.signoffs.store import CommitmentRow, EntryRow
from training.supervision.store import supervisions

PORTION = 1000
entries, commitments = EntryRow.__table__, CommitmentRow.__table__
observations, ticks = practice.ObservationRow.__table__, practice.TickRow.__table__

ACCOUNT = (people.c.name, people.c.email, people.c.zone, people.c.password_hash, people.c.created_at,
           people.c.disabled_at, people.c.erased_at)
ROLES = (roles.c.role, roles.c.since, roles.c.given_by_id, roles.c.until, roles.c.ended_by_id)
PAIRS = (supervisions.c.supervisor_id, supervisions.c.since, supervisions.c.until)
SEEN = (observations.c.id, observations.c.observer_id, observations.c.competency, observations.c.mode,
        observations.c.scene, observations.c.language, observations.c.framework_version, observations.c.observed_on,
        observations.c.heard, observations.c.recorded_at, observations.c.client_key)
TICKS = (ticks.c.behaviour, ticks.c.kind, ticks.c.state, ticks.c.note)


def accounts(session: Session, ids: Collection[int] | None = None) -> dict[int, list]:
    """Person id → her account in one row; of these people, or of everybody."""
    return _rows(session, people.c.id, ACCOUNT, people.c.id, ids)


def roles_of(session: Session, ids: Collection[int] | None = None) -> dict[int, list]:
    """Person id → every role she holds or held."""
    return _rows(session, roles.c.person_id, ROLES, roles.c.id, ids)


def pairs_of(session: Session, ids: Collection[int] | None = None) -> dict[int, list]:
    """Facilitator → every pair she is or was in."""
    return _rows(session, supervisions.c.facilitator_id, PAIRS, supervisions.c.id, ids)


def observations_of(session: Session, ids: Collection[int] | None = None) -> dict[int, list]:
    """Learner → everything that was observed of her, each with its ticks."""
    found = _rows(session, observations.c.learner_id, SEEN, observations.c.id, ids)
    numbers = None if ids is None else [row[0] for rows in found.values() for row in rows]
    marks = _rows(session, ticks.c.observation_id, TICKS, ticks.c.id, numbers)
    return {one: [[*row[1:], marks.get(row[0], [])] for row in rows] for one, rows in found.items()}


def _rows(session, owner, columns, order, ids):
    found: dict[int, list] = {}
    for condition in _portions(owner, ids):
        for row in session.execute(sa.select(owner, *columns).where(condition).order_by(order)):
            found.setdefault(row[0], []).append(list(row[1:]))
    return found


def _portions(column, ids):
    """Conditions that together hold for these ids; one that holds for all without them."""
    if ids is None:
        return [sa.true()]
    wanted = sorted(set(ids))
    return [column.in_(wanted[start:start + PORTION]) for start in range(0, len(wanted), PORTION)]


READ = {"account": accounts, "roles": roles_of, "pairs": pairs_of, "observations": observations_of}


def salts(session: Session, ids: Collection[int]) -> dict[int, str]:
    """Person id → the salt of her name in the ledger, for those who have one."""
    return {
        row.person_id: row.salt for condition in _portions(commitments.c.person_id, ids)
        for row in session.execute(sa.select(commitments.c.person_id, commitments.c.salt).where(condition))
    }


def last_hashes(session: Session, deeds: Collection[str], ids: Collection[int]) -> dict[int, str]:
    """Person id → what the last entry of these deeds about her commits to, for those about whom there is one."""
    return {
        row.person_id: row.evidence_hash for condition in _portions(commitments.c.person_id, ids)
        for row in session.execute(
            sa.select(commitments.c.person_id, entries.c.evidence_hash)
            .join(entries, entries.c.subject == commitments.c.commitment)
            .where(condition, entries.c.deed.in_(deeds), entries.c.evidence_hash != "").order_by(entries.c.seq)
        )
    }


def entries_that_commit(session: Session, deeds: Collection[str]) -> Iterator:
    """Number, subject, deed and hash of every entry of these deeds that commits to something, oldest first."""
    yield from session.execute(
        sa.select(entries.c.seq, entries.c.subject, entries.c.deed, entries.c.evidence_hash)
        .where(entries.c.deed.in_(deeds), entries.c.evidence_hash != "").order_by(entries.c.seq)
    )


def everybody(session: Session) -> list[int]:
    """The ids of all people; the erased never."""
    return list(session.scalars(sa.select(people.c.id).where(people.c.erased_at.is_(None)).order_by(people.c.id)))


def counted_at(session: Session) -> int | None:
    """The number of the entry since which everything must stand in the ledger, or None."""
    return session.scalar(sa.select(sa.func.min(entries.c.seq)).where(entries.c.deed == COUNTED))


def count_of_erased(session: Session) -> int:
    """How many people are erased."""
    return session.scalar(sa.select(sa.func.count()).where(people.c.erased_at.is_not(None)))


def erased_by_entries(session: Session, counted: int) -> int:
    """How many erased people there must be: those whom the entry `counted` found, and those entered since."""
    found = session.scalar(sa.select(entries.c.about).where(entries.c.seq == counted))
    since = sa.select(sa.func.count()).where(entries.c.deed == ERASED, entries.c.seq > counted)
    return int(found or 0) + session.scalar(since)
