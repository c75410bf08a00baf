"""Questions in and out of a draft's quiz, in the authors' room."""

import io

import pytest

from tests.forms import form_in
from training.curriculum import drafts

GIFT = "::q-satu::Apa? {=a#Ya ~b#Belum}\n\n::q-dani::Ceritakan. {}\n"
AIKEN = "Apa?\nA. a\nB. b\nANSWER: B\n"


@pytest.fixture
def page(room):
    return f"{room}/exchange/quiz.id.md"


def sent(wayan, page, **fields):
    form = form_in(wayan.get(page).text, page) | fields
    return wayan.post(page, data=form, content_type="multipart/form-data", expect=False)


def quiz_text(session):
    session.rollback()
    return drafts.drafts(session)[0].texts["quiz.id.md"]


def test_the_quiz_in_the_editor_leads_here_and_nothing_else_does(wayan, room, page):
    assert page in wayan.get(f"{room}/files/quiz.id.md").text
    assert "exchange" not in wayan.get(f"{room}/files/2-jeda.id.md").text
    wayan.get(f"{room}/exchange/2-jeda.id.md", expect=404)


def test_pasted_questions_are_shown_before_they_come_in(wayan, page, session):
    before = quiz_text(session)
    answer = sent(wayan, page, text=GIFT, do="look")
    assert answer.status_code == 200 and "2 soal terbaca" in answer.text
    assert "menjadi id “q-dani-2”" in answer.text
    assert quiz_text(session) == before


def test_what_was_looked_at_comes_in_once_however_often_it_arrives(wayan, page, session):
    form = form_in(sent(wayan, page, text=GIFT, do="look").text, page) | {"do": "take"}
    for _ in range(2):
        answer = wayan.post(page, data=form, content_type="multipart/form-data", expect=303)
        assert answer.location.endswith("/files/quiz.id.md")
    assert quiz_text(session).count("id: q-satu") == 1


def test_a_file_comes_in_with_its_byte_order_mark(wayan, page):
    file = (io.BytesIO(b"\xef\xbb\xbf" + AIKEN.encode()), "soal.txt")
    assert "Satu soal terbaca" in sent(wayan, page, text="", do="look", file=file).text


def test_problems_stand_by_their_line_and_nothing_comes_in(wayan, page, session):
    before = quiz_text(session)
    answer = sent(wayan, page, text="A? {=a ~b}\n\nB? {~a ~b}\n\nC? {=x*}\n", do="take")
    assert answer.status_code == 422
    assert "2 hal perlu diperbaiki" in sent(wayan, page, text="A? {~a ~b}\n\nC? {=x*}\n", do="look").text
    assert "Baris 3" in answer.text and "Baris 5" in answer.text
    assert quiz_text(session) == before


def test_another_encoding_is_told(wayan, page):
    file = (io.BytesIO("Apa?\ncafé {T}".encode("latin-1")), "soal.gift")
    answer = sent(wayan, page, text="", do="look", file=file)
    assert answer.status_code == 422 and "bukan UTF-8" in answer.text


def test_a_quiz_goes_out_as_gift(wayan, page):
    answer = wayan.get(f"{page}/gift")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="sal-1-id.gift"'
    assert "::q-dani::" in answer.text


def test_facilitators_have_no_way_in(wayan, page, as_person):
    as_person("ratna").get(page, expect=403)


def test_a_story_can_be_walked_in_the_preview(wayan, room, session):
    text = "## Kuis\n\n### Cerita\n<!-- id: q-c -->\n- [2] Menyapa → [Di pintu](#di-pintu)\n- [0] Diam\n\n"
    text += "#### Di pintu {#di-pintu}\n\nIa tersenyum.\n\n- [1] Ajak duduk\n- [0] Biarkan\n"
    wayan.post(f"{room}/files/quiz.id.md", data={"text": text, "seen": 1, "client_key": "a-story-1"})
    preview = f"{room}/preview/quiz.id.md"
    assert "Ia tersenyum" not in wayan.get(preview).text
    page = wayan.get(f"{preview}?look=1&q-q-c--1=0").text
    assert "Ia tersenyum" in page and form_in(page, "/preview/quiz.id.md")["q-q-c--1"] == "0"
    assert "Ya, ini menolong." in wayan.get(f"{preview}?look=1&q-q-c--1=0&q-q-c--2=0").text
