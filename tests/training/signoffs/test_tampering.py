"""Whoever can write the whole database, triggers removed, is found: whatever column, whatever kind of change."""

import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.cast import AT
from tests.published import begin_supervision, publish_module
from tests.training.signoffs.asking import asked
from tests.training.signoffs.test_cross_check import drop_guard
from training.core.signing_key import installation_key
from training.signoffs import book
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import Entry, after
from training.signoffs.ledger import Words, certify, give_back, hand
from training.signoffs.store import DecisionTextRow, EntryRow
from training.signoffs.witness import witness_of

entries, texts = EntryRow.__table__, DecisionTextRow.__table__
COLUMNS = [column.name for column in entries.c]
OTHER = {int: 977, str: "ab" * 4, dt.datetime: AT - dt.timedelta(days=900), dt.date: dt.date(2099, 1, 1)}


@pytest.fixture
def written(session, cast):
    """Four entries about two people: handed, certified, returned, certified. The guard is off."""
    module, other = publish_module(session), publish_module(session, "pw-2")
    begin_supervision(session, cast.budi, cast.made)
    how = {"version": 1, "at": AT}
    first = asked(session, cast.made, module)
    hand(session, cast.sari, first, cast.budi.id, words=Words("Mohon dilihat.", "", "none"), client_key="k-1", **how)
    certify(session, cast.budi, first, words=Words("Baik.", "", "none"), client_key="k-2", **how)
    give_back(session, cast.sari, asked(session, cast.made, other), words=Words("", "Satu contoh.", "none"),
              client_key="k-3", **how)
    certify(session, cast.sari, asked(session, cast.ratna, module), words=Words("Baik.", "", "none"),
            client_key="k-4", **how)
    assert verify_everything(session).misfit is None
    drop_guard(session)
    if session.get_bind().dialect.name == "sqlite":
        session.execute(sa.text("DROP TRIGGER ledger_entries_no_replace"))
    return witness_of(book.head(session))


def misfit(session, *witnesses):
    return verify_everything(session, witnesses).misfit


def all_of(session):
    return list(book.all_entries(session))


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
    last = None
    for seq, one in enumerate(made, 1):
        last = dataclasses.replace(one, seq=seq, previous=after(last)).sealed(key)
        yield last


@pytest.mark.parametrize("seq", [1, 2, 4])
@pytest.mark.parametrize("name", COLUMNS)
def test_an_edit_of_any_column_is_found(session, written, name, seq):
    made = all_of(session)
    now = getattr(made[seq - 1], name)
    value = OTHER[type(now)] if now is not None else {"expires_on": OTHER[dt.date]}.get(name, 977)
    made[seq - 1] = dataclasses.replace(made[seq - 1], **{name: value})
    put_instead(session, made)
    assert misfit(session) is not None


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in ("hash", "signature", "seq", "previous")])
def test_an_edit_with_a_fitting_hash_but_no_key_is_found(session, written, name):
    made = all_of(session)
    now = getattr(made[3], name)
    value = OTHER[type(now)] if now is not None else 977
    made[3] = dataclasses.replace(made[3], **{name: value}).sealed(Ed25519PrivateKey.generate())
    put_instead(session, made)
    assert misfit(session) == 4


def without(number):
    return lambda made: made[:number] + made[number + 1:]


def swapped(made):
    return [made[0], made[2], made[1], made[3]]


def put_in(made):
    later = [dataclasses.replace(one, seq=one.seq + 1) for one in made[2:]]
    return [*made[:2], dataclasses.replace(made[1], client_key="forged", seq=3, hash="f" * 64), *later]


def other_person(made):
    return [made[0], dataclasses.replace(made[1], subject=made[3].subject), *made[2:]]


def other_signer(made):
    return [*made[:3], dataclasses.replace(made[3], actor=made[1].actor)]


@pytest.mark.parametrize("change", [
    without(0), without(1), without(2), swapped, put_in, other_person, other_signer,
], ids=["first-gone", "second-gone", "third-gone", "reordered", "put-in", "other-person", "other-signer"])
def test_any_other_kind_of_change_is_found(session, written, change):
    """Also when the whole chain is built anew, as long as the key is not at hand."""
    made = change(all_of(session))
    session.execute(sa.delete(texts))
    if len({one.seq for one in made}) == len(made) and len({one.hash for one in made}) == len(made):
        put_instead(session, made)
        assert misfit(session) is not None
    put_instead(session, list(built_anew(made, Ed25519PrivateKey.generate())))
    assert misfit(session) == 1


def test_a_cut_tail_and_an_older_copy_are_found_by_a_witness(session, written):
    put_instead(session, all_of(session)[:2])
    assert misfit(session) is None and misfit(session, written) == 4


def test_a_chain_built_anew_with_the_stolen_key_is_found_by_a_witness(session, written):
    made = [dataclasses.replace(one, conflict="declared") for one in all_of(session)]
    put_instead(session, list(built_anew(made, installation_key(session))))
    assert misfit(session) is None and misfit(session, written) == 4


def test_evidence_taken_away_is_found(session, written):
    session.execute(sa.text("DELETE FROM signoff_request_versions WHERE request_id = 1"))
    assert misfit(session) == 1


def test_the_columns_are_those_of_an_entry():
    assert set(COLUMNS) == {field.name for field in dataclasses.fields(Entry)}
