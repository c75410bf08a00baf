"""What changes about an account: name, address, zone, password, whether it is closed. Each deed with its entry in the
ledger, which commits to the account as it stands then; the same values again make no entry."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts import people, signing_in
from training.accounts.person import Person
from training.signoffs import kept, signing
from training.signoffs.entry import ACCOUNT_CHANGED
from training.signoffs.ledger import hold_the_pen


def change_profile(session: Session, person: Person, *, at: dt.datetime, **values) -> None:
    """Change one's own name, language and zone, as `people.change_profile` does."""
    signer = _take_up(session, person, person.id)
    people.change_profile(session, person.id, **values)
    _enter(session, signer, person.id, at)


def keep_password(session: Session, actor: Person | None, person_id: int, new_hash: str, *, at: dt.datetime) -> None:
    """Keep the hash of a newly chosen password, as `signing_in.keep_password` does. Without an actor it is the
    installation's doing."""
    signer = _take_up(session, actor, person_id)
    signing_in.keep_password(session, person_id, new_hash)
    _enter(session, signer, person_id, at)


def strengthen_password(session: Session, person_id: int, new_hash: str, *, at: dt.datetime) -> None:
    """Keep the same password under a stronger hash. It keeps nobody out: an account that was changed by hand is left as
    it is, so that it is still found, and so is everybody's while nothing can be entered; one that stands in no entry
    yet makes none."""
    hold_the_pen(session, None)
    if kept.differing(session, "account", [person_id]) or signing.trouble(session):
        return
    stands = kept.is_entered(session, "account", person_id)
    signing_in.keep_password(session, person_id, new_hash)
    if stands:
        _enter(session, "", person_id, at)


def close(session: Session, actor: Person, person: Person, *, at: dt.datetime) -> None:
    """Close an account, as `people.disable` does."""
    signer = _take_up(session, actor, person.id)
    people.disable(session, person, at=at)
    _enter(session, signer, person.id, at)


def reopen(session: Session, actor: Person, person: Person, *, at: dt.datetime) -> None:
    """Reopen a closed account, as `people.enable` does."""
    signer = _take_up(session, actor, person.id)
    people.enable(session, person)
    _enter(session, signer, person.id, at)


def _take_up(session, actor, person_id):
    signer = hold_the_pen(session, actor)
    kept.insist_as_entered(session, "account", [person_id])
    return signer


def _enter(session, signer, person_id, at):
    kept.enter_what_changed(session, signer, ACCOUNT_CHANGED, [person_id], at=at)
