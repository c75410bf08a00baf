"""The whole path, once: a folder becomes a course, a facilitator works through it, her supervisor certifies, and anyone
can check the certificate."""

import pytest

from tests import salam
from tests.forms import choice, form_in

WORDS = "Hari ini saya menyapa tiga orang baru dengan nama mereka, lalu menunggu."


@pytest.fixture
def ratna(session, as_person):
    salam.publish(session)
    session.commit()
    return as_person("ratna")


def read_everything(person):
    page = person.get(f"{salam.PATH}/menyapa").text
    onward = person.post(f"{salam.PATH}/menyapa/readings", data=form_in(page, "/readings")).headers["Location"]
    page = person.get(onward).text
    person.post(f"{onward}/readings", data=form_in(page, "/readings"))


def pass_the_quiz(person):
    page = person.get(f"{salam.PATH}/quiz").text
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menyapa dengan")}
    person.get(person.post(f"{salam.PATH}/quiz/attempts", data=form).headers["Location"])


def share_a_reflection(person):
    address = f"{salam.PATH}/reflections/r-kata"
    page = person.get(f"{salam.PATH}/practice").text
    person.post(address, data=form_in(page, "/reflections/r-kata") | {"text": WORDS})
    page = person.get(f"{salam.PATH}/practice").text
    person.post(f"{address}/shares", data=form_in(page, "/reflections/r-kata") | {"text": WORDS})


def ask(person):
    page = person.get(f"{salam.PATH}/practice").text
    return person.post(f"{salam.PATH}/signoff-requests", data=form_in(page, "/signoff-requests"))


def decide(supervisor, decision, **more):
    inbox = supervisor.get("/signoffs").text
    request = inbox.split('href="/signoffs/')[1].split('"')[0].split("?")[0]
    page = supervisor.get(f"/signoffs/{request}").text
    assert WORDS in page
    form = form_in(page, "/decisions") | {"decision": decision, "conflict": "none", **more}
    return supervisor.post(f"/signoffs/{request}/decisions", data=form)


def do_the_work(person):
    read_everything(person)
    pass_the_quiz(person)
    share_a_reflection(person)
    ask(person)


def test_from_the_first_lesson_to_a_certificate_anyone_can_check(ratna, as_person, client):
    do_the_work(ratna)
    sari = as_person("sari")
    assert "Ratna Wulandari" in sari.get("/signoffs").text
    decide(sari, "certify", message="Terima kasih.")
    assert "Berlaku sampai" in ratna.get(salam.PATH).text
    certificates = ratna.get("/credentials").text
    code = certificates.split('href="/credentials/')[1].split('"')[0]
    ratna.get(f"/credentials/{code}")
    assert ratna.get(f"/credentials/{code}.pdf").data.startswith(b"%PDF")
    assert ratna.get(f"/credentials/{code}.json").json["proof"]
    public = client.get(f"/verify/{code}").text
    assert "Ratna Wulandari" not in public
    assert "psikolog" in public.lower()


def test_a_return_takes_no_petal_and_one_step_later_it_is_certified(ratna, as_person):
    do_the_work(ratna)
    sari = as_person("sari")
    decide(sari, "return", message="Sudah hangat.", next_step="Tambahkan satu contoh.")
    assert "Tambahkan satu contoh." in ratna.get("/").text
    assert "kuis lulus" in ratna.get(salam.PATH).text
    ask(ratna)
    decide(sari, "certify")
    assert "Berlaku sampai" in ratna.get(salam.PATH).text


def test_before_everything_is_there_the_page_says_what_is_missing(ratna):
    page = ratna.get(f"{salam.PATH}/practice").text
    assert "Baca bagian yang belum dibaca." in page
    ratna.post(f"{salam.PATH}/signoff-requests", data={})
    assert "Belum bisa diajukan" in ratna.get(f"{salam.PATH}/practice").text


def test_nothing_of_this_is_any_business_of_a_supervisor_elsewhere(ratna, as_person):
    do_the_work(ratna)
    budi = as_person("budi")
    assert "Ratna" not in budi.get("/signoffs").text
    budi.get("/signoffs/1", expect=404)
    budi.get("/learners/1/competencies", expect=404)
