"""A prepared database for every test: `keep` sets it aside as it is now, `renew` brings that state back, whatever was
done to it."""

import os
import shutil

import psycopg
import sqlalchemy as sa

from blueprints.web.database import db

# What tells a table, column, constraint, trigger or function that was changed, made or dropped since.
SHAPE = """
    SELECT count(*), max(xmin::text::bigint) FROM (
        SELECT xmin FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT a.xmin FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL SELECT xmin FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT xmin FROM pg_trigger
    ) AS shape"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
SEQUENCES = "SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL FROM pg_sequences"
END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


class SqliteCopies:
    """A file, copied for every test."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"sqlite:///{folder / 'test.sqlite3'}"

    def keep(self):
        db.engine.dispose()
        shutil.copy(self.folder / "test.sqlite3", self.folder / "prepared.sqlite3")

    def renew(self):
        db.engine.dispose()
        for left in self.folder.glob("test.sqlite3*"):
            left.unlink()
        shutil.copy(self.folder / "prepared.sqlite3", self.folder / "test.sqlite3")


class PostgresCopies:
    """A database on `server`, made from a template. Making one takes a quarter of a second, so the next test gets the
    same one with its rows put back, unless somebody changed the tables themselves or deleted rows have piled up."""

    TURNS = 100

    def __init__(self, server):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
        self.name, self.turns, self.shape = f"sebaya_test_{worker}", 0, None
        self.server = sa.create_engine(server, isolation_level="AUTOCOMMIT")
        self.url = sa.make_url(server).set(database=self.name).render_as_string(hide_password=False)
        self._run(f'DROP DATABASE IF EXISTS "{self.name}_prepared" WITH (FORCE)')
        self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)', f'CREATE DATABASE "{self.name}"')

    def keep(self):
        db.engine.dispose()
        with self._connected() as connection:
            tables = [name for (name,) in connection.execute(TABLES)]
            self.rows = {name: copied(connection, name) for name in tables}
            self.sequences = connection.execute(SEQUENCES).fetchall()
        self._run(f'ALTER DATABASE "{self.name}" RENAME TO "{self.name}_prepared"')

    def renew(self):
        db.engine.dispose()
        self.turns += 1
        if self.turns % self.TURNS == 1 or not self._put_back():
            self._run(
                f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)',
                f'CREATE DATABASE "{self.name}" TEMPLATE "{self.name}_prepared"',
            )
            with self._connected() as connection:
                self.shape = connection.execute(SHAPE).fetchone()

    def _put_back(self) -> bool:
        """Put every row and sequence back; False where that is not enough, or not allowed on this server."""
        try:
            with self._connected() as connection:
                connection.execute(END_OTHERS)
                if connection.execute(SHAPE).fetchone() != self.shape:
                    return False
                # As a replica writes: the ledger refuses no deletion, and a row may point at one that comes later.
                connection.execute("SET LOCAL session_replication_role = replica")
                connection.execute(";".join(f'DELETE FROM "{name}"' for name in self.rows))
                for name, rows in self.rows.items():
                    if rows:
                        with connection.cursor().copy(f'COPY "{name}" FROM STDIN') as copy:
                            copy.write(rows)
                for sequence in self.sequences:
                    connection.execute("SELECT setval(%s, %s, %s)", sequence)
        except psycopg.Error:
            return False
        return True

    def _connected(self):
        return psycopg.connect(self.url.replace("+psycopg", "", 1))

    def _run(self, *statements):
        with self.server.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)


def copied(connection: psycopg.Connection, table: str) -> bytes:
    """All rows of a table, as COPY writes them."""
    with connection.cursor().copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(copy)
