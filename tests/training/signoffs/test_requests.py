"""Who may ask for sign-off when, and what asking freezes."""

import datetime as dt
import json

import pytest
import sqlalchemy as sa

from tests.cast import AT
from tests.published import PROMPT, read_all, release_of, try_quiz
from tests.training.signoffs.asking import asked, more_evidence, ready, reflect
from training.core.refusal import NotAllowed
from training.curriculum.store import ModuleRow
from training.practice.reflections import take_back, write
from training.signoffs.inbox import review
from training.signoffs.ledger import Words, certify, give_back
from training.signoffs.requests import NotYet, StillValid, ask, has_news
from training.signoffs.store import RequestRow


def test_what_is_missing_is_said(session, cast, module):
    for step, count in ((read_all, 3), (lambda *a: try_quiz(*a, passed=False), 2), (reflect, 2)):
        with pytest.raises(NotYet) as refused:
            ask(session, cast.made, module.id, client_key="key-12345", at=AT)
        assert len(refused.value.missing) == count
        step(session, cast.made, module)
    try_quiz(session, cast.made, module, at=AT + dt.timedelta(hours=1))
    assert ask(session, cast.made, module.id, client_key="key-12345", at=AT)


def test_asking_twice_is_one_request(session, cast, module):
    ready(session, cast.made, module)
    first = ask(session, cast.made, module.id, client_key="key-12345", at=AT)
    assert ask(session, cast.made, module.id, client_key="key-12345", at=AT) == first
    assert ask(session, cast.made, module.id, client_key="key-other", at=AT) == first
    assert session.scalar(sa.select(RequestRow.version)) == 1


def test_only_facilitators_ask(session, cast, module):
    with pytest.raises(NotAllowed):
        ask(session, cast.sari, module.id, client_key="key-12345", at=AT)


def test_the_evidence_is_frozen_and_renewed_only_by_asking(session, cast, module):
    request = asked(session, cast.made, module)
    before = review(session, cast.sari.id, request)
    assert not has_news(session, cast.made.id, module.id)
    write(session, cast.made, module.id, PROMPT, "rahasia saya", release_id=module.release_id, at=AT)
    assert not has_news(session, cast.made.id, module.id)
    reflect(session, cast.made, module, "Contoh baru.")
    assert has_news(session, cast.made.id, module.id) and review(session, cast.sari.id, request) == before
    more_evidence(session, cast.made, module, AT + dt.timedelta(days=1))
    after = review(session, cast.sari.id, request)
    assert (after.version, after.evidence["reflections"][0]["text"]) == (2, "Saya menambah satu contoh.")
    assert review(session, cast.sari.id, request, version=1).evidence == before.evidence


def test_nothing_private_is_in_the_evidence(session, cast, module):
    write(session, cast.made, module.id, "r-lain", "catatan pribadi", release_id=module.release_id, at=AT)
    request = asked(session, cast.made, module)
    assert "catatan pribadi" not in json.dumps(review(session, cast.sari.id, request).evidence)


def test_what_was_taken_back_stays_only_where_it_was_judged(session, cast, module):
    request = asked(session, cast.made, module)
    take_back(session, cast.made, module.id, PROMPT, at=AT)
    assert review(session, cast.sari.id, request).evidence["reflections"]
    with pytest.raises(NotYet):
        ask(session, cast.made, module.id, client_key="key-again", at=AT)


def test_after_a_return_she_may_ask_again_and_it_shows(session, cast, module):
    request = asked(session, cast.made, module)
    step = Words("", "Tambah satu contoh.", "none")
    give_back(session, cast.sari, request, version=1, words=step, client_key="key-12345", at=AT)
    again = ask(session, cast.made, module.id, client_key="key-again", at=AT)
    assert again != request
    [earlier] = review(session, cast.sari.id, again).evidence["earlier"]
    assert (earlier["deed"], earlier["next_step"]) == ("returned", "Tambah satu contoh.")


def test_a_valid_certificate_is_renewed_from_three_months_before_its_end(session, cast, module):
    request = asked(session, cast.made, module)
    certify(session, cast.sari, request, version=1, words=Words(conflict="none"), client_key="key-12345", at=AT)
    with pytest.raises(StillValid):
        ask(session, cast.made, module.id, client_key="key-early", at=AT + dt.timedelta(days=600))
    assert ask(session, cast.made, module.id, client_key="key-renew", at=AT + dt.timedelta(days=650)) != request


def test_a_new_release_leaves_the_request_as_it_was(session, cast, module):
    request = asked(session, cast.made, module)
    release_of(session, session.get(ModuleRow, module.id), 2)
    assert review(session, cast.sari.id, request).evidence["release"]["hash"] == module.content_hash
