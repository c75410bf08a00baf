"""The rows of requests and of their frozen evidence. A change is made only where the row is still as it was seen."""

import datetime as dt
import hashlib
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import put_once
from training.signoffs.entry import ASKED
from training.signoffs.store import CommitmentRow, EntryRow, RequestRow, RequestVersionRow

requests, versions = RequestRow.__table__, RequestVersionRow.__table__
entries, commitments = EntryRow.__table__, CommitmentRow.__table__
TIMES, FLAGS = ("requested_at", "renewed_at"), ("needs_two", "is_back", "is_clear")
TOLD = ("person_id", "module_id", "release_id", "version", "course", "note", "client_key", *TIMES, *FLAGS, "summary")
_as_they_lie = [sa.cast(requests.c[name], sa.Text) if name == "summary"
                else sa.type_coerce(requests.c[name], sa.Text) if name in TIMES
                else sa.type_coerce(requests.c[name], sa.Integer) if name in FLAGS else requests.c[name]
                for name in TOLD]
_latest = (versions.c.request_id == requests.c.id) & (versions.c.version == requests.c.version)


def _is_open(person_id, module_id):
    return (
        (requests.c.person_id == person_id) & (requests.c.module_id == module_id) & requests.c.closed_at.is_(None)
    )


def by_id(session: Session, request_id: int):
    """The request with this number, or None."""
    return session.execute(sa.select(requests).where(requests.c.id == request_id)).first()


def id_by_key(session: Session, person_id: int, client_key: str) -> int | None:
    """The request this person made with this key of a form, or None."""
    return session.scalar(
        sa.select(requests.c.id).where(requests.c.person_id == person_id, requests.c.client_key == client_key)
    )


def open_id(session: Session, person_id: int, module_id: int) -> int | None:
    """The request for this module that waits, if one does."""
    return session.scalar(sa.select(requests.c.id).where(_is_open(person_id, module_id)))


def open_state(session: Session, person_id: int, module_id: int):
    """Release and evidence hash of the request that waits and who has signed it first, or None."""
    return session.execute(
        sa.select(requests.c.release_id, requests.c.first_by_id, versions.c.evidence_hash).join(versions, _latest)
        .where(_is_open(person_id, module_id))
    ).first()


def put(session: Session, **values) -> int | None:
    """A new open request: its id, or None when one waits already or this form made one before."""
    return put_once(session, requests, **values)


def freeze(
    session: Session, request_id: int, version: int, evidence: dict, evidence_hash: str, at: dt.datetime,
) -> None:
    """Keep the evidence of one version of a request, for good."""
    session.execute(sa.insert(versions).values(
        request_id=request_id, version=version, at=at, evidence=evidence, evidence_hash=evidence_hash,
    ))


def frozen(session: Session, request_id: int, version: int):
    """The evidence as it was frozen at one version."""
    return session.execute(
        sa.select(versions).where(versions.c.request_id == request_id, versions.c.version == version)
    ).one()


def frozen_hashes(session: Session, request_id: int, version: int) -> tuple[str, str] | None:
    """The hash of the evidence as it lies at one version, and the one kept beside it."""
    row = session.execute(
        sa.select(sa.type_coerce(versions.c.evidence, sa.Text).label("text"), versions.c.evidence_hash)
        .where(versions.c.request_id == request_id, versions.c.version == version)
    ).first()
    return row and (hashlib.sha256(row.text.encode()).hexdigest(), row.evidence_hash)


def asked(session: Session, person_id: int, request_id: int, version: int | None = None):
    """Version, evidence and commitment of the last entry that says this person asked this (at this version, if given),
    or None."""
    wanted = (
        sa.select(entries.c.request_version, entries.c.evidence_hash, entries.c.texts_hash)
        .join(commitments, commitments.c.commitment == entries.c.subject)
        .where(commitments.c.person_id == person_id, entries.c.deed == ASKED, entries.c.request_id == request_id)
    )
    if version is not None:
        wanted = wanted.where(entries.c.request_version == version)
    return session.execute(wanted.order_by(entries.c.seq.desc()).limit(1)).first()


def told(session: Session, request_id: int | None = None) -> Iterator[tuple]:
    """`(its state, what it tells)` of one request, or of all: the state is id, version, closed_at, first_by_id,
    waits_for_id and needs_two; the rest are the columns TOLD, as they lie."""
    state = (requests.c.id, requests.c.version, sa.type_coerce(requests.c.closed_at, sa.Text).label("closed_at"),
             requests.c.first_by_id, requests.c.waits_for_id, requests.c.needs_two)
    wanted = sa.select(*state, *_as_they_lie).execution_options(yield_per=500)
    for row in session.execute(wanted if request_id is None else wanted.where(requests.c.id == request_id)):
        yield row[:len(state)], row[len(state):]


def open_ids(session: Session) -> list[int]:
    """Every request that waits with its evidence, the oldest first."""
    return list(session.scalars(
        sa.select(requests.c.id).join(versions, _latest).where(requests.c.closed_at.is_(None)).order_by(requests.c.id)
    ))


def latest(session: Session, request_id: int):
    """The version a request is at, the hash of its evidence, and who has signed it first."""
    return session.execute(
        sa.select(requests.c.version, requests.c.first_by_id, versions.c.evidence_hash).join(versions, _latest)
        .where(requests.c.id == request_id)
    ).one()


def _if_still(request_id, version):
    return sa.update(requests).where(
        requests.c.id == request_id, requests.c.version == version, requests.c.closed_at.is_(None)
    )


def renew(session: Session, request_id: int, version: int, *, note: str, **values) -> bool:
    """Move an open request from `version` to the next; whether it was still there without
    a signature. An empty note keeps the old one."""
    statement = _if_still(request_id, version).where(requests.c.first_by_id.is_(None))
    moved = session.execute(statement.values(version=version + 1, note=note or requests.c.note, **values))
    return moved.rowcount == 1


def sign_first(session: Session, request_id: int, version: int, supervisor_id: int) -> bool:
    """Note the first of two signatures on a request that has none; whether it had none. Whoever it was handed to, it
    now waits for any other supervisor."""
    statement = _if_still(request_id, version).where(requests.c.first_by_id.is_(None))
    return session.execute(statement.values(first_by_id=supervisor_id, waits_for_id=None)).rowcount == 1


def hand(session: Session, request_id: int, version: int, supervisor_id: int) -> bool:
    """Let a request that is open and at `version` wait for this supervisor; whether it was."""
    return session.execute(_if_still(request_id, version).values(waits_for_id=supervisor_id)).rowcount == 1


def close(session: Session, request_id: int, version: int, at: dt.datetime) -> bool:
    """Close a request that is open and at `version`; whether it was."""
    return session.execute(_if_still(request_id, version).values(closed_at=at)).rowcount == 1
