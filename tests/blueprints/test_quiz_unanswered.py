"""Before a quiz is sent with questions open, its page asks once; a form that arrives again never says yes to that."""

import re

import pytest

from tests import salam
from tests.blueprints.test_quizzes import form_of, place_of

QUIZ = f"{salam.PATH}/quiz"
THREE = """## Kuis: tiga

### 1. Mana yang pertama?
<!-- id: q-satu -->

- [x] Menyapa dulu
  > Ya.
- [ ] Menunggu
  > Belum.

### 2. Berapa orang?
<!-- id: q-dua -->

Jawaban: 3
  > Tiga.

### 3. Ceritakan satu saat.
<!-- id: q-tiga -->
"""


@pytest.fixture
def ratna(session, as_person, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, THREE))
    session.commit()
    return as_person("ratna")


def pressed(page: str) -> dict:
    """The form as it comes when somebody presses the button that sends."""
    return form_of(page) | {"open": "ask"}


def partly(page: str) -> dict:
    return pressed(page) | {"q-q-satu": place_of(page, "Menyapa")}


def test_a_quiz_sent_partly_is_kept_and_asked_about(ratna):
    asked = ratna.post(f"{QUIZ}/attempts", data=partly(ratna.get(QUIZ).text)).location
    page = ratna.get(asked).text
    assert asked.endswith("?open=1") and "Satu dari 3 soal masih terbuka." in page
    assert 'href="#q-q-dua"' in page and "q-q-tiga\">Soal" not in page, "an open reflection may stay empty"
    assert re.search(r'name="q-q-satu"[^>]* checked', page)


def test_the_same_form_arriving_again_asks_again(ratna):
    form = partly(ratna.get(QUIZ).text)
    first, second, third = (ratna.post(f"{QUIZ}/attempts", data=form).location for _ in range(3))
    assert first == second == third and "masih terbuka" in ratna.get(third).text
    again = pressed(ratna.get(first).text)
    attempt = first.partition("?")[0]
    assert ratna.post(f"{attempt}/submission", data=again).location == first


def test_yes_sends_it_as_it_is_however_often(ratna):
    attempt = ratna.post(f"{QUIZ}/attempts", data=pressed(ratna.get(QUIZ).text)).location.partition("?")[0]
    form = form_of(ratna.get(f"{attempt}?open=1").text) | {"open": "send"}
    sent = [ratna.post(f"{attempt}/submission", data=form).location for _ in range(2)]
    assert sent == [attempt, attempt]
    assert "Mari kita lihat bersama penjelasannya." in ratna.get(attempt).text


def test_what_was_left_open_can_be_answered_where_it_is_asked(ratna):
    asked = ratna.post(f"{QUIZ}/attempts", data=partly(ratna.get(QUIZ).text)).location
    page = ratna.get(asked).text
    form = partly(page) | {"q-q-dua": "3"}
    attempt = asked.partition("?")[0]
    assert ratna.post(f"{attempt}/submission", data=form).location == attempt
    assert "2 dari 2 sudah mantap" in ratna.get(attempt).text  # the third is a reflection, which is never counted


def test_one_question_at_a_time_leads_to_each_open_one(ratna):
    begun = ratna.post(f"{QUIZ}/attempts", data=form_of(ratna.get(QUIZ).text) | {"do": "single"}).location
    attempt = begun.partition("?")[0]
    last = pressed(ratna.get(f"{attempt}?question=3").text)
    asked = ratna.post(f"{attempt}/submission?question=3", data=last).location
    page = ratna.get(asked).text
    assert asked == f"{attempt}?question=3&open=1" and f'href="{attempt}?question=2"' in page


def test_a_form_of_another_program_is_sent_as_it_comes(ratna):
    form = {name: value for name, value in partly(ratna.get(QUIZ).text).items() if name != "open"}
    assert "?" not in ratna.post(f"{QUIZ}/attempts", data=form).location
