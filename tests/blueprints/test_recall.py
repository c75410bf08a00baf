"""Asked again after a quiz was passed: shown to whoever passed it, graded nowhere, stored nowhere."""

import pytest
import sqlalchemy as sa

from tests import salam
from tests.forms import choice, form_in
from training.quizzes.store import AnswerRow, AttemptRow

QUIZ, RECALL = f"{salam.PATH}/quiz", f"{salam.PATH}/recall"


@pytest.fixture
def ratna(session, as_person):
    salam.publish(session)
    session.commit()
    return as_person("ratna")


@pytest.fixture
def passed(ratna):
    page = ratna.get(QUIZ).text
    ratna.post(f"{QUIZ}/attempts", data=form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menyapa dengan")})
    return ratna


def test_before_the_quiz_is_passed_there_is_nothing_to_recall(ratna):
    ratna.get(RECALL, expect=404)
    assert RECALL not in ratna.get(salam.PATH).text


def test_the_module_leads_there_once_it_is_passed(passed):
    assert RECALL in passed.get(salam.PATH).text
    page = passed.get(RECALL).text
    assert "Dani diam sejak awal" in page and "Ia bisa merasa tidak dilihat" not in page


def test_an_answer_is_explained_and_not_kept(passed, session):
    count = [session.scalar(sa.select(sa.func.count()).select_from(row)) for row in (AttemptRow, AnswerRow)]
    wrong = choice(passed.get(RECALL).text, "Menunggu saja")
    page = passed.get(f"{RECALL}?check=q-dani&q-q-dani={wrong}").text
    assert "Ia bisa merasa tidak dilihat" in page and "Belum tepat" in page
    session.rollback()
    assert count == [session.scalar(sa.select(sa.func.count()).select_from(row)) for row in (AttemptRow, AnswerRow)]


def test_a_supervisor_recalls_nothing(ratna, as_person):
    as_person("sari").get(RECALL, expect=403)
