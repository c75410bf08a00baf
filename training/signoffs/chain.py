"""Does the ledger still say what was written? Every entry is recomputed: its own hash, what it says of the entry before
it, its place in the order. It reports the first entry that does not fit, and why; it repairs nothing.

An entry covers the signature of the one before it as well. So the signature of the last entry vouches for every
earlier one, and only that one and those around a change of the key cost the time of a signature, which is fourteen
times that of a hash. Where something does not fit, the entries before it are searched for the first one that nobody
signed.
"""

import bisect
import dataclasses
from collections.abc import Callable, Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.orm import Session

from training.core.language import N_
from training.core.signing_key import all_keys, hex_of, key_of_hex
from training.signoffs import book_store
from training.signoffs.entry import (
    ALGORITHM,
    BEGINNING,
    FIELDS,
    FIRST_ALGORITHM,
    KEY_CHANGED,
    LATER,
    hash_of,
    is_signed,
)
from training.signoffs.witness import Witness

REASONS = {
    "number": N_("nomor urutnya tidak menyambung: ada catatan yang hilang atau disisipkan"),
    "previous": N_("tidak menyambung dengan catatan sebelumnya"),
    "hash": N_("isinya berbeda dari yang ditulis dulu"),
    "time": N_("waktunya lebih awal daripada catatan sebelumnya"),
    "algorithm": N_("cara menghitung kodenya tidak dikenal"),
    "signature": N_("tidak ditandatangani dengan kunci pemasangan ini"),
    "key": N_("pergantian kuncinya tidak menyambung dengan kunci sebelumnya"),
    "cut": N_("saksi dari luar mengenal catatan ini, tetapi buku berakhir sebelumnya"),
    "ends": N_("buku berakhir sebelum pergantian kunci yang terakhir selesai: catatan ini hilang"),
    "rebuilt": N_("kodenya berbeda dari yang dipegang saksi di luar: buku ini disusun ulang"),
    "unreadable": N_("yang tersimpan di sampingnya tidak bisa dibaca lagi"),
    "witness": N_("saksi yang diberikan tidak ditandatangani dengan kunci pemasangan ini"),
}

_SEQ, _AT, _DEED, _ABOUT, _PREVIOUS, _ALGORITHM, _HASH, _SIGNATURE = (
    FIELDS.index(name) for name in ("seq", "at", "deed", "about", "previous", "algorithm", "hash", "signature")
)
_LATER = tuple(FIELDS.index(name) for name in LATER)
_SEAL = 32 + 64


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`count` entries fit and end in `head`; `misfit` is the number of the first that does not, `reason` a key of
    REASONS. Both are None when everything fits. Number 0 is no entry: something beside the ledger belongs to none."""

    count: int
    head: str
    misfit: int | None = None
    reason: str | None = None


def verify(
    session: Session, witnesses: Iterable[Witness] = (), beside: Callable = tuple, *, every_signature: bool = False,
) -> Verdict:
    """Recompute the whole ledger of this database and hold it against what outside witnesses know, then against what
    `beside` finds."""
    keys = all_keys(session)
    rows = book_store.written_rows(session)
    return check(rows, keys[-1], tuple(witnesses), beside, first=keys[0], every_signature=every_signature)


def check(
    rows: Iterable[tuple], key: Ed25519PublicKey, witnesses: tuple[Witness, ...] = (), beside: Callable = tuple, *,
    first: Ed25519PublicKey | None = None, every_signature: bool = False,
) -> Verdict:
    """Recompute entries, given as written (`Entry.written`) in the order of their numbers. `key` is the installation's
    today, `first` the one that the first entry was signed with, if it has changed. `beside` gives further misfits as
    (number, reason); it is asked only about a chain that fits."""
    walk = _Walk(first or key, {one.seq for one in witnesses}, every_signature)
    reason = next((why for row in rows if (why := walk.takes(row))), None)
    found = Verdict(walk.count, walk.head, walk.at and walk.at[_SEQ], reason) if reason \
        else Verdict(walk.count, walk.head)
    unsigned = walk.first_unsigned()
    if unsigned is not None:
        return dataclasses.replace(found, misfit=unsigned, reason="signature")
    if reason:
        return found
    if walk.is_changing or (walk.count and hex_of(walk.key) != hex_of(key)):
        return dataclasses.replace(found, misfit=walk.count + 1, reason="ends")
    found = _against(witnesses, walk, found)
    further = _beside(beside) if found.misfit is None else ()
    return dataclasses.replace(found, misfit=further[0][0], reason=further[0][1]) if further else found


def _beside(look):
    """Whoever writes a database can write there what no program reads: that is found as well."""
    try:
        return sorted(look())
    except (ValueError, TypeError, LookupError, AttributeError):
        return [(0, "unreadable")]


class _Walk:
    """Takes one entry after another and says why one does not follow. `key` is the one in force behind the last."""

    def __init__(self, key: Ed25519PublicKey, asked_for: set[int], every_signature: bool):
        self.key, self.asked_for, self.every_signature = key, asked_for, every_signature
        self.count, self.head, self.signature, self.time = 0, BEGINNING, "", ""
        self.at: tuple | None = None
        self.known = {0: BEGINNING}
        self.keys = [(1, key)]  # (number of the first entry that it signs, key)
        self.seals = bytearray()  # hash and signature of each entry
        self.is_changing = False

    def takes(self, row: tuple) -> str | None:
        """Why this entry does not fit here, a key of REASONS, or None once it is taken."""
        self.at = row
        reason = self._reason_against(row) or self._seal(row)
        if reason is None and row[_AT] < self.time:
            reason = "time"
        if reason is None and (row[_ALGORITHM] == FIRST_ALGORITHM or self.every_signature) and not self._signed(row):
            reason = "signature"
        if reason:
            return reason
        self.count, self.head, self.signature, self.time = row[_SEQ], row[_HASH], row[_SIGNATURE], row[_AT]
        if self.count in self.asked_for:
            self.known[self.count] = self.head
        self.is_changing = row[_DEED] == KEY_CHANGED
        return self._change_key(row) if self.is_changing else None

    def _reason_against(self, row):
        if row[_SEQ] != self.count + 1:
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
        return is_signed(self.key, row[_ALGORITHM], row[_HASH], row[_SIGNATURE])

    def _change_key(self, row):
        old, _, new = row[_ABOUT].partition(":")
        if old != hex_of(self.key) or not self._signed(row):
            return "key" if self._signed(row) else "signature"
        self.key = key_of_hex(new)
        self.keys.append((self.count + 1, self.key))

    def first_unsigned(self) -> int | None:
        """The number of the first entry taken that the key of its time did not sign, or None. What is signed vouches
        for all before it, so that it is found by halving."""
        if not self.count or self._vouches(self.count):
            return None
        return 1 + bisect.bisect_left(range(1, self.count + 1), True, key=lambda seq: not self._vouches(seq))

    def _vouches(self, seq):
        key = [key for since, key in self.keys if since <= seq][-1]
        seal = self.seals[_SEAL * (seq - 1):_SEAL * seq]
        return any(is_signed(key, one, seal[:32].hex(), seal[32:].hex()) for one in (ALGORITHM, FIRST_ALGORITHM))


def _against(witnesses, walk, found):
    """What the witnesses say, the earliest of them first."""
    for one in sorted(witnesses, key=lambda one: one.seq):
        known = [key for _, key in walk.keys]
        if one.signature and not any(
            is_signed(key, algorithm, one.hash, one.signature)
            for key in known for algorithm in (ALGORITHM, FIRST_ALGORITHM)
        ):
            return dataclasses.replace(found, misfit=one.seq, reason="witness")
        if one.seq not in walk.known:
            return dataclasses.replace(found, misfit=one.seq, reason="cut")
        if not walk.known[one.seq].startswith(one.hash):
            return dataclasses.replace(found, misfit=one.seq, reason="rebuilt")
    return found
