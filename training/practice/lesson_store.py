"""What a lesson page must know of its reader, in one statement: how she stands in the module, which lessons of her
release she read, and what she wrote for herself there."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import UtcDateTime
from training.core.often import Often
from training.curriculum.progress_store import Standing, standing
from training.curriculum.store import ReadingRow
from training.practice.store import ReflectionRow

readings, reflections = ReadingRow.__table__, ReflectionRow.__table__
_mine = standing.cte("mine")
_nothing = [sa.null()] * 5
_who = sa.bindparam("person_id")

_beside = Often(sa.union_all(
    sa.select(
        sa.literal("module").label("kind"), _mine.c.lesson.label("name"),
        sa.type_coerce(sa.null(), UtcDateTime).label("at"), _mine.c.heading.label("text"), _mine.c.id,
        _mine.c.position, _mine.c.current_release_id, _mine.c.release_id, _mine.c.permille,
    ),
    sa.select(sa.literal("read"), readings.c.lesson, readings.c.read_at, sa.literal(""), *_nothing)
    .join(_mine, readings.c.release_id == sa.func.coalesce(_mine.c.release_id, _mine.c.current_release_id))
    .where(readings.c.person_id == _who),
    sa.select(sa.literal("reflection"), reflections.c.prompt, reflections.c.saved_at, reflections.c.text, *_nothing)
    .join(_mine, reflections.c.module_id == _mine.c.id)
    .where(reflections.c.person_id == _who),
))


def beside_lesson(
    session: Session, person_id: int, course: str, slug: str,
) -> tuple[Standing, dict[str, dt.datetime], dict[str, tuple[str, dt.datetime]]] | None:
    """How she stands, lesson slug → when it was read, and prompt → (own private text,
    when it was saved); None for an unknown module."""
    rows = _beside.rows(session, person_id=person_id, course=course, slug=slug)
    by_kind: dict[str, list] = {"module": [], "read": [], "reflection": []}
    for row in rows:
        by_kind[row.kind].append(row)
    if not by_kind["module"]:
        return None
    own = by_kind["module"][0]
    stands = Standing(own.id, own.position, own.current_release_id, own.release_id, own.name, own.text, own.permille)
    read = {row.name: row.at for row in by_kind["read"]}
    return stands, read, {row.name: (row.text, row.at) for row in by_kind["reflection"]}
