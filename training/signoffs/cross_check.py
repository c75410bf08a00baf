"""Does what stands beside the ledger still fit what the ledger says? Persons, what is kept about them, requests, words,
frozen evidence and released texts are committed to in its entries; each is computed anew. What was erased with a
person is not missed, as long as the ledger says that she was erased."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.curriculum.release_hash import content_hash
from training.curriculum.releases_store import served_now
from training.signoffs import cross_check_kept, cross_check_requests, kept_store
from training.signoffs import cross_check_store as store
from training.signoffs.asked import moment
from training.signoffs.chain import Verdict, verify
from training.signoffs.entry import ALGORITHM, ASKED, commitment
from training.signoffs.witness import Witness

REASONS = {
    "person": N_("orang yang dimaksud sudah ditukar"),
    "forgotten": N_("orang yang dimaksud hilang, padahal penghapusannya tidak tercatat"),
    "roles": N_("peran orang ini di basis data berbeda dari yang tercatat"),
    "module": N_("modul yang dimaksud sudah ditukar"),
    "words": N_("pesan atau langkah berikutnya diubah atau dihapus"),
    "evidence": N_("bukti yang diajukan atau dinilai diubah sesudahnya"),
    "release": N_("naskah versi yang disahkan diubah setelah diputuskan"),
    "served": N_("halaman, kuis, atau judul dari versi yang disahkan diubah setelah diputuskan"),
    **cross_check_kept.REASONS, **cross_check_requests.REASONS,
}


def verify_everything(
    session: Session, witnesses: Iterable[Witness] = (), *, every_signature: bool = False,
    also: Iterable[Callable] = (),
) -> Verdict:
    """The chain first, held against outside witnesses, then all that it commits to, and what `also` finds (functions
    of the session, like `misfits`); the first entry that does not fit, by its number."""
    def beside():
        return [one for look in (misfits, *also) for one in look(session)]

    return verify(session, witnesses, beside, every_signature=every_signature)


def misfits(session: Session) -> Iterator[tuple[int, str]]:
    """`(entry number, key of REASONS)` for everything beside the ledger that does not fit."""
    names = {row.commitment: row for row in store.commitment_rows(session)}
    known = {name: row.person_id if _is_hers(row) else None for name, row in names.items()}
    erased = store.erased_names(session)
    requests = cross_check_requests.Requests(known, names, kept_store.counted_at(session))
    written, served = _changed_releases(session)
    for row in store.entries_beside(session):
        if row.request_id and (reason := requests.take(row)):
            yield row.seq, reason
        if _is_swapped(row, known):
            yield row.seq, "person"
        gone = [one for one in (row.subject, row.actor, row.other) if one and one not in known]
        if gone and row.algorithm == ALGORITHM and not erased.issuperset(gone):
            yield row.seq, "forgotten"
        if not _has_its_words(row, bool(gone)):
            yield row.seq, "words"
        if row.request_id and row.evidence_hash and not _is_judged_evidence(row, known):
            yield row.seq, "evidence"
        if row.module_id and (row.module_there != row.module or row.module_of_release not in (None, row.module_id)):
            yield row.seq, "module"
        if row.release_id and (row.content_hash != row.release_hash or row.release_id in written):
            yield row.seq, "release"
        if row.served_hash and row.served_hash != served.get(row.release_id):
            yield row.seq, "served"
    yield from requests.misfits(session)
    yield from _roles_that_differ(session, known)
    yield from cross_check_kept.misfits(session, known, names)


def _is_swapped(row, known):
    subject = known.get(row.subject, row.person_id or 0)
    if subject is None or known.get(row.actor, 0) is None or known.get(row.other, 0) is None:
        return True
    return row.person_id is not None and subject != row.person_id


def _has_its_words(row, somebody_is_gone):
    if not row.texts_hash or row.deed == ASKED:  # what a request commits to is in the request
        return row.salt is None
    if row.salt is None:
        return somebody_is_gone
    return _is(row.texts_hash, row.salt, row.message, row.next_step)


def _is_judged_evidence(row, known):
    if row.frozen_hash != row.evidence_hash or (row.deed == ASKED and moment(row.frozen_at) != row.about):
        return False
    was_erased = row.subject not in known and row.evidence == "{}"
    return was_erased or hashlib.sha256(row.evidence.encode()).hexdigest() == row.evidence_hash


def _is_hers(row):
    return _is(row.commitment, row.salt, "person", row.person_id)


def _is(committed, salt, *what):
    try:
        return commitment(salt, *what) == committed
    except (ValueError, TypeError):
        return False


def _roles_that_differ(session, known):
    """Where the last word about somebody's roles is not what she holds now."""
    last = {row.subject: row for row in store.role_entries(session)}
    held = store.roles_held(session)
    for subject, row in last.items():
        person_id = known.get(subject)
        if person_id is not None and held.get(person_id, set()) != set(row.about.split()):
            yield row.seq, "roles"


def _changed_releases(session):
    """Ids of releases in the ledger whose sources or pictures no longer give their hash; and release id → the hash of
    what is served now."""
    pictures: dict[int, list] = {}
    for row in store.pictures_named(session):
        found = (f"{row.slug}/{row.path}", len(row.data), hashlib.sha256(row.data).hexdigest())
        pictures.setdefault(row.release_id, []).append(found)
    rows = list(store.releases_named(session))
    written = {row.id for row in rows if content_hash(row.source, pictures.get(row.id, ())) != row.content_hash}
    return written, served_now(session, [row.id for row in rows])
