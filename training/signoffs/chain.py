"""Does the ledger still say what was written? Every entry is recomputed: its own hash, the hash before it, its place in
the order, and the installation's signature. It reports the first entry that does not fit, and why; it repairs
nothing."""

import dataclasses
from collections.abc import Callable, Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.orm import Session

from training.core.language import N_
from training.core.signing_key import installation_key
from training.signoffs.book import all_entries
from training.signoffs.entry import ALGORITHM, BEGINNING, Entry, is_signed
from training.signoffs.signatures import Signatures
from training.signoffs.witness import Witness

REASONS = {
    "number": N_("nomor urutnya tidak menyambung: ada catatan yang hilang atau disisipkan"),
    "previous": N_("tidak menyambung dengan catatan sebelumnya"),
    "hash": N_("isinya berbeda dari yang ditulis dulu"),
    "time": N_("waktunya lebih awal daripada catatan sebelumnya"),
    "algorithm": N_("cara menghitung kodenya tidak dikenal"),
    "signature": N_("tidak ditandatangani dengan kunci pemasangan ini"),
    "cut": N_("saksi dari luar mengenal catatan ini, tetapi buku berakhir sebelumnya"),
    "rebuilt": N_("kodenya berbeda dari yang dipegang saksi di luar: buku ini disusun ulang"),
    "witness": N_("saksi yang diberikan tidak ditandatangani dengan kunci pemasangan ini"),
}


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`count` entries fit and end in `head`; `misfit` is the number of the first that does not, `reason` a key of
    REASONS. Both are None when everything fits."""

    count: int
    head: str
    misfit: int | None = None
    reason: str | None = None


def verify(session: Session, witnesses: Iterable[Witness] = (), beside: Callable = tuple) -> Verdict:
    """Recompute the whole ledger of this database and hold it against what outside witnesses know, then against what
    `beside` finds."""
    return check(all_entries(session), installation_key(session).public_key(), tuple(witnesses), beside)


def check(
    entries: Iterable[Entry], key: Ed25519PublicKey, witnesses: tuple[Witness, ...] = (), beside: Callable = tuple,
) -> Verdict:
    """Recompute entries given in order of their numbers, signed with `key`. `beside` gives further misfits as (number,
    reason); it is asked while other processors are busy with the signatures."""
    found = Verdict(0, BEGINNING)
    time, asked_for, known = None, {one.seq for one in witnesses}, {0: BEGINNING}
    with Signatures(key) as signatures:
        for entry in entries:
            reason = _misfit(entry, found.count + 1, found.head, time)
            if reason:
                found = dataclasses.replace(found, misfit=entry.seq, reason=reason)
                break
            signatures.add(entry.seq, entry.algorithm, entry.hash, entry.signature)
            found, time = Verdict(entry.seq, entry.hash), entry.at
            if entry.seq in asked_for:
                known[entry.seq] = entry.hash
        further = sorted(beside()) if found.misfit is None else []
        unsigned = signatures.first_bad()
    if unsigned is not None:
        return dataclasses.replace(found, misfit=unsigned, reason="signature")
    if found.misfit is None:
        found = _against(witnesses, key, known, found)
    if found.misfit is None and further:
        return dataclasses.replace(found, misfit=further[0][0], reason=further[0][1])
    return found


def _against(witnesses, key, known, found):
    """What the witnesses say, the earliest of them first."""
    for one in sorted(witnesses, key=lambda one: one.seq):
        if one.signature and not is_signed(key, ALGORITHM, one.hash, one.signature):
            return dataclasses.replace(found, misfit=one.seq, reason="witness")
        if one.seq not in known:
            return dataclasses.replace(found, misfit=one.seq, reason="cut")
        if not known[one.seq].startswith(one.hash):
            return dataclasses.replace(found, misfit=one.seq, reason="rebuilt")
    return found


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
