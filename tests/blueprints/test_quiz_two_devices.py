"""A phone and a laptop at one quiz: neither takes an answer from the other."""

import pytest

from tests import salam
from tests.forms import choice, form_in

QUIZ = f"{salam.PATH}/quiz"
TEXT = "## Kuis: Menyapa\n" + "".join(
    f"\n### {n}. Soal {n}?\n<!-- id: q-{n} -->\n- [x] Satu {n}\n- [ ] Dua {n}\n- [ ] Tiga {n}\n- [ ] Empat {n}\n"
    for n in (1, 2, 3)
)
SAVING = {"Accept": "application/json"}


@pytest.fixture
def ratna(session, as_person, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, TEXT))
    session.commit()
    return as_person("ratna")


def save(person, page: str, where: str, **answers: str) -> str:
    """Save these answers as the script of an open page does; the attempt's address."""
    form = {key: value for key, value in form_in(page, where).items() if key in ("client_key", "release")}
    given = {f"q-q-{slug[-1]}": choice(page, words) for slug, words in answers.items()}
    address = f"{QUIZ}/attempts" if where == "/quiz/attempts" else where.replace("/submission", "/answers")
    answer = person.post(address, data=form | given, headers=SAVING, expect=200)
    return f"/attempts/{answer.json['attempt']}"


def chosen(page: str) -> set[str]:
    return {name for name in ("q-q-1", "q-q-2", "q-q-3") if name in form_in(page, "/submission")}


def test_pages_opened_before_any_answer_go_on_together(ratna):
    phone, laptop = ratna.get(QUIZ).text, ratna.get(QUIZ).text
    first = save(ratna, laptop, "/quiz/attempts", q1="Satu 1", q2="Satu 2")
    assert save(ratna, phone, "/quiz/attempts", q3="Satu 3") == first
    assert save(ratna, laptop, "/quiz/attempts", q2="Satu 2") == first
    page = ratna.get(QUIZ).text
    form = form_in(page, "/submission")
    assert [form[f"q-q-{n}"] for n in (1, 2, 3)] == [choice(page, f"Satu {n}") for n in (1, 2, 3)]


def test_a_page_in_an_older_order_is_read_in_its_own(ratna):
    first = save(ratna, ratna.get(QUIZ).text, "/quiz/attempts", q1="Dua 1")
    older = ratna.get(first).text
    form = {"client_key": "another-device-1", "release": form_in(older, "/submission")["release"]}
    ratna.post(f"{QUIZ}/attempts", data=form, headers=SAVING, expect=200)
    save(ratna, older, f"{first}/submission", q2="Tiga 2")
    page = ratna.get(first).text
    assert form_in(page, "/submission")["q-q-1"] == choice(page, "Dua 1")
    assert form_in(page, "/submission")["q-q-2"] == choice(page, "Tiga 2")


def test_a_page_that_never_showed_an_answer_does_not_take_it_back(ratna):
    first = save(ratna, ratna.get(QUIZ).text, "/quiz/attempts", q1="Satu 1")
    phone, laptop = ratna.get(first).text, ratna.get(first).text
    save(ratna, laptop, f"{first}/submission", q2="Satu 2")
    form = form_in(phone, "/submission") | {"q-q-3": choice(phone, "Satu 3"), "do": "keep"}
    ratna.post(f"{first}/answers", data=form)
    assert chosen(ratna.get(first).text) == {"q-q-1", "q-q-2", "q-q-3"}


def test_a_form_sent_twice_by_the_second_device_is_one_attempt(ratna):
    phone, laptop = ratna.get(QUIZ).text, ratna.get(QUIZ).text
    save(ratna, laptop, "/quiz/attempts", q1="Satu 1", q2="Satu 2")
    form = form_in(phone, "/quiz/attempts") | {"q-q-3": choice(phone, "Satu 3")}
    sent = [ratna.post(f"{QUIZ}/attempts", data=form).headers["Location"] for _ in range(2)]
    assert sent[0] == sent[1] and "3 dari 3 sudah mantap." in ratna.get(sent[0]).text
