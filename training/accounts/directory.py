"""Who is here: the list of people with how far each has come in, fifty to a page. It shows nobody's work."""

import dataclasses
import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts import store
from training.accounts.person import Person

PER_PAGE = 50
STATES = ("active", "invited", "expired", "uninvited", "closed")


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
    entries: tuple[Entry, ...]
    count: int
    number: int

    @property
    def page_count(self) -> int:
        return max(1, -(-self.count // PER_PAGE))


def page_of(
    session: Session, *, at: dt.datetime, words: str = "", role: str = "", state: str = "", number: int = 1,
) -> Page:
    """One page of the people whose name or address contains `words`, who hold `role` now and are in `state`; an
    empty filter lets everyone through. In the order of names."""
    chosen = matching(words, role, state, at)
    count = session.scalar(sa.select(sa.func.count()).select_from(chosen.subquery()))
    number = min(max(1, number), max(1, -(-count // PER_PAGE)))
    ordered = chosen.order_by(store.people.c.name, store.people.c.id)
    ids = session.scalars(ordered.limit(PER_PAGE).offset((number - 1) * PER_PAGE)).all()
    return Page(tuple(entries(session, ids, at=at)), count, number)


def matching(words: str, role: str, state: str, at: dt.datetime) -> sa.Select:
    people = store.people
    chosen = sa.select(people.c.id).where(people.c.erased_at.is_(None))
    if words := words.strip():
        chosen = chosen.where(
            people.c.name.icontains(words, autoescape=True) | people.c.email.icontains(words, autoescape=True)
        )
    if role:
        chosen = chosen.where(sa.exists().where(
            store.roles.c.person_id == people.c.id, store.roles.c.role == role, store.roles.c.until.is_(None),
        ))
    return chosen.where(in_state(state, at)) if state in STATES else chosen


def in_state(state: str, at: dt.datetime):
    """The condition on the table of people for being in `state`; the words mean what `Entry` says."""
    people, links = store.people, store.invitations
    open_link = sa.exists().where(
        links.c.person_id == people.c.id, links.c.used_at.is_(None), links.c.replaced_at.is_(None)
    )
    living = open_link.where(links.c.expires_at > at)
    waits = people.c.disabled_at.is_(None) & people.c.password_hash.is_(None)
    return {
        "closed": people.c.disabled_at.is_not(None),
        "active": people.c.disabled_at.is_(None) & people.c.password_hash.is_not(None),
        "invited": waits & living,
        "expired": waits & open_link & ~living,
        "uninvited": waits & ~open_link,
    }[state]


def entries(session: Session, ids, *, at: dt.datetime) -> list[Entry]:
    """The entries of these people, in the order of names."""
    people, links = store.people, store.invitations
    with_password = set(session.scalars(
        sa.select(people.c.id).where(people.c.id.in_(ids), people.c.password_hash.is_not(None))
    ))
    open_links = {row.person_id: row for row in session.execute(
        sa.select(links.c.person_id, links.c.expires_at, links.c.asked_again_at)
        .where(links.c.person_id.in_(ids), links.c.used_at.is_(None), links.c.replaced_at.is_(None))
    )}
    return [
        entry_of(person, person.id in with_password, open_links.get(person.id), at)
        for person in store.people_where(session, people.c.id.in_(ids))
    ]


def entry_of(person: Person, has_password: bool, link, at: dt.datetime) -> Entry:
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
    return dict(tuple(row) for row in session.execute(
        sa.select(store.roles.c.role, sa.func.count())
        .join(store.people, store.people.c.id == store.roles.c.person_id)
        .where(store.roles.c.until.is_(None), store.people.c.erased_at.is_(None))
        .group_by(store.roles.c.role)
    ).all())


def person(session: Session, person_id: int, *, at: dt.datetime) -> Entry | None:
    """The entry of one person, or None."""
    return next(iter(entries(session, [person_id], at=at)), None)


def with_role(session: Session, role: str, *, most: int = 100) -> list[Person]:
    """Everyone who holds `role` now and whose account is open, by name; nobody when they are more than `most`, too
    many to choose from a list."""
    holders = sa.select(store.roles.c.person_id).where(store.roles.c.role == role, store.roles.c.until.is_(None))
    holds = store.people.c.id.in_(holders.correlate(None)) & store.people.c.disabled_at.is_(None)
    count = session.scalar(sa.select(sa.func.count()).select_from(store.people).where(holds))
    return store.people_where(session, holds) if count <= most else []


def by_emails(session: Session, emails) -> dict[str, Person]:
    """Everyone with one of these addresses, by address in small letters."""
    return store.people_by_email(session, (email.strip().casefold() for email in emails))
