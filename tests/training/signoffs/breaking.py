"""What somebody with full write access to the database can do to it."""

import dataclasses

import sqlalchemy as sa

from training.signoffs.store import DecisionTextRow, EntryRow

entries, texts = EntryRow.__table__, DecisionTextRow.__table__


def drop_guard(session):
    """The triggers that refuse to change the ledger are gone."""
    if session.get_bind().dialect.name == "sqlite":
        for name in ("update", "delete", "replace"):
            session.execute(sa.text(f"DROP TRIGGER ledger_entries_no_{name}"))
    else:
        session.execute(sa.text("ALTER TABLE ledger_entries DISABLE TRIGGER USER"))


def drop_foreign_keys(session):
    """Rows of the words may stay behind without their entry."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        session.execute(sa.text("SET LOCAL session_replication_role = replica"))


def put_instead(session, made):
    """Let the ledger hold these entries, with the words that were there."""
    words = [dict(row._mapping) for row in session.execute(sa.select(texts))]
    session.execute(sa.delete(texts))
    session.execute(sa.delete(entries))
    session.execute(sa.insert(entries), [dataclasses.asdict(one) for one in made])
    known = {one.seq for one in made}
    if kept := [one for one in words if one["seq"] in known]:
        session.execute(sa.insert(texts), kept)


def built_anew(made, key):
    """The entries in this order, numbered, joined and signed again with `key`."""
    last = None
    for seq, one in enumerate(made, 1):
        last = dataclasses.replace(one, seq=seq).following(last, key)
        yield last
