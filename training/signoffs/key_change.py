"""Changing the installation's key. The old key signs an entry that names the new one, and the new one signs the next:
so whoever holds today's public key can follow the chain back to the first entry. Where the old key is lost, the new one
says so itself; that counts only because the files beside it know of the loss."""

import datetime as dt
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from training.core.key_names import hex_of, key_of_hex
from training.core.signing_key import (
    KeyMissing,
    begin_key,
    change_key,
    earlier_keys,
    in_runs,
    is_changing,
    keys_after_loss,
    settle_key,
)
from training.signoffs import book_store, chain
from training.signoffs.entry import KEY_BEGAN, KEY_CHANGED, KEY_LOST, Entry
from training.signoffs.ledger import append_all, hold_the_pen
from training.signoffs.refusals import KeyIsHere, NotTheLostKey
from training.signoffs.signing import key_in_force


def rotate(session: Session, *, at: dt.datetime) -> Entry:
    """Change the key and enter it; the entry that the new key signed. The old one lies aside until `settle` is called
    after the commit."""
    hold_the_pen(session, None)
    settle(session)
    fresh = Ed25519PrivateKey.generate()
    keys = {"about": f"{hex_of(key_in_force(session).public_key())}:{hex_of(fresh.public_key())}"}
    append_all(session, [{"deed": KEY_CHANGED, **keys}], at=at)
    change_key(session, fresh)
    return append_all(session, [{"deed": KEY_BEGAN, **keys}], at=at)[-1]


def begin_after_loss(session: Session, *, at: dt.datetime, known: Sequence[str] = ()) -> Entry:
    """Begin a new key because the old one is lost for good; the entry that says so. `known` are the public keys of
    before in hexadecimal, oldest first, as far as the files beside the key do not hold them still; without any, what
    was signed before cannot be checked any more. Refuses KeyIsHere, and NotTheLostKey where the ledger does not fit
    them. `settle` puts the new key in its place after the commit."""
    hold_the_pen(session, None)
    settle(session)
    if not _is_lost(session):
        raise KeyIsHere()
    fresh, signers = Ed25519PrivateKey.generate(), _signers(session, known)
    about = f"{signers[-1]}:{hex_of(fresh.public_key())}"
    made = append_all(session, [{"deed": KEY_LOST, "about": about}], at=at, key=fresh)[0]
    begin_key(session, fresh, [one for one in signers if one])
    return made


def _is_lost(session):
    try:
        key_in_force(session)
    except KeyMissing:
        return True
    return False


def _signers(session, known):
    """The public keys that signed the ledger until now, oldest first and as its entries name them; empty for one that
    nobody knows. What somebody claims to have been one must have signed."""
    after_loss = keys_after_loss(session)
    kept = list(dict.fromkeys([*map(hex_of, earlier_keys(session)), *known, *after_loss[-1:]]))
    if not kept:
        return [""]
    runs = in_runs([key_of_hex(one) for one in kept], after_loss)
    found = chain.check(book_store.written_rows(session), None, firsts=chain.firsts_of(runs))
    if found.misfit is not None:
        raise NotTheLostKey(seq=found.misfit)
    return found.keys


def settle(session: Session) -> None:
    """After a change of the key, also one that was broken off: keep the key that the ledger names, delete the other.
    It waits for a change that is under way."""
    if is_changing(session):
        hold_the_pen(session, None)
        named = book_store.last_key(session)
        settle_key(session, named.partition(":")[2] if named else None)
