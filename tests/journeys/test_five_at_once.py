"""A phone may send a thing five times at once; it happens once."""

import threading

import pytest
import sqlalchemy as sa

from tests import salam
from tests.forms import choice, form_in
from training.curriculum.store import EnrolmentRow, ReadingRow
from training.quizzes.store import AttemptRow

FIVE = 5


@pytest.fixture
def ratna(session, as_person):
    salam.publish(session)
    session.commit()
    return as_person("ratna")


def at_once(app, browser, path, data):
    """Send the same form from five browsers that share one session, as close together as threads come."""
    cookie = browser.get_cookie("sebaya").value
    start, answers = threading.Barrier(FIVE), []

    def send():
        phone = app.test_client()
        phone.set_cookie("sebaya", cookie)
        start.wait()
        answers.append(phone.post(path, data=data, expect=False, check=False))

    threads = [threading.Thread(target=send) for _ in range(FIVE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def count(session, row):
    session.rollback()
    return session.scalar(sa.select(sa.func.count()).select_from(row))


def test_five_readings_are_one(app, session, ratna):
    answers = at_once(app, ratna, f"{salam.PATH}/menyapa/readings", {})
    assert {answer.status_code for answer in answers} == {303}
    assert (count(session, ReadingRow), count(session, EnrolmentRow)) == (1, 1)


def test_five_whole_attempts_are_one_with_one_outcome(app, session, ratna):
    page = ratna.get(f"{salam.PATH}/quiz").text
    form = form_in(page, "/quiz/attempts") | {"q-q-dani": choice(page, "Menyapa dengan")}
    answers = at_once(app, ratna, f"{salam.PATH}/quiz/attempts", form)
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert count(session, AttemptRow) == 1
    assert session.scalars(sa.select(AttemptRow.score)).all() == [1.0]


def test_five_submissions_grade_once(app, session, ratna):
    page = ratna.get(f"{salam.PATH}/quiz").text
    form = form_in(page, "/quiz/attempts")
    attempt = ratna.post(f"{salam.PATH}/quiz/attempts", data=form).headers["Location"].split("?")[0]
    answers = at_once(app, ratna, f"{attempt}/submission", {"q-q-dani": choice(page, "Menyapa dengan")})
    assert {answer.status_code for answer in answers} == {303}
    assert count(session, AttemptRow) == 1
