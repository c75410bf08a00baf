"""What became of a certificate: a pure fold over the entries about its holder. It looks nothing up."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from training.signoffs.entry import AWARDED, CERTIFYING, ERASED, EXPIRED, WITHDRAWN, Entry


@dataclasses.dataclass(frozen=True)
class Fate:
    """When it was withdrawn (with the first of its modules), renewed by a later one, entered as expired, and when its
    holder was erased; None for what did not happen."""

    withdrawn_at: dt.datetime | None = None
    renewed_at: dt.datetime | None = None
    expired_at: dt.datetime | None = None
    erased_at: dt.datetime | None = None


def fate(awarded: Entry, entries: Iterable[Entry]) -> Fate:
    """Fold the holder's entries, oldest first. A module that was signed off anew no longer touches the certificate that
    rests on the old sign-off."""
    rests_on, held = set(map(int, awarded.about.split())), set()
    first: dict[str, dt.datetime] = {}
    for entry in entries:
        if entry.seq in rests_on:
            held.add(entry.module)
        elif entry.deed in CERTIFYING:
            held.discard(entry.module)
        elif entry.deed == WITHDRAWN and entry.module in held:
            first.setdefault("withdrawn_at", entry.at)
        elif entry.deed == AWARDED and entry.module == awarded.module and entry.seq > awarded.seq:
            first.setdefault("renewed_at", entry.at)
        elif entry.deed == EXPIRED and entry.earlier == awarded.seq:
            first.setdefault("expired_at", entry.at)
        elif entry.deed == ERASED:
            first.setdefault("erased_at", entry.at)
    return Fate(**first)
