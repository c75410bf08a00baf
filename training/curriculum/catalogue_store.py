"""Finding what is published. Releases never change, so an outline or a lesson once read is kept in memory."""

import dataclasses
import functools
import weakref

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.curriculum import outline
from training.curriculum.outline import PublishedCourse, PublishedModule, ReleaseOutline
from training.curriculum.store import (
    CourseReleaseRow,
    MediaRow,
    ModuleRow,
    ReleaseAssetRow,
    ReleaseLessonRow,
    ReleaseRow,
)
from training.quizzes.frozen import from_data
from training.quizzes.paper import QuizPaper

courses, modules, releases = CourseReleaseRow.__table__, ModuleRow.__table__, ReleaseRow.__table__
lessons, media, assets = ReleaseLessonRow.__table__, MediaRow.__table__, ReleaseAssetRow.__table__

_outline_columns = (
    releases.c.id, releases.c.number, releases.c.content_hash, releases.c.change, releases.c.outline,
    releases.c.author, releases.c.reviewer, releases.c.published_at,
)


@dataclasses.dataclass(frozen=True)
class LessonPage:
    """A lesson in one language as it was rendered. `extras`: {"toc", "checks", "reflections"}."""

    title: str
    html: str
    short_html: str
    note: str
    extras: dict
    language: str


class Memory:
    """The last frozen things that were asked for, by engine, so that two databases in one process never mix."""

    def __init__(self, size: int):
        self.size, self.by_engine = size, weakref.WeakKeyDictionary()

    def get(self, session: Session, key, look_up):
        """What is kept under `key`, else what `look_up()` finds; nothing found is not kept."""
        kept = self.by_engine.setdefault(session.get_bind(mapper=ReleaseRow).engine, {})
        if key not in kept:
            found = look_up()
            if found is None:
                return None
            if len(kept) >= self.size:
                kept.pop(next(iter(tuple(kept))), None)  # a tuple, because other threads put something in meanwhile
            kept[key] = found
        return kept[key]

    def forget(self) -> None:
        """Let go of everything."""
        self.by_engine.clear()


remembered_outlines, remembered_lessons = Memory(1200), Memory(400)


def release(session: Session, release_id: int) -> ReleaseOutline | None:
    """The outline of one release."""

    def look_up():
        row = session.execute(sa.select(*_outline_columns).where(releases.c.id == release_id)).one_or_none()
        return row and outline.from_row(row)

    return remembered_outlines.get(session, ("release", release_id), look_up)


def lesson(session: Session, release_id: int, slug: str, language: str) -> LessonPage | None:
    """One lesson of a release in `language`, else in the language there is."""

    def look_up():
        rows = {row.language: row for row in session.execute(
            sa.select(lessons).where(lessons.c.release_id == release_id, lessons.c.slug == slug)
        )}
        row = rows.get(language) or next(iter(rows.values()), None)
        return row and LessonPage(row.title, row.html, row.short_html, row.note, row.extras, row.language)

    return remembered_lessons.get(session, (release_id, slug, language), look_up)


def paper(session: Session, release_id: int) -> QuizPaper | None:
    """The quiz of a release with its key; None when it has none."""

    def look_up():
        data = session.scalar(sa.select(releases.c.paper).where(releases.c.id == release_id))
        return data and from_data(data)

    return remembered_lessons.get(session, ("paper", release_id), look_up)


def find_module(session: Session, course: str, slug: str):
    """`(id, position, current_release_id)` of a published module, or None."""
    return session.execute(
        sa.select(modules.c.id, modules.c.position, modules.c.current_release_id)
        .where(modules.c.course == course, modules.c.slug == slug, modules.c.current_release_id.is_not(None))
    ).one_or_none()


def published_courses(session: Session) -> tuple[PublishedCourse, ...]:
    """Every course, in the order its author gave, with its modules. Two statements, however many there are."""
    latest = sa.select(courses.c.course, sa.func.max(courses.c.number).label("number")).group_by(courses.c.course)
    latest = latest.subquery()
    rows = session.execute(
        sa.select(
            courses.c.course, courses.c.number, courses.c.position, courses.c.motif, courses.c.texts,
            courses.c.module_order, courses.c.author, courses.c.reviewer, courses.c.published_at,
        ).join(latest, (latest.c.course == courses.c.course) & (latest.c.number == courses.c.number))
        .order_by(courses.c.position, courses.c.course)
    ).all()
    found = _modules(session)
    return tuple(
        PublishedCourse(
            row.course, row.number, row.position, row.motif, row.texts, row.author, row.reviewer, row.published_at,
            tuple(found[row.course, slug] for slug in row.module_order if (row.course, slug) in found),
        )
        for row in rows
    )


def _modules(session: Session) -> dict[tuple[str, str], PublishedModule]:
    rows = session.execute(
        sa.select(modules.c.id.label("module_id"), modules.c.course, modules.c.slug, modules.c.position,
                  modules.c.current_release_id)
        .where(modules.c.current_release_id.is_not(None))
    ).all()
    missing = [row.current_release_id for row in rows if not _is_remembered(session, row.current_release_id)]
    if missing:
        for row in session.execute(sa.select(*_outline_columns).where(releases.c.id.in_(missing))):
            remembered_outlines.get(session, ("release", row.id), functools.partial(outline.from_row, row))
    return {
        (row.course, row.slug): PublishedModule(
            row.module_id, row.course, row.slug, row.position, release(session, row.current_release_id),
        )
        for row in rows
    }


def _is_remembered(session: Session, release_id: int) -> bool:
    return remembered_outlines.get(session, ("release", release_id), lambda: None) is not None


def published_course(session: Session, slug: str) -> PublishedCourse | None:
    """The course called `slug`, or None."""
    return next((course for course in published_courses(session) if course.slug == slug), None)


def published_module(session: Session, course: str, slug: str) -> PublishedModule | None:
    """The module `slug` of `course`, or None. At most two statements."""
    row = find_module(session, course, slug)
    return row and PublishedModule(row.id, course, slug, row.position, release(session, row.current_release_id))


def module_of_release(session: Session, release_id: int) -> tuple[str, str] | None:
    """`(course, module)` that a release belongs to."""

    def look_up():
        row = session.execute(
            sa.select(modules.c.course, modules.c.slug).join(releases, releases.c.module_id == modules.c.id)
            .where(releases.c.id == release_id)
        ).one_or_none()
        return row and (row.course, row.slug)

    return remembered_outlines.get(session, ("module", release_id), look_up)


def medium(session: Session, sha_prefix: str):
    """`(content_type, data)` of the picture or recording whose SHA-256 begins with `sha_prefix` (16 digits)."""
    return session.execute(
        sa.select(media.c.content_type, media.c.data)
        .where(media.c.sha256 >= sha_prefix, media.c.sha256 < sha_prefix + "g").limit(1)
    ).one_or_none()
