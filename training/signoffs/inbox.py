"""What waits for a supervisor, oldest first, and one request whole. Everything is read through whom she supervises
now: a stranger's request looks like none."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.signoffs import book
from training.signoffs import inbox_store as store

PAGE = 50


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


def waiting_count(session: Session, supervisor_id: int) -> int:
    """How many requests wait for this supervisor. One statement."""
    return store.count(session, supervisor_id)


def inbox(session: Session, supervisor_id: int, *, course: str | None = None, page: int = 1) -> Inbox:
    """One page of what waits, oldest first, only of one course if given. Two statements."""
    counts = store.counts_by_course(session, supervisor_id)
    count = counts.get(course, 0) if course else sum(counts.values())
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    found = store.lines(session, supervisor_id, course=course, limit=PAGE, offset=(page - 1) * PAGE)
    rows = tuple(Waiting(*row) for row in found)
    titles = {row.course: row.summary.get("course_titles") or {} for row in rows}
    return Inbox(rows, counts, titles, page, count)


def review(session: Session, supervisor_id: int, request_id: int, *, version: int | None = None) -> Review | None:
    """A request of somebody she supervises now, as it is or as it was at `version`; None for anything else."""
    row = store.whole(session, supervisor_id, request_id, version)
    if row is None:
        return None
    decision = book.decision_on(session, request_id) if row.closed_at else None
    return Review(
        row.id, person_by_id(session, row.person_id), row.module_id, row.shown, row.requested_at,
        row.renewed_at, row.note, row.evidence, row.evidence_hash, decision,
    )


def place_of(session: Session, supervisor_id: int, request: Review) -> Place:
    """Where a request stands among those that wait, and its neighbours. Three small statements."""
    before, total, previous, following = store.place(session, supervisor_id, request.id, request.requested_at)
    return Place(before + 1, total, previous, following)
