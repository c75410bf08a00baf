"""GIFT in and out: carried whole, or named by line."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.quizzes.samples import EVERY_KIND, quiz_of
from tests.training.quizzes.strategies import QUESTIONS
from training.quizzes.gift import read_gift
from training.quizzes.gift_writing import print_gift
from training.quizzes.grading import grade
from training.quizzes.question import Kind, Quiz


def one(text, language="id"):
    quiz, problems = read_gift(text, "soal.gift", language)
    assert not [problem for problem in problems if problem.is_error], problems
    (question,) = quiz.questions
    return question


def codes(text):
    quiz, problems = read_gift(text, "soal.gift", "id")
    return len(quiz.questions), [(problem.code, problem.line) for problem in problems]


def test_one_choice_with_name_feedback_and_explanation():
    question = one("::q-ibu::Ibu kota? {\n=Jakarta#Tepat\n~Bogor#Belum\n####Sejak 1945.\n}")
    assert (question.slug, question.kind, question.stem) == ("q-ibu", Kind.SINGLE, "Ibu kota?")
    assert [(o.text, o.right, o.feedback) for o in question.options] == [
        ("Jakarta", True, "Tepat"),
        ("Bogor", False, "Belum"),
    ]
    assert question.explanation == "Sejak 1945."


def test_weights_that_share_evenly_are_choose_all():
    question = one("Mana? {~%50%a ~%50%b ~%-50%c ~%-50%d}")
    assert (question.kind, [o.right for o in question.options]) == (Kind.MULTIPLE, [True, True, False, False])
    assert one("Mana? {~%33.333%a ~%33.333%b ~%33.333%c ~%-100%d}").kind is Kind.MULTIPLE


def test_a_weighted_single_choice_is_a_judgement():
    question = one("Apa? {=a ~%50%b ~%-25%c ~d}")
    assert (question.kind, [o.points for o in question.options]) == (Kind.JUDGEMENT, [100, 50, -25, 0])


@pytest.mark.parametrize(("text", "right"), [("T", 0), ("TRUE", 0), ("F", 1), ("false", 1)])
def test_true_and_false(text, right):
    question = one(f"Bumi bulat. {{{text}#salah#betul}}")
    assert [o.text for o in question.options] == ["Benar", "Salah"]
    assert question.options[right].right
    assert (question.options[right].feedback, question.options[1 - right].feedback) == ("betul", "salah")


def test_short_answers_with_weights_feedback_and_catch_all():
    question = one("Siapa? {=Ana#Ya =%50%Anna#Hampir =%0%*#Bukan}")
    assert [(a.text, a.percent, a.feedback) for a in question.answers] == [
        ("Ana", 100, "Ya"),
        ("Anna", 50, "Hampir"),
        ("*", 0, "Bukan"),
    ]
    assert one("Tanda kali? {=2 \\* 3}").answers[0].text == "2 * 3"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("{#1822}", {"1822": 1, "1821": 0}),
        ("{#1822:5}", {"1827": 1, "1816": 0}),
        ("{#3.141..3.142}", {"3.1415": 1, "3,2": 0}),
        ("{#=1822:0#Ya =%50%1822:2#Hampir ~#Bukan}", {"1822": 1, "1823": 0.5, "9": 0}),
        ("{#-3:0.5}", {"-2,5": 1, "3": 0}),
    ],
)
def test_numbers(text, score):
    question = one(f"Berapa? {text}")
    assert question.kind is Kind.NUMBER
    assert {typed: grade(question, typed).score for typed in score} == score


def test_matching_with_an_extra_choice():
    question = one("Jodohkan. {\n=a -> 1\n=b -> 2\n= -> 3\n}")
    assert [(p.left, p.right) for p in question.pairs] == [("a", "1"), ("b", "2"), ("", "3")]


def test_an_essay_is_a_reflection():
    assert one("Ceritakan. {}").kind is Kind.REFLECTION
    assert one("Ceritakan. {####Terima kasih.}").explanation == "Terima kasih."


def test_a_missing_word_becomes_a_gap_or_a_blank():
    question = one("Yang pertama {=aman =rasa aman}, baru bicara.")
    assert (question.kind, question.stem) == (Kind.CLOZE, "Yang pertama [[aman|rasa aman]], baru bicara.")
    assert one("Yang pertama {=aman ~cepat} dulu.").stem == "Yang pertama _____ dulu."
    assert one("Yang pertama {=aman#Ya} dulu.").kind is Kind.SHORT


def test_escapes_and_line_breaks():
    question = one("Apa \\{ini\\}\\: a\\=b \\#1 \\~2?\\n\\nLagi. {=satu \\= 1\\\\ ~dua\\nbaris}")
    assert question.stem == "Apa \\{ini}: a=b #1 ~2?\n\nLagi."
    assert [o.text for o in question.options] == ["satu = 1\\\\", "dua<br>\nbaris"]


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("[markdown]", "**a** <b>"),
        ("[html]", "\\*\\*a\\*\\* <b>"),
        ("[plain]", "\\*\\*a\\*\\* &lt;b>"),
        ("", "\\*\\*a\\*\\* <b>"),
    ],
)
def test_formats(form, stem):
    assert one(f"::x::{form}**a** <b> {{=a ~b}}").stem == stem


def test_html_paragraphs_are_unwrapped():
    assert one("[html]<p>Apa?</p> {=<p>a</p> ~[plain]<i>}").options[0].text == "a"
    assert one("[html]<p>Apa?<br></p> {=<p>a<br />\n</p> ~b}").options[0].text == "a"


def test_comments_categories_byte_order_mark_and_windows_line_ends():
    text = "\ufeff// kata pembuka\r\n$CATEGORY: $course$/Rasa aman\r\n\r\n// [id:q-x]\r\n"
    text += "Apa? {\r\n=a\r\n// tengah\r\n~b}\r\n"
    quiz, problems = read_gift(text, "soal.gift", "id")
    assert (quiz.title, [q.slug for q in quiz.questions], problems) == ("Rasa aman", ["q-x"], ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keterangan saja.", [("gift.description", 1)]),
        ("Apa? {=a ~b", [("gift.braces", 1)]),
        ("Apa? {=a\n\n~b}", [("gift.braces", 1), ("gift.braces", 3)]),
        ("Apa? {=a} lalu {=b}", [("gift.braces", 1)]),
        ("Apa? {a b c}", [("gift.answers-unreadable", 1)]),
        ("Apa? {x ~a =b}", [("gift.answers-unreadable", 1)]),
        ("Apa? {~a ~b}", [("gift.no-right-answer", 1)]),
        ("Apa? {~%70%a ~%30%b ~c ~d}", [("gift.weights", 1)]),
        ("Apa? {=aman*}", [("gift.wildcard", 1)]),
        ("Apa? {#banyak}", [("gift.number", 1)]),
        ("Apa? {#=3 ~4}", [("gift.number", 1)]),
        ("Apa? {#9..3}", [("gift.number", 1)]),
        ("Apa? {=a ~}", [("gift.empty-answer", 1)]),
        ("{=a ~b}", [("gift.empty-question", 1)]),
        ("[markdown]Apa?\\n\\n- [x] b {=a ~b}", [("gift.not-writable", 1)]),
        ("[markdown]Apa? {=a → [b](\\#c) ~b}", [("gift.not-writable", 1)]),
    ],
)
def test_what_cannot_be_carried_is_named_by_line_and_left_out(text, expected):
    assert codes(text) == (0, expected)


def test_one_bad_question_does_not_hide_the_others():
    assert codes("A? {=a ~b}\n\nB? {~a ~b}\n\nC? {T}\n") == (2, [("gift.no-right-answer", 3)])


def test_small_changes_are_told():
    assert codes("::Soal Satu::A? {T}\n\n::soal-satu::B? {F}") == (
        2,
        [("gift.name-changed", 1), ("gift.name-changed", 3)],
    )
    assert codes("$CATEGORY: a\n\n$CATEGORY: b\n\n// [tag:x]\nA? {T}") == (1, [("gift.categories", 3), ("gift.tag", 5)])


def test_wrong_choices_that_cost_nothing_there_are_told():
    assert codes("Siapa? {~Tak ada ~%50%Ana ~%50%Budi ~Citra}") == (1, [("gift.weights-evened", 1)])


def test_one_gap_goes_out_and_comes_back():
    quiz = quiz_of("## Kuis\n### Isi\n<!-- id: s -->\nLalu [[satu|dua \\| tiga]], x.\n")
    text, problems = print_gift(quiz, "x")
    assert (read_gift(text, "x", "id")[0].questions, problems) == (quiz.questions, ())


def test_what_gift_cannot_hold_is_named():
    text, problems = print_gift(quiz_of(EVERY_KIND), "quiz.id.md")
    assert [p.facts["what_en"] for p in problems if p.code == "gift.quiz-setting-lost"] == ["Mastery", "introduction"]
    assert [(p.code, p.facts["slug"]) for p in problems if "slug" in p.facts] == [
        ("gift.setting-lost", "menit"),
        ("gift.setting-lost", "jodoh"),
        ("gift.kind-not-carried", "urut"),
        ("gift.kind-not-carried", "rumpang"),
        ("gift.kind-not-carried", "nilai"),
        ("gift.kind-not-carried", "tanggapan"),
        ("gift.kind-not-carried", "cerita"),
    ]
    assert "[91 0 1 5]" not in text


WITHOUT = {"hint": "", "skill": "", "content_note": "", "passage": "", "heading": "", "unit": "", "alternative_to": ""}
PLAIN = {**WITHOUT, "points": 1.0, "shuffle": True, "grading": "partial"}


@settings(max_examples=400, deadline=None)
@given(QUESTIONS, st.sampled_from(["id", "en"]))
def test_a_round_trip_loses_nothing_of_what_both_have(question, language):
    question = dataclasses.replace(question, **PLAIN, language=language)
    question = dataclasses.replace(question, pairs=tuple(dataclasses.replace(p, feedback="") for p in question.pairs))
    text, problems = print_gift(Quiz("x", (question,), language=language), "x")
    if problems:
        return
    quiz, problems = read_gift(text, "x", language)
    assert not problems, text
    (again,) = quiz.questions
    if question.kind is Kind.JUDGEMENT:
        for place in range(len(question.options)):
            assert abs(grade(again, place).score - grade(question, place).score) < 1e-5
        question = dataclasses.replace(question, options=again.options)
    if question.kind is Kind.NUMBER:
        assert [bounds_of(one) for one in again.answers] == [bounds_of(one) for one in question.answers]
        question = dataclasses.replace(question, answers=again.answers)
    assert again == question, text


def bounds_of(answer):
    """What a numeric answer accepts, however it is written: GIFT writes 2,5 ± 10% as 2.5:0.25."""
    return round(answer.low, 6), round(answer.high, 6), round(answer.percent, 4), answer.feedback


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"{}~=#:\\%\n ->ab1.[]*/T", "::", "####", "\n\n", "[html]", "%50%", "//"])))
def test_any_text_is_read(pieces):
    read_gift("".join(pieces), "x", "id")


def test_explanations_of_gaps_that_cannot_go_along_are_named():
    quiz = quiz_of("## Kuis\n### Isi [[a]].\n<!-- id: s -->\n\n- [[a]]\n  > Karena.\n")
    text, problems = print_gift(quiz, "x")
    assert [(p.code, p.facts["what_en"]) for p in problems] == [("gift.setting-lost", "explanations of the gaps")]
    assert "Karena" not in text


def test_a_picture_that_cannot_go_along_is_named():
    quiz = quiz_of("## Kuis\n### Apa?\n<!-- id: s -->\n![Kursi](figures/kursi.svg)\n\n- [x] a\n- [ ] b\n")
    assert [p.facts["what_en"] for p in print_gift(quiz, "x")[1]] == ["file of its picture"]
