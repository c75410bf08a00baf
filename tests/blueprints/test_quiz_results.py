"""The page after an attempt: what is firm, what to look at again, and what nobody grades."""

import re

import pytest

from tests import salam
from tests.blueprints.test_quizzes import QUIZ, form_of, place_of

REFLECTION = "### {number}. Ceritakan satu momen.\n<!-- id: q-momen -->\n\nJenis: refleksi\n\n"
CHOICE = """### 1. Dani diam. Apa langkah Anda?
<!-- id: q-dani -->

- [x] Menyapa pelan
  > Ya.
- [ ] Menunggu saja
  > Ia bisa merasa tidak dilihat.

"""


@pytest.fixture
def taking(session, as_person, tmp_path):
    """Open the quiz that is written, as Ratna."""

    def take(quiz):
        salam.publish(session, salam.with_quiz(tmp_path, f"## Kuis: Menyapa\n\n{quiz}"))
        session.commit()
        ratna = as_person("ratna")
        page = ratna.get(QUIZ).text
        return ratna, form_of(page), page

    return take


def result_of(ratna, form) -> str:
    return ratna.get(ratna.post(f"{QUIZ}/attempts", data=form).headers["Location"]).text


def section(page: str, name: str) -> str:
    """The section whose heading has this id; "" where it is missing."""
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def test_an_empty_reflection_is_nothing_to_look_at_again(taking):
    ratna, form, page = taking(CHOICE + REFLECTION.format(number=2))
    result = result_of(ratna, form | {"q-q-dani": place_of(page, "Menyapa")})
    assert "1 dari 1 sudah mantap." in result
    assert not section(result, "revisit")
    assert "Ceritakan satu momen" not in section(result, "firm")
    assert "Ceritakan satu momen" in section(result, "own-words") and "Boleh tetap begitu" in result


def test_a_written_reflection_stands_by_itself(taking):
    ratna, form, page = taking(CHOICE + REFLECTION.format(number=2))
    result = result_of(ratna, form | {"q-q-dani": place_of(page, "Menunggu"), "q-q-momen": "Saya diam sejenak."})
    assert "Mari kita lihat bersama penjelasannya." in result
    assert "Dani diam" in section(result, "revisit") and not section(result, "firm")
    assert "Saya diam sejenak." in section(result, "own-words")


def test_a_quiz_of_reflections_alone_counts_nothing(taking):
    ratna, form, _page = taking(REFLECTION.format(number=1))
    result = result_of(ratna, form | {"q-q-momen": "Saya diam sejenak."})
    assert "Kuis ini selesai." in result and "dari 0" not in result


STORY = """### 1. Ia menangis di pintu.
<!-- id: q-cerita -->

- [2] Menyambut pelan → [Di pintu](#di-pintu)
  > Ia merasa dilihat.
- [0] Menyuruhnya duduk → [Di luar](#di-luar)
  > Ia merasa diatur.

#### Ia berdiri di pintu. {#di-pintu}

- [2] Mengajaknya duduk dekat pintu
  > Pilihan tetap padanya.
- [0] Memintanya bercerita
  > Terlalu cepat.

#### Ia keluar. {#di-luar}

- [1] Menyusul
  > Ia tidak sendirian.
- [0] Membiarkannya
  > Ia sendirian.
"""


def test_a_story_shows_what_would_have_helped_more_once_it_is_over(taking):
    ratna, form, _page = taking(STORY)
    result = result_of(ratna, form | {"q-q-cerita--1": "1", "q-q-cerita--2": "0"})
    assert result.count("Yang lebih menolong di sini:") == 1
    assert "Menyambut pelan" in result and "Ia merasa dilihat." in result
    assert "Mengajaknya duduk" not in result and "Terlalu cepat" not in result


def test_a_story_sent_before_its_end_tells_nothing_of_its_key(taking):
    ratna, form, _page = taking(STORY)
    result = result_of(ratna, form | {"q-q-cerita--1": "1"})
    assert "Ia merasa diatur." in result
    assert "Yang lebih menolong" not in result and "Ia merasa dilihat." not in result


def test_two_ways_through_a_story_are_told_apart(taking):
    ratna, form, _page = taking(STORY)
    first = result_of(ratna, form | {"q-q-cerita--1": "1", "q-q-cerita--2": "1"})
    other = result_of(ratna, form | {"client_key": "another-way", "q-q-cerita--1": "0", "q-q-cerita--2": "0"})
    assert first.count("Yang lebih menolong di sini:") == 2 and "Ia sendirian." in first
    assert "Yang lebih menolong di sini:" not in other and "Ya, ini menolong." in other
