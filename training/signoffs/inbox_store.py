"""What waits for a supervisor, as rows. Every query goes through whom she supervises now."""

import datetime as dt
import functools
import json
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import PersonRow
from training.core.database import UtcDateTime
from training.core.often import Answer, Often
from training.signoffs.entry import HANDED
from training.signoffs.store import CommitmentRow, EntryRow, RequestRow, RequestVersionRow
from training.supervision.store import facilitators_of, supervisions

requests, versions = RequestRow.__table__, RequestVersionRow.__table__
people, people_too = PersonRow.__table__, PersonRow.__table__.alias("supervisors")
entries = EntryRow.__table__
subjects, actors = (CommitmentRow.__table__.alias(name) for name in ("subjects", "actors"))
evidence = sa.type_coerce(versions.c.evidence, sa.Text).label("evidence")

_order = (requests.c.requested_at, requests.c.id)
_backwards = tuple(column.desc() for column in _order)


SECOND, BACK = "second", "back"
NOTHING_TOLD = {"titles": {}, "course_titles": {}, "quiz": [0, 0]}
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


_me = sa.bindparam("supervisor_id", type_=sa.Integer)
_hers = _waiting_for(_me)
_course, _show = sa.bindparam("course", type_=sa.String), sa.bindparam("show", type_=sa.String)
_counted = Often(sa.select(sa.func.count().label("count")).select_from(requests).where(_hers))
_summary = sa.cast(requests.c.summary, sa.Text).label("summary")

# By whose the request is: the ledger has an index of people, and none of requests.
_handed_by = (
    sa.select(people_too.c.name).select_from(entries)
    .join(subjects, subjects.c.commitment == entries.c.subject)
    .outerjoin(actors, actors.c.commitment == entries.c.actor)
    .outerjoin(people_too, people_too.c.id == actors.c.person_id)
    .where(subjects.c.person_id == requests.c.person_id, entries.c.deed == HANDED,
           entries.c.request_id == requests.c.id)
    .order_by(entries.c.seq.desc()).limit(1).scalar_subquery()
)

_heaps = (
    sa.select(
        requests.c.course, requests.c.release_id, sa.func.count().label("total"),
        sa.func.min(requests.c.id).label("one"),
        *(sa.func.count().filter(condition).label(name) for name, condition in _shown.items()),
        sa.func.count().filter(requests.c.is_clear).label("clear"),
    )
    .where(_hers).group_by(requests.c.course, requests.c.release_id).subquery()
)
_groups = Often(
    sa.select(_heaps, _summary).join(requests, requests.c.id == _heaps.c.one)
    .order_by(_heaps.c.course, _heaps.c.release_id)
)
_ordered = (
    sa.select(
        requests.c.id, requests.c.person_id, people.c.name, requests.c.course, requests.c.version,
        requests.c.requested_at, requests.c.renewed_at, _summary, requests.c.needs_two, requests.c.is_back,
        requests.c.first_by_id, requests.c.release_id, requests.c.is_clear,
        sa.case((requests.c.waits_for_id == _me, sa.func.coalesce(_handed_by, ""))).label("handed_by"),
    )
    .join(people, people.c.id == requests.c.person_id).where(_hers).order_by(*_order).limit(sa.bindparam("limit"))
)
_lines = Often(
    _ordered.offset(sa.bindparam("offset")).where(
        _course.is_(None) | (requests.c.course == _course),
        _show.is_(None) | sa.or_(*((_show == name) & condition for name, condition in _shown.items())),
    )
)
_clear = Often(_ordered.where(requests.c.release_id == sa.bindparam("release_id"), requests.c.is_clear))


def read_object(stored: str) -> dict:
    """JSON as the database has it; empty for what is none any more."""
    try:
        found = json.loads(stored)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@functools.lru_cache(maxsize=2000)
def summary_of(stored: str) -> dict:
    """A request's summary, parsed once; only to be read. One that was emptied by hand leaves its line empty, not the
    inbox: opening it says why."""
    return NOTHING_TOLD | read_object(stored)


def count(session: Session, supervisor_id: int) -> int:
    """How many requests wait for this supervisor."""
    return _counted.rows(session, supervisor_id=supervisor_id)[0].count


def groups(session: Session, supervisor_id: int) -> Answer:
    """For each course and release: how many wait in all (`total`), how many for a second signature, how many are back
    after a return, how many are `clear`; and a stored `summary` that knows the titles."""
    return _groups.answer(session, supervisor_id=supervisor_id)


def lines(
    session: Session, supervisor_id: int, *, course: str | None, show: str | None, limit: int, offset: int,
) -> Answer:
    """Open requests with the name of who asks, oldest first; only of one course, and of one kind, if given."""
    return _lines.answer(
        session, supervisor_id=supervisor_id, course=course, show=show, limit=limit, offset=offset,
    )


def lines_of(
    session: Session, supervisor_id: int, people_ids: Iterable[int], *, limit: int, offset: int,
) -> Answer:
    """The same, only of these people."""
    found = session.execute(_lines.statement.where(requests.c.person_id.in_(tuple(people_ids))), {
        "supervisor_id": supervisor_id, "course": None, "show": None, "limit": limit, "offset": offset,
    }).all()
    return Answer(tuple(map(tuple, found)), lambda _: found)


def count_by_person(session: Session, supervisor_id: int, people_ids: Iterable[int]) -> dict[int, int]:
    """Person id → how many of her requests wait, for these people."""
    return dict(map(tuple, session.execute(
        sa.select(requests.c.person_id, sa.func.count())
        .where(_waiting_for(supervisor_id), requests.c.person_id.in_(tuple(people_ids))).group_by(requests.c.person_id)
    )))


def waiting_by_module(session: Session, supervisor_id: int, people_ids: Iterable[int]) -> dict[int, dict[int, int]]:
    """Person id → module id → her request that waits, for these people."""
    found: dict[int, dict[int, int]] = {}
    for row in session.execute(
        sa.select(requests.c.person_id, requests.c.module_id, requests.c.id)
        .where(_waiting_for(supervisor_id), requests.c.person_id.in_(tuple(people_ids)))
    ):
        found.setdefault(row.person_id, {})[row.module_id] = row.id
    return found


def clear_lines(
    session: Session, supervisor_id: int, release_id: int, limit: int, only: Iterable[int] | None = None,
) -> list:
    """The clear requests for one release, as `lines` gives them; of these alone, if given."""
    values = {"supervisor_id": supervisor_id, "release_id": release_id, "limit": limit}
    if only is None:
        return _clear.rows(session, **values)
    return session.execute(_clear.statement.where(requests.c.id.in_(tuple(only))), values).all()


def clear_releases(session: Session, supervisor_id: int, ids: Iterable[int]) -> list[int]:
    """The releases of those of these requests that are hers and clear, one for each, oldest request first."""
    return list(session.scalars(
        sa.select(requests.c.release_id)
        .where(_waiting_for(supervisor_id), requests.c.is_clear, requests.c.id.in_(tuple(ids))).order_by(*_order)
    ))


def whole(session: Session, supervisor_id: int, request_id: int, version: int | None):
    """A request with its evidence at `version` (the latest without) as `shown`, or None for a stranger's. The evidence
    is text as it lies."""
    is_wanted = versions.c.version == (version or requests.c.version)
    return session.execute(
        sa.select(requests, evidence, versions.c.evidence_hash, versions.c.version.label("shown"))
        .join(versions, (versions.c.request_id == requests.c.id) & is_wanted)
        .where(requests.c.id == request_id, requests.c.person_id.in_(facilitators_of(supervisor_id)))
    ).first()


def place(
    session: Session, supervisor_id: int, request_id: int, requested_at: dt.datetime, *, course: str | None = None,
    show: str | None = None, people_ids: Iterable[int] | None = None,
) -> tuple:
    """Whether it waits, how many stand before it, how many wait in all, and the ids just before and just after; only of
    one course, of one kind, or of these people, if given. Three statements."""
    key, waiting = sa.tuple_(*_order), _waiting_for(supervisor_id)
    if course is not None:
        waiting &= requests.c.course == course
    if show is not None:
        waiting &= _shown[show]
    if people_ids is not None:
        waiting &= requests.c.person_id.in_(tuple(people_ids))
    here = sa.tuple_(sa.literal(requested_at, UtcDateTime), sa.literal(request_id))
    total, before, found = session.execute(
        sa.select(
            sa.func.count(), sa.func.count().filter(key < here),
            sa.func.count().filter(requests.c.id == request_id),
        ).select_from(requests).where(waiting)
    ).one()
    one = sa.select(requests.c.id).where(waiting).limit(1)
    return (
        bool(found), before, total, session.scalar(one.where(key < here).order_by(*_backwards)),
        session.scalar(one.where(key > here).order_by(*_order)),
    )
