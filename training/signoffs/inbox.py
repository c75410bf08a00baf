"""What waits for a supervisor, oldest first, and one request whole. Everything is read through whom she supervises
now: a stranger's request looks like none."""

import collections
import dataclasses
import datetime as dt
import functools
from collections.abc import Collection

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.core.often import Answer
from training.core.paging import nearest_page, page_count
from training.signoffs import asked, book
from training.signoffs import inbox_store as store
from training.signoffs.entry import CERTIFIED, FIRST_SIGNED, HANDED, RENEWED
from training.signoffs.inbox_store import BACK, SECOND, summary_of
from training.supervision.store import supervisor_ids

PAGE = 50
KINDS = (SECOND, BACK)


@dataclasses.dataclass(frozen=True)
class Waiting:
    """One line of the inbox; `summary` as frozen with the request. `is_back` says that it was returned before;
    `handed_by` who handed it on to her, empty for somebody erased since, None when nobody did."""

    id: int
    person_id: int
    name: str
    course: str
    version: int
    requested_at: dt.datetime
    renewed_at: dt.datetime
    summary: dict
    needs_two: bool = False
    is_back: bool = False
    first_by_id: int | None = None
    release_id: int | None = None
    is_clear: bool = False
    handed_by: str | None = None

    @property
    def is_second(self) -> bool:
        """Whether one of two signatures is there and hers would be the second."""
        return self.first_by_id is not None


@dataclasses.dataclass(frozen=True)
class Alike:
    """How many clear requests wait for one release; `titles` of its module by language, `number` of the release."""

    release_id: int
    count: int
    titles: dict[str, str]
    number: int | None


@dataclasses.dataclass(frozen=True)
class Inbox:
    """One page of it. `counts` are by course, `course_titles` by course and language, `shown` by kind (second: waits
    for a second signature; back: was returned before); `count` is of this filter. `alike`: groups of two or more
    requests for one release that ask for no closer look than their like (not critical, no harmful behaviour seen, not
    returned before), the largest first. `key` is equal for two that show the same."""

    counts: dict[str, int]
    course_titles: dict[str, dict[str, str]]
    shown: dict[str, int]
    alike: tuple[Alike, ...]
    page: int
    count: int
    lines: Answer
    key: tuple

    @functools.cached_property
    def rows(self) -> tuple[Waiting, ...]:
        """The lines as values."""
        return tuple(map(waiting, self.lines.rows))

    @property
    def page_count(self) -> int:
        """How many pages there are, at least 1."""
        return page_count(self.count, PAGE)

    @property
    def total(self) -> int:
        """How many wait, whatever the filter."""
        return sum(self.counts.values())


@dataclasses.dataclass(frozen=True)
class Review:
    """A request whole, as frozen at `version`. `decision` is None while it waits; `first` is the first of two
    signatures, `certified` what certified it, also when that was withdrawn later, `handed` what was said when it was
    handed to `waits_for`. `others` supervise her too. `is_hers` says whether it waits for the supervisor who looks."""

    id: int
    person: Person
    module_id: int
    version: int
    requested_at: dt.datetime
    renewed_at: dt.datetime
    note: str
    evidence: dict
    evidence_hash: str
    needs_two: bool = False
    decision: book.Decision | None = None
    first: book.Decision | None = None
    certified: book.Decision | None = None
    handed: book.Decision | None = None
    waits_for: Person | None = None
    others: tuple[Person, ...] = ()
    is_hers: bool = True


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a request stands in the inbox, from 1; the ids beside it, None at the ends."""

    number: int
    count: int
    before: int | None
    after: int | None


def waiting_count(session: Session, supervisor_id: int) -> int:
    """How many requests wait for this supervisor. One statement."""
    return store.count(session, supervisor_id)


def inbox(
    session: Session, supervisor_id: int, *, course: str | None = None, show: str | None = None,
    people: Collection[int] | None = None, page: int = 1,
) -> Inbox:
    """One page of what waits, oldest first: of everybody, only of one course, and of one kind (SECOND, BACK) if given;
    or only of these `people`. Two statements, three for `people`."""
    show = show if show in KINDS else None
    groups = store.groups(session, supervisor_id)
    if people is None:
        count = sum(getattr(row, show or "total") for row in groups.rows if course in (None, row.course))
    else:
        count = sum(store.count_by_person(session, supervisor_id, people).values())
    page = nearest_page(page, count, PAGE)
    place = {"limit": PAGE, "offset": (page - 1) * PAGE}
    if people is None:
        lines = store.lines(session, supervisor_id, course=course, show=show, **place)
    else:
        lines = store.lines_of(session, supervisor_id, people, **place)
    counts, titles = collections.Counter(), {}
    for row in groups.rows:
        counts[row.course] += row.total
        titles.setdefault(row.course, summary_of(row.summary).get("course_titles") or {})
    shown = {kind: sum(getattr(row, kind) for row in groups.rows) for kind in KINDS}
    key = groups.stored, lines.stored, page
    return Inbox(dict(counts), titles, shown, alike(groups.rows), page, count, lines, key)


def counts_by_person(session: Session, supervisor_id: int, people: Collection[int]) -> dict[int, int]:
    """Person id → how many of her requests wait for this supervisor, for those of `people` who wait. One statement."""
    return store.count_by_person(session, supervisor_id, people)


def alike(groups) -> tuple[Alike, ...]:
    """The groups of equal requests, as `Inbox` describes them."""
    largest_first = sorted(groups, key=lambda row: (-row.clear, row.release_id))
    return tuple(
        Alike(row.release_id, row.clear, summary_of(row.summary)["titles"], summary_of(row.summary).get("number"))
        for row in largest_first if row.clear > 1
    )


def waiting(row) -> Waiting:
    """A line from a row as `inbox_store.lines` gives it."""
    return Waiting(**{**row._asdict(), "summary": summary_of(row.summary)})


def review(session: Session, supervisor_id: int, request_id: int, *, version: int | None = None) -> Review | None:
    """A request of somebody she supervises now, as it is or as it was at `version`; None for anything else. Refuses
    EvidenceNotAsAsked when its evidence was changed by hand."""
    row = store.whole(session, supervisor_id, request_id, version)
    if row is None:
        return None
    evidence = asked.evidence_as_asked(session, row)
    said = {one.entry.deed: one for one in book.decisions_on(session, request_id)}
    decision = book.decision_on(session, request_id) if row.closed_at else None
    others = supervisor_ids(session, row.person_id) - {supervisor_id}
    waits_for = row.waits_for_id if row.waits_for_id in others | {supervisor_id} else None
    return Review(
        row.id, person_by_id(session, row.person_id), row.module_id, row.shown, row.requested_at,
        row.renewed_at, row.note, evidence, row.evidence_hash, row.needs_two, decision, said.get(FIRST_SIGNED),
        said.get(CERTIFIED) or said.get(RENEWED), said.get(HANDED) if waits_for else None,
        waits_for and person_by_id(session, waits_for),
        tuple(person_by_id(session, one) for one in sorted(others - {row.first_by_id})),
        decision is None and row.first_by_id != supervisor_id and waits_for in (None, supervisor_id),
    )


def alike_rows(
    session: Session, supervisor_id: int, release_id: int, only: Collection[int] | None = None,
) -> tuple[Waiting, ...]:
    """The requests of one such group (those of `only`, if given), oldest first, at most a page of them."""
    return tuple(map(waiting, store.clear_lines(session, supervisor_id, release_id, PAGE, only)))


def alike_chosen(session: Session, supervisor_id: int, ids: Collection[int]) -> tuple[int | None, int]:
    """The release whose requests can be decided together of those chosen, the one of the most (of the oldest, if
    several), or None; and how many of those chosen are of another."""
    releases = store.clear_releases(session, supervisor_id, ids)
    if not releases:
        return None, len(ids)
    release_id, count = collections.Counter(releases).most_common(1)[0]
    return release_id, len(ids) - count


def place_of(
    session: Session, supervisor_id: int, request: Review, *, course: str | None = None, show: str | None = None,
    people: Collection[int] | None = None,
) -> Place | None:
    """Where a request stands among those that wait, narrowed as for `inbox`, and its neighbours; None for one that the
    filter leaves out. Three small statements."""
    only = {"people_ids": people} if people is not None else {"course": course, "show": show}
    is_there, before, total, previous, following = store.place(
        session, supervisor_id, request.id, request.requested_at, **only,
    )
    return Place(before + 1, total, previous, following) if is_there else None
