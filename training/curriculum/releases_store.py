"""Writing releases, and reading them back whole."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import insert
from training.curriculum.freezing import FrozenModule
from training.curriculum.served import NAMED, served_hash
from training.curriculum.store import (
    CourseReleaseRow,
    MediaRow,
    ModuleRow,
    ReleaseAssetRow,
    ReleaseLessonRow,
    ReleaseRow,
)

courses, modules, releases = CourseReleaseRow.__table__, ModuleRow.__table__, ReleaseRow.__table__
assets, media = ReleaseAssetRow.__table__, MediaRow.__table__
lessons = ReleaseLessonRow.__table__


def latest_course(session: Session, course: str) -> sa.Row | None:
    """The newest frozen state of the course's own page."""
    return session.execute(
        sa.select(courses).where(courses.c.course == course).order_by(courses.c.number.desc()).limit(1)
    ).one_or_none()


def current_releases(session: Session, course: str) -> dict[str, sa.Row]:
    """Module slug → its current release, with `module_id`, `number`, `content_hash`, `outline` and `source`."""
    rows = session.execute(
        sa.select(modules.c.slug, modules.c.id.label("of"), releases)
        .join(releases, releases.c.id == modules.c.current_release_id).where(modules.c.course == course)
    )
    return {row.slug: row for row in rows}


def current_numbers(session: Session, course: str) -> dict[str, int]:
    """Module slug → the number of its current release."""
    rows = session.execute(
        sa.select(modules.c.slug, releases.c.number)
        .join(releases, releases.c.id == modules.c.current_release_id).where(modules.c.course == course)
    )
    return {row.slug: row.number for row in rows}


def ids_ever(session: Session, course: str) -> list[sa.Row]:
    """`(slug, ids)` of every release of the course's modules, oldest first: what each id named then."""
    return list(session.execute(
        sa.select(modules.c.slug, releases.c.outline["ids"].label("ids"))
        .join(releases, releases.c.module_id == modules.c.id).where(modules.c.course == course)
        .order_by(modules.c.id, releases.c.number)
    ))


def add_course(session: Session, values: dict) -> None:
    """Write one release of a course."""
    session.execute(sa.insert(courses).values(**values))


def hold_module(session: Session, course: str, slug: str, position: int) -> int:
    """The id of the module, made when it is new, held until the transaction ends."""
    session.execute(
        insert(session, modules).values(course=course, slug=slug, position=position).on_conflict_do_nothing()
    )
    statement = sa.select(modules.c.id).where(modules.c.course == course, modules.c.slug == slug)
    # Not against those who only point at it: whoever asks for sign-off meanwhile holds the pen of the ledger.
    return session.scalar(statement.with_for_update(key_share=True))


def place_module(session: Session, module_id: int, position: int) -> None:
    """Say at which place of its course a module stands."""
    session.execute(sa.update(modules).where(modules.c.id == module_id).values(position=position))


def withdraw_others(session: Session, course: str, kept: list[str]) -> None:
    """Modules that the course no longer names are shown to nobody new; what was done in them stays."""
    others = sa.update(modules).where(modules.c.course == course, modules.c.slug.not_in(kept))
    session.execute(others.values(current_release_id=None))


def add_release(session: Session, module_id: int, frozen: FrozenModule, values: dict) -> int:
    """Write one release whole and make it the current one. Its number is one more than the last."""
    last = session.scalar(sa.select(sa.func.max(releases.c.number)).where(releases.c.module_id == module_id)) or 0
    values = {**values, "number": last + 1, "outline": frozen.outline, "paper": frozen.paper}
    release_id = session.execute(sa.insert(releases).values(
        module_id=module_id, content_hash=frozen.content_hash, source=frozen.source,
        served_hash=served_hash(values, frozen.lessons), **values,
    )).inserted_primary_key[0]
    for lesson in frozen.lessons:
        session.execute(sa.insert(ReleaseLessonRow).values(release_id=release_id, **vars(lesson)))
    for asset in frozen.assets:
        session.execute(
            insert(session, media).values(sha256=asset.sha256, content_type=asset.content_type, data=asset.data)
            .on_conflict_do_nothing()
        )
        session.execute(sa.insert(ReleaseAssetRow).values(release_id=release_id, path=asset.path, sha256=asset.sha256))
    session.execute(sa.update(modules).where(modules.c.id == module_id).values(current_release_id=release_id))
    return release_id


def served_now(session: Session, release_ids: Sequence[int]) -> dict[int, str]:
    """Release id → the fingerprint of what its readers are served, computed from what is stored now."""
    pages: dict[int, list] = {one: [] for one in release_ids}
    for row in session.execute(sa.select(lessons).where(lessons.c.release_id.in_(release_ids))):
        pages[row.release_id].append(row)
    columns = [releases.c[name] for name in ("id", "published_at", *NAMED)]
    rows = session.execute(sa.select(*columns).where(releases.c.id.in_(release_ids)))
    return {row.id: served_hash(row._mapping, pages[row.id]) for row in rows}


def assets_of(session: Session, release_id: int) -> list[sa.Row]:
    """`(path, data)` of every picture and recording of a release."""
    return list(session.execute(
        sa.select(assets.c.path, media.c.data)
        .join(media, media.c.sha256 == assets.c.sha256).where(assets.c.release_id == release_id)
    ))


def asset_hashes(session: Session, release_id: int) -> list[sa.Row]:
    """`(path, sha256)` of the same."""
    return list(session.execute(sa.select(assets.c.path, assets.c.sha256).where(assets.c.release_id == release_id)))


def history(session: Session, module_id: int) -> list[sa.Row]:
    """Every release of a module, newest first: id, number, content_hash, change, published_at, author, reviewer."""
    columns = (releases.c.id, releases.c.number, releases.c.content_hash, releases.c.change, releases.c.published_at,
               releases.c.author, releases.c.reviewer)
    return list(session.execute(
        sa.select(*columns).where(releases.c.module_id == module_id).order_by(releases.c.number.desc())
    ))


def later_than(session: Session, module_id: int, number: int) -> list[sa.Row]:
    """The releases of a module with a higher number, newest first: id, number, change, published_at, and outline."""
    columns = (releases.c.id, releases.c.number, releases.c.change, releases.c.published_at, releases.c.outline)
    return list(session.execute(
        sa.select(*columns).where(releases.c.module_id == module_id, releases.c.number > number)
        .order_by(releases.c.number.desc())
    ))


def history_of_course(session: Session, course: str) -> list[sa.Row]:
    """Every release of the course's own page, newest first, in the same columns; a change has no size there."""
    columns = (courses.c.id, courses.c.number, courses.c.content_hash, sa.literal("").label("change"),
               courses.c.published_at, courses.c.author, courses.c.reviewer)
    return list(session.execute(
        sa.select(*columns).where(courses.c.course == course).order_by(courses.c.number.desc())
    ))


def source_of_course(session: Session, course_release_id: int) -> dict[str, str]:
    """The Markdown files of a release of a course's own page, name → text."""
    return session.scalar(sa.select(courses.c.source).where(courses.c.id == course_release_id)) or {}


def source_of(session: Session, release_id: int) -> dict[str, str] | None:
    """The Markdown files of a release, path → text."""
    return session.scalar(sa.select(releases.c.source).where(releases.c.id == release_id))

