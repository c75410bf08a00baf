"""Does what stands beside the ledger still fit what the ledger says? Persons, words, frozen evidence and released texts
are committed to in its entries; each is computed anew. What was erased with a person is not missed."""

import hashlib
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.language import N_
from training.curriculum import store as curriculum
from training.curriculum.release_hash import content_hash
from training.signoffs import store
from training.signoffs.chain import Verdict, verify
from training.signoffs.entry import commitment
from training.signoffs.evidence import fingerprint

entries, commitments = store.EntryRow.__table__, store.CommitmentRow.__table__
texts, versions = store.DecisionTextRow.__table__, store.RequestVersionRow.__table__
requests, releases = store.RequestRow.__table__, curriculum.ReleaseRow.__table__
assets, media = curriculum.ReleaseAssetRow.__table__, curriculum.MediaRow.__table__
modules = curriculum.ModuleRow.__table__

REASONS = {
    "person": N_("orang yang dimaksud sudah ditukar"),
    "words": N_("pesan atau langkah berikutnya diubah atau dihapus"),
    "evidence": N_("bukti yang dinilai diubah setelah diputuskan"),
    "release": N_("naskah versi yang disahkan diubah setelah diputuskan"),
}


def verify_everything(session: Session) -> Verdict:
    """The chain first, then all that it commits to; the first entry that does not fit, by its number."""
    whole = verify(session)
    if whole.misfit is not None:
        return whole
    found = sorted(misfits(session))
    return Verdict(whole.count, whole.head, *found[0]) if found else whole


def misfits(session: Session) -> Iterator[tuple[int, str]]:
    """`(entry number, key of REASONS)` for everything beside the ledger that does not fit."""
    known = _persons(session)
    changed_releases = _changed_releases(session)
    rows = session.execute(
        sa.select(
            entries.c.seq, entries.c.actor, entries.c.subject, entries.c.release_id, entries.c.release_hash,
            entries.c.evidence_hash, entries.c.texts_hash, texts.c.salt, texts.c.message, texts.c.next_step,
            requests.c.person_id, versions.c.evidence, releases.c.content_hash,
        )
        .outerjoin(texts, texts.c.seq == entries.c.seq)
        .outerjoin(requests, requests.c.id == entries.c.request_id)
        .outerjoin(versions, (versions.c.request_id == entries.c.request_id)
                   & (versions.c.version == entries.c.request_version))
        .outerjoin(releases, releases.c.id == entries.c.release_id)
        .order_by(entries.c.seq).execution_options(yield_per=500)
    )
    for row in rows:
        for reason in _reasons(row, known, changed_releases):
            yield row.seq, reason


def _reasons(row, known, changed_releases):
    forgotten = row.subject not in known or row.actor not in known
    is_forged = not known.get(row.subject, True) or not known.get(row.actor, True)
    if is_forged or (row.person_id is not None and known.get(row.subject, row.person_id) != row.person_id):
        yield "person"
    if row.salt is None:
        if not forgotten:
            yield "words"
    elif commitment(row.salt, row.message, row.next_step) != row.texts_hash:
        yield "words"
    if row.evidence is not None and fingerprint(row.evidence) != row.evidence_hash:
        yield "evidence"
    if row.release_id and (row.content_hash != row.release_hash or row.release_id in changed_releases):
        yield "release"


def _persons(session):
    """Commitment → person id, or None where the commitment is not that person's."""
    rows = session.execute(sa.select(commitments))
    return {
        row.commitment: row.person_id if commitment(row.salt, "person", row.person_id) == row.commitment else None
        for row in rows
    }


def _changed_releases(session):
    """Ids of releases in the ledger whose sources or pictures no longer give their hash."""
    named = sa.select(entries.c.release_id).distinct()
    pictures: dict[int, list] = {}
    for row in session.execute(
        sa.select(assets.c.release_id, modules.c.slug, assets.c.path, media.c.data)
        .join(media, media.c.sha256 == assets.c.sha256)
        .join(releases, releases.c.id == assets.c.release_id).join(modules, modules.c.id == releases.c.module_id)
        .where(assets.c.release_id.in_(named))
    ):
        found = (f"{row.slug}/{row.path}", len(row.data), hashlib.sha256(row.data).hexdigest())
        pictures.setdefault(row.release_id, []).append(found)
    rows = session.execute(
        sa.select(releases.c.id, releases.c.content_hash, releases.c.source).where(releases.c.id.in_(named))
    )
    return {row.id for row in rows if content_hash(row.source, pictures.get(row.id, ())) != row.content_hash}
