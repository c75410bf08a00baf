import datetime as dt

import pytest

from training.accounts import signing_in, store

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(("seen_after", "asked_after", "lives"), [
    (dt.timedelta(0), dt.timedelta(hours=11), True), (dt.timedelta(0), dt.timedelta(hours=13), False),
    (dt.timedelta(days=13, hours=20), dt.timedelta(days=13, hours=23), True),
    (dt.timedelta(days=13, hours=20), dt.timedelta(days=14, hours=1), False),
])
def test_two_clocks(session, cast, seen_after, asked_after, lives):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    signing_in.touch(session, token, at=AT + seen_after)
    assert (signing_in.who(session, token, at=AT + asked_after) is not None) is lives


def test_only_the_hash_of_a_token_is_kept(session, cast):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    assert token not in str(session.query(store.SignInRow.token_hash).all())


def test_the_list_marks_the_one_asking(session, cast):
    mine, other = (signing_in.start(session, cast.ratna.id, at=AT) for _ in range(2))
    signing_in.start(session, cast.made.id, at=AT)
    listed = signing_in.living(session, cast.ratna.id, at=AT, token=mine)
    assert sorted(one.is_this_one for one in listed) == [False, True]
    signing_in.end(session, other, at=AT)
    assert len(signing_in.living(session, cast.ratna.id, at=AT, token=mine)) == 1


def test_nobody_ends_the_sign_in_of_another(session, cast):
    token = signing_in.start(session, cast.ratna.id, at=AT)
    number = session.query(store.SignInRow.id).scalar()
    assert not signing_in.end_one(session, cast.made.id, number, at=AT)
    assert signing_in.who(session, token, at=AT)
    assert signing_in.end_one(session, cast.ratna.id, number, at=AT)
    assert signing_in.who(session, token, at=AT) is None
