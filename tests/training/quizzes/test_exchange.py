"""Questions that come from other programs: all of them or none, and nothing that was there is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import seconds
from tests.training.quizzes.strategies import QUESTIONS
from training.quizzes.exchange import join, read_foreign, text_of
from training.quizzes.gift_writing import print_gift
from training.quizzes.markup import read_quiz
from training.quizzes.question import Quiz

GIFT = "::q-satu::Apa? {=a ~b}\n\n::q-dua::Berapa? {#3:1}\n"
AIKEN = "Apa?\nA. a\nB. b\nANSWER: B\n"
THERE = "## Kuis: Menyapa\n\nLulus: 70%\n\n### 1. Siapa?\n<!-- id: q-satu -->\n\n- [x] Ana  \n- [ ] Budi\n"


@pytest.mark.parametrize(("text", "count"), [(GIFT, 2), (AIKEN, 1), (AIKEN.replace("ANSWER", "JAWABAN"), 1),
                                             (AIKEN.replace("Apa?", "Apa {itu}?"), 1)])
def test_the_format_is_recognised(text, count):
    quiz, problems = read_foreign(text, "soal.txt", "id")
    assert (len(quiz.questions), problems) == (count, ())


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert text_of(b"\xef\xbb\xbf" + GIFT.encode(), "soal.gift") == (GIFT, ())


def test_another_encoding_is_told_with_its_line():
    (problem,) = text_of("a\nb\ncaf\u00e9".encode("latin-1"), "soal.gift")[1]
    assert (problem.code, problem.line, problem.facts) == ("exchange.encoding", 3, {"byte": "0xE9"})


def test_a_text_without_questions_is_told():
    assert [one.code for one in read_foreign("// hanya catatan\n", "x", "id")[1]] == ["exchange.nothing"]


def test_questions_join_after_those_that_are_there_under_free_ids():
    coming, _ = read_foreign(GIFT, "soal.gift", "id")
    text, problems = join(THERE, coming, "soal.gift")
    assert text.startswith(THERE.rstrip())
    assert [question.slug for question in read_quiz(text, "x", "id")[0].questions] == ["q-satu", "q-satu-2", "q-dua"]
    assert [(one.code, one.line) for one in problems] == [("gift.name-changed", 1)]
    assert "### 2. Apa?" in text and "### 3. Berapa?" in text


def test_what_stands_after_the_quiz_stays_after_it():
    coming, _ = read_foreign(GIFT, "soal.gift", "id")
    text, _ = join(THERE + "\n# Sesudahnya\n\nSalam.\n", coming, "soal.gift")
    assert text.endswith("\n# Sesudahnya\n\nSalam.\n")
    assert len(read_quiz(text, "x", "id")[0].questions) == 3


def test_an_empty_file_becomes_a_quiz():
    text, _ = join("", read_foreign("$CATEGORY: Rasa aman\n\n" + GIFT, "x", "id")[0], "x")
    assert text.startswith("## Kuis: Rasa aman\n") and len(read_quiz(text, "x", "id")[0].questions) == 2


def test_a_file_without_a_quiz_is_left_alone():
    text, problems = join("# Pelajaran\n", read_foreign(GIFT, "x", "id")[0], "x")
    assert (text, [one.code for one in problems]) == ("# Pelajaran\n", ["quiz.no-quiz"])


@settings(max_examples=150, deadline=None)
@given(st.lists(QUESTIONS, min_size=1, max_size=3, unique_by=lambda one: one.slug).map(tuple), st.integers(1, 4))
def test_whatever_gift_can_hold_joins_any_quiz_unchanged(questions, level):
    gift, _ = print_gift(Quiz("", questions), "x")
    coming, _ = read_foreign(gift, "x", "id")
    text, problems = join(f"{'#' * level} Kuis\n\n{'#' * (level + 1)} 1. Siapa?\n<!-- id: q-kita -->\n", coming, "x")
    assert [one for one in problems if one.is_error] == []
    assert read_quiz(text, "x", "id")[0].questions[1:] == coming.questions


@pytest.mark.parametrize("text", ["Apa? {=a ~b}\n\n" * 501, AIKEN * 501], ids=["gift", "aiken"])
def test_too_many_at_once_are_told_and_not_read(text):
    quiz, problems = read_foreign(text, "x", "id")
    assert (quiz.questions, [one.code for one in problems]) == ((), ["exchange.too-many"])


HOSTILE = ["{" * 60_000, "a {" + "~=" * 30_000 + "}", "x {#" + "=1:" * 20_000 + "}", "// [id:" * 8_500 + "\nx {T}",
           "Apa? {=a ~b}\n\n" * 500, "[html]<p>" + "<br>" * 15_000 + "x</p> {T}",
           "Q\n" + "A. x\n" * 10_000 + "ANSWER: A"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(text):
    assert seconds(lambda: read_foreign(text, "x", "id")) < 3
