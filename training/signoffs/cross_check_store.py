"""What stands beside the ledger, row by row, for checking it against what the entries commit to."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import roles
from training.curriculum import store as curriculum
from training.signoffs import store
from training.signoffs.entry import ERASED, ROLES_CHANGED

entries, commitments = store.EntryRow.__table__, store.CommitmentRow.__table__
texts, versions = store.DecisionTextRow.__table__, store.RequestVersionRow.__table__
requests, releases = store.RequestRow.__table__, curriculum.ReleaseRow.__table__
assets, media = curriculum.ReleaseAssetRow.__table__, curriculum.MediaRow.__table__
modules = curriculum.ModuleRow.__table__
evidence = sa.type_coerce(versions.c.evidence, sa.Text).label("evidence")


def entries_beside(session: Session) -> Iterator:
    """Each entry's commitments with the words, the person, the evidence (its text) and the release that stand for them
    now."""
    yield from session.execute(
        sa.select(
            entries.c.seq, entries.c.algorithm, entries.c.at, entries.c.deed, entries.c.actor, entries.c.subject,
            entries.c.other, entries.c.about, entries.c.request_version, versions.c.at.label("frozen_at"),
            entries.c.release_id, entries.c.release_hash, entries.c.served_hash, entries.c.evidence_hash,
            entries.c.texts_hash, entries.c.request_id, texts.c.salt, texts.c.message, texts.c.next_step,
            requests.c.person_id, evidence, versions.c.evidence_hash.label("frozen_hash"), releases.c.content_hash,
            releases.c.module_id.label("module_of_release"), entries.c.module_id, entries.c.module,
            (modules.c.course + "/" + modules.c.slug).label("module_there"),
        )
        .outerjoin(texts, texts.c.seq == entries.c.seq)
        .outerjoin(requests, requests.c.id == entries.c.request_id)
        .outerjoin(versions, (versions.c.request_id == entries.c.request_id)
                   & (versions.c.version == entries.c.request_version))
        .outerjoin(releases, releases.c.id == entries.c.release_id)
        .outerjoin(modules, modules.c.id == entries.c.module_id)
        .order_by(entries.c.seq).execution_options(yield_per=500)
    )


def erased_names(session: Session) -> set[str]:
    """The commitments of whom the ledger says that she was erased."""
    return set(session.scalars(sa.select(entries.c.subject).where(entries.c.deed == ERASED)))


def role_entries(session: Session) -> Iterator:
    """Number, subject and roles of each entry that says which roles somebody holds from then on, oldest first."""
    yield from session.execute(
        sa.select(entries.c.seq, entries.c.subject, entries.c.about)
        .where(entries.c.deed.in_((ROLES_CHANGED, ERASED))).order_by(entries.c.seq)
    )


def roles_held(session: Session) -> dict[int, set[str]]:
    """Person id → the roles she holds now."""
    found: dict[int, set[str]] = {}
    for row in session.execute(sa.select(roles.c.person_id, roles.c.role).where(roles.c.until.is_(None))):
        found.setdefault(row.person_id, set()).add(row.role)
    return found


def requests_kept(session: Session) -> Iterator:
    """Every request as it stands."""
    yield from session.execute(sa.select(requests).execution_options(yield_per=500))


def versions_kept(session: Session) -> Iterator:
    """Request and version of all evidence that is frozen."""
    yield from session.execute(sa.select(versions.c.request_id, versions.c.version))


def commitment_rows(session: Session) -> Iterator:
    yield from session.execute(sa.select(commitments))


def releases_named(session: Session) -> Iterator:
    """Id, hash and source of each release that the ledger names."""
    yield from session.execute(
        sa.select(releases.c.id, releases.c.content_hash, releases.c.source)
        .where(releases.c.id.in_(sa.select(entries.c.release_id).distinct()))
    )


def pictures_named(session: Session) -> Iterator:
    """The pictures of those releases with their data."""
    yield from session.execute(
        sa.select(assets.c.release_id, modules.c.slug, assets.c.path, media.c.data)
        .join(media, media.c.sha256 == assets.c.sha256)
        .join(releases, releases.c.id == assets.c.release_id).join(modules, modules.c.id == releases.c.module_id)
        .where(assets.c.release_id.in_(sa.select(entries.c.release_id).distinct()))
    )
