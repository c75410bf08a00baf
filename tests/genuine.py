"""What somebody without our code does to check a badge: eddsa-jcs-2022, written from the standard alone."""

import hashlib
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519 = b"\xed\x01"


def is_genuine(signed: dict) -> bool:
    """Whether the proof fits the document and was made with the issuer's own key."""
    try:
        document = {name: value for name, value in signed.items() if name != "proof"}
        proof = {name: value for name, value in signed["proof"].items() if name != "proofValue"}
        did, _, _fragment = proof["verificationMethod"].partition("#")
        if (proof["cryptosuite"], document["issuer"]["id"]) != ("eddsa-jcs-2022", did):
            return False
        signature = from_base58(signed["proof"]["proofValue"].removeprefix("z"))
        key_of(did).verify(signature, _digest(proof) + _digest(document))
    except (KeyError, TypeError, AttributeError, ValueError, InvalidSignature):
        return False
    return True


def key_of(did: str) -> Ed25519PublicKey:
    """The public key in a did:key name. Raises ValueError for anything else."""
    raw = from_base58(did.removeprefix("did:key:z")) if did.startswith("did:key:z") else b""
    if raw[:2] != ED25519:
        raise ValueError(f"{did} is not an Ed25519 did:key")
    return Ed25519PublicKey.from_public_bytes(raw[2:])


def from_base58(letters: str) -> bytes:
    """Raises ValueError for a letter that base 58 does not have."""
    number = 0
    for letter in letters:
        number = number * 58 + LETTERS.index(letter)
    zeros = len(letters) - len(letters.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def _digest(value) -> bytes:
    """SHA-256 of the RFC 8785 spelling; the names in a badge are ASCII, so Python's order of them is the RFC's."""
    spelled = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).digest()
