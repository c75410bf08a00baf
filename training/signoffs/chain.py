"""Does the ledger still say what was written? Every entry is recomputed: its own hash, the hash before it, and its
place in the order. It reports the first entry that does not fit, and why; it repairs nothing."""

import dataclasses
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.core.language import N_
from training.signoffs.book import all_entries
from training.signoffs.entry import ALGORITHM, BEGINNING, Entry

REASONS = {
    "number": N_("nomor urutnya tidak menyambung: ada catatan yang hilang atau disisipkan"),
    "previous": N_("tidak menyambung dengan catatan sebelumnya"),
    "hash": N_("isinya berbeda dari yang ditulis dulu"),
    "time": N_("waktunya lebih awal daripada catatan sebelumnya"),
    "algorithm": N_("cara menghitung kodenya tidak dikenal"),
}


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`count` entries fit and end in `head`; `misfit` is the number of the first that does not, `reason` a key of
    REASONS. Both are None when everything fits."""

    count: int
    head: str
    misfit: int | None = None
    reason: str | None = None


def verify(session: Session) -> Verdict:
    """Recompute the whole ledger of this database."""
    return check(all_entries(session))


def check(entries: Iterable[Entry]) -> Verdict:
    """Recompute entries given in order of their numbers."""
    count, head, time = 0, BEGINNING, None
    for entry in entries:
        reason = _misfit(entry, count + 1, head, time)
        if reason:
            return Verdict(count, head, entry.seq, reason)
        count, head, time = entry.seq, entry.hash, entry.at
    return Verdict(count, head)


def _misfit(entry, number, head, time):
    if entry.seq != number:
        return "number"
    if entry.algorithm != ALGORITHM:
        return "algorithm"
    if entry.previous != head:
        return "previous"
    if entry.computed_hash() != entry.hash:
        return "hash"
    return "time" if time is not None and entry.at < time else None
