"""What stands beside the ledger, every table of the database: each column is either covered, and then every kind of
change in it is found, or named here with the reason why not. A new table or column is in neither list, and fails."""

import datetime as dt
import json
import pathlib

import pytest
import sqlalchemy as sa

from tests.training.signoffs.breaking import drop_guard
from tests.training.signoffs.living import live
from training.credentials import cross_check as certificates
from training.signoffs.cross_check import verify_everything
from training.tables import metadata

NUMBER = "a number of this database"
# Table → column → why nothing vouches for it. docs/ledger-format.md says the same.
COVERED = {
    "people": {"language": "in which language pages are shown"},
    "roles": {"id": NUMBER},
    "supervisions": {"id": NUMBER},
    "observations": {},
    "ticks": {"id": NUMBER},
    "signoff_requests": {},
    "signoff_request_versions": {},
    "decision_texts": {},
    "ledger_commitments": {},
    "credentials": {"id": NUMBER, "name_shown": "the holder's choice"},
    "releases": {"published_by_id": "the sources name the author and the reviewer",
                 "served_hash": "it is computed anew from what is served"},
    "release_lessons": {"id": NUMBER},
    "release_assets": {"id": NUMBER},
    "media": {"content_type": "it says how a picture is sent, not what it shows"},
    "modules": {"position": "the order of a list", "current_release_id": "which release is new"},
}
THE_LEDGER = {"ledger_entries"}
# Nothing in them is certified as it lies there; the page says why of each.
NOT_COVERED = {
    "readings", "attempts", "answers", "reflection_shares", "practice_records", "reflections", "places", "enrolments",
    "reminders_read", "kept_forms", "sign_ins", "invitations", "course_releases", "organisation_texts", "drafts",
    "draft_files", "draft_saves", "draft_assets", "draft_reviews", "draft_publications", "partnerships",
    "partnership_people", "partnership_records",
}
CASES = [(table, column.name) for table, free in COVERED.items() for column in metadata.tables[table].c
         if column.name not in free]


@pytest.fixture
def written(session, cast):
    """The guard is off, and nobody stops at a foreign key: SQLite lets whoever writes the file do without them."""
    live(session, cast)
    assert found(session).misfit is None
    drop_guard(session)
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def found(session):
    return verify_everything(session, also=[certificates.misfits])


def test_every_table_is_covered_or_named():
    assert set(metadata.tables) == set(COVERED) | THE_LEDGER | NOT_COVERED
    page = pathlib.Path("docs/ledger-format.md").read_text()
    assert not [name for name in metadata.tables if f"`{name}`" not in page]
    assert not [column for free in COVERED.values() for column in free if f"`{column}`" not in page]


def edited(value, column):
    """Something else of the same kind."""
    if isinstance(value, bool) or isinstance(column.type, sa.Boolean):
        return not value
    if isinstance(value, dt.datetime | dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, dict | list) or value is None:
        return _something(column) if value is None else {"lain": json.dumps(value, default=str)}
    return value + 5_000 if isinstance(value, int) else b"lain" if isinstance(value, bytes) else "ab"


def _something(column):
    """A value for a column that holds none."""
    kind = column.type.python_type
    return {int: 1, dt.datetime: dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.date: dt.date(2099, 1, 1)}.get(kind, "ab")


def backdated(value, column):
    """The least that can be changed."""
    if isinstance(value, dt.datetime):
        return value - dt.timedelta(microseconds=1)
    if isinstance(value, dt.date):
        return value - dt.timedelta(days=1)
    if isinstance(value, str) and value:
        return f"{value[:-1]}{'0' if value[-1] != '0' else '1'}"
    return edited(value, column)


def emptied(value, column):
    """No value, or as little as the column may hold."""
    if column.nullable:
        return None
    return {str: "", int: 0, bytes: b"", dict: {}, list: []}.get(type(value), edited(value, column))


KINDS = {"edited": edited, "by-a-letter": backdated, "emptied": emptied}


def passes(session, table, changes):
    """Whether nothing is found after these statements. What the database itself refuses is no change."""
    try:
        with session.begin_nested() as change:
            for statement in changes:
                session.execute(statement)
            is_found = found(session).misfit is not None
            change.rollback()
    except (sa.exc.IntegrityError, sa.exc.DataError):
        return False
    return not is_found


def this(table, row):
    return sa.and_(*(key == row._mapping[key.name] for key in table.primary_key))


def rows_of(session, table):
    return session.execute(sa.select(table).order_by(*table.primary_key)).all()


@pytest.mark.parametrize(("name", "column"), CASES)
def test_every_kind_of_change_in_every_column_is_found(session, written, name, column):
    """In the first row and in the last one; and with the value of another row, exchanged with it where it can be."""
    table = metadata.tables[name]
    rows, at = rows_of(session, table), table.c[column]
    assert rows, f"{name} is empty: let tests/training/signoffs/living.py fill it"
    unnoticed = []
    for row in [rows[0], *rows[1:][-1:]]:
        value = row._mapping[column]
        for kind, change in KINDS.items():
            changed = change(value, at)
            statement = sa.update(table).where(this(table, row)).values({at: changed})
            if changed != value and passes(session, table, [statement]):
                unnoticed.append((kind, row._mapping))
    if passes_exchanged(session, table, at, rows):
        unnoticed.append("exchanged")
    assert not unnoticed


def passes_exchanged(session, table, at, rows):
    """Whether nothing is found when the first row and another one exchange this value."""
    one = rows[0]
    two = next((row for row in rows if row._mapping[at.name] != one._mapping[at.name]), None)
    if two is None or at.primary_key:
        return False
    mine, theirs = one._mapping[at.name], two._mapping[at.name]
    aside = [sa.update(table).where(this(table, two)).values({at: edited(theirs, at)})] if at.unique else []
    return passes(session, table, [
        *aside, sa.update(table).where(this(table, one)).values({at: theirs}),
        sa.update(table).where(this(table, two)).values({at: mine}),
    ])


@pytest.mark.parametrize("name", COVERED)
def test_a_row_taken_away_or_put_in_is_found(session, written, name):
    """Each row by itself, and a copy of each under a new number, held by somebody else where only one may hold it."""
    table = metadata.tables[name]
    unnoticed = [
        ("deleted", row._mapping) for row in rows_of(session, table)
        if passes(session, table, [sa.delete(table).where(this(table, row))])
    ]
    unnoticed += [
        ("put in", row._mapping) for row in rows_of(session, table)
        if passes(session, table, [sa.insert(table).values(copied(table, row))])
    ]
    assert not [one for one in unnoticed if not _is_harmless(name, *one)]


def copied(table, row):
    """The same row once more, other where it must be unique."""
    values = dict(row._mapping)
    for key in table.primary_key:
        if isinstance(values[key.name], int):
            values[key.name] += 5_000
            break
    else:
        values[next(iter(table.primary_key)).name] = "ef" * 32
    for name in ("email", "client_key", "code", "commitment", "path", "slug", "competency", "behaviour", "role"):
        if name in values and name not in table.primary_key:
            values[name] = f"x{values[name]}"[:8]
    return values


def _is_harmless(name, kind, row):
    """A module, a release or a picture that no entry names: nobody was certified by it. And the roles that somebody
    held who is erased."""
    is_unnamed = name in {"modules", "releases", "media"} and kind == "put in"
    return is_unnamed or (name == "roles" and row["until"] is not None)


@pytest.mark.parametrize("columns", [("name", "email"), ("id",), ("name",), ("email",)])
def test_two_persons_exchanged_are_found(session, cast, written, columns):
    """Name and address, or the very numbers of their rows."""
    people, aside = metadata.tables["people"], -1
    wanted = (sa.select(people).where(people.c.id == who.id) for who in (cast.made, cast.ratna))
    one, two = (session.execute(statement).one() for statement in wanted)
    values = [{name: row._mapping[name] for name in columns} for row in (one, two)]
    if columns == ("id",):
        steps = [(one.id, {"id": aside}), (two.id, {"id": one.id}), (aside, {"id": two.id})]
    else:
        steps = [(one.id, dict.fromkeys(columns, "x")), (two.id, values[0]), (one.id, values[1])]
    statements = [sa.update(people).where(people.c.id == who).values(what) for who, what in steps]
    assert not passes(session, people, statements)
