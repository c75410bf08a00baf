"""What one line of the ledger is, and how its hash is made. Nothing here reads or writes a database."""

import dataclasses
import datetime as dt
import hashlib
import hmac
import json

ALGORITHM = "sha256-1"
BEGINNING = "0" * 64

CERTIFIED, RETURNED, WITHDRAWN = "certified", "returned", "withdrawn"


@dataclasses.dataclass(frozen=True)
class Entry:
    """One deed. `module` is "course/slug"; `expires_on` is the last day it is valid; `conflict` is "none" or
    "declared"."""

    seq: int
    at: dt.datetime
    deed: str
    actor: str
    subject: str
    module: str
    client_key: str
    previous: str
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

    def computed_hash(self) -> str:
        """SHA-256 over every other field, in one canonical spelling."""
        fields = {**vars(self), "at": self.at.astimezone(dt.UTC).isoformat(timespec="microseconds")}
        del fields["hash"]
        return digest(fields)


def canonical(value) -> bytes:
    """JSON in exactly one spelling: keys sorted, no spaces, UTF-8, days as ISO 8601."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def digest(value) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: str, *what) -> str:
    """A name for `what` that nobody can turn back without the salt."""
    return hmac.new(bytes.fromhex(salt), canonical(list(what)), hashlib.sha256).hexdigest()
