"""Changing the installation's key. The old key signs an entry that names the new one, and the new one signs the next:
so whoever holds today's public key can follow the chain back to the first entry."""

import datetime as dt

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from training.core.signing_key import change_key, hex_of, installation_key, is_changing, settle_key
from training.signoffs import book_store
from training.signoffs.entry import KEY_BEGAN, KEY_CHANGED, Entry
from training.signoffs.ledger import append_all, hold_the_pen


def rotate(session: Session, *, at: dt.datetime) -> Entry:
    """Change the key and enter it; the entry that the new key signed. The old one lies aside until `settle` is called
    after the commit."""
    hold_the_pen(session, None)
    settle(session)
    fresh = Ed25519PrivateKey.generate()
    keys = {"about": f"{hex_of(installation_key(session).public_key())}:{hex_of(fresh.public_key())}"}
    append_all(session, [{"deed": KEY_CHANGED, **keys}], at=at)
    change_key(session, fresh)
    return append_all(session, [{"deed": KEY_BEGAN, **keys}], at=at)[-1]


def settle(session: Session) -> None:
    """After a change of the key, also one that was broken off: keep the key that the ledger names, delete the other.
    It waits for a change that is under way."""
    if is_changing(session):
        hold_the_pen(session, None)
        named = book_store.last_key(session)
        settle_key(session, named.partition(":")[2] if named else None)
