"""What stands beside a lesson for its reader, in one statement: which lessons of the release she read, and what she
wrote for herself in this module."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.often import Often
from training.curriculum.store import ReadingRow
from training.practice.store import ReflectionRow

readings, reflections = ReadingRow.__table__, ReflectionRow.__table__

_beside = Often(sa.union_all(
    sa.select(sa.literal("read").label("kind"), readings.c.lesson.label("name"), readings.c.read_at.label("at"),
              sa.literal("").label("text"))
    .where(readings.c.person_id == sa.bindparam("person_id"), readings.c.release_id == sa.bindparam("release_id")),
    sa.select(sa.literal("reflection"), reflections.c.prompt, reflections.c.saved_at, reflections.c.text)
    .where(reflections.c.person_id == sa.bindparam("person_id"), reflections.c.module_id == sa.bindparam("module_id")),
))


def beside_lesson(
    session: Session, person_id: int, module_id: int, release_id: int,
) -> tuple[dict[str, dt.datetime], dict[str, tuple[str, dt.datetime]]]:
    """Lesson slug → when it was read, and prompt → (own private text, when it was saved)."""
    rows = _beside.rows(session, person_id=person_id, module_id=module_id, release_id=release_id)
    read = {row.name: row.at for row in rows if row.kind == "read"}
    return read, {row.name: (row.text, row.at) for row in rows if row.kind == "reflection"}
