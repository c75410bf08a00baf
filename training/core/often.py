"""A SELECT that nearly every request asks: compiled once and, on SQLite, put straight to the driver.

SQLite answers inside this process within microseconds, and the account SQLAlchemy keeps of each statement costs ten
times that; across a network it no longer shows, so any other database is asked through the session. Only for reading.
"""

import collections
import threading
import weakref

from sqlalchemy import Engine
from sqlalchemy.orm import Session


class Often:
    """One SELECT with named parameters. What it reads belongs to the session's transaction where one is open; else
    SQLite gives it a snapshot of its own."""

    def __init__(self, statement):
        self.statement, self.prepared = statement, None

    def rows(self, session: Session, **values) -> list:
        """Every row, its columns by name; `values` are the statement's parameters."""
        bind = session.get_bind()
        if bind.dialect.name != "sqlite" or session.in_transaction() or not isinstance(bind, Engine):
            return session.execute(self.statement, values).all()
        sql, names, fixed, make, readers = self.prepared or self.prepare(bind.dialect)
        given = {**fixed, **values}
        found = reader(bind).execute(sql, [given[name] for name in names]).fetchall()
        for place, read in readers:
            found = [(*row[:place], read(row[place]), *row[place + 1:]) for row in found]
        return [make(row) for row in found]

    def prepare(self, dialect) -> tuple:
        """The statement in SQLite's words, its parameters in order and those that never change, a row's maker, and
        what turns a stored value into ours, by place. Kept, since every SQLite speaks alike."""
        compiled = self.statement.compile(dialect=dialect)
        columns = list(self.statement.selected_columns)
        readers = [(place, column.type.dialect_impl(dialect).result_processor(dialect, None))
                   for place, column in enumerate(columns)]
        make = collections.namedtuple("Row", [column.key for column in columns])._make
        readers = [(place, read) for place, read in readers if read]
        self.prepared = str(compiled), compiled.positiontup, compiled.params, make, readers
        return self.prepared


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
