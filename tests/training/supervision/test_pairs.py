import datetime as dt

import pytest

from training.accounts import people, store
from training.supervision import leaving, pairs
from training.supervision.learner import learner

AT = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)


def test_a_facilitator_may_have_two_supervisors(session, cast):
    pairs.pair(session, cast.budi, cast.ratna, at=AT)
    assert learner(session, cast.ratna.id).supervised_by == {cast.sari.id, cast.budi.id}


def test_the_same_pair_is_made_once(session, cast):
    assert pairs.pair(session, cast.budi, cast.ratna, at=AT) == pairs.pair(session, cast.budi, cast.ratna, at=AT)


@pytest.mark.parametrize(("supervisor", "facilitator", "refusal"), [
    ("sari", "sari", pairs.SamePerson), ("made", "ratna", pairs.NotASupervisor),
    ("budi", "wayan", pairs.NotAFacilitator),
])
def test_a_wrong_pair_is_refused(session, cast, supervisor, facilitator, refusal):
    with pytest.raises(refusal):
        pairs.pair(session, getattr(cast, supervisor), getattr(cast, facilitator), at=AT)


def test_a_closed_account_is_not_paired(session, cast):
    people.disable(session, cast.budi, at=AT)
    with pytest.raises(pairs.AccountClosed):
        pairs.pair(session, store.person_by_id(session, cast.budi.id), cast.ratna, at=AT)


def test_an_ended_pair_keeps_its_dates_and_can_begin_anew(session, cast):
    first = pairs.pairs_with(session, cast.ratna.id)[0]
    ended = pairs.end(session, first.id, at=AT)
    assert pairs.end(session, first.id, at=AT + dt.timedelta(days=1)).until == ended.until == AT
    assert learner(session, cast.ratna.id).supervised_by == frozenset()
    pairs.pair(session, cast.sari, cast.ratna, at=AT + dt.timedelta(days=2))
    assert [pair.until for pair in pairs.pairs_with(session, cast.ratna.id)] == [None, AT]


def test_a_pair_that_is_not_there_is_not_ended(session, cast):
    assert pairs.end(session, 999, at=AT) is None


def test_with_the_role_its_pairs_end(session, cast):
    leaving.take_role(session, cast.agnes, cast.sari, "supervisor", at=AT)
    assert all(pair.until == AT for pair in pairs.pairs_with(session, cast.sari.id))
    assert [pair.until for pair in pairs.pairs_with(session, cast.yohana.id)] == [None]
