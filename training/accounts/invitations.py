"""Links that let somebody choose a password: a first one, or a new one. Valid once, for 14 days.

No e-mail is needed: whoever invites sends the link by whatever she has. The token is made from a seed in the database
and the installation's secret (`key`), so it can be shown again while it lives, and a stolen database opens no door.
"""

import dataclasses
import datetime as dt
import hashlib
import hmac
import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts import signing_in, store
from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotFound, Refusal

LIFE = dt.timedelta(days=14)
INVITATION, RESET = "invitation", "reset"


class InvitationUnknown(NotFound):
    sentence = N_("Tautan ini tidak kami kenal. Periksa apakah tersalin utuh, atau minta tautan baru.")


class InvitationUsed(Refusal):
    sentence = N_("Tautan ini sudah dipakai. Masuk seperti biasa dengan kata sandi yang sudah dibuat.")


class InvitationReplaced(Refusal):
    sentence = N_("Ada tautan yang lebih baru. Cari pesan terakhir dari orang yang mengundang Anda.")


class InvitationExpired(Refusal):
    sentence = N_("Masa tautan ini sudah lewat. Anda bisa meminta yang baru di halaman ini.")


class AlreadyInside(Refusal):
    sentence = N_("Orang ini sudah punya kata sandi, atau akunnya ditutup. Undangan tidak diperlukan.")


@dataclasses.dataclass(frozen=True)
class Invitation:
    """`state` is pending, expired, used or replaced."""

    id: int
    person: Person
    kind: str
    state: str
    made_at: dt.datetime
    expires_at: dt.datetime
    seed: str
    asked_again_at: dt.datetime | None = None

    def token(self, key: bytes) -> str:
        """The secret part of the link, for those who may see it."""
        return token_from(self.seed, key)


def token_from(seed: str, key: bytes) -> str:
    """43 characters nobody guesses without both the seed (128 random bits) and the key."""
    return signing_in.url_safe(hmac.digest(key, f"invitation {seed}".encode(), hashlib.sha256))


def invite(
    session: Session, person_id: int, *, key: bytes, at: dt.datetime, kind: str = INVITATION,
    made_by_id: int | None = None, client_key: str | None = None,
) -> Invitation:
    """Make a link for this person, valid 14 days from `at`; it replaces any earlier one. The same `client_key` from
    the same maker makes one link only."""
    earlier = by_client_key(session, made_by_id, client_key)
    if earlier is not None:
        return told(session, earlier, at)
    session.execute(
        sa.update(store.invitations)
        .where(store.invitations.c.person_id == person_id, *is_open())
        .values(replaced_at=at)
    )
    seed = secrets.token_hex(16)
    row = store.InvitationRow(
        person_id=person_id, kind=kind, seed=seed, token_hash=signing_in.token_hash(token_from(seed, key)),
        made_by_id=made_by_id, made_at=at, expires_at=at + LIFE, client_key=client_key,
    )
    session.add(row)
    session.flush()
    return told(session, row, at)


def invite_all(session: Session, person_ids: list[int], *, key: bytes, made_by_id: int, at: dt.datetime) -> None:
    """A first invitation for each of many people who never had one."""
    seeds = [secrets.token_hex(16) for _ in person_ids]
    session.execute(sa.insert(store.InvitationRow), [
        {"person_id": person_id, "kind": INVITATION, "seed": seed, "made_by_id": made_by_id, "made_at": at,
         "expires_at": at + LIFE, "token_hash": signing_in.token_hash(token_from(seed, key))}
        for person_id, seed in zip(person_ids, seeds, strict=True)
    ])


def pending(session: Session, *, at: dt.datetime) -> list[Invitation]:
    """Every first invitation that still opens something and is unused, by name."""
    rows = session.scalars(
        sa.select(store.InvitationRow)
        .join(store.PersonRow, store.PersonRow.id == store.InvitationRow.person_id)
        .where(*is_open(), store.InvitationRow.kind == INVITATION, store.InvitationRow.expires_at > at,
               store.PersonRow.disabled_at.is_(None))
    ).all()
    people = {
        person.id: person for person in store.people_where(
            session, store.people.c.id.in_(sa.select(store.invitations.c.person_id).where(*is_open()))
        )
    }
    found = [
        Invitation(row.id, people[row.person_id], row.kind, "pending", row.made_at, row.expires_at, row.seed)
        for row in rows if row.person_id in people
    ]
    return sorted(found, key=lambda invitation: invitation.person.name)


def by_client_key(session: Session, made_by_id: int | None, client_key: str | None) -> store.InvitationRow | None:
    """The link this maker already made with this key of a form."""
    if made_by_id is None or client_key is None:
        return None
    return session.scalar(sa.select(store.InvitationRow).where(
        store.InvitationRow.made_by_id == made_by_id, store.InvitationRow.client_key == client_key,
    ))


def is_open() -> tuple:
    return store.invitations.c.used_at.is_(None), store.invitations.c.replaced_at.is_(None)


def told(session: Session, row: store.InvitationRow, at: dt.datetime) -> Invitation:
    person = store.person_by_id(session, row.person_id)
    return Invitation(
        row.id, person, row.kind, state_of(row, at), row.made_at, row.expires_at, row.seed, row.asked_again_at,
    )


def state_of(row, at: dt.datetime) -> str:
    """pending, expired, used or replaced, at this moment."""
    if row.used_at:
        return "used"
    if row.replaced_at:
        return "replaced"
    return "pending" if at < row.expires_at else "expired"


def latest(session: Session, person_id: int, *, at: dt.datetime) -> Invitation | None:
    """The last link made for this person, whatever became of it."""
    row = session.scalars(
        sa.select(store.InvitationRow).where(store.InvitationRow.person_id == person_id)
        .order_by(store.InvitationRow.id.desc()).limit(1)
    ).first()
    return row and told(session, row, at)


def behind(session: Session, token: str, *, at: dt.datetime) -> Invitation:
    """The living invitation behind a link. Refuses one that is unknown, used, replaced or expired."""
    invitation = whatever_is_behind(session, token, at=at)
    if invitation.state != "pending":
        raise {"used": InvitationUsed, "replaced": InvitationReplaced, "expired": InvitationExpired}[invitation.state]()
    return invitation


def whatever_is_behind(session: Session, token: str, *, at: dt.datetime) -> Invitation:
    """The invitation behind a link in any state; unknown when its account has been closed since."""
    row = session.scalar(
        sa.select(store.InvitationRow).where(store.InvitationRow.token_hash == signing_in.token_hash(token))
    )
    invitation = row and told(session, row, at)
    if invitation is None or invitation.person.disabled:
        raise InvitationUnknown()
    return invitation


def accept(session: Session, token: str, new_hash: str, *, at: dt.datetime) -> Person:
    """Use the link: its person has this password from now on, and every sign-in from before ends. One of several
    simultaneous uses succeeds; the others are told that the link is used."""
    invitation = behind(session, token, at=at)
    used = session.execute(
        sa.update(store.invitations)
        .where(store.invitations.c.id == invitation.id, *is_open())
        .values(used_at=at)
    )
    if used.rowcount != 1:
        raise InvitationUsed()
    signing_in.keep_password(session, invitation.person.id, new_hash)
    signing_in.end_all(session, invitation.person.id, at=at)
    return invitation.person


def ask_again(session: Session, token: str, *, at: dt.datetime) -> None:
    """Note that the invitee asks for a fresh link; whoever invites sees it in the list of people."""
    invitation = whatever_is_behind(session, token, at=at)
    if invitation.state == "expired":
        session.execute(
            sa.update(store.invitations).where(store.invitations.c.id == invitation.id).values(asked_again_at=at)
        )
