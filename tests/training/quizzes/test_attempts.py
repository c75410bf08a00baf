"""An attempt is begun once, sent once, and graded from the frozen paper."""

import pytest

from tests import salam
from tests.cast import AT
from tests.training.quizzes.samples import quiz_of
from training.curriculum import catalogue_store as catalogue
from training.quizzes import attempts
from training.quizzes.paper import merge


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


GENTLE = """## Kuis

Yang benar tetap: ya

### 1. Yang berat?
<!-- id: q-berat -->
- [x] Benar itu
- [ ] Bukan itu

Catatan isi: menyebut kehilangan

### 2. Yang lain?
<!-- id: q-lain -->
- [x] Ya itu
- [ ] Bukan itu

### 3. Yang lembut?
<!-- id: q-lembut -->
- [ ] Bukan ini
- [x] Ini

Pengganti untuk: q-berat
"""


@pytest.fixture
def gentle_paper():
    return merge({"id": quiz_of(GENTLE)})


def go(session, person, release_id, paper, key, given, *, gentle=False):
    attempt = attempts.begin(session, person.id, release_id, key, at=AT)
    attempts.choose_path(session, attempt, gentle=gentle)
    return attempts.submit(session, attempt, paper, given, at=AT)


def test_the_gentle_path_asks_and_grades_the_alternative(session, cast, release_id, gentle_paper):
    done = go(session, cast.ratna, release_id, gentle_paper, "gentle-1", {"q-lembut": 1, "q-lain": 0}, gentle=True)
    assert (done.gentle, done.score) == (True, 1.0)
    assert attempts.asked(gentle_paper, done.seed, done.gentle) == ("q-lembut", "q-lain")


def test_on_the_other_path_the_alternative_counts_for_nothing(session, cast, release_id, gentle_paper):
    done = go(session, cast.ratna, release_id, gentle_paper, "plain-01", {"q-lembut": 1, "q-lain": 0})
    assert done.score == 0.5


def test_a_way_back_from_the_gentle_path_finds_the_earlier_answer(session, cast, release_id, gentle_paper):
    attempt = attempts.begin(session, cast.ratna.id, release_id, "there-and-back", at=AT)
    attempts.save_answers(session, attempt, gentle_paper, {"q-berat": 0}, at=AT)
    attempts.choose_path(session, attempt, gentle=True)
    attempts.choose_path(session, attempt, gentle=False)
    assert attempts.submit(session, attempt, gentle_paper, {"q-lain": 0}, at=AT).score == 1.0


def test_what_was_answered_on_the_path_that_was_left_is_forgotten(session, cast, release_id, gentle_paper):
    attempt = attempts.begin(session, cast.ratna.id, release_id, "left-001", at=AT)
    attempts.save_answers(session, attempt, gentle_paper, {"q-berat": 0}, at=AT)
    attempts.choose_path(session, attempt, gentle=True)
    attempts.submit(session, attempt, gentle_paper, {"q-lembut": 1, "q-lain": 0}, at=AT)
    assert attempts.responses(session, attempt) == {"q-lembut": 1, "q-lain": 0}


def test_the_path_of_a_sent_attempt_stays(session, cast, release_id, gentle_paper):
    done = go(session, cast.ratna, release_id, gentle_paper, "sent-001", {})
    with pytest.raises(attempts.AlreadySubmitted):
        attempts.choose_path(session, done, gentle=True)


def test_what_was_right_stays_right_where_the_author_says_so(session, cast, release_id, gentle_paper):
    go(session, cast.ratna, release_id, gentle_paper, "first-01", {"q-berat": 0, "q-lain": 1})
    assert attempts.kept_right(session, cast.ratna.id, release_id, gentle_paper) == {"q-berat": 0}
    again = go(session, cast.ratna, release_id, gentle_paper, "again-01", {"q-berat": 1, "q-lain": 0})
    assert again.score == 1.0
    assert attempts.responses(session, again) == {"q-berat": 0, "q-lain": 0}


def test_another_s_right_answers_are_not_mine(session, cast, release_id, gentle_paper):
    go(session, cast.ratna, release_id, gentle_paper, "ratna-01", {"q-berat": 0, "q-lain": 0})
    assert attempts.kept_right(session, cast.made.id, release_id, gentle_paper) == {}


def test_without_the_author_s_word_every_attempt_stands_alone(session, cast, release_id, paper):
    go(session, cast.ratna, release_id, paper, "alone-01", best(paper))
    assert attempts.kept_right(session, cast.ratna.id, release_id, paper) == {}
    assert go(session, cast.ratna, release_id, paper, "alone-02", {}).score == 0
