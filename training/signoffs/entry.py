"""What one line of the ledger is, how its hash is made and how it is signed (docs/ledger-format.md). Nothing here reads
or writes a database."""

import dataclasses
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Sequence
from json.encoder import encode_basestring as text

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

# The first spelling had no LATER fields, and an entry did not cover the signature of the one before it.
FIRST_ALGORITHM, ALGORITHM = "sha256-ed25519-1", "sha256-ed25519-2"
LATER = ("earlier", "about", "served_hash")
BEGINNING = "0" * 64

CERTIFIED, RENEWED, RETURNED, WITHDRAWN = "certified", "renewed", "returned", "withdrawn"
FIRST_SIGNED, HANDED, EXPIRED, AWARDED = "first_signed", "handed", "expired", "awarded"
ROLES_CHANGED, JOINED, ERASED = "roles_changed", "joined", "erased"
ACCOUNT_CHANGED, PAIRS_CHANGED, OBSERVED = "account_changed", "pairs_changed", "observed"
ASKED, COUNTED = "asked", "counted"
KEY_CHANGED, KEY_BEGAN, KEY_LOST = "key_changed", "key_began", "key_lost"

CERTIFYING = (CERTIFIED, RENEWED)
DECISIONS = (*CERTIFYING, RETURNED, WITHDRAWN, FIRST_SIGNED)


@dataclasses.dataclass(frozen=True)
class Entry:
    """One deed. `module` is "course/slug", or the course of a certificate; `other` is to whom a request was handed;
    `expires_on` is the last day it is valid; `conflict` is "none" or "declared"; `earlier` is the number of the entry
    that it renews or ends; `about` holds the roles, keys or entries it speaks of. `served_hash` is of what readers of
    the release were served. `signature` is the installation's, in hexadecimal."""

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
    earlier: int | None = None
    about: str = ""
    served_hash: str = ""
    algorithm: str = ALGORITHM
    hash: str = ""
    signature: str = ""

    def plain(self) -> dict:
        """The fields as JSON can say them."""
        return {**vars(self), "at": self.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
                "expires_on": self.expires_on and self.expires_on.isoformat()}

    def written(self) -> tuple:
        """The same values in the order of FIELDS."""
        return tuple(self.plain().values())

    def computed_hash(self, before: str = "") -> str:
        """SHA-256 over every field but the hash and the signature, in one canonical spelling, and over `before`, the
        signature of the entry before."""
        return hash_of(self.written(), before)

    def sealed(self, key: Ed25519PrivateKey, before: str = "") -> "Entry":
        """The same entry with its hash and the signature of it."""
        made = self.computed_hash(before)
        return dataclasses.replace(self, hash=made, signature=key.sign(signed_text(self.algorithm, made)).hex())

    def following(self, last: "Entry | None", key: Ed25519PrivateKey) -> "Entry":
        """The same entry joined to the one before it (None for the first), and sealed."""
        joined = dataclasses.replace(self, previous=last.hash if last else BEGINNING)
        return joined.sealed(key, last.signature if last else "")


FIELDS = tuple(field.name for field in dataclasses.fields(Entry))
NUMBERS = frozenset({"seq", "module_id", "release_id", "request_id", "request_version", "earlier"})


def _number(value) -> str:
    """Raises TypeError for what only looks like a number: a database may hold text in a column of numbers."""
    return "null" if value is None else int.__repr__(value)


def _day(value) -> str:
    return "null" if value is None else text(value)


_HASHED = (*FIELDS, "previous_signature")  # what is no field of the entry comes last


def _spelling(without: Sequence[str]):
    """`(template, [(place in _HASHED, how it is spelled)])` of JSON with sorted keys, without some of them."""
    ordered = sorted(set(_HASHED) - {"hash", "signature", *without})
    template = "{" + ",".join(f'"{name}":%s' for name in ordered) + "}"
    return template, [
        (_HASHED.index(name), _number if name in NUMBERS else _day if name == "expires_on" else text)
        for name in ordered
    ]


_SPELLINGS = {ALGORITHM: _spelling(()), FIRST_ALGORITHM: _spelling((*LATER, "previous_signature"))}
_at_algorithm = FIELDS.index("algorithm")


def hash_of(written: Sequence, before: str) -> str:
    """SHA-256 of values in the order of FIELDS, days and times as text, and of the signature `before`. It writes
    `canonical` out by hand, because a ledger of 100,000 entries is checked while somebody waits. Refuses with TypeError
    what no entry holds."""
    template, plan = _SPELLINGS.get(written[_at_algorithm], _SPELLINGS[ALGORITHM])
    values = (*written, before)
    return hashlib.sha256((template % tuple([spell(values[at]) for at, spell in plan])).encode()).hexdigest()


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


_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode


def canonical(value) -> bytes:
    """JSON in exactly one spelling: keys sorted, no spaces, UTF-8, days as ISO 8601."""
    return _encode(value).encode()


def digest(value) -> str:
    """SHA-256 (64 hex digits) of a value in its one spelling."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: str, *what) -> str:
    """A name for `what` (texts and numbers) that nobody can turn back without the salt."""
    spelled = ",".join([text(one) if isinstance(one, str) else _number(one) for one in what])
    return hmac.digest(bytes.fromhex(salt), f"[{spelled}]".encode(), "sha256").hex()
