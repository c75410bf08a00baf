"""The triggers by which the database itself refuses to change the ledger: which of them are not as they should be, and
putting them back. A trigger that was switched off or that does something else counts as missing."""

import re

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.signoffs.store import REFUSAL, triggers

# Bits of pg_trigger.tgtype.
ROW, BEFORE, DELETE, UPDATE, TRUNCATE = 1, 2, 8, 16, 32
POSTGRESQL = {
    "ledger_entries_no_change": ROW | BEFORE | DELETE | UPDATE, "ledger_entries_no_truncate": BEFORE | TRUNCATE,
}
RAISES = f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END"
_NAME = re.compile(r"CREATE TRIGGER (?:IF NOT EXISTS )?(\w+)")


def missing(session: Session) -> list[str]:
    """The names of the triggers that are not there as they were made."""
    look = {"sqlite": _missing_on_sqlite, "postgresql": _missing_on_postgresql}
    return sorted(look[session.get_bind().dialect.name](session))


def _missing_on_sqlite(session):
    there = dict(tuple(row) for row in session.execute(sa.text(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entries'"
    )))
    wanted = {_NAME.match(one)[1]: one.replace("IF NOT EXISTS ", "") for one in triggers("sqlite")}
    return [name for name, statement in wanted.items() if there.get(name) != statement]


def _missing_on_postgresql(session):
    rows = session.execute(sa.text(
        "SELECT t.tgname, t.tgtype, t.tgenabled::text AS tgenabled, p.prosrc, "
        "t.tgqual IS NULL AND t.tgattr::text = '' AS is_always "
        "FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE t.tgrelid = 'ledger_entries'::regclass AND NOT t.tgisinternal"
    ))
    there = {
        row.tgname: row.tgtype for row in rows
        if row.tgenabled in ("O", "A") and row.is_always and row.prosrc.strip() == RAISES
    }
    return [name for name, kind in POSTGRESQL.items() if there.get(name) != kind]


def put_back(session: Session) -> None:
    """Make every trigger anew, also one that is there but does something else."""
    dialect = session.get_bind().dialect.name
    for statement in triggers(dialect):
        if dialect == "sqlite":
            session.execute(sa.text(f"DROP TRIGGER IF EXISTS {_NAME.match(statement)[1]}"))
        session.connection().exec_driver_sql(statement)
    if dialect == "postgresql":
        session.execute(sa.text("ALTER TABLE ledger_entries ENABLE TRIGGER USER"))
