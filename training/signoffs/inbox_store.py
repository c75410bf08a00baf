"""What waits for a supervisor, as rows. Every query goes through whom she supervises now."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import PersonRow
from training.core.database import UtcDateTime
from training.signoffs.store import RequestRow, RequestVersionRow
from training.supervision.store import facilitators_of, supervisions

requests, versions = RequestRow.__table__, RequestVersionRow.__table__
people = PersonRow.__table__

_order = (requests.c.requested_at, requests.c.id)
_backwards = tuple(column.desc() for column in _order)


SECOND, BACK = "second", "back"
_shown = {SECOND: requests.c.first_by_id.is_not(None), BACK: requests.c.is_back}


def _waiting_for(supervisor_id):
    """Open requests of hers that she has not signed and that were not handed to another who supervises there still."""
    handed_on = sa.exists().where(
        supervisions.c.supervisor_id == requests.c.waits_for_id, supervisions.c.supervisor_id != supervisor_id,
        supervisions.c.facilitator_id == requests.c.person_id, supervisions.c.until.is_(None),
    )
    return (
        requests.c.closed_at.is_(None) & requests.c.person_id.in_(facilitators_of(supervisor_id))
        & requests.c.first_by_id.is_distinct_from(supervisor_id)
        & (requests.c.waits_for_id.is_(None) | ~handed_on)
    )


def count(session: Session, supervisor_id: int) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(requests).where(_waiting_for(supervisor_id)))


def counts_by_course(session: Session, supervisor_id: int) -> list:
    """`course`, how many wait in all (`total`), how many for a second signature, how many are back after a return; and
    a `summary` that knows the title."""
    marked = [sa.func.count().filter(condition).label(name) for name, condition in _shown.items()]
    counted = (
        sa.select(requests.c.course, sa.func.count().label("total"), sa.func.min(requests.c.id).label("one"), *marked)
        .where(_waiting_for(supervisor_id)).group_by(requests.c.course).subquery()
    )
    return list(session.execute(
        sa.select(counted, requests.c.summary).join(requests, requests.c.id == counted.c.one).order_by(counted.c.course)
    ))


def _lines(supervisor_id):
    return (
        sa.select(
            requests.c.id, requests.c.person_id, people.c.name, requests.c.course, requests.c.version,
            requests.c.requested_at, requests.c.renewed_at, requests.c.summary, requests.c.needs_two,
            requests.c.is_back, requests.c.first_by_id,
        )
        .join(people, people.c.id == requests.c.person_id)
        .where(_waiting_for(supervisor_id)).order_by(*_order)
    )


def lines(
    session: Session, supervisor_id: int, *, course: str | None, show: str | None, limit: int, offset: int,
) -> list:
    """Open requests with the name of who asks, oldest first; only of one course, and of one kind, if given."""
    statement = _lines(supervisor_id).limit(limit).offset(offset)
    if course:
        statement = statement.where(requests.c.course == course)
    return list(session.execute(statement.where(_shown[show]) if show else statement))


def alike(session: Session, supervisor_id: int) -> list:
    """`release_id`, `count`, `course` and `summary` (of the first) for each release with two or more clear requests."""
    groups = (
        sa.select(requests.c.release_id, sa.func.count().label("count"), sa.func.min(requests.c.id).label("first"))
        .where(_waiting_for(supervisor_id), requests.c.is_clear)
        .group_by(requests.c.release_id).having(sa.func.count() > 1).subquery()
    )
    return list(session.execute(
        sa.select(groups.c.release_id, groups.c.count, requests.c.course, requests.c.summary)
        .join(requests, requests.c.id == groups.c.first).order_by(groups.c.count.desc(), groups.c.release_id)
    ))


def clear_lines(session: Session, supervisor_id: int, release_id: int, limit: int) -> list:
    """The clear requests for one release, as `lines` gives them."""
    statement = _lines(supervisor_id).where(requests.c.release_id == release_id, requests.c.is_clear)
    return list(session.execute(statement.limit(limit)))


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
