"""Links that let somebody choose a password: a first one, or a new one. Valid once, for 14 days.

No e-mail is needed: whoever invites sends the link by whatever she has. The token is made from a seed in the database
and the installation's secret (`key`), so it can be shown again while it lives, and a stolen database opens no door.
"""

import dataclasses
import datetime as dt
import hashlib
import hmac
import secrets

from sqlalchemy.orm import Session

from training.accounts import invitations_store as store
from training.accounts import signing_in
from training.accounts.person import Person
from training.accounts.store import InvitationRow, person_by_id
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
    store.replace_open(session, person_id, at)
    seed = secrets.token_hex(16)
    row = store.add(session, {
        "person_id": person_id, "kind": kind, "seed": seed, "made_by_id": made_by_id, "made_at": at,
        "token_hash": signing_in.token_hash(token_from(seed, key)), "expires_at": at + LIFE, "client_key": client_key,
    })
    return told(session, row, at)


def invite_all(session: Session, person_ids: list[int], *, key: bytes, made_by_id: int, at: dt.datetime) -> None:
    """A first invitation for each of many people who never had one."""
    seeds = [secrets.token_hex(16) for _ in person_ids]
    store.add_many(session, [
        {"person_id": person_id, "kind": INVITATION, "seed": seed, "made_by_id": made_by_id, "made_at": at,
         "expires_at": at + LIFE, "token_hash": signing_in.token_hash(token_from(seed, key))}
        for person_id, seed in zip(person_ids, seeds, strict=True)
    ])


def pending(session: Session, *, at: dt.datetime) -> list[Invitation]:
    """Every first invitation that still opens something and is unused, by name."""
    rows, people = store.pending(session, INVITATION, at)
    found = [
        Invitation(row.id, people[row.person_id], row.kind, "pending", row.made_at, row.expires_at, row.seed)
        for row in rows if row.person_id in people
    ]
    return sorted(found, key=lambda invitation: invitation.person.name)


def by_client_key(session: Session, made_by_id: int | None, client_key: str | None) -> InvitationRow | None:
    """The link this maker already made with this key of a form."""
    if made_by_id is None or client_key is None:
        return None
    return store.by_client_key(session, made_by_id, client_key)


def told(session: Session, row: InvitationRow, at: dt.datetime) -> Invitation:
    """The invitation of a row, as it stands at this moment."""
    person = person_by_id(session, row.person_id)
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
    row = store.latest(session, person_id)
    return row and told(session, row, at)


def behind(session: Session, token: str, *, at: dt.datetime) -> Invitation:
    """The living invitation behind a link. Refuses one that is unknown, used, replaced or expired."""
    invitation = whatever_is_behind(session, token, at=at)
    if invitation.state != "pending":
        raise {"used": InvitationUsed, "replaced": InvitationReplaced, "expired": InvitationExpired}[invitation.state]()
    return invitation


def whatever_is_behind(session: Session, token: str, *, at: dt.datetime) -> Invitation:
    """The invitation behind a link in any state; unknown when its account has been closed since."""
    row = store.by_token(session, signing_in.token_hash(token))
    invitation = row and told(session, row, at)
    if invitation is None or invitation.person.disabled:
        raise InvitationUnknown()
    return invitation


def accept(session: Session, token: str, new_hash: str, *, at: dt.datetime) -> Person:
    """Use the link: its person has this password from now on, and every sign-in from before ends. One of several
    simultaneous uses succeeds; the others are told that the link is used."""
    invitation = behind(session, token, at=at)
    if not store.use(session, invitation.id, at):
        raise InvitationUsed()
    signing_in.keep_password(session, invitation.person.id, new_hash)
    signing_in.end_all(session, invitation.person.id, at=at)
    return invitation.person


def ask_again(session: Session, token: str, *, at: dt.datetime) -> None:
    """Note that the invitee asks for a fresh link; whoever invites sees it in the list of people."""
    invitation = whatever_is_behind(session, token, at=at)
    if invitation.state == "expired":
        store.note_asking(session, invitation.id, at)
