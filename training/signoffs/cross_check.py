"""Does what stands beside the ledger still fit what the ledger says? Persons, words, frozen evidence and released texts
are committed to in its entries; each is computed anew. What was erased with a person is not missed."""

import hashlib
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.curriculum.release_hash import content_hash
from training.signoffs import cross_check_store as store
from training.signoffs.chain import Verdict, verify
from training.signoffs.entry import commitment
from training.signoffs.witness import Witness

REASONS = {
    "person": N_("orang yang dimaksud sudah ditukar"),
    "words": N_("pesan atau langkah berikutnya diubah atau dihapus"),
    "evidence": N_("bukti yang dinilai diubah setelah diputuskan"),
    "release": N_("naskah versi yang disahkan diubah setelah diputuskan"),
}


def verify_everything(session: Session, witnesses: Iterable[Witness] = ()) -> Verdict:
    """The chain first, held against outside witnesses, then all that it commits to; the first entry that does not fit,
    by its number."""
    return verify(session, witnesses, lambda: misfits(session))


def misfits(session: Session) -> Iterator[tuple[int, str]]:
    """`(entry number, key of REASONS)` for everything beside the ledger that does not fit."""
    known = _persons(session)
    changed_releases = _changed_releases(session)
    for row in store.entries_beside(session):
        for reason in _reasons(row, known, changed_releases):
            yield row.seq, reason


def _reasons(row, known, changed_releases):
    named = {row.subject, row.actor, row.other} - {""}
    forgotten = not named <= set(known)
    is_forged = not all(known.get(one, True) for one in named)
    if is_forged or (row.person_id is not None and known.get(row.subject, row.person_id) != row.person_id):
        yield "person"
    if row.salt is None:
        if not forgotten:
            yield "words"
    elif commitment(row.salt, row.message, row.next_step) != row.texts_hash:
        yield "words"
    was_erased = row.subject not in known and row.evidence == "{}"
    if row.evidence_hash and not was_erased and _sha256(row.evidence) != row.evidence_hash:
        yield "evidence"
    if row.release_id and (row.content_hash != row.release_hash or row.release_id in changed_releases):
        yield "release"


def _sha256(text):
    return hashlib.sha256((text or "").encode()).hexdigest()


def _persons(session):
    """Commitment → person id, or None where the commitment is not that person's."""
    return {
        row.commitment: row.person_id if commitment(row.salt, "person", row.person_id) == row.commitment else None
        for row in store.commitment_rows(session)
    }


def _changed_releases(session):
    """Ids of releases in the ledger whose sources or pictures no longer give their hash."""
    pictures: dict[int, list] = {}
    for row in store.pictures_named(session):
        found = (f"{row.slug}/{row.path}", len(row.data), hashlib.sha256(row.data).hexdigest())
        pictures.setdefault(row.release_id, []).append(found)
    return {
        row.id for row in store.releases_named(session)
        if content_hash(row.source, pictures.get(row.id, ())) != row.content_hash
    }
