"""Whole tables going out and coming back, whatever stands in them."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.tables import metadata

PORTION = 1000


def rows_of(session: Session, table: sa.Table) -> Iterator:
    """Every row of a table, a portion at a time."""
    yield from session.execute(sa.select(table).execution_options(yield_per=PORTION))


def has_people(session: Session) -> bool:
    """Whether anybody is in this database."""
    return bool(session.scalar(sa.select(sa.func.count()).select_from(metadata.tables["people"])))


def put(session: Session, table: sa.Table, rows: list[dict]) -> None:
    """Write these rows of a table."""
    if rows:
        session.execute(sa.insert(table), rows)


def point(session: Session, table: sa.Table, row_id: int, column: str, target: int) -> None:
    """Fill in a column that points in a circle, once both rows are there."""
    session.execute(sa.update(table).where(table.c.id == row_id).values({column: target}))


def continue_numbers(session: Session) -> None:
    """PostgreSQL counts on from the highest number there is."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        for column in table.primary_key:
            if isinstance(column.type, sa.Integer) and column.autoincrement is not False and not column.foreign_keys:
                session.execute(sa.text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "  # noqa: S608
                    f"COALESCE((SELECT max({column.name}) FROM {table.name}), 1))"
                ))


def typed(column: sa.Column) -> type:
    """The Python type of a column's values; `dict` for JSON."""
    return dict if isinstance(column.type, sa.JSON) else column.type.python_type
