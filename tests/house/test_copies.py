"""Whatever one test does to its database, the next one finds the prepared one."""

import datetime as dt

import pytest
import sqlalchemy as sa

from blueprints.web.database import db
from tests.published import publish_module
from training.accounts.store import people
from training.signoffs import guard
from training.tables import metadata

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)
ANOTHER = sa.insert(people).values(email="lain@example.org", name="Lain", created_at=AT)


def everything() -> dict:
    """Every row of every table, and the number that the next person would get."""
    rows = {table.name: list(map(tuple, db.session.execute(sa.select(table).order_by(*table.primary_key))))
            for table in metadata.sorted_tables}
    following = db.session.execute(ANOTHER).inserted_primary_key[0]
    db.session.rollback()
    unguarded = guard.missing(db.session)
    db.session.remove()
    return rows | {"following": following, "unguarded": unguarded}


def write(session):
    """Rows of all kinds, also where the database refuses that they ever go."""
    publish_module(session)
    session.execute(ANOTHER)
    session.execute(sa.update(people).values(name="Berubah"))


def unguard(session):
    """The table itself is changed: its guard is gone."""
    name = "ledger_entries_no_delete" if session.get_bind().dialect.name == "sqlite" else "ledger_entries_no_change"
    on = "" if session.get_bind().dialect.name == "sqlite" else " ON ledger_entries"
    session.execute(sa.text(f"DROP TRIGGER {name}{on}"))
    assert guard.missing(session)


@pytest.mark.parametrize("harm", [write, unguard])
def test_the_next_test_finds_everything_as_it_was_prepared(app, copies, harm):
    with app.app_context():
        before = everything()
        harm(db.session)
        db.session.commit()
        db.session.remove()
        copies.renew()
        assert everything() == before


def test_what_was_left_open_keeps_nobody_waiting(app, copies):
    with app.app_context():
        before = everything()
        elsewhere = sa.create_engine(copies.url).connect()
        elsewhere.execute(ANOTHER)
        copies.renew()
        assert everything() == before
        elsewhere.invalidate()
