"""What waits for a supervisor, as rows. Every query goes through whom she supervises now."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import PersonRow
from training.core.database import UtcDateTime
from training.signoffs.store import RequestRow, RequestVersionRow
from training.supervision.store import facilitators_of

requests, versions = RequestRow.__table__, RequestVersionRow.__table__
people = PersonRow.__table__

_order = (requests.c.requested_at, requests.c.id)
_backwards = tuple(column.desc() for column in _order)


def _waiting_for(supervisor_id):
    return requests.c.closed_at.is_(None) & requests.c.person_id.in_(facilitators_of(supervisor_id))


def count(session: Session, supervisor_id: int) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(requests).where(_waiting_for(supervisor_id)))


def counts_by_course(session: Session, supervisor_id: int) -> dict[str, int]:
    rows = session.execute(
        sa.select(requests.c.course, sa.func.count())
        .where(_waiting_for(supervisor_id)).group_by(requests.c.course).order_by(requests.c.course)
    )
    return dict(map(tuple, rows))


def lines(session: Session, supervisor_id: int, *, course: str | None, limit: int, offset: int) -> list:
    """Open requests with the name of who asks, oldest first; only of one course if given."""
    statement = (
        sa.select(
            requests.c.id, requests.c.person_id, people.c.name, requests.c.course, requests.c.version,
            requests.c.requested_at, requests.c.renewed_at, requests.c.summary,
        )
        .join(people, people.c.id == requests.c.person_id)
        .where(_waiting_for(supervisor_id)).order_by(*_order).limit(limit).offset(offset)
    )
    return list(session.execute(statement.where(requests.c.course == course) if course else statement))


def whole(session: Session, supervisor_id: int, request_id: int, version: int | None):
    """A request with its evidence at `version` (the latest without) as `shown`, or None for a stranger's."""
    is_wanted = versions.c.version == (version or requests.c.version)
    return session.execute(
        sa.select(requests, versions.c.evidence, versions.c.evidence_hash, versions.c.version.label("shown"))
        .join(versions, (versions.c.request_id == requests.c.id) & is_wanted)
        .where(requests.c.id == request_id, requests.c.person_id.in_(facilitators_of(supervisor_id)))
    ).first()


def place(session: Session, supervisor_id: int, request_id: int, requested_at: dt.datetime) -> tuple:
    """How many stand before it, how many wait in all, and the ids just before and just after. Three statements."""
    key, waiting = sa.tuple_(*_order), _waiting_for(supervisor_id)
    here = sa.tuple_(sa.literal(requested_at, UtcDateTime), sa.literal(request_id))
    total, before = session.execute(
        sa.select(sa.func.count(), sa.func.count().filter(key < here)).select_from(requests).where(waiting)
    ).one()
    one = sa.select(requests.c.id).where(waiting).limit(1)
    return (
        before, total, session.scalar(one.where(key < here).order_by(*_backwards)),
        session.scalar(one.where(key > here).order_by(*_order)),
    )
