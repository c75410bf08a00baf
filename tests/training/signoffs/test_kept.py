"""What is kept about people, and requests: every door enters what it changes, once; what was changed by hand is found,
and no later deed covers it up."""

import datetime as dt

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.published import publish_module
from tests.training.signoffs.asking import asked, make_critical, more_evidence
from tests.training.signoffs.breaking import drop_guard
from training.privacy import erase
from training.signoffs import account_changes, book, count, guard, pair_changes, role_changes
from training.signoffs.cross_check import verify_everything
from training.signoffs.entry import commitment
from training.signoffs.ledger import Words, certify, give_back
from training.signoffs.refusals import DiffersFromLedger
from training.supervision import pairs

GOOD, STEP = Words("Baik.", "", "none"), Words("Hampir.", "Satu contoh.", "none")
PROFILE = {"name": "Ratna W.", "language": "id", "zone": "WIB"}


@pytest.fixture
def counted(session, cast):
    """Everybody stands in the ledger; the number of entries."""
    made = count.count(session, at=AT)
    assert found(session) == (None, None)
    return made


def found(session):
    verdict = verify_everything(session)
    return verdict.misfit, verdict.reason


def deeds(session, since):
    return [one.deed for one in book.all_entries(session)][since:]


def test_everything_is_counted_once(session, cast, counted):
    told = deeds(session, 0)
    assert (told.count("account_changed"), told.count("roles_changed"), told.count("pairs_changed")) == (9, 9, 3)
    assert told[-1] == "counted" and count.count(session, at=AT) == 0 and not count.is_due(session)


def test_requests_that_wait_are_counted_and_decided_ones_stay_as_they_were(session, cast, monkeypatch):
    """As in a database from before asking was entered."""
    module = publish_module(session)
    for person in (cast.made, cast.ratna):
        monkeypatch.setattr("training.signoffs.requests.append_all", lambda *how, **at: [])
        request = asked(session, person, module)
        monkeypatch.undo()
        if person is cast.made:
            certify(session, cast.sari, request, version=1, words=GOOD, client_key="k-1", at=AT)
    assert found(session) == (None, None) and count.is_due(session)
    count.count(session, at=AT)
    assert deeds(session, 0).count("asked") == 1 and found(session) == (None, None)
    session.execute(sa.text("UPDATE signoff_requests SET note = 'x' WHERE id = :id"), {"id": request})
    assert found(session)[1] == "request"


def test_the_same_profile_again_makes_no_entry(session, cast, counted):
    for _ in range(2):
        account_changes.change_profile(session, cast.ratna, at=AT, **PROFILE)
    account_changes.change_profile(session, cast.ratna, at=AT, **{**PROFILE, "language": "en"})
    assert deeds(session, counted) == ["account_changed"] and found(session) == (None, None)


def test_every_change_of_an_account_is_entered(session, cast, counted):
    account_changes.keep_password(session, cast.ratna, cast.ratna.id, "hash", at=AT)
    account_changes.strengthen_password(session, cast.ratna.id, "hash2", at=AT)
    account_changes.close(session, cast.agnes, cast.ratna, at=AT)
    account_changes.close(session, cast.agnes, cast.ratna, at=AT)
    account_changes.reopen(session, cast.agnes, cast.ratna, at=AT)
    assert deeds(session, counted) == ["account_changed"] * 4 and found(session) == (None, None)


def test_every_pair_is_entered(session, cast, counted):
    for _ in range(2):
        made = pair_changes.pair(session, cast.agnes, cast.budi, cast.ratna, at=AT)
    for _ in range(2):
        pair_changes.end(session, cast.agnes, made, at=AT)
    role_changes.take_role(session, cast.agnes, cast.sari, "supervisor", at=AT)
    assert deeds(session, counted) == ["pairs_changed"] * 2 + ["roles_changed"] + ["pairs_changed"] * 2
    assert found(session) == (None, None)


@pytest.mark.parametrize("who", ["ratna", "sari", "wayan"])
def test_an_erasure_leaves_everything_fitting(session, cast, counted, who):
    erase(session, getattr(cast, who), at=AT)
    assert found(session) == (None, None)


def test_nobody_is_named_in_what_is_entered(session, cast, counted):
    """And without the salt, which is gone with her, trying every name finds nothing."""
    told = [one for one in book.all_entries(session) if one.deed == "account_changed"]
    assert not any("Ratna" in repr(one) or "example.org" in repr(one) for one in told)
    guesses = [commitment("00" * 32, "account", f'[["{cast.ratna.name}","{cast.ratna.email}"]]')]
    assert not {one.evidence_hash for one in told} & set(guesses)


BY_HAND = {
    "people": "UPDATE people SET name = 'Ratna W.' WHERE id = :ratna",
    "password": "UPDATE people SET password_hash = 'x' WHERE id = :ratna",
    "roles": "UPDATE roles SET since = '2020-01-01' WHERE person_id = :ratna",
    "pairs": "UPDATE supervisions SET since = '2020-01-01' WHERE facilitator_id = :ratna",
}
DOORS = {
    "people": lambda session, cast: account_changes.change_profile(session, cast.ratna, at=AT, **PROFILE),
    "password": lambda session, cast: account_changes.keep_password(session, None, cast.ratna.id, "hash", at=AT),
    "roles": lambda session, cast: role_changes.give_role(session, cast.agnes, cast.ratna, "supervisor", at=AT),
    "pairs": lambda session, cast: pair_changes.pair(session, cast.agnes, cast.budi, cast.ratna, at=AT),
}


@pytest.mark.parametrize("kind", BY_HAND)
def test_no_later_deed_covers_up_what_was_changed_by_hand(session, cast, counted, kind):
    session.execute(sa.text(BY_HAND[kind]), {"ratna": cast.ratna.id})
    before = found(session)
    with pytest.raises(DiffersFromLedger):
        DOORS[kind](session, cast)
    assert before[0] and found(session) == before


def test_an_erasure_covers_up_nothing_either(session, cast, counted):
    """It happens all the same; whoever was paired by hand is found afterwards as before."""
    pair_changes.pair(session, cast.agnes, cast.budi, cast.ratna, at=AT)
    session.execute(sa.text("UPDATE supervisions SET since = '2020-01-01' WHERE supervisor_id = :budi"),
                    {"budi": cast.budi.id})
    erase(session, cast.sari, at=AT)
    assert found(session)[1] == "pairs" and not pairs.pairs_with(session, cast.sari.id)


def test_a_stronger_hash_covers_up_nothing_and_keeps_nobody_out(session, cast, counted):
    session.execute(sa.text(BY_HAND["password"]), {"ratna": cast.ratna.id})
    account_changes.strengthen_password(session, cast.ratna.id, "stronger", at=AT)
    assert deeds(session, counted) == [] and found(session)[1] == "account"


@pytest.fixture
def waiting(session, cast, counted):
    """Made's request: entry after the counted ones."""
    return asked(session, cast.made, publish_module(session))


@pytest.mark.parametrize("statement", [
    "UPDATE signoff_requests SET closed_at = '2026-11-03'", "UPDATE signoff_requests SET requested_at = '2020-01-01'",
    "UPDATE signoff_requests SET needs_two = true", "UPDATE signoff_requests SET waits_for_id = :budi",
    "UPDATE signoff_requests SET first_by_id = :budi", "UPDATE signoff_requests SET summary = '{}'",
])
def test_a_waiting_request_changed_by_hand_is_found(session, cast, waiting, counted, statement):
    words = {"budi": cast.budi.id} if ":budi" in statement else {}
    session.execute(sa.text(statement), words)
    assert found(session) == (counted + 1, "request")


@pytest.mark.parametrize("statement", [
    "UPDATE signoff_request_versions SET evidence = '{}', evidence_hash = :hash",
    "UPDATE signoff_requests SET note = 'Sudah pernah disahkan.'",
])
def test_what_was_changed_before_the_decision_is_not_decided(session, cast, waiting, statement):
    """Also when the hash beside the evidence was made to fit."""
    words = {"hash": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"} if ":hash" in statement else {}
    session.execute(sa.text(statement), words)
    before = found(session)
    with pytest.raises(DiffersFromLedger):
        certify(session, cast.sari, waiting, version=1, words=GOOD, client_key="k-1", at=AT)
    with pytest.raises(DiffersFromLedger):
        more_evidence(session, cast.made, publish_named(session), AT)
    assert before[0] and found(session) == before


def publish_named(session):
    """The module that is there already, as a value."""
    module_id, release_id, content_hash = session.execute(sa.text(
        "SELECT m.id, r.id, r.content_hash FROM modules m JOIN releases r ON r.module_id = m.id"
    )).one()
    return type("Known", (), {"id": module_id, "slug": "pw-1", "release_id": release_id, "content_hash": content_hash})


def test_a_decided_request_reopened_by_hand_is_found_also_when_it_is_decided_again(session, cast, waiting, counted):
    give_back(session, cast.sari, waiting, version=1, words=STEP, client_key="k-1", at=AT)
    session.execute(sa.text("UPDATE signoff_requests SET closed_at = NULL"))
    assert found(session) == (counted + 2, "request")
    certify(session, cast.sari, waiting, version=1, words=GOOD, client_key="k-2", at=AT + dt.timedelta(days=1))
    assert found(session) == (counted + 3, "twice")


def test_one_signature_where_two_are_needed_is_found(session, cast, monkeypatch):
    """Somebody let a request from before asking was entered need one for a moment, and put it back afterwards."""
    module = publish_module(session)
    make_critical(session, module)
    monkeypatch.setattr("training.signoffs.requests.append_all", lambda *how, **at: [])
    request = asked(session, cast.made, module)
    monkeypatch.undo()
    session.execute(sa.text("UPDATE signoff_requests SET needs_two = false"))
    certify(session, cast.sari, request, version=1, words=GOOD, client_key="k-1", at=AT)
    assert found(session) == (None, None)
    session.execute(sa.text("UPDATE signoff_requests SET needs_two = true"))
    assert found(session) == (1, "second")


def test_the_guard_is_missed_and_comes_back(session, counted):
    assert guard.missing(session) == []
    drop_guard(session)
    gone = guard.missing(session)
    assert gone and all(name.startswith("ledger_entries_no_") for name in gone)
    assert guard.put_back(session) == gone and guard.missing(session) == [] and guard.put_back(session) == []
    with pytest.raises(sa.exc.DBAPIError), session.begin_nested():
        session.execute(sa.text("DELETE FROM ledger_entries"))


HARMLESS = {
    "sqlite": ["DROP TRIGGER ledger_entries_no_delete",
               "CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT 1; END"],
    "postgresql": ["CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
                   "$$ BEGIN RETURN OLD; END $$"],
}


def test_a_guard_that_does_nothing_counts_as_missing(session, counted):
    for statement in HARMLESS[session.get_bind().dialect.name]:
        session.execute(sa.text(statement))
    assert guard.missing(session)
    guard.put_back(session)
    assert guard.missing(session) == []
