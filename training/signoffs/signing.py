"""Which key signs the next entry? Each signature vouches for everything before it, so none is made behind an entry that
this installation did not sign, and none with a key that no entry names."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy.orm import Session

from training.core.key_names import hex_of
from training.core.refusal import ForTheAdministrator
from training.core.signing_key import earlier_keys, installation_key, make_key
from training.signoffs import book
from training.signoffs.entry import KEY_CHANGED, Entry, is_signed
from training.signoffs.refusals import NotSignedHere


def key_in_force(session: Session) -> Ed25519PrivateKey:
    """The installation's key, made while the ledger is empty. Refuses KeyMissing once there are entries."""
    return installation_key(session) if book.head(session) else make_key(session)


def key_after(session: Session, last: Entry | None) -> Ed25519PrivateKey:
    """The key to sign the entry after `last` with (None for the first). Refuses KeyMissing, and NotSignedHere where
    neither this key signed `last` nor the one before it did, naming this one."""
    if last is None:
        return make_key(session)
    key = installation_key(session)
    signer = key.public_key()
    if last.deed == KEY_CHANGED and last.about.partition(":")[2] == hex_of(signer):
        signer = next(reversed(earlier_keys(session)), signer)
    insist_on_signer(last, signer)
    return key


def insist_on_signer(last: Entry | None, signer: Ed25519PublicKey) -> None:
    """Refuse NotSignedHere where this public key did not sign the entry `last`."""
    if last and not is_signed(signer, last.algorithm, last.hash, last.signature):
        raise NotSignedHere()


def trouble(session: Session) -> ForTheAdministrator | None:
    """Why nothing can be written in the ledger now, or None."""
    try:
        key_after(session, book.head(session))
    except ForTheAdministrator as refusal:
        return refusal
    return None
