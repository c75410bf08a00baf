"""A key that is lost is never replaced in silence: nothing is signed until it is back, or until the ledger itself says
that it was lost. And whoever has the database but not the files of the keys cannot use that way."""

import dataclasses

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.cast import AT
from tests.training.signoffs.breaking import built_anew, drop_guard, put_instead
from training.core.key_names import hex_of
from training.core.signing_key import KeyMissing, all_keys, give_key, is_changing, make_key
from training.signoffs import book, signing
from training.signoffs.account_changes import strengthen_password
from training.signoffs.chain import Loss
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import KEY_CHANGED, KEY_LOST, Entry
from training.signoffs.key_change import begin_after_loss, rotate, settle
from training.signoffs.refusals import KeyIsHere, NotSignedHere, NotTheLostKey
from training.signoffs.role_changes import add_person
from training.signoffs.witness import witness_of

THIEF = Ed25519PrivateKey.generate()


@pytest.fixture
def keys(session, tmp_path):
    """The folder of this test's own keys; somebody came (two entries) under the first of them."""
    engine = session.get_bind()
    of_all = engine.get_execution_options()["installation_key"]
    give_key(engine, tmp_path / "keys" / "installation.key")
    someone(session, "a")
    session.commit()
    yield tmp_path / "keys"
    give_key(engine, of_all)


def someone(session, name):
    return add_person(session, email=f"{name}@example.org", name=name, roles={"facilitator"}, at=AT)


def public(session):
    return [hex_of(one) for one in all_keys(session)]


def lose(keys, *names):
    for name in names or [one.name for one in keys.iterdir()]:
        (keys / name).unlink()


def begin(session, *known):
    made = begin_after_loss(session, at=AT, known=known)
    session.commit()
    settle(session)
    session.rollback()
    return made


def misfit(session, *witnesses, **how):
    found = verify_everything(session, witnesses, **how)
    return found.misfit, found.reason


def test_nothing_is_signed_while_the_key_is_gone(session, keys):
    lose(keys)
    for deed in (lambda: someone(session, "b"), lambda: rotate(session, at=AT), lambda: verify_everything(session)):
        with pytest.raises(KeyMissing):
            deed()
    assert not list(keys.iterdir()) and len(list(book.all_entries(session))) == 2


def test_a_key_that_cannot_be_read_is_a_lost_one(session, keys):
    (keys / "installation.key").write_bytes(b"half")
    with pytest.raises(KeyMissing):
        someone(session, "b")


def test_nobody_is_kept_out_by_it(session, keys):
    person = someone(session, "b")
    session.commit()
    lose(keys)
    strengthen_password(session, person.id, "stronger", at=AT)
    assert isinstance(signing.trouble(session), KeyMissing) and len(list(book.all_entries(session))) == 4


def test_with_the_key_back_everything_goes_on(session, keys):
    kept = (keys / "installation.key").read_bytes()
    lose(keys)
    (keys / "installation.key").write_bytes(kept)
    someone(session, "b")
    assert misfit(session) == (None, None) and signing.trouble(session) is None


def test_another_key_in_its_place_signs_nothing(session, keys):
    lose(keys)
    make_key(session)
    with pytest.raises(NotSignedHere):
        someone(session, "b")
    assert misfit(session) == (1, "signature")


def test_a_new_key_begins_with_an_entry_that_says_so(session, keys):
    [old] = public(session)
    lose(keys)
    made, [new] = begin(session), public(session)
    assert (made.deed, made.about) == (KEY_LOST, f":{new}") and old != new and not is_changing(session)
    someone(session, "b")
    for how in ({}, {"every_signature": True}):
        found = verify_everything(session, **how)
        assert (found.count, found.misfit) == (5, None)
        assert found.losses == (Loss(3, made.plain()["at"], False),)


def test_with_the_lost_keys_public_half_its_entries_are_still_checked(session, keys):
    [old] = public(session)
    lose(keys)
    assert begin(session, old).about.startswith(f"{old}:") and public(session)[0] == old
    assert [one.is_known for one in verify_everything(session, every_signature=True).losses] == [True]
    made = list(book.all_entries(session))
    drop_guard(session)
    put_instead(session, [*made[:1], dataclasses.replace(made[1], signature="ab" * 64), made[2]])
    assert misfit(session) == (2, "signature")
    forged = list(built_anew(made[:2], THIEF))
    put_instead(session, [*forged, made[2].following(forged[-1], THIEF)])
    assert misfit(session) == (1, "signature")


def test_a_key_that_did_not_sign_is_no_lost_one(session, keys):
    lose(keys)
    with pytest.raises(NotTheLostKey):
        begin_after_loss(session, at=AT, known=[hex_of(THIEF.public_key())])
    session.rollback()
    assert not list(keys.iterdir()) and len(list(book.all_entries(session))) == 2


def test_keys_that_follow_from_entries_need_not_be_given(session, keys):
    first, second = public(session), [rotate(session, at=AT), public(session)][1]
    session.commit()
    settle(session)
    lose(keys, "installation.key")
    begin(session)
    assert public(session)[:2] == second and second[:1] == first and misfit(session) == (None, None)
    rotate(session, at=AT)
    session.commit()
    settle(session)
    assert misfit(session, every_signature=True) == (None, None) and len(public(session)) == 4


def test_it_may_be_lost_again(session, keys):
    for known in (0, 1, 0):
        given = public(session)[-1:] * known
        lose(keys, *() if not known else ["installation.key"])
        begin(session, *given)
        someone(session, f"after-{len(list(book.all_entries(session)))}")
        assert misfit(session) == (None, None) and misfit(session, every_signature=True) == (None, None)


def test_a_key_that_is_here_is_not_lost(session, keys):
    with pytest.raises(KeyIsHere):
        begin_after_loss(session, at=AT)


def test_a_new_beginning_that_was_not_committed_is_taken_back(session, keys):
    lose(keys)
    begin_after_loss(session, at=AT)
    session.rollback()
    assert is_changing(session)
    settle(session)
    assert not list(keys.iterdir())


@pytest.mark.parametrize("done", [[], ["earlier.keys"], ["earlier.keys", "after-loss.keys"]])
def test_one_that_a_crash_broke_off_after_the_commit_is_finished(session, keys, done):
    [old] = public(session)
    lose(keys)
    begin_after_loss(session, at=AT, known=[old])
    session.commit()
    for name in done:
        (keys / f"{name}.next").rename(keys / name)
    settle(session)
    assert sorted(one.name for one in keys.iterdir()) == ["after-loss.keys", "earlier.keys", "installation.key"]
    assert misfit(session) == (None, None)


def claim(session, signer, about):
    """An entry put in by hand that claims a loss."""
    last = book.head(session)
    made = Entry(seq=last.seq + 1, at=AT, deed=KEY_LOST, actor="", subject="", module="", client_key="f", previous="",
                 about=about)
    return [*book.all_entries(session), made.following(last, signer)]


def test_whoever_writes_the_database_cannot_claim_a_loss(session, keys):
    [own], thief = public(session), hex_of(THIEF.public_key())
    drop_guard(session)
    for about in (f"{own}:{thief}", f":{thief}", f"{own}:{own}", f":{own}"):
        with session.begin_nested() as change:
            put_instead(session, claim(session, THIEF, about))
            assert misfit(session) == (3, "lost")
            with pytest.raises(NotSignedHere):
                someone(session, "b")
            change.rollback()


@pytest.mark.parametrize("is_known", [True, False])
def test_nor_rewrite_what_was_before_a_real_one(session, keys, is_known):
    [old] = public(session)
    before = witness_of(book.head(session))
    lose(keys)
    begin(session, *[old] * is_known)
    assert misfit(session, before) == (None, None)
    made = list(book.all_entries(session))
    drop_guard(session)
    forged = list(built_anew([dataclasses.replace(made[0], about="supervisor"), made[1]], THIEF))
    put_instead(session, [*forged, made[2]])
    assert misfit(session)[0] in (1, 3)
    put_instead(session, [*forged, made[2].following(forged[-1], THIEF)])
    assert misfit(session) == ((1 if is_known else 3), "signature")
    put_instead(session, forged)
    assert misfit(session) == ((1, "signature") if is_known else (3, "ends"))


def test_no_honest_entry_is_written_behind_a_forged_one(session, keys):
    """Its signature would vouch for everything before it."""
    last, [own] = book.head(session), public(session)
    drop_guard(session)
    for deed, about in (("roles_changed", "supervisor"), (KEY_CHANGED, f"{own}:{own}")):
        forged = dataclasses.replace(last, seq=last.seq + 1, deed=deed, about=about, client_key="forged")
        with session.begin_nested() as change:
            put_instead(session, [*book.all_entries(session), forged.following(last, THIEF)])
            with pytest.raises(NotSignedHere):
                someone(session, "b")
            change.rollback()
