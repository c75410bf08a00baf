"""A course's own page, and the order of modules and lessons, through the door."""

import pytest

from tests.training.curriculum.drafting import LESSON
from training.curriculum import catalogue, drafts, drafts_order


@pytest.fixture
def page(wayan):
    """The address of a draft of the course's own page."""
    return wayan.post("/authoring/course-drafts", data={"course": "salam"}).location


def the_draft(session):
    session.rollback()
    return drafts.drafts(session)[0]


def test_the_course_page_is_written_reviewed_and_published(wayan, page, as_person, session):
    assert "Halaman kursus dan urutan modul" in wayan.get("/authoring").text
    assert "course.id.md" in wayan.get(page).text
    words = the_draft(session).texts["course.id.md"].rstrip("\n") + "\n\nKalimat baru di halaman kursus.\n"
    form = {"text": words, "seen": 1, "client_key": "form-number-1"}
    wayan.post(f"{page}/files/course.id.md", data=form)
    for address in ("files/course.en.md", "preview/course.id.md", "review", "order", "history/course.id.md"):
        wayan.get(f"{page}/{address}")
    assert "Kalimat baru di halaman" in wayan.get(f"{page}/preview/course.id.md").text
    wayan.post(f"{page}/review-requests")
    facts = {"verdict": "approve", "fingerprint": the_draft(session).fingerprint}
    as_person("dewi").post(f"{page}/reviews", data=facts)
    wayan.post(f"{page}/publications")
    session.rollback()
    assert "Kalimat baru di halaman" in catalogue.published_course(session, "salam").texts["id"]["html"]
    assert "Kalimat baru di halaman" in wayan.get("/courses/salam").text


def test_the_course_page_has_what_courses_have(wayan, page):
    for address in ("pictures", "archive", "files/quiz.id.md", "exchange/quiz.id.md"):
        wayan.get(f"{page}/{address}", expect=404)
    wayan.post(f"{page}/lessons", data={"slug": "baru", "title_id": "Baru", "back": "course.id.md"}, expect=404)
    wayan.post("/authoring/course-drafts", data={"course": "tidak-ada"}, expect=404)


def test_it_is_for_therapists(as_person, page):
    for key in ("ratna", "sari", "andreas"):
        as_person(key).get(f"{page}/order", expect=403)
        as_person(key).post("/authoring/course-drafts", data={"course": "salam"}, expect=403)
        as_person(key).post(f"{page}/moves", data={"order": "sal-1", "move": "later:sal-1"}, expect=403)


def test_lessons_move_with_buttons_and_old_addresses_lead_there(wayan, room, session):
    listed = wayan.get(f"{room}/order").text
    assert listed.index("Menyapa") < listed.index("later:menyapa")
    form = {"order": "menyapa jeda", "move": "earlier:jeda", "client_key": "move-number-1"}
    assert wayan.post(f"{room}/moves", data=form).location.endswith("/order#jeda")
    assert wayan.post(f"{room}/moves", data=form).location.endswith("/order#jeda")
    assert drafts_order.order_of(the_draft(session)) == ("jeda", "menyapa")
    assert wayan.get(f"{room}/files/{LESSON}", expect=302).location.endswith("/files/1-jeda.id.md")
    assert "Urutan baru:" in wayan.get(f"{room}/review").text


def test_a_move_that_comes_too_late_shows_the_order_as_it_is(wayan, room, session):
    form = {"order": "menyapa jeda lain", "move": "earlier:jeda", "client_key": "move-number-1"}
    assert "Urutannya berubah" in wayan.post(f"{room}/moves", data=form, expect=409).text
    wayan.post(f"{room}/moves", data={**form, "move": "earlier:tidak-ada"}, expect=404)
    assert drafts_order.order_of(the_draft(session)) == ("menyapa", "jeda")


def test_lessons_are_listed_by_their_titles(wayan, room):
    shelf = wayan.get(room).text
    assert "Menyapa" in shelf and ">1-menyapa</a>" not in shelf
