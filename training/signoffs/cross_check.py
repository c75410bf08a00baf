"""Does what stands beside the ledger still fit what the ledger says? Persons, what is kept about them, requests, words,
frozen evidence and released texts are committed to in its entries; each is computed anew. What was erased with a
person is not missed, as long as the ledger says that she was erased."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy.orm import Session

from training.core.language import N_
from training.curriculum.release_hash import content_hash
from training.curriculum.releases_store import served_now
from training.signoffs import cross_check_kept, cross_check_requests, cross_check_signers, kept_store
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
    "unsaid": N_("ada pesan atau langkah berikutnya yang tidak termasuk catatan mana pun; mungkin ujung buku dipotong"),
    "evidence": N_("bukti yang diajukan atau dinilai diubah sesudahnya"),
    "release": N_("naskah versi yang disahkan diubah setelah diputuskan"),
    "served": N_("halaman, kuis, atau judul dari versi yang disahkan diubah setelah diputuskan"),
    **cross_check_kept.REASONS, **cross_check_requests.REASONS, **cross_check_signers.REASONS,
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
    erased, frozen, released = store.erased_names(session), _evidence(session), _Released(session)
    counted = kept_store.counted_at(session)
    requests = cross_check_requests.Requests(known, names, frozen, counted)
    signers = cross_check_signers.Signers(known, kept_store.pairs_of(session), counted)
    told, said = set(), 0
    for row in store.entries_beside(session):
        said += row.salt is not None
        if row.request_id and (reason := requests.take(row)):
            yield row.seq, reason
        if reason := signers.take(row):
            yield row.seq, reason
        if None in (known.get(row.subject, 0), known.get(row.actor, 0), known.get(row.other, 0)):
            told |= {row.subject, row.actor, row.other}
            yield row.seq, "person"
        gone = [one for one in (row.subject, row.actor, row.other) if one and one not in known]
        if gone and row.algorithm == ALGORITHM and not erased.issuperset(gone):
            yield row.seq, "forgotten"
        if not _has_its_words(row, bool(gone)):
            yield row.seq, "words"
        if row.request_id and row.evidence_hash and not _is_judged_evidence(row, frozen, known):
            yield row.seq, "evidence"
        if row.module_id and (reason := released.reason_against(row)):
            yield row.seq, reason
    if said != store.count_of_words(session):
        yield 0, "unsaid"
    if any(person_id is None and name not in told for name, person_id in known.items()):
        yield 0, "person"
    yield from requests.misfits(session)
    yield from _roles_that_differ(session, known)
    yield from cross_check_kept.misfits(session, known, names)


def _has_its_words(row, somebody_is_gone):
    if not row.texts_hash or row.deed == ASKED:  # what a request commits to is in the request
        return row.salt is None
    if row.salt is None:
        return somebody_is_gone
    return _is(row.texts_hash, row.salt, row.message, row.next_step)


def _evidence(session):
    """(request, version) → hash, time, whether the text still gives this hash, and whether it is blank."""
    return {
        (request, version): (kept, at, hashlib.sha256(text.encode()).hexdigest() == kept, text == "{}")
        for request, version, text, kept, at in store.evidence_kept(session)
    }


def _is_judged_evidence(row, frozen, known):
    kept, at, fits, is_blank = frozen.get((row.request_id, row.request_version), ("", "", False, False))
    if kept != row.evidence_hash or (row.deed == ASKED and moment(at) != row.about):
        return False
    return fits or (is_blank and row.subject not in known)


def _is_hers(row):
    return _is(row.commitment, row.salt, "person", row.person_id)


def _is(committed, salt, *what):
    """A salt has one spelling too: capitals and spaces would read as the same bytes."""
    try:
        return commitment(salt, *what) == committed and len(salt) == 64 and salt.lower() == salt
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


class _Released:
    """What stands in the tables of releases and modules for those that the ledger names."""

    def __init__(self, session: Session):
        pictures: dict[int, list] = {}
        for row in store.pictures_named(session):
            found = (f"{row.slug}/{row.path}", len(row.data), hashlib.sha256(row.data).hexdigest())
            pictures.setdefault(row.release_id, []).append(found)
        rows = list(store.releases_named(session))
        self.hashes = {row.id: row.content_hash for row in rows
                       if content_hash(row.source, pictures.get(row.id, ())) == row.content_hash}
        self.module_of, self.modules = {row.id: row.module_id for row in rows}, store.modules_named(session)
        self.served = served_now(session, list(self.module_of))

    def reason_against(self, row) -> str | None:
        """Why an entry about a module does not fit, a key of REASONS, or None."""
        if self.modules.get(row.module_id) != row.module:
            return "module"
        if row.release_id and self.module_of.get(row.release_id, row.module_id) != row.module_id:
            return "module"
        if row.release_id and self.hashes.get(row.release_id) != row.release_hash:
            return "release"
        return "served" if row.served_hash and row.served_hash != self.served.get(row.release_id) else None
