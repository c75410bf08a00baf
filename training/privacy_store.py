"""The rows that tell of one person, found through the steps of a holding, in whatever table they stand."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.tables import metadata

Steps = tuple[tuple[str, str, str], ...]


def rows_of(session: Session, table: str, by: str, steps: Steps, person_id: int, hidden: frozenset[str]) -> list[dict]:
    """The rows of a table about this person as mappings, without the hidden columns."""
    columns = [column for column in metadata.tables[table].c if column.name not in hidden]
    statement = sa.select(*columns).where(reached(table, by, steps, person_id))
    return [dict(row._mapping) for row in session.execute(
        statement.order_by(*metadata.tables[table].primary_key.columns)
    )]


def reached(table: str, by: str, steps: Steps, person_id: int):
    """The condition on a table for being about this person."""
    tables = metadata.tables
    last = steps[-1][1] if steps else table
    condition = tables[last].c[by] == person_id
    for number in reversed(range(len(steps))):
        column, parent, key = steps[number]
        here = steps[number - 1][1] if number else table
        condition = tables[here].c[column].in_(sa.select(tables[parent].c[key]).where(condition))
    return condition


def delete(session: Session, table: str, by: str, steps: Steps, person_id: int) -> None:
    """Delete the rows of a table that are about this person."""
    session.execute(sa.delete(metadata.tables[table]).where(reached(table, by, steps, person_id)))


def blank(session: Session, table: str, by: str, steps: Steps, person_id: int, blanks: dict) -> None:
    """Put `blanks` into the columns they name."""
    session.execute(sa.update(metadata.tables[table]).where(reached(table, by, steps, person_id)).values(blanks))
