"""Long and nasty input takes time in proportion to its length, whatever the day."""

import pytest

from tests.timing import best, is_ever_below
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


SLACK = 0.3


def read_and_print(text: str) -> None:
    quiz, _ = read_quiz(text, "x", "id")
    print_quiz(quiz)


def grows_evenly(text_of) -> bool:
    """Whether four times the text takes less than ten times as long; anything quadratic takes sixteen times."""
    once, four_times = text_of(1), text_of(4)
    return is_ever_below(10 * best(lambda: read_and_print(once)) + SLACK, lambda: read_and_print(four_times))


def with_line(line: str) -> str:
    return f"## Kuis\n### a\n{line}\n- [x] {line}\n- [ ] b\n### {line}\n{line}\n"


@pytest.mark.parametrize("line", NASTY, ids=range(len(NASTY)))
def test_a_very_long_line_grows_evenly(line):
    assert grows_evenly(lambda times: with_line(line * times))


@pytest.mark.parametrize("line", ["```", "~~~ a", "<!-- a", "- a", "> a", "#### B", "- [1] a → [B](#b)"])
def test_many_lines_of_open_fences_and_comments_grow_evenly(line):
    assert grows_evenly(lambda times: "## Kuis\n### a\n" + f"{line}\n" * 1_500 * times)
