"""Who is here: the list of people with how far each has come in, fifty to a page. It shows nobody's work."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import directory_store as store
from training.accounts.directory_store import STATES
from training.accounts.person import Person
from training.accounts.store import people_by_email
from training.core.paging import page_count

PER_PAGE = 50

__all__ = [
    "PER_PAGE", "STATES", "Entry", "Page", "by_emails", "count_in", "counts_by_role", "page_of", "person", "with_role",
]


@dataclasses.dataclass(frozen=True)
class Entry:
    """`state`: active (has a password), invited, expired (the link's time is over), uninvited (added without a
    link), closed. `expires_at` belongs to a link still open; `asked_again` says that the invitee wants a new one."""

    person: Person
    state: str
    expires_at: dt.datetime | None = None
    asked_again: bool = False


@dataclasses.dataclass(frozen=True)
class Page:
    """`count` people fit the filter; `number` is the page shown, from 1."""

    entries: tuple[Entry, ...]
    count: int
    number: int

    @property
    def page_count(self) -> int:
        """How many pages there are, at least 1."""
        return page_count(self.count, PER_PAGE)


def page_of(
    session: Session, *, at: dt.datetime, words: str = "", role: str = "", state: str = "", number: int = 1,
) -> Page:
    """One page of the people whose name or address contains `words`, who hold `role` now and are in `state`; an
    empty filter lets everyone through. In the order of names."""
    count, number, ids = store.count_and_ids(session, words, role, state, at, number, PER_PAGE)
    return Page(tuple(entries(session, ids, at=at)), count, number)


def entries(session: Session, ids, *, at: dt.datetime) -> list[Entry]:
    """The entries of these people, in the order of names."""
    people, with_password, links = store.people_with(session, ids)
    return [entry_of(person, person.id in with_password, links.get(person.id), at) for person in people]


def entry_of(person: Person, has_password: bool, link, at: dt.datetime) -> Entry:
    """The entry of one person; `link` is her open link, or None."""
    if person.disabled:
        return Entry(person, "closed")
    if has_password:
        return Entry(person, "active")
    if link is None:
        return Entry(person, "uninvited")
    state = "invited" if at < link.expires_at else "expired"
    return Entry(person, state, link.expires_at, link.asked_again_at is not None)


def counts_by_role(session: Session) -> dict[str, int]:
    """How many people hold each role now; a closed account still counts, an erased one does not."""
    return store.counts_by_role(session)


def count_in(session: Session, state: str, *, at: dt.datetime) -> int:
    """How many people are in this state (one of STATES)."""
    return store.count_and_ids(session, "", "", state, at, 1, 1)[0]


def person(session: Session, person_id: int, *, at: dt.datetime) -> Entry | None:
    """The entry of one person, or None."""
    return next(iter(entries(session, [person_id], at=at)), None)


def with_role(session: Session, role: str, *, most: int = 100) -> list[Person]:
    """Everyone who holds `role` now and whose account is open, by name; nobody when they are more than `most`, too
    many to choose from a list."""
    return store.with_role(session, role, most)


def by_emails(session: Session, emails) -> dict[str, Person]:
    """Everyone with one of these addresses, by address in small letters."""
    return people_by_email(session, (email.strip().casefold() for email in emails))
