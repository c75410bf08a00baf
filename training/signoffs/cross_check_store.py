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
releases = curriculum.ReleaseRow.__table__
assets, media = curriculum.ReleaseAssetRow.__table__, curriculum.MediaRow.__table__
modules = curriculum.ModuleRow.__table__
evidence = sa.type_coerce(versions.c.evidence, sa.Text)
PORTION = 500


def entries_beside(session: Session) -> Iterator:
    """Each entry's commitments with the words that stand for them now."""
    yield from session.execute(
        sa.select(
            entries.c.seq, entries.c.algorithm, sa.type_coerce(entries.c.at, sa.Text).label("at"), entries.c.deed,
            entries.c.actor, entries.c.subject, entries.c.other, entries.c.about, entries.c.request_id,
            entries.c.request_version, entries.c.evidence_hash, entries.c.texts_hash, entries.c.release_id,
            entries.c.release_hash, entries.c.served_hash, entries.c.module_id, entries.c.module,
            texts.c.salt, texts.c.message, texts.c.next_step,
        )
        .outerjoin(texts, texts.c.seq == entries.c.seq)
        .order_by(entries.c.seq).execution_options(yield_per=PORTION)
    )


def count_of_words(session: Session) -> int:
    """How many deeds have words beside them."""
    return session.scalar(sa.select(sa.func.count()).select_from(texts))


def evidence_kept(session: Session) -> Iterator:
    """Request, version, text, hash and time of all evidence that is frozen, as it lies."""
    yield from session.execute(
        sa.select(versions.c.request_id, versions.c.version, evidence, versions.c.evidence_hash,
                  sa.type_coerce(versions.c.at, sa.Text)).execution_options(yield_per=PORTION)
    )


def modules_named(session: Session) -> dict[int, str]:
    """Module id → course and slug."""
    return {row.id: f"{row.course}/{row.slug}" for row in session.execute(sa.select(modules))}


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


def commitment_rows(session: Session) -> Iterator:
    """Whose name in the ledger is which, with its salt."""
    yield from session.execute(sa.select(commitments))


def releases_named(session: Session) -> Iterator:
    """Id, module, hash and source of each release that the ledger names."""
    yield from session.execute(
        sa.select(releases.c.id, releases.c.module_id, releases.c.content_hash, releases.c.source)
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
