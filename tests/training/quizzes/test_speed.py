"""Long and nasty input stays quick. The limits catch a pattern that goes quadratic, not a slow day."""

import time

import pytest

from tests.training.quizzes.samples import EVERY_KIND, RIGHT, quiz_of
from training.quizzes.grading import grade_attempt
from training.quizzes.markup import read_quiz
from training.quizzes.printing import print_quiz

NASTY = [
    *("- [" + "x" * 20_000, "- [x] " + "→ [" * 7_000, "- " + "->" * 10_000, "#" * 20_000, "# " + "#" * 20_000),
    *("### a" + " #" * 10_000, "[[" * 10_000, "[[a|" * 5_000, "> " * 10_000, "  " * 10_000 + "x", "-" * 20_000 + "x"),
    *("Jawaban: " + "1|" * 10_000, "Jawaban: " + "\\|" * 10_000, "Jawaban: " + "9" * 20_000, "`" * 20_000),
    *("<!-- " + "a:b;" * 5_000 + "-->", "**" * 10_000 + ":", "a " * 10_000 + ":", "1" * 20_000 + ".", "- [1 " * 5_000),
    *("Jenis: " + "pilih " * 4_000, "\t" * 20_000 + "x", "### {#" + "a" * 20_000 + "}", "(" * 20_000),
    "Jawaban: " + "±" * 20_000,
]  # fmt: skip


@pytest.mark.parametrize("line", NASTY, ids=range(len(NASTY)))
def test_a_line_of_20_000_characters_is_read_at_once(line):
    started = time.perf_counter()
    quiz, _ = read_quiz(f"## Kuis\n### a\n{line}\n- [x] {line}\n- [ ] b\n### {line}\n{line}\n", "x", "id")
    print_quiz(quiz)
    assert time.perf_counter() - started < 1


def test_many_lines_of_open_fences_and_comments_are_read_at_once():
    started = time.perf_counter()
    for line in ("```", "~~~ a", "<!-- a", "- a", "> a", "#### B", "- [1] a → [B](#b)"):
        read_quiz("## Kuis\n### a\n" + f"{line}\n" * 4_000, "x", "id")
    assert time.perf_counter() - started < 6


def test_a_thousand_questions_are_read_in_a_moment():
    head, *questions = EVERY_KIND.split("### ")
    text = head + "### " + "### ".join(questions * 84)
    started = time.perf_counter()
    quiz, _ = read_quiz(text, "x", "id")
    assert len(quiz.questions) == 1008
    assert time.perf_counter() - started < 1.5


def test_ten_thousand_attempts_are_graded_in_a_moment():
    questions = quiz_of(EVERY_KIND).questions[:10]
    started = time.perf_counter()
    for _ in range(1_000):
        grade_attempt(questions, RIGHT)
    assert time.perf_counter() - started < 1
