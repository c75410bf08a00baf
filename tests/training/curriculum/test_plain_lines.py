"""A plain line is rendered without the machinery, and comes out the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.curriculum import render
from training.curriculum.page import Scope

WORDS = st.text(alphabet="abcdeABé中 ,.;?'’“”–—/()%!-_*`<>&:#123\n\t", max_size=60)


def the_long_way(text: str) -> str:
    return render.sanitise(render._convert(text, render.Page(Scope(), "id"))[0]) if text.strip() else ""


@settings(deadline=None)
@given(WORDS)
def test_both_ways_say_the_same(text):
    assert render.render_text(text, "id", Scope()) == the_long_way(text)


@pytest.mark.parametrize("text", [
    "Ya, ini menolong.", "Belum tepat (mari kita lihat lagi).", "“Mau lewat dulu?” tanya Sari.", "Lima dari enam, 80%!",
    "Begini: kita lihat dulu, 10-15 menit — ya?",
])
def test_everyday_lines_take_the_short_way(text):
    assert render.PLAIN.fullmatch(text)
    assert render.render_text(text, "id", Scope()) == the_long_way(text)


@pytest.mark.parametrize("text", [
    "1. satu", "- satu", "# satu", "*satu*", "a_b_c", "satu\ndua", "- a: b", ": b", "<b>", "    kode",
])
def test_marks_take_the_long_way(text):
    assert not render.PLAIN.fullmatch(text)
