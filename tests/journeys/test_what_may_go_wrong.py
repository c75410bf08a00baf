"""Bad moments: a release between opening and sending, forms sent late or large. Nothing is lost, and a sentence says
what to do."""

import shutil

import pytest

from tests import salam
from tests.forms import choice, form_in


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


def test_somebody_who_had_not_begun_is_told_to_open_it_again(session, courses, as_person):
    ratna = as_person("ratna")
    page = ratna.get(f"{salam.PATH}/quiz").text
    publish_a_change(session, courses)
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menunggu saja")}
    answer = ratna.post(f"{salam.PATH}/quiz/attempts", data=form, expect=409)
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
