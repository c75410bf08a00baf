"""Following the chain of entries: does each one follow the one before, and who vouches for it? An entry covers the
signature of the one before it as well, so a signature vouches for everything up to it."""

import bisect
import dataclasses
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from training.core.key_names import hex_of, key_of_hex
from training.signoffs.entry import (
    ALGORITHM,
    BEGINNING,
    FIELDS,
    FIRST_ALGORITHM,
    KEY_CHANGED,
    KEY_LOST,
    LATER,
    hash_of,
    is_signed,
)
from training.signoffs.witness import Witness

SEQ, _AT, _DEED, _ABOUT, _PREVIOUS, _ALGORITHM, _HASH, _SIGNATURE = (
    FIELDS.index(name) for name in ("seq", "at", "deed", "about", "previous", "algorithm", "hash", "signature")
)
_LATER = tuple(FIELDS.index(name) for name in LATER)
_SEAL = 32 + 64


@dataclasses.dataclass(frozen=True)
class Loss:
    """Entry `seq` says that the key before it was lost. With `is_known` the lost one's public key checked what it had
    signed; else nobody can check that any more. `at` is as the entry has it."""

    seq: int
    at: str
    is_known: bool


class Walk:
    """Takes one entry after another and says why one does not follow. `key` is the one in force behind the last, None
    where nobody knows it; `following` are those that begin after a loss still to come."""

    def __init__(self, firsts: Sequence[Ed25519PublicKey | None], asked_for: set[int], every_signature: bool):
        self.key, *self.following = firsts
        self.asked_for, self.every_signature = asked_for, every_signature
        self.count, self.head, self.signature, self.time = 0, BEGINNING, "", ""
        self.at: tuple | None = None
        self.known = {0: BEGINNING}
        self.keys = [(1, self.key)]  # (number of the first entry that it signs, key)
        self.losses: list[Loss] = []
        self.seals = bytearray()  # hash and signature of each entry
        self.is_changing = False

    def takes(self, row: tuple) -> str | None:
        """Why this entry does not fit here, a key of REASONS, or None once it is taken."""
        self.at = row
        reason = self._reason_against(row) or self._seal(row)
        if reason is None and row[_AT] < self.time:
            reason = "time"
        if reason is None and self._is_checked_by_itself(row) and not self._signed(row):
            reason = "signature"
        if reason:
            return reason
        self.count, self.head, self.signature, self.time = row[SEQ], row[_HASH], row[_SIGNATURE], row[_AT]
        if self.count in self.asked_for:
            self.known[self.count] = self.head
        self.is_changing = row[_DEED] == KEY_CHANGED and self.key is not None
        if row[_DEED] == KEY_LOST:
            return self._begin_after_loss(row)
        return self._change_key(row) if self.is_changing else None

    def _is_checked_by_itself(self, row):
        return row[_DEED] != KEY_LOST and (row[_ALGORITHM] == FIRST_ALGORITHM or self.every_signature)

    def _reason_against(self, row):
        if row[SEQ] != self.count + 1:
            return "number"
        algorithm = row[_ALGORITHM]
        if algorithm != ALGORITHM and (algorithm != FIRST_ALGORITHM or any(row[place] for place in _LATER)):
            return "algorithm"
        if row[_PREVIOUS] != self.head:
            return "previous"
        try:
            return None if hash_of(row, self.signature) == row[_HASH] else "hash"
        except (TypeError, ValueError):
            return "hash"

    def _seal(self, row):
        """Keep hash and signature. Bytes have one spelling here: capitals and spaces would read as the same ones."""
        try:
            seal = bytes.fromhex(row[_SIGNATURE])
        except (TypeError, ValueError):
            return "signature"
        if len(seal) != 64 or seal.hex() != row[_SIGNATURE]:
            return "signature"
        del self.seals[_SEAL * self.count:]
        self.seals += bytes.fromhex(row[_HASH]) + seal

    def _signed(self, row):
        return self.key is None or is_signed(self.key, row[_ALGORITHM], row[_HASH], row[_SIGNATURE])

    def _change_key(self, row):
        old, _, new = row[_ABOUT].partition(":")
        if old != hex_of(self.key) or not self._signed(row):
            return "key" if self._signed(row) else "signature"
        self.key = key_of_hex(new)
        self.keys.append((self.count + 1, self.key))

    def _begin_after_loss(self, row):
        """Only a loss that the files beside the key know of begins another key, or else whoever writes the database
        could begin one of her own. Where nobody knows what was signed with, an earlier loss is passed over."""
        old, _, new = row[_ABOUT].partition(":")
        if not self.following or new != hex_of(self.following[0]):
            return None if self.key is None else "lost"
        if self.key is not None and (old not in ("", hex_of(self.key)) or not self._vouches(self.count - 1)):
            return "key" if self._vouches(self.count - 1) else "signature"
        self.losses.append(Loss(row[SEQ], row[_AT], self.key is not None))
        self.key = self.following.pop(0)
        self.keys.append((self.count, self.key))
        return None if self._signed(row) else "signature"

    def may_have_signed(self, witness: Witness) -> bool:
        """Whether a key of that time signed it, as far as it is known."""
        keys = [key for since, key in self.keys if since <= max(witness.seq, 1)]
        return keys[-1] is None or any(_has_signed(key, witness.hash, witness.signature) for key in keys if key)

    def first_unsigned(self) -> int | None:
        """The number of the first entry taken that the key of its time did not sign, or None. What is signed vouches
        for all before it, so that it is found by halving."""
        if not self.count or self._vouches(self.count):
            return None
        return 1 + bisect.bisect_left(range(1, self.count + 1), True, key=lambda seq: not self._vouches(seq))

    def _vouches(self, seq):
        key = [key for since, key in self.keys if since <= seq][-1]
        seal = self.seals[_SEAL * (seq - 1):_SEAL * seq]
        return key is None or _has_signed(key, seal[:32].hex(), seal[32:].hex())


def _has_signed(key, entry_hash, signature):
    return any(is_signed(key, one, entry_hash, signature) for one in (ALGORITHM, FIRST_ALGORITHM))
