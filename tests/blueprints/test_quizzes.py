"""A quiz in three requests, sent once however often it arrives, and never telling its key before."""

import re

import pytest

from tests import salam

QUIZ = f"{salam.PATH}/quiz"


@pytest.fixture
def ratna(session, as_person):
    salam.publish(session)
    session.commit()
    return as_person("ratna")


def form_of(page: str) -> dict:
    """The hidden fields of the quiz form, as a browser would send them."""
    form = page.split('class="stack gap-7"')[1].split("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def place_of(page: str, words: str) -> str:
    """The value of the choice that reads `words`."""
    return re.search(r'value="(\d+)" id="[^"]+"[^>]*>\s*<label for="[^"]+">' + words, page)[1]


def whole_form(ratna, words="Menyapa dengan") -> dict:
    page = ratna.get(QUIZ).text
    return form_of(page) | {"q-q-dani": place_of(page, words)}


def test_open_send_and_see_the_result_in_three_requests(ratna):
    answer = ratna.post(f"{QUIZ}/attempts", data=whole_form(ratna))
    result = ratna.get(answer.headers["Location"]).text
    assert "1 dari 1 sudah mantap." in result
    assert "Ya, ini menolong." in result


def test_before_the_answer_nothing_of_the_key_leaves(ratna):
    page = ratna.get(QUIZ).text
    assert "Ia bisa merasa tidak dilihat" not in page
    assert "Ya, ini menolong" not in page


def test_a_form_sent_twice_is_one_attempt(ratna):
    form = whole_form(ratna)
    first = ratna.post(f"{QUIZ}/attempts", data=form).headers["Location"]
    assert ratna.post(f"{QUIZ}/attempts", data=form).headers["Location"] == first
    assert ratna.get(QUIZ).text.count("/attempts/") <= 2


def test_what_is_not_there_yet_is_told_kindly(ratna):
    answer = ratna.post(f"{QUIZ}/attempts", data=whole_form(ratna, "Menunggu saja"))
    result = ratna.get(answer.headers["Location"]).text
    assert "Belum tepat" in result
    assert "Ia bisa merasa tidak dilihat" in result
    assert "gagal" not in result.lower()


def test_a_script_saves_without_sending(ratna):
    form = whole_form(ratna)
    answer = ratna.post(f"{QUIZ}/attempts", data=form, headers={"Accept": "application/json"}, expect=200)
    assert set(answer.json) == {"attempt"}
    page = ratna.get(f"/attempts/{answer.json['attempt']}").text
    assert re.search(rf'value="{form["q-q-dani"]}"[^>]* checked', page)


def test_an_attempt_can_be_walked_one_question_at_a_time(ratna):
    form = form_of(ratna.get(QUIZ).text)
    started = ratna.post(f"{QUIZ}/attempts", data=form | {"go": "1"}).headers["Location"]
    assert started.endswith("?question=1")
    page = ratna.get(started).text
    attempt = started.split("?")[0]
    answer = ratna.post(f"{attempt}/submission", data=form_of(page) | {"q-q-dani": place_of(page, "Menyapa")})
    assert "sudah mantap" in ratna.get(answer.headers["Location"]).text


def test_another_s_attempt_is_not_found(ratna, as_person):
    attempt = ratna.post(f"{QUIZ}/attempts", data=whole_form(ratna)).headers["Location"]
    made = as_person("made")
    made.get(attempt, expect=404)
    made.post(f"{attempt}/submission", expect=404)
    made.post(f"{attempt}/answers", expect=404)


def test_a_forged_answer_scores_nothing_and_breaks_nothing(ratna):
    form = form_of(ratna.get(QUIZ).text)
    for number, forged in enumerate(("99", "-1", "x" * 5000, "1.0", "\u0663")):
        given = {"client_key": f"key-{number}-abc", "q-q-dani": forged}
        answer = ratna.post(f"{QUIZ}/attempts", data=form | given)
        assert 'data-verdict="firm"' not in ratna.get(answer.headers["Location"]).text


def test_a_release_that_is_not_this_module_s_is_refused_kindly(ratna):
    form = whole_form(ratna) | {"release": "777"}
    assert "sudah berganti" in ratna.post(f"{QUIZ}/attempts", data=form, expect=409).text


def test_a_supervisor_takes_no_quiz(ratna, as_person):
    as_person("sari").get(QUIZ, expect=403)


def test_a_form_without_answers_is_not_sent_and_says_so(ratna):
    answer = ratna.post(f"{QUIZ}/attempts", data=form_of(ratna.get(QUIZ).text) | {"open": "ask"})
    page = ratna.get(answer.headers["Location"]).text
    assert "Semua soal masih terbuka" in page and "Belum ada yang dikirim" in page
    assert "Kirim dan lihat hasilnya" in page
