"""Scores of every kind at every edge, and what must hold for any answer whatever."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.quizzes.samples import EVERY_KIND, RIGHT, every_kind, question_of, quiz_of
from training.quizzes.grading import grade, grade_attempt
from training.quizzes.question import Kind, Option, Question

ALL = every_kind()
MULTIPLE = question_of("- [x] a\n- [x] b\n- [ ] c\n- [ ] d")
STORY = ALL["cerita"]

CASES = [
    ("satu", 1, 1), ("satu", 0, 0), ("satu", True, 0), ("satu", 3, 0), ("satu", -1, 0), ("satu", "1", 0),
    ("satu", 1.0, 0), ("satu", [1], 0), ("satu", 10**30, 0), ("satu", None, 0),
    ("semua", [0, 1], 1), ("semua", [1, 0, 0], 1), ("semua", [0], 0.5), ("semua", [0, 1, 2], 0.5),
    ("semua", [0, 1, 2, 3], 0), ("semua", [2, 3], 0), ("semua", [0, 9], 0), ("semua", [], 0), ("semua", [[0]], 0),
    ("semua", [0] * 1000, 0), ("semua", "01", 0), ("semua", {"0": 1}, 0),
    ("mitos", 1, 1), ("mitos", 0, 0),
    ("menit", "77,25", 1), ("menit", "77.75", 1), ("menit", "77.76", 0.5), ("menit", "70", 0.5),
    ("menit", "90,0001", 0),
    ("menit", " 77,5 mnt", 1), ("menit", "77,5 jam", 0), ("menit", "tujuh", 0), ("menit", "", 0), ("menit", 77.25, 0),
    ("menit", "9" * 400, 0), ("menit", "nan", 0), ("menit", "1e2", 0), ("menit", "x" * 30000, 0), ("menit", "٧٧", 1),
    ("nama", "kenari-kunci", 1), ("nama", "  KENARI   kunci! ", 1), ("nama", "ｋｅｎａｒｉ kunci", 1),
    ("nama", "Kenari separuh", 0.5), ("nama", "kenari kunc", 0), ("nama", "", 0), ("nama", "kenari" * 1000, 0),
    ("nama", "kenari-kunci" + "!" * 488, 1), ("nama", "kenari-kunci" + "!" * 489, 0),
    ("nama", 5, 0), ("nama", ["kenari-kunci"], 0),
    ("jodoh", [0, 1, 2], 1), ("jodoh", [0, 1, 3], 2 / 3), ("jodoh", [0], 1 / 3), ("jodoh", [None, 1, None], 1 / 3),
    ("jodoh", [0, 0, 0], 1 / 3), ("jodoh", [0, 1, 2, 3], 0), ("jodoh", [4, 1, 2], 0), ("jodoh", [None] * 3, 0),
    ("jodoh", [], 0), ("jodoh", "012", 0),
    ("urut", [1, 2, 3, 4], 1), ("urut", [4, 3, 2, 1], 0), ("urut", [2, 1, 3, 4], 2 / 3), ("urut", [1, 1, 1, 1], 0),
    ("urut", [1, 2], 1 / 6), ("urut", [1, 2, 3, 9], 0), ("urut", [None] * 4, 0), ("urut", [1, None, None, 2], 1 / 6),
    ("urut", [1, 2, 3, 4, 5], 0), ("urut", [1, 2, 3, True], 0),
    ("rumpang", ["kenari aman", "Kenari-bicara"], 1), ("rumpang", ["rasa aman"], 0.5), ("rumpang", ["", ""], 0),
    ("rumpang", ["a", "b", "c"], 0), ("rumpang", [1, 2], 0), ("rumpang", "x", 0), ("rumpang", ["", "x" * 9000], 0),
    ("nilai", 0, 1), ("nilai", 1, 0.5), ("nilai", 2, 0), ("nilai", 3, 0),
    ("tanggapan", [0, 2], 1), ("tanggapan", [3, 2], (5 / 91 + 1) / 2), ("tanggapan", [1, 1], 0),
    ("tanggapan", [None, 2], 0.5), ("tanggapan", [0, 2, 1], 0), ("tanggapan", [4, 2], 0),
    ("cerita", [0, 0], 1), ("cerita", [0, 1], 0), ("cerita", [1, 0, 0], 0.75), ("cerita", [1, 1], 0),
    ("cerita", [0], 0),
    ("cerita", [0, 0, 0], 0), ("cerita", [0] * 9999, 0), ("cerita", [0, 5], 0), ("cerita", [], 0), ("cerita", "00", 0),
    ("renung", "apa saja", 0), ("renung", None, 0),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "response", "score"), CASES)
def test_scores(slug, response, score):
    assert grade(ALL[slug], response).score == pytest.approx(score)


def test_forged_and_empty_answers_count_as_unanswered():
    for question in ALL.values():
        for response in (None, {}, object(), 3.5, [{}], [None], "", [], b"1"):
            assert not grade(question, response).answered or response in ("", [None])
            assert grade(question, response).score == 0


def test_a_path_that_goes_on_after_the_end_of_its_story_is_forged():
    assert grade(ALL["cerita"], [0, 0]).answered and not grade(ALL["cerita"], [0, 0, 0]).answered
    assert not grade(ALL["cerita"], [1, 0, 0, 1]).answered


def test_all_or_nothing_gives_nothing_for_less_than_everything():
    strict = dataclasses.replace(MULTIPLE, grading="all")
    assert [grade(strict, picks).score for picks in ([0], [0, 1], [0, 1, 2])] == [0, 1, 0]


def test_a_near_miss_is_told_but_earns_nothing():
    assert grade(ALL["nama"], "kenari kumci").feedback == ("near-miss",)
    assert grade(ALL["nama"], "kenari kumci").score == 0
    assert grade(ALL["rumpang"], ["rasa amam", "kenari bicara"]).feedback == ("near-miss:0",)


def test_feedback_names_the_answer_that_fitted():
    assert grade(ALL["menit"], "80").feedback == ("answer:1",)
    assert grade(ALL["menit"], "empat").feedback == ("not-a-number",)
    assert grade(ALL["menit"], "80 jam").feedback == ("unit",)
    assert grade(ALL["cerita"], [0]).feedback == ("step:0:0", "unfinished")


def test_a_star_stands_for_anything_else():
    question = question_of("Jawaban: aman\nJawaban: 0%: *\n  > Lihat lagi bagian pertama.")
    assert grade(question, "lain").feedback == ("answer:1",)
    assert grade(question, "*").score == 0


def test_a_thousand_may_be_written_with_a_point():
    assert grade(question_of("Jawaban: 1000"), "1.000").score == 1
    assert grade(question_of("Jawaban: 1"), "1.000").score == 1
    assert grade(question_of("Jawaban: 1500,5"), "1.500,5").score == 0


def test_apostrophes_and_hyphens_do_not_matter():
    assert grade(question_of("Jawaban: Jum'at"), "jumat").score == 1
    assert grade(question_of("Jawaban: teman-teman"), "teman teman").score == 1


def test_points_weigh_and_reflections_do_not_count():
    quiz = quiz_of("## Kuis\n### a\n- [x] a\n- [ ] b\n\nPoin: 3\n### b\n- [x] a\n- [ ] b\n### c\n")
    slugs = [question.slug for question in quiz.questions]
    attempt = grade_attempt(quiz, {slugs[0]: 0, slugs[1]: 1, slugs[2]: "x"})
    assert (attempt.score, attempt.passed) == (0.75, False)


def test_the_right_answers_pass_and_none_does_not():
    quiz = quiz_of(EVERY_KIND)
    assert grade_attempt(quiz, RIGHT).score == 1
    assert grade_attempt(quiz, {}).passed is False
    assert grade_attempt(quiz, None).score == 0
    assert grade_attempt(quiz, {"tidak-ada": 1}).score == 0


def test_exactly_the_mastery_mark_is_mastery():
    questions = quiz_of("## Kuis\n" + "".join(f"### {n}x\n- [x] a\n- [ ] b\n" for n in range(10))).questions
    given_answers = {question.slug: int(at >= 8) for at, question in enumerate(questions)}
    assert grade_attempt(questions, given_answers, 0.8).passed
    assert not grade_attempt(questions, given_answers, 0.81).passed


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=8,
)
small = st.lists(st.none() | st.integers(-1, 5), max_size=6)


@given(st.sampled_from(sorted(ALL)), json | small | st.integers(0, 4) | st.text(max_size=30))
def test_any_answer_scores_between_0_and_1(slug, response):
    score = grade(ALL[slug], response).score
    assert math.isfinite(score) and 0 <= score <= 1


@given(st.sets(st.integers(0, 3)), st.integers(0, 1))
def test_one_more_right_pick_never_lowers_the_score(picks, right):
    before, after = grade(MULTIPLE, list(picks)).score, grade(MULTIPLE, list(picks | {right})).score
    assert after >= before


@given(st.lists(st.none() | st.integers(0, 3), min_size=3, max_size=3), st.integers(0, 2))
def test_one_more_right_pair_never_lowers_the_score(chosen, place):
    better = [*chosen[:place], ALL["jodoh"].matches[place], *chosen[place + 1 :]]
    assert grade(ALL["jodoh"], better).score >= grade(ALL["jodoh"], chosen).score


@given(st.lists(st.booleans(), min_size=2, max_size=6), st.data())
def test_the_order_of_options_does_not_matter(rights, data):
    order = data.draw(st.permutations(range(len(rights))))
    picks = data.draw(st.sets(st.integers(0, len(rights) - 1)))
    options = tuple(Option(str(place), right) for place, right in enumerate(rights))
    shuffled = tuple(options[place] for place in order)
    one = Question("a", Kind.MULTIPLE, "?", options=options)
    two = Question("a", Kind.MULTIPLE, "?", options=shuffled)
    moved = [order.index(place) for place in picks]
    assert grade(one, sorted(picks)).score == pytest.approx(grade(two, moved).score)


@given(st.permutations([1, 2, 3, 4]), st.integers(0, 2))
def test_swapping_two_neighbours_into_order_never_lowers_the_score(ranks, place):
    better = list(ranks)
    better[place : place + 2] = sorted(better[place : place + 2])
    assert grade(ALL["urut"], better).score >= grade(ALL["urut"], list(ranks)).score
