"""What one line of the ledger is, how its hash is made and how it is signed (docs/ledger-format.md). Nothing here reads
or writes a database."""

import dataclasses
import datetime as dt
import hashlib
import hmac
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ALGORITHM = "sha256-ed25519-1"
BEGINNING = "0" * 64

CERTIFIED, RETURNED, WITHDRAWN = "certified", "returned", "withdrawn"
FIRST_SIGNED, HANDED = "first_signed", "handed"


@dataclasses.dataclass(frozen=True)
class Entry:
    """One deed. `module` is "course/slug"; `other` is to whom a request was handed; `expires_on` is the last day it is
    valid; `conflict` is "none" or "declared". `signature` is the installation's, in hexadecimal."""

    seq: int
    at: dt.datetime
    deed: str
    actor: str
    subject: str
    module: str
    client_key: str
    previous: str
    other: str = ""
    module_id: int | None = None
    release_id: int | None = None
    release_hash: str = ""
    evidence_hash: str = ""
    request_id: int | None = None
    request_version: int | None = None
    expires_on: dt.date | None = None
    conflict: str = ""
    texts_hash: str = ""
    algorithm: str = ALGORITHM
    hash: str = ""
    signature: str = ""

    def plain(self) -> dict:
        """The fields as JSON can say them."""
        return {**vars(self), "at": self.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
                "expires_on": self.expires_on and self.expires_on.isoformat()}

    def computed_hash(self) -> str:
        """SHA-256 over every field but the hash and the signature, in one canonical spelling."""
        fields = self.plain()
        del fields["hash"], fields["signature"]
        return digest(fields)

    def sealed(self, key: Ed25519PrivateKey) -> "Entry":
        """The same entry with its hash and the signature of it."""
        made = self.computed_hash()
        return dataclasses.replace(self, hash=made, signature=key.sign(signed_text(self.algorithm, made)).hex())


def signed_text(algorithm: str, entry_hash: str) -> bytes:
    """What is signed: the hash, and in front of it what it is for, so that the signature fits nothing else."""
    return f"sebaya-ledger {algorithm} {entry_hash}".encode()


def is_signed(key: Ed25519PublicKey, algorithm: str, entry_hash: str, signature: str) -> bool:
    """Whether this key signed this hash."""
    try:
        key.verify(bytes.fromhex(signature), signed_text(algorithm, entry_hash))
    except (ValueError, InvalidSignature):
        return False
    return True


def canonical(value) -> bytes:
    """JSON in exactly one spelling: keys sorted, no spaces, UTF-8, days as ISO 8601."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def digest(value) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: str, *what) -> str:
    """A name for `what` that nobody can turn back without the salt."""
    return hmac.new(bytes.fromhex(salt), canonical(list(what)), hashlib.sha256).hexdigest()
