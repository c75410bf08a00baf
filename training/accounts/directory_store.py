"""Finding people for lists."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.invitations_store import is_open
from training.accounts.person import Person
from training.accounts.store import invitations, people, people_where, roles
from training.core.paging import nearest_page

STATES = ("active", "invited", "expired", "uninvited", "closed")


def count_and_ids(session: Session, words: str, role: str, state: str, at: dt.datetime, number: int, per_page: int):
    """`(how many fit, the number of the page, the ids on it)`; the page is the nearest there is."""
    chosen = matching(words, role, state, at)
    count = session.scalar(sa.select(sa.func.count()).select_from(chosen.subquery()))
    number = nearest_page(number, count, per_page)
    ordered = chosen.order_by(people.c.name, people.c.id)
    return count, number, session.scalars(ordered.limit(per_page).offset((number - 1) * per_page)).all()


def matching(words: str, role: str, state: str, at: dt.datetime) -> sa.Select:
    """The ids of the people who fit the filters; an empty filter lets everyone through."""
    chosen = sa.select(people.c.id).where(people.c.erased_at.is_(None))
    if words := words.strip():
        chosen = chosen.where(
            people.c.name.icontains(words, autoescape=True) | people.c.email.icontains(words, autoescape=True)
        )
    if role:
        held = (roles.c.person_id == people.c.id, roles.c.role == role, roles.c.until.is_(None))
        chosen = chosen.where(sa.exists().where(*held))
    return chosen.where(in_state(state, at)) if state in STATES else chosen


def in_state(state: str, at: dt.datetime):
    """The condition on the table of people for being in `state`."""
    open_link = sa.exists().where(invitations.c.person_id == people.c.id, *is_open())
    living = open_link.where(invitations.c.expires_at > at)
    waits = people.c.disabled_at.is_(None) & people.c.password_hash.is_(None)
    return {
        "closed": people.c.disabled_at.is_not(None),
        "active": people.c.disabled_at.is_(None) & people.c.password_hash.is_not(None),
        "invited": waits & living,
        "expired": waits & open_link & ~living,
        "uninvited": waits & ~open_link,
    }[state]


def people_with(session: Session, ids) -> tuple[list[Person], set[int], dict[int, sa.Row]]:
    """These people by name, who of them has a password, and their open links (expires_at, asked_again_at)."""
    with_password = set(session.scalars(
        sa.select(people.c.id).where(people.c.id.in_(ids), people.c.password_hash.is_not(None))
    ))
    links = {row.person_id: row for row in session.execute(
        sa.select(invitations.c.person_id, invitations.c.expires_at, invitations.c.asked_again_at)
        .where(invitations.c.person_id.in_(ids), *is_open())
    )}
    return people_where(session, people.c.id.in_(ids)), with_password, links


def counts_by_role(session: Session) -> dict[str, int]:
    """Role → how many hold it now; the erased do not count."""
    return dict(tuple(row) for row in session.execute(
        sa.select(roles.c.role, sa.func.count()).join(people, people.c.id == roles.c.person_id)
        .where(roles.c.until.is_(None), people.c.erased_at.is_(None)).group_by(roles.c.role)
    ).all())


def with_role(session: Session, role: str, most: int) -> list[Person]:
    """Everyone who holds `role` now and whose account is open; nobody when they are more than `most`."""
    holders = sa.select(roles.c.person_id).where(roles.c.role == role, roles.c.until.is_(None))
    holds = people.c.id.in_(holders.correlate(None)) & people.c.disabled_at.is_(None)
    count = session.scalar(sa.select(sa.func.count()).select_from(people).where(holds))
    return people_where(session, holds) if count <= most else []
