"""A SELECT that nearly every request asks: compiled once and, on SQLite, put straight to the driver.

SQLite answers inside this process within microseconds, and the account SQLAlchemy keeps of each statement costs ten
times that; across a network it no longer shows, so any other database is asked through the session. Only for reading.
"""

import collections
import dataclasses
import functools
import threading
import weakref
from collections.abc import Callable

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from training.core.database import means_to_write


class Often:
    """One SELECT with named parameters. Who only reads and has no transaction open gets a snapshot of its own from
    SQLite; else the question belongs to the session's transaction, so that nothing changes between looking and
    writing."""

    def __init__(self, statement):
        self.statement, self.prepared = statement, None

    def rows(self, session: Session, **values) -> list:
        """Every row, its columns by name; `values` are the statement's parameters."""
        answer = self.answer(session, **values)
        return answer.make(answer.stored)

    def answer(self, session: Session, **values) -> "Answer":
        """The same, not made into values yet: for who may find that she knows this answer already."""
        bind = session.get_bind()
        if bind.dialect.name != "sqlite":
            found = session.execute(self.statement, values).all()
            return Answer(tuple(map(tuple, found)), lambda _: found)
        is_apart = isinstance(bind, Engine) and not means_to_write() and not session.in_transaction()
        connection = reader(bind) if is_apart else session.connection().connection.driver_connection
        sql, names, fixed, make = self.prepared or self.prepare(bind.dialect)
        given = {**fixed, **values}
        return Answer(tuple(connection.execute(sql, [given[name] for name in names])), make)

    def prepare(self, dialect) -> tuple:
        """The statement in SQLite's words, its parameters in order and those that never change, a row's maker, and
        what turns a stored value into ours, by place. Kept, since every SQLite speaks alike."""
        compiled = self.statement.compile(dialect=dialect)
        columns = list(self.statement.selected_columns)
        readers = [(place, column.type.dialect_impl(dialect).result_processor(dialect, None))
                   for place, column in enumerate(columns)]
        readers = [(place, read) for place, read in readers if read]
        row_of = collections.namedtuple("Row", [column.key for column in columns])._make

        def make(found):
            for place, read in readers:
                found = [(*row[:place], read(row[place]), *row[place + 1:]) for row in found]
            return [row_of(row) for row in found]

        self.prepared = str(compiled), compiled.positiontup, compiled.params, make
        return self.prepared


@dataclasses.dataclass(frozen=True)
class Answer:
    """Rows as they are stored, equal when nothing changed, and `make`, which turns them into values by name."""

    stored: tuple
    make: Callable

    @functools.cached_property
    def rows(self) -> list:
        """The rows as values by name."""
        return self.make(self.stored)


class Kept(threading.local):
    """One connection for each thread and pool, out of the pool's books. It never writes and stays in no transaction,
    so it keeps nobody waiting; when its thread ends or its pool is gone, it closes."""

    def __init__(self):
        self.by_pool = weakref.WeakKeyDictionary()


_kept = Kept()


def reader(engine: Engine):
    """This thread's own connection for reading, as the driver knows it."""
    connection = _kept.by_pool.get(engine.pool)
    if connection is None:
        borrowed = engine.raw_connection()
        connection = _kept.by_pool[engine.pool] = borrowed.driver_connection
        borrowed.detach()
    return connection
