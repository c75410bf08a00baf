"""Where rows live: the base every table shares, how times and JSON are stored, and how a connection is set up.

It never opens a session by itself and knows no table of its own.
"""

import contextlib
import contextvars
import datetime as dt
import importlib.util
import sqlite3
import threading

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

if importlib.util.find_spec("pysqlite3"):
    from pysqlite3 import dbapi2 as sqlite_driver
else:
    sqlite_driver = sqlite3

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """What every table shares: one catalogue of tables, and names for their constraints that both databases keep."""

    metadata = sa.MetaData(naming_convention=NAMING)


class UtcDateTime(sa.TypeDecorator):
    """An aware UTC time going in and coming out; a naive one is refused, because nobody knows what it meant."""

    impl = sa.DateTime
    cache_ok = True
    python_type = dt.datetime

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value, dialect):
        return value if value is None else value.replace(tzinfo=dt.UTC)


Json = sa.JSON
WAIT = 10
"""Seconds to wait for another writer."""

_writing = contextvars.ContextVar("writing", default=True)


def intend(*, to_write: bool) -> None:
    """Say whether the next transactions of this thread write. SQLite then takes the write lock at BEGIN, where
    waiting is possible, not in the middle, where it is not."""
    _writing.set(to_write)


def means_to_write() -> bool:
    """What this thread said last, yes if it said nothing."""
    return _writing.get()


@contextlib.contextmanager
def intending(*, to_write: bool):
    """`intend`, for the length of one block."""
    token = _writing.set(to_write)
    try:
        yield
    finally:
        _writing.reset(token)


def engine_options(url: str) -> dict:
    """Options for create_engine: on SQLite the driver that carries a repaired SQLite, when it is installed."""
    if sa.make_url(url).get_backend_name() != "sqlite":
        return {"pool_pre_ping": True}
    return {"module": sqlite_driver, "connect_args": {"check_same_thread": False, "timeout": WAIT}, "pool_size": 10}


def has_repaired_wal(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset fault (SQLite's release notes of 3.51.3, back-ported to 3.50.7
    and 3.44.6)."""
    version = tuple(version)
    return (
        version >= (3, 51, 3)
        or (version[:2] == (3, 50) and version >= (3, 50, 7))
        or (version[:2] == (3, 44) and version >= (3, 44, 6))
    )


def journal_mode() -> str:
    """`WAL`, or `DELETE` where the installed SQLite could damage a WAL file."""
    return "WAL" if has_repaired_wal(sqlite_driver.sqlite_version_info) else "DELETE"


def tune(engine: sa.Engine) -> None:
    """Set up every connection of `engine`: on SQLite durable (synchronous=FULL) with foreign keys and explicit
    transactions; on PostgreSQL nothing, its defaults are ours."""
    if engine.dialect.name != "sqlite":
        return
    journal = journal_mode()

    @event.listens_for(engine, "connect")
    def on_connect(connection, record):
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={WAIT * 1000}", f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON",
            "temp_store=MEMORY", "cache_size=-8000", "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    turn = Turn()

    @event.listens_for(engine, "begin")
    def on_begin(connection):
        if _writing.get():
            turn.take(connection.info)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")

    @event.listens_for(engine, "checkin")
    def on_checkin(connection, record):
        turn.give(record.info)


class Turn:
    """Whose turn it is to write. SQLite lets one connection write and makes the others sleep and ask again; the threads
    of this process stand in line instead, and the next begins the moment the one before has finished. Other processes
    still meet at SQLite's own lock."""

    def __init__(self):
        self.lock, self.holder = threading.Lock(), None

    def take(self, info: dict) -> None:
        """Wait for the turn. A thread that has it already goes on; after WAIT seconds SQLite's own lock decides."""
        if self.holder != threading.get_ident() and self.lock.acquire(timeout=WAIT):
            self.holder, info["turn"] = threading.get_ident(), True

    def give(self, info: dict) -> None:
        """Let the next one write, when this connection had the turn."""
        if info.pop("turn", False):
            self.holder = None
            self.lock.release()


def insert(session: Session, table: sa.Table):
    """An INSERT that can say what to do when the row is there already, on both databases."""
    return inserter(session)(table)


def put_once(session: Session, table: sa.Table, **values) -> int | None:
    """Insert a row unless a unique key says that it is there already: its primary key, or None. Safe against
    simultaneous repeats, which is what the client key of a form is for."""
    statement = insert(session, table).values(**values).on_conflict_do_nothing()
    return session.execute(statement.returning(*table.primary_key)).scalar()


def inserter(session: Session):
    """What makes such INSERTs for the session's database; for a store that builds a statement once for each."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


def snapshot(session: Session) -> None:
    """Look at one unmoving view until this transaction ends: SQLite's read transaction is one by itself."""
    is_moving = session.get_bind().dialect.name == "postgresql"
    session.connection(execution_options={"isolation_level": "REPEATABLE READ"} if is_moving else {})


def ping(session: Session) -> None:
    """Ask the database for next to nothing; raises what its driver raises when it does not answer."""
    session.execute(sa.text("SELECT 1"))
