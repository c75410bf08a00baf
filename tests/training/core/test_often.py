import datetime as dt
import threading

import sqlalchemy as sa

from blueprints.web.database import db
from training.accounts.store import people
from training.core.database import intending
from training.core.often import Often, reader

AT = dt.datetime(2026, 3, 1, 8, 30, tzinfo=dt.UTC)
WAYAN = "wayan@example.net"
named = Often(
    sa.select(people.c.name, people.c.created_at, sa.literal("here").label("where"))
    .where(people.c.email == sa.bindparam("email"))
)


def enter(session):
    session.execute(sa.insert(people).values(name="Wayan", email=WAYAN, created_at=AT, language="id", zone="WITA"))


def test_rows_are_told_by_name_with_values_as_the_column_types_give_them(session):
    enter(session)
    session.commit()
    (row,) = named.rows(session, email=WAYAN)
    assert (row.name, row.created_at, row.where) == ("Wayan", AT, "here")


def test_nothing_found_is_an_empty_list(session):
    assert named.rows(session, email=WAYAN) == []


def test_what_the_open_transaction_wrote_is_seen_before_it_is_committed(session):
    enter(session)
    assert [row.name for row in named.rows(session, email=WAYAN)] == ["Wayan"]
    session.rollback()
    assert named.rows(session, email=WAYAN) == []


def test_a_commit_is_seen_by_the_next_question(session):
    assert named.rows(session, email=WAYAN) == []
    enter(session)
    session.commit()
    assert len(named.rows(session, email=WAYAN)) == 1


def test_a_value_is_never_part_of_the_statement(session):
    enter(session)
    session.commit()
    assert named.rows(session, email="' OR 1=1 --") == []


def test_a_question_of_who_only_reads_opens_no_transaction_on_sqlite(app):
    with app.app_context(), intending(to_write=False):
        named.rows(db.session, email=WAYAN)
        assert db.session.in_transaction() is (db.engine.dialect.name != "sqlite")


def test_who_means_to_write_asks_within_her_transaction(app):
    with app.app_context(), intending(to_write=True):
        named.rows(db.session, email=WAYAN)
        assert db.session.in_transaction()


def test_each_thread_reads_through_a_connection_of_its_own(session):
    engine, seen = session.get_bind(), []
    threads = [threading.Thread(target=lambda: seen.append(reader(engine))) for _ in range(2)]
    for thread in threads:
        thread.start()
        thread.join()
    assert seen[0] is not seen[1] and reader(engine) is reader(engine)


def test_a_pool_that_is_gone_takes_its_connection_along(session):
    engine = session.get_bind()
    before = reader(engine)
    engine.dispose()
    assert reader(engine) is not before
