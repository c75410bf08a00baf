"""Bad moments: a release between opening and sending, forms sent late or large. Nothing is lost, and a sentence says
what to do."""

import shutil

import pytest
import sqlalchemy as sa

from tests import salam
from tests.cast import PASSWORD
from tests.forms import choice, form_in
from training.accounts.store import SignInRow
from training.core.clock import now


@pytest.fixture
def courses(session, tmp_path):
    shutil.copytree(salam.GOOD, tmp_path / "courses")
    salam.publish(session, tmp_path / "courses")
    session.commit()
    return tmp_path / "courses"


def publish_a_change(session, courses):
    file = courses / "salam" / "sal-1" / "quiz.id.md"
    file.write_text(file.read_text().replace("Menunggu saja", "Menunggu dengan sabar"))
    english = courses / "salam" / "sal-1" / "quiz.en.md"
    english.write_text(english.read_text() + "\n")
    salam.publish(session, courses)
    session.commit()


def test_a_release_between_opening_and_sending_grades_what_was_shown(session, courses, as_person):
    ratna = as_person("ratna")
    ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    page = ratna.get(f"{salam.PATH}/quiz").text
    publish_a_change(session, courses)
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menunggu saja")}
    result = ratna.get(ratna.post(f"{salam.PATH}/quiz/attempts", data=form).headers["Location"]).text
    assert "Menunggu saja" in result
    assert "Menunggu dengan sabar" not in result


def test_somebody_who_had_not_begun_finishes_what_her_page_showed(session, courses, as_person):
    ratna = as_person("ratna")
    page = ratna.get(f"{salam.PATH}/quiz").text
    publish_a_change(session, courses)
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menunggu saja")}
    result = ratna.get(ratna.post(f"{salam.PATH}/quiz/attempts", data=form).location).text
    assert "Menunggu saja" in result and "Menunggu dengan sabar" not in result


def test_who_went_over_meanwhile_loses_no_answer_of_the_older_page(session, courses, as_person):
    ratna = as_person("ratna")
    ratna.post(f"{salam.PATH}/menyapa/readings", data={})
    page = ratna.get(f"{salam.PATH}/quiz").text
    publish_a_change(session, courses)
    ratna.post(f"{salam.PATH}/enrolments")
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menunggu saja")}
    assert "Menunggu saja" in ratna.get(ratna.post(f"{salam.PATH}/quiz/attempts", data=form).location).text


@pytest.mark.parametrize("release", ["999", "9" * 20, "-1"])
def test_a_release_of_no_such_module_is_told(session, courses, as_person, release):
    answer = as_person("ratna").post(f"{salam.PATH}/quiz/attempts", data={"release": release}, expect=409)
    assert "Muat ulang" in answer.text


def test_an_attempt_goes_on_after_a_new_release(session, courses, as_person):
    ratna = as_person("ratna")
    page = ratna.get(f"{salam.PATH}/quiz").text
    form = form_in(page, "/quiz/attempts")
    attempt = ratna.post(f"{salam.PATH}/quiz/attempts", data=form).headers["Location"].split("?")[0]
    publish_a_change(session, courses)
    again = ratna.get(attempt).text
    assert "Menunggu saja" in again
    ratna.post(f"{attempt}/submission", data={"q-q-dani": choice(again, "Menyapa dengan")})
    assert "1 dari 1" in ratna.get(attempt).text


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(as_person):
    answer = as_person("wayan").post("/sign-in", data={"email": "x" * 50_000_000}, expect=413)
    assert "6 MB" in answer.text


def take_a_lesson_out(session, courses):
    for file in (courses / "salam" / "sal-1").glob("1-menyapa.*.md"):
        file.unlink()
    salam.publish(session, courses)
    session.commit()


def test_a_lesson_taken_out_under_its_reader_stays_hers(session, courses, as_person):
    ratna = as_person("ratna")
    ratna.post(f"{salam.PATH}/jeda/readings")
    take_a_lesson_out(session, courses)
    page = ratna.get(f"{salam.PATH}/menyapa").text
    ratna.post(f"{salam.PATH}/menyapa/place", data={"heading": "", "permille": 300}, expect=204)
    ratna.post(f"{salam.PATH}/menyapa/readings", data=form_in(page, "/readings"))
    assert "Sudah Anda tandai selesai" in ratna.get(f"{salam.PATH}/menyapa").text


def test_a_lesson_open_while_it_was_taken_out_counts_as_read(session, courses, as_person):
    ratna = as_person("ratna")
    page = ratna.get(f"{salam.PATH}/menyapa").text
    take_a_lesson_out(session, courses)
    ratna.post(f"{salam.PATH}/menyapa/readings", data=form_in(page, "/readings"))
    assert "Sudah Anda tandai selesai" in ratna.get(f"{salam.PATH}/menyapa").text


def test_a_reflection_of_a_lesson_taken_out_is_handed_back(session, courses, as_person):
    ratna = as_person("ratna")
    take_a_lesson_out(session, courses)
    answer = ratna.post(f"{salam.PATH}/reflections/r-sapaan", data={"text": "Sapaan nenek di pasar."}, expect=404,
                        headers={"Referer": f"http://localhost{salam.PATH}/menyapa"})
    assert "Sapaan nenek di pasar." in answer.text and "masih di sini" in answer.text


def test_answers_sent_after_the_session_ended_count_once_she_is_back(session, courses, as_person):
    ratna = as_person("ratna")
    page = ratna.get(f"{salam.PATH}/quiz").text
    session.execute(sa.update(SignInRow).values(ended_at=now()))
    session.commit()
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menyapa dengan")}
    door = ratna.post(f"{salam.PATH}/quiz/attempts", data=form)
    back = form_in(ratna.get(door.location).text, "/sign-in") | {"email": "ratna@example.org", "password": PASSWORD}
    waiting = ratna.get(ratna.post("/sign-in", data=back).location).text
    sent = ratna.post(f"{salam.PATH}/quiz/attempts", data=form_in(waiting, "/quiz/attempts"))
    assert "1 dari 1" in ratna.get(sent.location).text


def test_words_of_an_older_window_are_handed_back(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    form = {"name": "Ratna yang menulis panjang", "password": "tidak pernah tampil", "csrf_token": "milik jendela lama"}
    answer = client.post("/language", data=form, headers={"Referer": "http://localhost/me"}, expect=400)
    assert "Ratna yang menulis panjang" in answer.text and "tidak pernah tampil" not in answer.text
    elsewhere = client.post("/language", data=form, headers={"Referer": "http://lain.example/"}, expect=400)
    assert "Ratna yang menulis panjang" not in elsewhere.text
