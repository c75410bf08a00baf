"""A text made to keep a renderer busy is refused, or rendered quickly."""

import contextlib
import random

import pytest

from tests.timing import is_ever_below, seconds
from training.curriculum.limits import too_hard
from training.curriculum.page import Scope
from training.curriculum.render import TooHardToRender, render_text

SECONDS = 0.25
SIZE = 100_000
SMALLER = 23_900
SEEDS = [
    ">", "> ", "- ", "* ", "1. ", "[", "](", "![", "`", "*", "_", "**a", "*a **b ", "<b>", "<", "</", "&", "{", "{{",
    "\\", "<!--",
    "[^1]", "[a](b", "|a", "a|", "#", "    ", "\t", "a\n", "> a\n", "- a\n", "[x]: y\n", "<div>", "<div\n",
    "a_b_", "~~~\n", "```\n", "a\n:   ", "*[a]: b\n", "{:", "]]", "x-x ", "{{istilah:a|", "https://a ", "<a@b>",
    "[a][", "\n\n- a\n    ", "> [!kelompok]\n", "[^a]: b\n", "| - ", "***", "<i><b>", "&lt;", "[a*b_", "[a](b) ",
]  # fmt: skip


def within_the_limits(seed):
    """The most of `seed` that is still rendered: full blocks up to the limit of marks."""
    marks = max(sum(seed.count(one) for one in "*_[]`!(<&{\\"), 0.01)
    block = seed * max(1, int(min(290 / marks, 2_900 / len(seed))))
    return "\n\n".join([block] * max(1, int(min(1_990 / (marks * len(block) / len(seed)), 23_000 / len(block)))))


@pytest.mark.parametrize("seed", SEEDS, ids=repr)
@pytest.mark.parametrize("size", [SIZE, SMALLER])
def test_a_pathological_text_is_rendered_quickly_or_refused(seed, size):
    text = (seed * (size // len(seed) + 1))[:size]
    lines = "\n".join(text[at : at + 900] for at in range(0, len(text), 900))
    paragraphs = "\n\n".join(text[at : at + 300] for at in range(0, len(text), 300))
    for one in (text, lines, paragraphs, within_the_limits(seed)):
        assert seconds(rendered_or_refused(one)) < SECONDS


def mixed(number):
    """Two to five kinds of nesting in one another; a tenth of the texts whole, the others just inside the limits."""
    chance = random.Random(number)
    parts = [chance.choice(SEEDS) * chance.randint(1, 8) for _ in range(chance.randint(2, 5))]
    unit = chance.choice(["", "\n", "\n\n", " "]).join(parts)
    return (unit * (SIZE // len(unit) + 1))[:SIZE] if number % 10 == 0 else within_the_limits(unit)


@pytest.mark.parametrize("number", range(60))
def test_nestings_inside_one_another_are_rendered_quickly_or_refused(number):
    text = mixed(number)
    # A tidying of the memory of the whole test run may fall into one try, hardly into all.
    assert is_ever_below(SECONDS, rendered_or_refused(text))


def rendered_or_refused(text: str):
    def deed():
        with contextlib.suppress(TooHardToRender):
            render_text(text, "id", Scope())

    return deed


def test_enough_of_what_is_mixed_is_rendered():
    assert sum(too_hard(mixed(number)) is None for number in range(60)) > 15


def test_each_reason_is_found():
    for reason, text in {
        "length": "a " * 30_000, "line": "a" * 5000, "quotes": "> > > > > > > a", "indent": "- - - - - - a",
        "marks": "[" * 900, "tags": "\n\n".join(["<b>a</b>"] * 300),
    }.items():  # fmt: skip
        with pytest.raises(TooHardToRender) as refused:
            render_text(text, "id", Scope())
        assert refused.value.facts == {"reason": reason}
