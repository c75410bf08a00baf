"""The gentle path, what stays right on a retry, and the way from a result back into the lesson."""

import pytest

from tests import salam
from tests.forms import choice, form_in

QUIZ = f"{salam.PATH}/quiz"
TEXT = """## Kuis: Menyapa

Yang benar tetap: ya

### 1. Yang berat?
<!-- id: q-berat -->
- [x] Benar itu
  > Ya.
- [ ] Bukan itu
  > Belum.

Catatan isi: menyebut kehilangan
Baca lagi: menyapa

### 2. Yang lain?
<!-- id: q-lain -->
- [x] Ya begitu
  > Ya.
- [ ] Tidak begitu
  > Belum.

Baca lagi: jeda # Tiga tanda

### 3. Yang lembut?
<!-- id: q-lembut -->
- [x] Ini lembut
  > Ya.
- [ ] Ini bukan
  > Belum.

Pengganti untuk: q-berat
"""


@pytest.fixture
def ratna(session, as_person, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, TEXT))
    session.commit()
    return as_person("ratna")


def begin(person, page=None, **more) -> str:
    form = form_in(page or person.get(QUIZ).text, "/quiz/attempts")
    return person.post(f"{QUIZ}/attempts", data=form | more).headers["Location"].split("#")[0]


def send(person, attempt: str, *words: str):
    """Send the attempt with the choices that begin with these words."""
    page = person.get(attempt).text
    form = form_in(page, "/submission")
    for slug, text in zip(form_slugs(page), words, strict=True):
        form[slug] = choice(page, text)
    return person.get(person.post(f"{attempt}/submission", data=form).headers["Location"]).text


def form_slugs(page: str) -> list[str]:
    return [slug for slug in ("q-q-berat", "q-q-lembut", "q-q-lain") if f'name="{slug}"' in page]


def test_the_heavy_question_is_announced_before_it_is_read(ratna):
    page = ratna.get(QUIZ).text
    assert page.index("menyebut kehilangan") < page.index("Yang berat?")
    assert "Yang lembut?" not in page


def test_the_gentle_path_shows_the_other_question_and_leads_back(ratna):
    attempt = begin(ratna, do="gentle")
    page = ratna.get(attempt).text
    assert "Yang lembut?" in page and "Yang berat?" not in page
    ratna.post(f"{attempt}/answers", data=form_in(page, "/submission") | {"do": "plain"})
    assert "Yang berat?" in ratna.get(attempt).text


def test_choosing_the_path_keeps_what_was_answered(ratna):
    page = ratna.get(QUIZ).text
    attempt = begin(ratna, page, **{"q-q-lain": choice(page, "Ya begitu"), "do": "gentle"})
    page = ratna.get(attempt).text
    assert form_in(page, "/submission")["q-q-lain"] == choice(page, "Ya begitu")


def test_the_gentle_path_can_be_sent_and_passed(ratna):
    assert "2 dari 2 sudah mantap." in send(ratna, begin(ratna, do="gentle"), "Ini lembut", "Ya begitu")


def test_the_result_leads_back_to_the_lesson(ratna):
    result = send(ratna, begin(ratna, do="keep"), "Bukan itu", "Ya begitu")
    assert f'href="{salam.PATH}/menyapa"' in result and "Baca lagi: Kalimat pertama" in result


def test_the_result_leads_back_to_the_very_heading(ratna):
    result = send(ratna, begin(ratna, do="keep"), "Bukan itu", "Ya begitu")
    assert f'href="{salam.PATH}/jeda#m-tiga-tanda"' in result and "Baca lagi: Tiga tanda (Kekuatan jeda)" in result
    assert 'id="m-tiga-tanda"' in ratna.get(f"{salam.PATH}/jeda").text


def test_what_was_right_need_not_be_answered_again(ratna):
    send(ratna, begin(ratna, do="keep"), "Bukan itu", "Ya begitu")
    page = ratna.get(QUIZ).text
    assert "Sudah mantap di percobaan sebelumnya." in page and "q-q-lain" not in form_slugs(page)
    assert "2 dari 2 sudah mantap." in send(ratna, begin(ratna, do="keep"), "Benar itu")


def test_a_key_pressed_in_a_field_keeps_and_never_sends(ratna):
    attempt = begin(ratna, do="keep")
    page = ratna.get(attempt).text
    first = page.split('data-behaviour="touched autosave"')[1].split("<button")[1]
    assert 'name="do" value="keep"' in first.split(">")[0]
    ratna.post(f"{attempt}/submission", data=form_in(page, "/submission") | {"do": "keep"})
    assert "Kirim dan lihat hasilnya" in ratna.get(attempt).text


OPEN = """## Kuis

### 1. Yang mana saja?
<!-- id: q-mana -->
- [x] Satu ini
  > Ya.
- [x] Dua ini
  > Ya.
- [ ] Tiga ini
  > Belum.

### 2. Ceritakan satu saat.
<!-- id: q-saat -->
"""


@pytest.fixture
def writer(session, as_person, tmp_path):
    salam.publish(session, salam.with_quiz(tmp_path, OPEN))
    session.commit()
    return as_person("ratna")


def test_ticks_taken_back_are_taken_back(writer):
    page = writer.get(QUIZ).text
    attempt = begin(writer, page, **{"q-q-mana": choice(page, "Satu ini"), "do": "keep"})
    form = form_in(writer.get(attempt).text, "/submission") | {"asked": ["q-mana", "q-saat"]}
    form.pop("q-q-mana")
    writer.post(f"{attempt}/answers", data=form)
    assert "q-q-mana" not in form_in(writer.get(attempt).text, "/submission")


def test_what_is_written_is_private_until_it_is_shared(writer):
    attempt = begin(writer, **{"q-q-saat": "Saya diam.", "do": "keep"})
    page = writer.get(attempt).text
    assert "hanya Anda yang bisa membacanya" in page
    form = form_in(page, "/submission") | {"q-q-saat--1": "1", "open": "send"}
    result = writer.get(writer.post(f"{attempt}/submission", data=form).headers["Location"]).text
    assert "Saya diam." in result and "Dibagikan kepada supervisor Anda" in result


def test_the_learner_changes_between_one_and_all_without_losing_a_word(writer):
    page = writer.get(QUIZ).text
    single = writer.post(f"{QUIZ}/attempts", data=form_in(page, "/quiz/attempts") | {
        "q-q-saat": "Saya diam.", "do": "single"}).headers["Location"]
    assert single.endswith("?question=1")
    shown = form_in(writer.get(single).text, "/answers") | {"q-q-mana": choice(page, "Dua ini"), "do": "all"}
    back = writer.post(f"{single.split('?')[0]}/answers", data=shown).headers["Location"]
    form = form_in(writer.get(back).text, "/submission")
    assert "?" not in back and form["q-q-saat"] == "Saya diam." and form["q-q-mana"] == choice(page, "Dua ini")


def test_an_earlier_attempt_shows_what_it_asked_even_after_a_new_release(ratna, session, tmp_path):
    first = send(ratna, begin(ratna, do="keep"), "Bukan itu", "Ya begitu")
    session.rollback()
    salam.publish(session, salam.with_quiz(tmp_path / "next", TEXT.replace("Yang berat?", "Yang sudah ditulis lain?")))
    session.commit()
    again = ratna.get("/attempts/1").text
    assert "Yang berat?" in again and "Yang sudah ditulis lain?" not in again
    assert [line for line in again.splitlines() if "opt__text" in line] == [
        line for line in first.splitlines() if "opt__text" in line]
