"""A new key is named by the old one; the chain can be followed across, and nobody without the key can do as if."""

import dataclasses

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.training.signoffs.breaking import drop_guard, put_instead
from training.core.key_names import hex_of
from training.core.signing_key import all_keys, give_key, installation_key, is_changing, make_key
from training.signoffs import book, key_change
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import is_signed
from training.signoffs.key_change import rotate, settle
from training.signoffs.role_changes import add_person
from training.signoffs.witness import witness_of


@pytest.fixture
def key(session, tmp_path):
    """A key of this test's own."""
    engine = session.get_bind()
    of_all = engine.get_execution_options()["installation_key"]
    give_key(engine, tmp_path / "keys" / "installation.key")
    yield make_key(session)
    give_key(engine, of_all)


def someone(session, name):
    return add_person(session, email=f"{name}@example.org", name=name, roles={"facilitator"}, at=AT)


@pytest.fixture
def changed(session, key):
    """Somebody comes (two entries) under the first key, the change, somebody comes under the second; the witness of
    before."""
    someone(session, "a")
    before = witness_of(book.head(session))
    rotate(session, at=AT)
    session.commit()
    settle(session)
    someone(session, "b")
    return before


def test_the_old_key_names_the_new_one_and_both_sign(session, key, changed):
    old, new = all_keys(session)
    _, first, named, began, last, _ = book.all_entries(session)
    assert hex_of(old) == hex_of(key.public_key()) and not is_changing(session)
    assert (named.deed, began.deed) == ("key_changed", "key_began")
    assert named.about == began.about == f"{hex_of(old)}:{hex_of(new)}"
    for entry, signer in ((first, old), (named, old), (began, new), (last, new)):
        assert is_signed(signer, entry.algorithm, entry.hash, entry.signature)


def test_the_chain_is_followed_across(session, changed):
    assert (verify_everything(session, [changed]).count, verify_everything(session, [changed]).misfit) == (6, None)
    rotate(session, at=AT)
    settle(session)
    assert verify_everything(session, [changed], every_signature=True).misfit is None and len(all_keys(session)) == 3


def test_a_copy_from_before_the_change_is_found_without_a_witness(session, changed):
    drop_guard(session)
    for last in (4, 3):
        session.execute(sa.text("DELETE FROM ledger_entries WHERE seq >= :last"), {"last": last})
        assert (verify_everything(session).misfit, verify_everything(session).reason) == (last, "ends")


def test_the_old_key_cannot_write_on(session, key, changed):
    made = list(book.all_entries(session))
    drop_guard(session)
    put_instead(session, [*made[:4], made[4].sealed(key, made[3].signature)])
    assert (verify_everything(session).misfit, verify_everything(session).reason) == (5, "signature")


def test_nor_can_it_name_another_key(session, key, changed):
    made = list(book.all_entries(session))
    another = f"{hex_of(key.public_key())}:{'ab' * 32}"
    forged = dataclasses.replace(made[2], about=another).sealed(key, made[1].signature)
    drop_guard(session)
    put_instead(session, [*made[:2], forged, *made[3:]])
    assert verify_everything(session).misfit == 4


def test_a_change_that_was_not_committed_is_taken_back(session, key):
    someone(session, "a")
    session.commit()
    rotate(session, at=AT)
    session.rollback()
    assert is_changing(session) and hex_of(installation_key(session).public_key()) != hex_of(key.public_key())
    settle(session)
    assert [hex_of(one) for one in all_keys(session)] == [hex_of(key.public_key())]
    assert verify_everything(session).misfit is None


def test_without_its_entry_the_key_does_not_change(session, key, monkeypatch):
    def refuses(*given, **how):
        raise sa.exc.OperationalError("INSERT", {}, Exception("disk full"))

    monkeypatch.setattr(key_change, "append_all", refuses)
    with pytest.raises(sa.exc.OperationalError):
        rotate(session, at=AT)
    session.rollback()
    settle(session)
    assert [hex_of(one) for one in all_keys(session)] == [hex_of(key.public_key())]
