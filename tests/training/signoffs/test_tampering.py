"""Whoever can write the whole database, triggers removed, is found: every kind of change in every column of the ledger.
The list is made from the table itself. What stands beside the ledger: test_tampering_beside.py."""

import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.published import begin_supervision
from tests.training.credentials.earning import certified, certified_again, course_of_two
from tests.training.signoffs.asking import asked
from tests.training.signoffs.breaking import built_anew, drop_guard, put_instead
from tests.training.signoffs.tampering import KINDS, THIEF, edited
from training.core.signing_key import installation_key
from training.credentials import cross_check as certificates
from training.credentials.award import award_if_complete
from training.signoffs import book
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import Entry
from training.signoffs.expiry import expire
from training.signoffs.ledger import Words, certify, give_back, hand, withdraw
from training.signoffs.role_changes import add_person
from training.signoffs.store import EntryRow
from training.signoffs.witness import witness_of

COLUMNS = [column.name for column in EntryRow.__table__.c]
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


def test_evidence_taken_away_is_found(session, written):
    session.execute(sa.text("DELETE FROM signoff_request_versions WHERE request_id = 1"))
    assert found(session).misfit == 3


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
    assert (found(session).misfit, found(session).reason) == (7, reason)


def test_the_columns_are_those_of_an_entry():
    assert set(COLUMNS) == {field.name for field in dataclasses.fields(Entry)}
