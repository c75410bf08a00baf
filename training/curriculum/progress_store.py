"""What learners did: which release they work on, what they read, where they stopped."""

import datetime as dt
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import insert, put_once
from training.core.often import Often
from training.curriculum.store import EnrolmentRow, ModuleRow, PlaceRow, ReadingRow

enrolments, readings, places, modules = (
    EnrolmentRow.__table__, ReadingRow.__table__, PlaceRow.__table__, ModuleRow.__table__,
)


_latest = (
    sa.select(enrolments.c.release_id)
    .where(enrolments.c.person_id == sa.bindparam("person_id"), enrolments.c.module_id == modules.c.id)
    .order_by(enrolments.c.id.desc()).limit(1).scalar_subquery()
)
standing = (
    sa.select(
        modules.c.id, modules.c.position, modules.c.current_release_id, _latest.label("release_id"),
        places.c.lesson, places.c.heading, places.c.permille,
    )
    .outerjoin(places, (places.c.module_id == modules.c.id) & (places.c.person_id == sa.bindparam("person_id")))
    .where(modules.c.course == sa.bindparam("course"), modules.c.slug == sa.bindparam("slug"),
           modules.c.current_release_id.is_not(None))
)
_standing = Often(standing)
_enrolled = Often(
    sa.select(enrolments.c.release_id)
    .where(enrolments.c.person_id == sa.bindparam("person_id"), enrolments.c.module_id == sa.bindparam("module_id"))
    .order_by(enrolments.c.id.desc()).limit(1)
)
_begun = Often(
    sa.select(enrolments.c.module_id, enrolments.c.release_id)
    .where(enrolments.c.person_id == sa.bindparam("person_id")).order_by(enrolments.c.id)
)


class Standing(NamedTuple):
    """How somebody stands in a module: `release_id` is what she began or None; `lesson`, `heading` and `permille` say
    where she stopped."""

    id: int
    position: int
    current_release_id: int
    release_id: int | None
    lesson: str | None
    heading: str | None
    permille: int | None


def module_for(session: Session, person_id: int, course: str, slug: str) -> Standing | None:
    """How this person stands in a module, in one statement; None for an unknown module."""
    rows = _standing.rows(session, person_id=person_id, course=course, slug=slug)
    return Standing(*rows[0]) if rows else None


def enrolled_release(session: Session, person_id: int, module_id: int) -> int | None:
    """The release this person works on, or None when she has not begun."""
    rows = _enrolled.rows(session, person_id=person_id, module_id=module_id)
    return rows[0].release_id if rows else None


def enrolled_releases(session: Session, person_id: int) -> dict[int, int]:
    """Module id → release id for everything this person began."""
    return {row.module_id: row.release_id for row in _begun.rows(session, person_id=person_id)}


def enrol(session: Session, person_id: int, module_id: int, release_id: int, at: dt.datetime) -> None:
    """Write which release a person works on; a repeat changes nothing."""
    put_once(session, enrolments, person_id=person_id, module_id=module_id, release_id=release_id, since=at)


def read(session: Session, person_id: int, release_id: int, lesson: str, language: str, at: dt.datetime) -> None:
    """Write that a lesson was read; a repeat keeps the first time."""
    put_once(
        session, readings, person_id=person_id, release_id=release_id, lesson=lesson, language=language, read_at=at,
    )


def lessons_read(session: Session, person_id: int, release_id: int) -> dict[str, dt.datetime]:
    """Lesson slug → when it was read."""
    rows = session.execute(
        sa.select(readings.c.lesson, readings.c.read_at)
        .where(readings.c.person_id == person_id, readings.c.release_id == release_id)
    )
    return {row.lesson: row.read_at for row in rows}


def read_counts(session: Session, person_id: int) -> dict[int, tuple[int, dt.datetime]]:
    """Release id → how many lessons were read, and when last."""
    last = sa.func.max(readings.c.read_at, type_=readings.c.read_at.type)
    rows = session.execute(
        sa.select(readings.c.release_id, sa.func.count(), last)
        .where(readings.c.person_id == person_id).group_by(readings.c.release_id)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def keep_place(session: Session, person_id: int, module_id: int, lesson: str, heading: str, permille: int,
               at: dt.datetime) -> None:
    """Write where in a module a person is; the last one stands."""
    values = {"lesson": lesson, "heading": heading, "permille": permille, "at": at}
    session.execute(
        insert(session, places).values(person_id=person_id, module_id=module_id, **values)
        .on_conflict_do_update(index_elements=["person_id", "module_id"], set_=values)
    )


def latest_place(session: Session, person_id: int):
    """`(course, module slug, lesson, heading, at, module id)` where this person was last, or None."""
    return session.execute(
        sa.select(modules.c.course, modules.c.slug, places.c.lesson, places.c.heading, places.c.at, modules.c.id)
        .join(modules, modules.c.id == places.c.module_id)
        .where(places.c.person_id == person_id, modules.c.current_release_id.is_not(None))
        .order_by(places.c.at.desc()).limit(1)
    ).one_or_none()
