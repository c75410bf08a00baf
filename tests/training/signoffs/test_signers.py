"""Whoever signs was allowed to at that moment, by the entries before: what was put in by hand for one decision is found
after it was taken away again."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked
from training.accounts.store import RoleRow, person_by_id
from training.privacy import erase
from training.signoffs import book, count, pair_changes, role_changes
from training.signoffs.cross_check import verify_everything
from training.signoffs.ledger import Words, certify, hand
from training.supervision.pairs import pairs_with
from training.supervision.store import SupervisionRow

GOOD, LATER = Words("Baik.", "", "none"), AT + dt.timedelta(days=1)


@pytest.fixture
def request_id(session, cast):
    """Ratna's request waits for Sari; everything is counted."""
    count.count(session, at=AT)
    made = asked(session, cast.ratna, publish_module(session))
    assert found(session) == (None, None)
    return made


def found(session):
    verdict = verify_everything(session)
    return verdict.misfit, verdict.reason


def sign(session, actor, request_id):
    return certify(session, person_by_id(session, actor.id), request_id, version=1, words=GOOD, client_key="key-sign",
                   at=LATER).seq


def for_a_moment(session, *rows):
    """Put rows in by hand; the deed that takes them away again."""
    session.add_all(rows)
    session.flush()
    return lambda: ([session.delete(row) for row in rows], session.flush())


def test_a_pair_put_in_for_one_decision_is_found(session, cast, request_id):
    away = for_a_moment(session, SupervisionRow(supervisor_id=cast.budi.id, facilitator_id=cast.ratna.id, since=AT))
    seq = sign(session, cast.budi, request_id)
    away()
    assert found(session) == (seq, "signer")


def test_so_is_a_role(session, cast, request_id):
    pair = SupervisionRow(supervisor_id=cast.andreas.id, facilitator_id=cast.ratna.id, since=AT)
    away = for_a_moment(session, RoleRow(person_id=cast.andreas.id, role="supervisor", since=AT), pair)
    seq = sign(session, cast.andreas, request_id)
    away()
    assert found(session) == (seq, "signer")


def test_so_is_a_pair_that_had_ended(session, cast, request_id):
    [pair] = pairs_with(session, cast.ratna.id)
    pair_changes.end(session, cast.agnes, pair.id, at=AT)
    row = session.get(SupervisionRow, pair.id)
    until, row.until = row.until, None
    session.flush()
    seq = sign(session, cast.sari, request_id)
    row.until = until
    session.flush()
    assert found(session) == (seq, "signer")


def test_handing_on_is_for_supervisors_too(session, cast, request_id):
    pair = SupervisionRow(supervisor_id=cast.andreas.id, facilitator_id=cast.ratna.id, since=AT)
    pair_changes.pair(session, cast.agnes, cast.budi, cast.ratna, at=AT)
    away = for_a_moment(session, RoleRow(person_id=cast.andreas.id, role="supervisor", since=AT), pair)
    seq = hand(session, person_by_id(session, cast.andreas.id), request_id, cast.budi.id, version=1,
               words=Words("Mohon dilihat."), client_key="key-hand", at=LATER).seq
    away()
    assert found(session) == (seq, "signer")


@pytest.mark.parametrize("back", [0, 1, 48])
def test_what_ended_after_the_decision_changes_nothing(session, cast, request_id, back):
    """Also where the clock was set back by hours meanwhile."""
    sign(session, cast.sari, request_id)
    at = LATER - dt.timedelta(hours=back)
    for pair in pairs_with(session, cast.sari.id)[:1]:
        pair_changes.end(session, cast.agnes, pair.id, at=at)
    role_changes.take_role(session, cast.agnes, cast.sari, "supervisor", at=at)
    assert found(session) == (None, None)
    erase(session, cast.sari, at=at)
    assert found(session) == (None, None)


def test_whoever_begins_again_may_sign_again(session, cast, request_id):
    [pair] = pairs_with(session, cast.ratna.id)
    pair_changes.end(session, cast.agnes, pair.id, at=AT)
    pair_changes.pair(session, cast.agnes, cast.sari, cast.ratna, at=AT)
    sign(session, cast.sari, request_id)
    assert found(session) == (None, None)


def test_what_was_decided_before_everything_was_counted_is_not_judged(session, cast):
    request = asked(session, cast.ratna, publish_module(session))
    away = for_a_moment(session, SupervisionRow(supervisor_id=cast.budi.id, facilitator_id=cast.ratna.id, since=AT))
    sign(session, cast.budi, request)
    away()
    count.count(session, at=LATER)
    assert found(session) == (None, None) and book.head(session).deed == "counted"
