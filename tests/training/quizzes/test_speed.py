"""Long and nasty input takes time in proportion to its length, whatever the day."""

import time

import pytest

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


def seconds(text: str) -> float:
    """The best of three readings, so that somebody else's work on this machine does not count."""
    def once() -> float:
        started = time.process_time()
        quiz, _ = read_quiz(text, "x", "id")
        print_quiz(quiz)
        return time.process_time() - started

    return min(once() for _ in range(3))


def grows_evenly(text_of) -> bool:
    """Whether four times the text takes less than ten times as long; anything quadratic takes sixteen times."""
    return seconds(text_of(4)) < 10 * seconds(text_of(1)) + SLACK


def with_line(line: str) -> str:
    return f"## Kuis\n### a\n{line}\n- [x] {line}\n- [ ] b\n### {line}\n{line}\n"


@pytest.mark.parametrize("line", NASTY, ids=range(len(NASTY)))
def test_a_very_long_line_grows_evenly(line):
    assert grows_evenly(lambda times: with_line(line * times))


@pytest.mark.parametrize("line", ["```", "~~~ a", "<!-- a", "- a", "> a", "#### B", "- [1] a → [B](#b)"])
def test_many_lines_of_open_fences_and_comments_grow_evenly(line):
    assert grows_evenly(lambda times: "## Kuis\n### a\n" + f"{line}\n" * 1_500 * times)
