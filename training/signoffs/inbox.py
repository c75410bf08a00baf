"""What waits for a supervisor, oldest first, and one request whole. Everything is read through whom she supervises
now: a stranger's request looks like none."""

import dataclasses
import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts import store as accounts
from training.accounts.person import Person
from training.signoffs import book, store
from training.supervision.store import facilitators_of

PAGE = 50

requests, versions = store.RequestRow.__table__, store.RequestVersionRow.__table__
people = accounts.PersonRow.__table__


@dataclasses.dataclass(frozen=True)
class Waiting:
    """One line of the inbox; `summary` as frozen with the request."""

    id: int
    person_id: int
    name: str
    course: str
    version: int
    requested_at: dt.datetime
    renewed_at: dt.datetime
    summary: dict

    @property
    def is_back(self) -> bool:
        """Whether it was returned before and is here again."""
        return bool(self.summary.get("returned"))


@dataclasses.dataclass(frozen=True)
class Inbox:
    """One page of it. `counts` are by course, `course_titles` by course and language; `count` is of this filter."""

    rows: tuple[Waiting, ...]
    counts: dict[str, int]
    course_titles: dict[str, dict[str, str]]
    page: int
    count: int

    @property
    def page_count(self) -> int:
        return max(1, -(-self.count // PAGE))

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclasses.dataclass(frozen=True)
class Review:
    """A request whole, as frozen at `version`. `decision` is None while it waits."""

    id: int
    person: Person
    module_id: int
    version: int
    requested_at: dt.datetime
    renewed_at: dt.datetime
    note: str
    evidence: dict
    evidence_hash: str
    decision: book.Decision | None = None


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a request stands in the queue, from 1; the ids beside it, None at the ends."""

    number: int
    count: int
    before: int | None
    after: int | None


_line = [
    getattr(people.c if field.name == "name" else requests.c, field.name) for field in dataclasses.fields(Waiting)
]


def _waiting_for(supervisor_id):
    return requests.c.closed_at.is_(None) & requests.c.person_id.in_(facilitators_of(supervisor_id))


def waiting_count(session: Session, supervisor_id: int) -> int:
    """How many requests wait for this supervisor. One statement."""
    return session.scalar(sa.select(sa.func.count()).select_from(requests).where(_waiting_for(supervisor_id)))


def inbox(session: Session, supervisor_id: int, *, course: str | None = None, page: int = 1) -> Inbox:
    """One page of what waits, oldest first, only of one course if given. Two statements."""
    counted = session.execute(
        sa.select(requests.c.course, sa.func.count())
        .where(_waiting_for(supervisor_id)).group_by(requests.c.course).order_by(requests.c.course)
    ).all()
    counts = dict(map(tuple, counted))
    count = counts.get(course, 0) if course else sum(counts.values())
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    statement = (
        sa.select(*_line).join(people, people.c.id == requests.c.person_id)
        .where(_waiting_for(supervisor_id))
        .order_by(requests.c.requested_at, requests.c.id).limit(PAGE).offset((page - 1) * PAGE)
    )
    if course:
        statement = statement.where(requests.c.course == course)
    rows = tuple(Waiting(*row) for row in session.execute(statement))
    titles = {row.course: row.summary.get("course_titles") or {} for row in rows}
    return Inbox(rows, counts, titles, page, count)


def review(session: Session, supervisor_id: int, request_id: int, *, version: int | None = None) -> Review | None:
    """A request of somebody she supervises now, as it is or as it was at `version`; None for anything else."""
    is_wanted = versions.c.version == (version or requests.c.version)
    row = session.execute(
        sa.select(requests, versions.c.evidence, versions.c.evidence_hash, versions.c.version.label("shown"))
        .join(versions, (versions.c.request_id == requests.c.id) & is_wanted)
        .where(requests.c.id == request_id, requests.c.person_id.in_(facilitators_of(supervisor_id)))
    ).first()
    if row is None:
        return None
    decision = book.decision_on(session, request_id) if row.closed_at else None
    return Review(
        row.id, accounts.person_by_id(session, row.person_id), row.module_id, row.shown, row.requested_at,
        row.renewed_at, row.note, row.evidence, row.evidence_hash, decision,
    )


def place_of(session: Session, supervisor_id: int, request: Review) -> Place:
    """Where a request stands among those that wait, and its neighbours. Three small statements."""
    key = sa.tuple_(requests.c.requested_at, requests.c.id)
    here = sa.tuple_(sa.literal(request.requested_at, store.UtcDateTime), sa.literal(request.id))
    waiting = _waiting_for(supervisor_id)
    before = session.execute(
        sa.select(sa.func.count(), sa.func.count().filter(key < here)).select_from(requests).where(waiting)
    ).one()
    one = sa.select(requests.c.id).where(waiting).limit(1)
    return Place(
        before[1] + 1, before[0],
        session.scalar(one.where(key < here).order_by(requests.c.requested_at.desc(), requests.c.id.desc())),
        session.scalar(one.where(key > here).order_by(requests.c.requested_at, requests.c.id)),
    )
