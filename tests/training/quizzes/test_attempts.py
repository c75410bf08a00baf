"""An attempt is begun once, sent once, and graded from the frozen paper."""

import pytest

from tests import salam
from tests.cast import AT
from training.curriculum import catalogue_store as catalogue
from training.quizzes import attempts


@pytest.fixture
def release_id(session):
    salam.publish(session)
    return catalogue.published_module(session, "salam", "sal-1").release.id


@pytest.fixture
def paper(session, release_id):
    return catalogue.paper(session, release_id)


@pytest.fixture
def begun(session, cast, release_id):
    return attempts.begin(session, cast.ratna.id, release_id, "key-of-ratna", at=AT)


def best(paper):
    return {question.slug: next(n for n, one in enumerate(question.options) if one.right) for question in paper.keys}


def test_the_same_key_begins_one_attempt(session, cast, release_id, begun):
    assert attempts.begin(session, cast.ratna.id, release_id, "key-of-ratna", at=AT).id == begun.id


def test_the_order_is_known_from_the_key_alone(begun):
    assert begun.seed == attempts.seed_of("key-of-ratna")
    assert 0 <= begun.seed < 2**31


def test_another_person_s_attempt_looks_like_none(session, cast, begun):
    assert attempts.attempt(session, cast.made.id, begun.id) is None
    assert attempts.attempt(session, cast.ratna.id, begun.id) == begun


def test_answers_are_kept_and_replaced_until_it_is_sent(session, begun, paper):
    attempts.save_answers(session, begun, paper, {"q-dani": 1}, at=AT)
    attempts.save_answers(session, begun, paper, {"q-dani": 0, "q-not-asked": 3}, at=AT)
    assert attempts.responses(session, begun) == {"q-dani": 0}


def test_sending_grades_on_the_server(session, begun, paper):
    done = attempts.submit(session, begun, paper, best(paper), at=AT)
    assert (done.score, done.passed, done.submitted_at) == (1.0, True, AT)


def test_sending_twice_keeps_the_first_outcome(session, begun, paper):
    first = attempts.submit(session, begun, paper, {"q-dani": 1}, at=AT)
    again = attempts.submit(session, begun, paper, best(paper), at=AT)
    assert (again.score, again.passed) == (first.score, first.passed) == (0.0, False)


def test_an_answer_after_sending_is_refused(session, begun, paper):
    attempts.submit(session, begun, paper, best(paper), at=AT)
    with pytest.raises(attempts.AlreadySubmitted):
        attempts.save_answers(session, begun, paper, {"q-dani": 1}, at=AT)


def test_an_empty_attempt_is_graded_zero_not_refused(session, begun, paper):
    assert attempts.submit(session, begun, paper, {}, at=AT).score == 0


def test_what_was_begun_is_found_on_another_device(session, cast, release_id, begun, paper):
    assert attempts.open_attempt(session, cast.ratna.id, release_id) == begun
    attempts.submit(session, begun, paper, best(paper), at=AT)
    assert attempts.open_attempt(session, cast.ratna.id, release_id) is None
