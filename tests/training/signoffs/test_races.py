"""At the same instant: one button pressed five times, two supervisors, a decision against a renewal. bin/drill races
does the long run."""

import datetime as dt

import pytest

from tests.cast import AT
from tests.published import begin_supervision, publish_module
from tests.training.signoffs.asking import asked, make_critical, ready, reflect
from tests.training.signoffs.racing import GOOD, STEP, signing, together, two_decide
from training.signoffs import ledger, requests
from training.signoffs.book import decisions_of
from training.signoffs.chain import verify
from training.signoffs.ledger import certify, give_back, hold_the_pen
from training.signoffs.requests import ask
from training.signoffs.store import RequestRow


@pytest.fixture
def module(session):
    module = publish_module(session)
    session.commit()
    return module


def waiting(session, cast, module):
    begin_supervision(session, cast.budi, cast.made)
    request = asked(session, cast.made, module)
    session.commit()
    return request


def test_five_identical_posts_make_one_decision(app, session, cast, module):
    request = waiting(session, cast, module)
    results = together(app, *[signing(cast.sari, request, "key-12345")] * 5)
    assert len({one.hash for one in results}) == 1
    assert len(decisions_of(session, cast.made.id)) == 1 and verify(session).count == 2


def test_two_supervisors_at_the_same_instant_leave_one_decision(app, session, cast, module):
    request = waiting(session, cast, module)
    results = together(
        app, signing(cast.sari, request, "key-sari1"), signing(cast.budi, request, "key-budi1", give_back, STEP),
    )
    [refused] = [one for one in results if isinstance(one, ledger.AlreadyDecided)]
    [decision] = decisions_of(session, cast.made.id)
    assert refused.decision.actor_name == decision.actor_name
    assert verify(session).misfit is None


def test_decisions_about_different_people_queue_for_the_pen(app, session, cast, module):
    requests = [waiting(session, cast, module), asked(session, cast.ratna, module)]
    session.commit()
    together(app, *[signing(cast.sari, one, f"key-{one:05}") for one in requests])
    assert (verify(session).count, verify(session).misfit) == (4, None)


def test_a_renewal_against_a_decision_leaves_either_order(app, session, cast, module):
    request = waiting(session, cast, module)
    reflect(session, cast.made, module, "Satu contoh lagi.")
    session.commit()
    outcome, _ = together(
        app, signing(cast.sari, request, "key-12345"),
        lambda session: ask(session, cast.made, module.id, client_key="key-again", at=AT + dt.timedelta(minutes=1)),
    )
    version = session.get(RequestRow, request).version
    assert (version, isinstance(outcome, ledger.EvidenceChanged)) in ((1, False), (2, True))
    assert len(decisions_of(session, cast.made.id)) == (version == 1)


def decided_first(monkeypatch, cast, request, deed, words):
    """Whoever asks meanwhile reaches the pen only when this decision is written."""
    def waited(session, actor):
        monkeypatch.undo()
        signing(cast.sari, request, "key-first", deed, words)(session)
        return hold_the_pen(session, actor)

    monkeypatch.setattr(requests, "hold_the_pen", waited)


def ask_again(session, cast, module):
    return ask(session, cast.made, module.id, client_key="key-again", at=AT + dt.timedelta(minutes=1))


def test_a_return_that_came_first_is_in_the_evidence(session, cast, module, monkeypatch):
    decided_first(monkeypatch, cast, waiting(session, cast, module), give_back, STEP)
    made = session.get(RequestRow, ask_again(session, cast, module))
    assert (made.version, made.is_back, made.is_clear, made.summary["returned"]) == (1, True, False, 1)


def test_nothing_is_asked_behind_a_certificate_that_came_first(session, cast, module, monkeypatch):
    decided_first(monkeypatch, cast, waiting(session, cast, module), certify, GOOD)
    with pytest.raises(requests.StillValid):
        ask_again(session, cast, module)
    assert session.query(RequestRow).count() == 1


def test_two_supervisors_at_the_same_instant_are_two_signatures_where_two_are_needed(app, session, cast, module):
    make_critical(session, module)
    request = waiting(session, cast, module)
    results = together(
        app, *(signing(cast.sari, request, f"key-sari{number}") for number in range(3)),
        signing(cast.budi, request, "key-budi1"),
    )
    assert sum(isinstance(one, ledger.SameSupervisorTwice | ledger.AlreadyDecided) for one in results) == 2
    first, second = decisions_of(session, cast.made.id)
    assert (first.entry.deed, second.entry.deed) == ("first_signed", "certified")
    assert first.actor_id != second.actor_id and verify(session).misfit is None


def test_five_identical_requests_make_one(app, session, cast, module):
    ready(session, cast.made, module)
    session.commit()
    results = together(app, *[lambda session: ask(session, cast.made, module.id, client_key="key-12345", at=AT)] * 5)
    assert len(set(results)) == 1 and session.query(RequestRow).count() == 1


def test_a_hundred_races_of_two_supervisors_leave_a_hundred_decisions(app, session, cast):
    begin_supervision(session, cast.budi, cast.made)
    begin_supervision(session, cast.budi, cast.ratna)
    modules = [publish_module(session, f"pw-{number}", position=number) for number in range(1, 51)]
    requests = [asked(session, person, module) for person in (cast.made, cast.ratna) for module in modules]
    session.commit()
    for request in requests:
        assert two_decide(app, request, cast.sari, cast.budi) == 1
    decided = [len(decisions_of(session, person.id)) for person in (cast.made, cast.ratna)]
    assert (decided, verify(session).count, verify(session).misfit) == ([50, 50], 200, None)
