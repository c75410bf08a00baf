"""Reading and writing links that let somebody choose a password."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import InvitationRow, PersonRow, invitations, people, people_where


def is_open() -> tuple:
    """The conditions for a link that was neither used nor replaced."""
    return invitations.c.used_at.is_(None), invitations.c.replaced_at.is_(None)


def replace_open(session: Session, person_id: int, at: dt.datetime) -> None:
    """Mark the open links of a person as replaced."""
    session.execute(
        sa.update(invitations).where(invitations.c.person_id == person_id, *is_open()).values(replaced_at=at)
    )


def add(session: Session, values: dict) -> InvitationRow:
    """Write one link and give it its id."""
    row = InvitationRow(**values)
    session.add(row)
    session.flush()
    return row


def add_many(session: Session, rows: list[dict]) -> None:
    """Write many links in one statement."""
    session.execute(sa.insert(InvitationRow), rows)


def pending(session: Session, kind: str, at: dt.datetime) -> tuple[list[InvitationRow], dict[int, Person]]:
    """The open links of this kind that have not expired, and the people they are for."""
    rows = session.scalars(
        sa.select(InvitationRow).join(PersonRow, PersonRow.id == InvitationRow.person_id)
        .where(*is_open(), InvitationRow.kind == kind, InvitationRow.expires_at > at, PersonRow.disabled_at.is_(None))
    ).all()
    invited = people.c.id.in_(sa.select(invitations.c.person_id).where(*is_open()))
    return list(rows), {person.id: person for person in people_where(session, invited)}


def by_client_key(session: Session, made_by_id: int, client_key: str) -> InvitationRow | None:
    """The link this maker made with this key of a form, or None."""
    return session.scalar(sa.select(InvitationRow).where(
        InvitationRow.made_by_id == made_by_id, InvitationRow.client_key == client_key,
    ))


def latest(session: Session, person_id: int) -> InvitationRow | None:
    """The last link made for a person, or None."""
    return session.scalars(
        sa.select(InvitationRow).where(InvitationRow.person_id == person_id)
        .order_by(InvitationRow.id.desc()).limit(1)
    ).first()


def by_token(session: Session, token_hash: str) -> InvitationRow | None:
    """The link whose token has this hash, or None."""
    return session.scalar(sa.select(InvitationRow).where(InvitationRow.token_hash == token_hash))


def use(session: Session, invitation_id: int, at: dt.datetime) -> bool:
    """False when it was used or replaced meanwhile."""
    used = session.execute(
        sa.update(invitations).where(invitations.c.id == invitation_id, *is_open()).values(used_at=at)
    )
    return used.rowcount == 1


def note_asking(session: Session, invitation_id: int, at: dt.datetime) -> None:
    """Note when an invitee asked for a fresh link."""
    session.execute(sa.update(invitations).where(invitations.c.id == invitation_id).values(asked_again_at=at))
