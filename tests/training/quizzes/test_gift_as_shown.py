"""What Moodle shows is what stands here: plain words stay plain words, whatever Markdown makes of them."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from training.curriculum.page import Scope
from training.curriculum.render import render_text
from training.quizzes.gift import read_gift
from training.quizzes.gift_text import escape, hold_escapes, to_markdown
from training.quizzes.gift_writing import print_gift

NASTY = """
    - |+ |1. |1) |# |#x|> |>x|: |---|===|```|~~~|    x|{{istilah:x}}|{#a}|{: .b}|{.c}|[x](#y)|-> |→ [b](#c)|[[gap]]|[x]
    [^1]: a|*[a]: b|<b>|</p>|&amp;|http://x.id|anak-anak|Jawaban: y|Jenis: angka|id: q-x|**Poin:** 2|<!-- id: q-y -->
    ## Kuis|-(x) a|-[x] a|- [x] a|\\|--\\||a \\| b
""".replace("\n    ", "|").strip().replace("\\|", "\0").split("|")
SIGNS = [*(one.replace("\0", "|") for one in NASTY), *"~=#:\\*_!.`' ab2"]
LINES = st.lists(st.sampled_from(SIGNS), max_size=5).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join).filter(str.strip)


def shown(markdown: str) -> str:
    """The words on the page; a tag that is no paragraph or line is shown as a tag, so that it is found."""
    page = render_text(markdown, "id", Scope())
    page = re.sub(r"</?span[^>]*>", "", re.sub(r"</?(?:p|br)>", " ", page))
    return " ".join(html.unescape(page.replace("<", "&lt;<")).split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("- \n\n{.c}")
def test_plain_words_stay_plain_words(text):
    assert shown(to_markdown(hold_escapes(escape(text)), "plain")) == " ".join(text.split())


@settings(max_examples=200, deadline=None)
@given(TEXTS.map(lambda text: " ".join(text.split())))
def test_a_paragraph_of_html_is_no_markdown(text):
    assert shown(to_markdown(hold_escapes(escape(f"<p>{html.escape(text)}</p>")), "html")) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_any_plain_words_can_be_carried_there_and_back(stem, option):
    gift = f"::q::[plain]{escape(stem)} {{=ya {escape(option)}\n~tidak\n####{escape(option)}}}"
    quiz, problems = read_gift(gift, "x", "id")
    assert not problems, quiz
    (question,) = quiz.questions
    assert shown(question.stem) == " ".join(stem.split())
    assert shown(question.options[0].text) == " ".join(f"ya {option}".split())
    assert shown(question.explanation) == " ".join(option.split())
    assert read_gift(print_gift(quiz, "x")[0], "x", "id")[0].questions == quiz.questions


@pytest.mark.parametrize(("line", "markdown"), [
    ("Ani berkata\\:\\n“Saya lelah.”", "Ani berkata:<br>\n“Saya lelah.”"),
    ("Satu.\\n\\nDua.", "Satu.\n\nDua."),
    ("Negara dan\nibu kotanya", "Negara dan\nibu kotanya"),
])
def test_a_line_ends_where_it_ends_there(line, markdown):
    assert to_markdown(hold_escapes(line), "moodle") == markdown


@pytest.mark.parametrize(("html_text", "markdown"), [
    ('<p dir="ltr" style="text-align: left;">Apa?<br></p>\n<p dir="ltr">Siapa *itu*?</p>', "Apa?\n\nSiapa \\*itu\\*?"),
    ("1. Apa <b>dulu</b>?", "1\\. Apa <b>dulu</b>?"),
    ("<ul>\n<li>satu</li>\n</ul>", "<ul>\n<li>satu</li>\n</ul>"),
    ('<p>Lihat <img src="@@PLUGINFILE@@/a%20b.png" alt="Kursi" width="9">.</p>', "Lihat ![Kursi](figures/a%20b.png)."),
])
def test_html_as_moodle_writes_it(html_text, markdown):
    assert to_markdown(hold_escapes(escape(html_text)), "html") == markdown
