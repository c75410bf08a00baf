"""Whoever can write the whole database, triggers removed, is found: every kind of change in every column of the ledger,
and in every column beside it that entries commit to. Both lists are made from the tables themselves."""

import dataclasses
import datetime as dt
import json

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.cast import AT
from tests.published import begin_supervision
from tests.training.credentials.earning import certified, certified_again, course_of_two
from tests.training.signoffs.asking import asked
from tests.training.signoffs.breaking import built_anew, drop_guard, put_instead
from training.core.signing_key import installation_key
from training.credentials import cross_check as certificates
from training.credentials.award import award_if_complete
from training.signoffs import book
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import FIRST_ALGORITHM, LATER, NUMBERS, Entry
from training.signoffs.expiry import expire
from training.signoffs.ledger import Words, certify, give_back, hand, withdraw
from training.signoffs.role_changes import add_person
from training.signoffs.store import EntryRow
from training.signoffs.witness import witness_of
from training.tables import metadata

COLUMNS = [column.name for column in EntryRow.__table__.c]
THIEF = Ed25519PrivateKey.generate()
LATER_ON = AT + dt.timedelta(days=800)


@pytest.fixture
def written(session, cast):
    """A ledger with every deed but a change of the key: a new person, two sign-offs that make a certificate, one
    handed on, one returned, a withdrawal, expiries, a renewal. The guard is off. The witness of its end."""
    begin_supervision(session, cast.budi, cast.made)
    add_person(session, email="rina@example.org", name="Rina", roles={"facilitator"}, at=AT, actor=cast.agnes)
    modules = course_of_two(session)
    for module in modules:
        certified(session, cast.ratna, cast.sari, module)
    award_if_complete(session, cast.ratna.id, "contoh", at=AT)
    how, words = {"version": 1, "at": AT}, Words("Baik.", "Satu contoh.", "none")
    request = asked(session, cast.made, modules[0])
    hand(session, cast.sari, request, cast.budi.id, words=Words("Mohon dilihat.", "", "none"), client_key="k-1", **how)
    certify(session, cast.budi, request, words=words, client_key="k-2", **how)
    give_back(session, cast.sari, asked(session, cast.made, modules[1]), words=words, client_key="k-3", **how)
    withdraw(session, cast.budi, cast.made.id, modules[0].id, words=words, client_key="k-4", at=AT)
    expire(session, at=LATER_ON)
    certified_again(session, cast.ratna, cast.sari, modules[0], LATER_ON)
    assert found(session).misfit is None
    drop_guard(session)
    return witness_of(book.head(session))


def found(session, *witnesses):
    return verify_everything(session, witnesses, also=[certificates.misfits])


def all_of(session):
    return list(book.all_entries(session))


def other(value, column):
    """Something else of the same kind."""
    if column in NUMBERS:
        return 977 if value != 977 else 978
    if isinstance(value, dt.datetime):
        return value - dt.timedelta(days=900)
    if column == "expires_on":
        return dt.date(2099, 1, 1)
    return {"deed": "returned", "algorithm": "sha256-ed25519-3"}.get(column, "ab" * 4)


def nearly(value, column):
    """The least that can be changed."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, dt.datetime):
        return value - dt.timedelta(microseconds=1)
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    return f"{value[:-1]}{'0' if value[-1:] != '0' else '1'}" if value else other(value, column)


def nothing(value, column):
    """No value, as far as the column may be without."""
    if column in NUMBERS:
        return 0 if column == "seq" else None
    return {"at": dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "expires_on": None}.get(column, "")


def edited(made, at, column, change=other):
    value = getattr(made[at], column)
    changed = change(value, column)
    if changed == value:
        changed = other(value, column)
    return [*made[:at], dataclasses.replace(made[at], **{column: changed}), *made[at + 1:]]


def of_a_neighbour(made, at, column):
    value = getattr(made[at], column)
    values = [getattr(one, column) for one in made if getattr(one, column) != value]
    return edited(made, at, column, lambda *_: values[0] if values else other(value, column))


def exchanged(made, at, column):
    mine = getattr(made[at], column)
    there = next((place for place, one in enumerate(made) if getattr(one, column) != mine), None)
    if there is None:
        return edited(made, at, column)
    theirs, made = getattr(made[there], column), list(made)
    made[at] = dataclasses.replace(made[at], **{column: theirs})
    made[there] = dataclasses.replace(made[there], **{column: mine})
    return made


def with_its_hash(made, at, column):
    made = edited(made, at, column)
    made[at] = dataclasses.replace(made[at], hash=made[at].computed_hash(before(made, at)))
    return made


def before(made, at):
    return made[at - 1].signature if at else ""


def with_hash_and_signature(made, at, column):
    made = edited(made, at, column)
    made[at] = made[at].sealed(THIEF, before(made, at))
    return made


def joined_again(made, at, column):
    """Every later entry is joined to the changed one; the signatures are those of before."""
    made = with_its_hash(made, at, column)
    for place in range(at + 1, len(made)):
        one = dataclasses.replace(made[place], previous=made[place - 1].hash)
        made[place] = dataclasses.replace(one, hash=one.computed_hash(before(made, place)))
    return made


def tail_built_anew(made, at, column):
    made = edited(made, at, column)
    last = made[at - 1] if at else None
    for place in range(at, len(made)):
        made[place] = last = made[place].following(last, THIEF)
    return made


def all_built_anew(made, at, column):
    return list(built_anew(edited(made, at, column), THIEF))


def as_an_old_entry(made, at, column):
    """As if it were of the time when entries said less."""
    made = edited(made, at, column)
    said_nothing = {name: Entry.__dataclass_fields__[name].default for name in LATER}
    made[at] = dataclasses.replace(made[at], algorithm=FIRST_ALGORITHM, **said_nothing).sealed(THIEF, before(made, at))
    return made


def moved_to_the_end(made, at, column):
    moved = dataclasses.replace(edited(made, at, column)[at], seq=len(made))
    rest = [one if one.seq <= at else dataclasses.replace(one, seq=one.seq - 1) for one in made if one is not made[at]]
    return [*rest, moved]


def put_in_twice(made, at, column):
    again = dataclasses.replace(edited(made, at, column)[at], seq=at + 2, client_key="forged")
    later = [dataclasses.replace(one, seq=one.seq + 1) for one in made[at + 1:]]
    return [*made[:at + 1], dataclasses.replace(again, hash=again.computed_hash(made[at].signature)), *later]


def in_every_entry(made, at, column):
    for place in range(len(made)):
        made = edited(made, place, column, nearly)
    return made


def and_the_next_one_gone(made, at, column):
    made = edited(made, at, column)
    return made[:at + 1] + made[at + 2:]


KINDS = {
    "edited": edited, "by-a-letter": lambda *how: edited(*how, nearly), "emptied": lambda *how: edited(*how, nothing),
    "of-a-neighbour": of_a_neighbour, "exchanged": exchanged, "with-its-hash": with_its_hash,
    "with-hash-and-signature": with_hash_and_signature, "joined-again": joined_again,
    "tail-built-anew": tail_built_anew, "all-built-anew": all_built_anew, "as-an-old-entry": as_an_old_entry,
    "moved-to-the-end": moved_to_the_end, "put-in-twice": put_in_twice, "in-every-entry": in_every_entry,
    "and-the-next-one-gone": and_the_next_one_gone,
}


def passes(session, made):
    """Whether nothing is found with these entries in the ledger. What the database itself refuses is no change."""
    if made == all_of(session):
        return False
    try:
        with session.begin_nested() as change:
            put_instead(session, made)
            is_found = found(session).misfit is not None
            change.rollback()
    except (sa.exc.IntegrityError, sa.exc.DataError):
        return False
    return not is_found


@pytest.mark.parametrize("column", COLUMNS)
def test_every_kind_of_change_in_every_column_is_found(session, written, column):
    made = all_of(session)
    places = {0, 3, len(made) - 2, len(made) - 1}
    unnoticed = [
        (kind, at) for kind, change in KINDS.items() for at in places if passes(session, change(list(made), at, column))
    ]
    assert len(KINDS) >= 10 and not unnoticed


@pytest.mark.parametrize("column", [name for name in COLUMNS if name != "seq"])
def test_an_edit_names_the_entry_itself(session, written, column):
    made = all_of(session)
    for at in (0, 4, len(made) - 1):
        with session.begin_nested() as change:
            put_instead(session, edited(list(made), at, column))
            assert found(session).misfit == at + 1
            change.rollback()


def without(number):
    return lambda made: made[:number] + made[number + 1:]


def swapped(made):
    return [made[0], made[2], made[1], *made[3:]]


def persons_swapped(made):
    one, two = made[1].subject, made[5].subject
    turned = {one: two, two: one}
    return [dataclasses.replace(entry, subject=turned.get(entry.subject, entry.subject)) for entry in made]


def backdated(made):
    return [dataclasses.replace(one, at=one.at - dt.timedelta(days=365)) for one in made]


@pytest.mark.parametrize("change", [
    without(0), without(4), swapped, persons_swapped, backdated, lambda made: made[::-1],
], ids=["first-gone", "one-gone", "reordered", "persons-swapped", "backdated", "turned-round"])
def test_any_other_kind_of_change_is_found(session, written, change):
    """Also when numbers, hashes and joints are made to fit, as long as the key is not at hand."""
    made = [dataclasses.replace(one, seq=seq) for seq, one in enumerate(change(all_of(session)), 1)]
    assert not passes(session, made) and not passes(session, list(built_anew(made, THIEF)))


def test_a_cut_tail_and_an_older_copy_are_found_by_a_witness(session, written):
    put_instead(session, all_of(session)[:4])
    session.execute(sa.text("DELETE FROM credentials"))
    assert verify_everything(session).misfit is None and verify_everything(session, [written]).misfit == written.seq


def test_a_chain_built_anew_with_the_stolen_key_is_found_by_a_witness(session, written):
    made = [dataclasses.replace(one, conflict="declared") for one in all_of(session)]
    put_instead(session, list(built_anew(made, installation_key(session))))
    assert verify_everything(session).misfit is None and verify_everything(session, [written]).misfit == written.seq


# What stands beside the ledger. A column is either committed to, or named here with the reason why it is not.
FREE = {
    "decision_texts": {},
    "ledger_commitments": {},
    "signoff_request_versions": {"at": "the entry has its own time"},
    "credentials": {"id": "a number of this database", "name_shown": "the holder's choice"},
    "release_lessons": {"id": "a number of this database"},
    "releases": {"published_by_id": "the sources name the author and the reviewer",
                 "served_hash": "it is computed anew from what is served"},
    "modules": {"position": "the order of a list", "current_release_id": "which release is new"},
}
CASES = [(table, column.name) for table, free in FREE.items() for column in metadata.tables[table].c
         if column.name not in free]


@pytest.mark.parametrize(("table", "column"), CASES)
def test_a_change_in_any_column_beside_the_ledger_is_found(session, written, table, column):
    """In its first row and in its last one."""
    table = metadata.tables[table]
    key = next(iter(table.primary_key))
    rows = session.execute(sa.select(table).order_by(*table.primary_key)).all()
    turn_off_foreign_keys(session)
    for row in (rows[0], rows[-1]):
        value, there = row._mapping[column], key == row._mapping[key.name]
        if len(table.primary_key) == 2:
            there &= table.c.version == row.version
        with session.begin_nested() as change:
            try:
                session.execute(sa.update(table).where(there).values({column: beside(value, table.c[column])}))
            except sa.exc.IntegrityError:
                change.rollback()
                continue
            assert found(session).misfit is not None, f"{table.name}.{column} of {row._mapping[key.name]}"
            change.rollback()


def beside(value, column):
    if isinstance(value, dt.datetime | dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, dict | list) or value is None:
        return {"lain": json.dumps(value, default=str)}
    return value + 5_000 if isinstance(value, int) else "ab"


def turn_off_foreign_keys(session):
    """SQLite lets whoever writes the file do without them; PostgreSQL keeps them up for us."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def test_evidence_taken_away_is_found(session, written):
    session.execute(sa.text("DELETE FROM signoff_request_versions WHERE request_id = 1"))
    assert found(session).misfit == 2


@pytest.mark.parametrize(("statement", "reason"), [
    ("DELETE FROM credentials", "certificate"),
    ("UPDATE credentials SET person_id = 2", "holder"),
    ("UPDATE credentials SET client_key = 'x'", "certificate"),
    ("INSERT INTO credentials (code, person_id, course, titles, motif, awarded_at, name_shown, entries, witness, "
     "client_key) SELECT 'X', person_id, course, titles, motif, awarded_at, name_shown, entries, witness, 'x' "
     "FROM credentials", "unwritten"),
])
def test_a_certificate_that_the_ledger_does_not_know_is_found(session, written, statement, reason):
    session.execute(sa.text(statement))
    assert (found(session).misfit, found(session).reason) == (4, reason)


def test_the_columns_are_those_of_an_entry():
    assert set(COLUMNS) == {field.name for field in dataclasses.fields(Entry)}
