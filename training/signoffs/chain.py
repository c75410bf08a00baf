"""Does the ledger still say what was written? Every entry is recomputed: its own hash, what it says of the entry before
it, its place in the order. It reports the first entry that does not fit, and why; it repairs nothing.

An entry covers the signature of the one before it as well. So the signature of the last entry vouches for every
earlier one, and only that one and those around a change of the key cost the time of a signature, which is fourteen
times that of a hash. Where something does not fit, the entries before it are searched for the first one that nobody
signed.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.orm import Session

from training.core.key_names import hex_of
from training.core.language import N_
from training.core.signing_key import key_runs
from training.signoffs import book_store
from training.signoffs.chain_walk import SEQ, Loss, Walk
from training.signoffs.signing import key_in_force
from training.signoffs.witness import Witness

REASONS = {
    "number": N_("nomor urutnya tidak menyambung: ada catatan yang hilang atau disisipkan"),
    "previous": N_("tidak menyambung dengan catatan sebelumnya"),
    "hash": N_("isinya berbeda dari yang ditulis dulu"),
    "time": N_("waktunya lebih awal daripada catatan sebelumnya"),
    "algorithm": N_("cara menghitung kodenya tidak dikenal"),
    "signature": N_("tidak ditandatangani dengan kunci pemasangan ini"),
    "key": N_("pergantian kuncinya tidak menyambung dengan kunci sebelumnya"),
    "lost": N_("catatan ini mengaku kunci sebelumnya hilang, tetapi pemasangan ini tidak mengenal kehilangan itu"),
    "cut": N_("saksi dari luar mengenal catatan ini, tetapi buku berakhir sebelumnya"),
    "ends": N_("buku berakhir sebelum pergantian kunci yang terakhir selesai: catatan ini hilang"),
    "rebuilt": N_("kodenya berbeda dari yang dipegang saksi di luar: buku ini disusun ulang"),
    "unreadable": N_("yang tersimpan di sampingnya tidak bisa dibaca lagi"),
    "witness": N_("saksi yang diberikan tidak ditandatangani dengan kunci pemasangan ini"),
}


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`count` entries fit and end in `head`; `misfit` is the number of the first that does not, `reason` a key of
    REASONS. Both are None when everything fits. Number 0 is no entry: something beside the ledger belongs to none.
    `keys` are the public keys that signed, in hexadecimal, oldest first, empty for one that nobody knows; `losses` are
    those of keys."""

    count: int
    head: str
    misfit: int | None = None
    reason: str | None = None
    keys: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


def verify(
    session: Session, witnesses: Iterable[Witness] = (), beside: Callable = tuple, *, every_signature: bool = False,
) -> Verdict:
    """Recompute the whole ledger of this database and hold it against what outside witnesses know, then against what
    `beside` finds."""
    today, rows = key_in_force(session).public_key(), book_store.written_rows(session)
    firsts = firsts_of(key_runs(session))
    return check(rows, today, tuple(witnesses), beside, firsts=firsts, every_signature=every_signature)


def firsts_of(runs: Sequence[Sequence[Ed25519PublicKey]]) -> list[Ed25519PublicKey | None]:
    """The key that each run of keys began with, None where nobody knows it; the others are named by entries."""
    return [run[0] if run else None for run in runs]


def check(
    rows: Iterable[tuple], key: Ed25519PublicKey | None, witnesses: tuple[Witness, ...] = (),
    beside: Callable = tuple, *, firsts: Sequence[Ed25519PublicKey | None] = (), every_signature: bool = False,
) -> Verdict:
    """Recompute entries, given as written (`Entry.written`) in the order of their numbers. `key` is the installation's
    today, None for whichever it ends with; `firsts` are those of `firsts_of`, where `key` is not the only one.
    `beside` gives further misfits as (number, reason); it is asked only about a chain that fits."""
    walk = Walk(firsts or [key], {one.seq for one in witnesses}, every_signature)
    reason = next((why for row in rows if (why := walk.takes(row))), None)
    signers = tuple(hex_of(one) if one else "" for _, one in walk.keys)
    found = Verdict(walk.count, walk.head, walk.at[SEQ] if reason else None, reason, signers, tuple(walk.losses))
    unsigned = walk.first_unsigned()
    if unsigned is not None and (reason, unsigned) != ("lost", walk.count):
        return dataclasses.replace(found, misfit=unsigned, reason="signature")
    if reason:
        return found
    if walk.is_changing or walk.following or (walk.count and key and signers[-1] != hex_of(key)):
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


def _against(witnesses, walk, found):
    """What the witnesses say, the earliest of them first."""
    for one in sorted(witnesses, key=lambda one: one.seq):
        if one.signature and not walk.may_have_signed(one):
            return dataclasses.replace(found, misfit=one.seq, reason="witness")
        if one.seq not in walk.known:
            return dataclasses.replace(found, misfit=one.seq, reason="cut")
        if not walk.known[one.seq].startswith(one.hash):
            return dataclasses.replace(found, misfit=one.seq, reason="rebuilt")
    return found
