"""What looks like answers without being read as answers is told, and what is ordinary text is left in peace."""

import pytest

from tests.training.quizzes.samples import codes_of, quiz_of
from training.quizzes.exchange import read_foreign
from training.quizzes.markup import read_check_questions, read_quiz
from training.quizzes.printing import print_quiz
from training.quizzes.question import Kind

Q = "## Kuis\n\n### 1. Soal?\n\n<!-- id: s -->\n\n"
CHOICES, PAIRS, TABLE = "quiz.list-like-choices", "quiz.list-like-pairs", "quiz.table-not-read"
GIFT, AIKEN = "quiz.looks-like-gift", "quiz.looks-like-aiken"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("- Menyapa\n- Menunggu", CHOICES, 7),
        ("* Menyapa\n* Menunggu", CHOICES, 7),
        ("Pilih.\n\n+ **Menyapa**\n+ Menunggu", CHOICES, 9),
        ("• Menyapa\n• Menunggu", CHOICES, 7),
        ("– Menyapa\n– Menunggu", CHOICES, 7),
        ("☑ Menyapa\n☐ Menunggu", CHOICES, 7),
        ("a. Menyapa\nb. Menunggu", CHOICES, 7),
        ("A) Menyapa\nB) Menunggu", CHOICES, 7),
        ("- Menyapa\n- Menunggu\n\nJenis: pilih satu", CHOICES, 7),
        ("- Menangis - beri waktu\n- Napas cepat - napas pelan", PAIRS, 7),
        ("- Menangis – beri waktu\n- Napas cepat – napas pelan", PAIRS, 7),
        ("- Menangis: beri waktu\n- Napas cepat : napas pelan", PAIRS, 7),
        ("- Menangis = beri waktu\n- Napas cepat = napas pelan", PAIRS, 7),
        ("- Menangis .... beri waktu\n- Napas cepat .... napas pelan", PAIRS, 7),
        ("| Tanda | Respons |\n|---|---|\n| Menangis | Beri waktu |", TABLE, 7),
        ("Tanda | Respons\n--- | ---\nMenangis | Beri waktu", TABLE, 7),
    ],
)
def test_a_list_or_table_without_marks_is_asked_about_at_its_line(body, code, line):
    _, problems = read_quiz(Q + body, "quiz.id.md", "id")
    assert [(one.code, one.line, one.is_error) for one in problems if one.code.split("-")[0] != "quiz.kind"] == [
        (code, line, False)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "- Menyapa\n- Menunggu\n\nJenis: refleksi",
        "- Menyapa\n- Menunggu\n\nType: reflection",
        "<!-- kind: x -->\n\nCeritakan satu momen.",
        "- Hanya satu baris",
        "Ingat tiga hal:\n\n- napas\n- kaki\n\n- [x] a\n- [ ] b",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nJawaban: 3",
        "- Napas [[pelan]]\n- Kaki [[menapak]]",
        "```\n- a\n- b\n```",
        "Pak A. R. Salim datang.\n\nX. Lalu pulang.",
    ],
)
def test_a_reflection_that_says_so_and_a_list_in_a_marked_question_are_left_alone(body):
    assert codes_of(Q + body) == []


def test_an_open_question_with_a_list_says_so_when_it_is_printed():
    quiz = quiz_of(Q + "- Menyapa\n- Menunggu\n\nJenis: refleksi")
    printed = print_quiz(quiz)
    assert "Jenis: refleksi" in printed and codes_of(printed) == []
    assert quiz_of(printed).questions[0].kind is Kind.REFLECTION


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("::nama:: Apa? {=a ~b}", GIFT, 7),
        ("Apa yang pertama? {\n=Menyapa#Ya\n~Menunggu\n}", GIFT, 7),
        ("Benar? {TRUE}", GIFT, 7),
        ("Benar? {F#Ya}", GIFT, 7),
        ("Berapa? {#10:2}", GIFT, 7),
        ("$CATEGORY: aman\n\nApa? {}", GIFT, 7),
        ("Apa?\nA. Menyapa\nB. Menunggu\nANSWER: B", AIKEN, 8),
        ("Apa?\n\nA) Menyapa\n\nB) Menunggu\n\nJawaban: b", AIKEN, 9),
        ("- a. Menyapa\n- b. Menunggu\n\n**Jawaban:** B. Menunggu", AIKEN, 7),
        ("a. Menyapa\nb. Menunggu\n\nKunci jawaban: a", AIKEN, 7),
    ],
)
def test_questions_of_another_program_are_told_with_the_way_in(body, code, line):
    _, problems = read_quiz(Q + body, "quiz.id.md", "id")
    assert (code, line, True) in [(one.code, one.line, one.is_error) for one in problems]


def test_a_file_of_another_program_says_so_without_a_question_of_ours():
    assert codes_of("Apa? {=a ~b}\n") == [GIFT, "quiz.no-quiz"]
    assert codes_of("## Kuis\n\nApa?\nA. a\nB. b\nANSWER: A\n") == [AIKEN, "quiz.key-out-of-place"]
    assert codes_of("## Kuis\n\n### Apa? {=a ~b}\n<!-- id: s -->\n") == [GIFT]


def test_a_check_question_in_a_lesson_is_looked_at_and_the_lesson_around_it_is_not():
    lesson = "Kurung {=ini} di pelajaran.\n\n### Soal: Apa?\n\n<!-- id: s -->\n\nA. a\nB. b\n\nJawaban: A\n"
    _, problems = read_check_questions(lesson, "1-a.id.md", "id")
    assert [(one.code, one.line) for one in problems if one.is_error] == [(AIKEN, 7)]


@pytest.mark.parametrize(
    "body",
    [
        "Himpunan {1, 2} dan {{kontak:sapa129}}.\n\n- [x] a\n- [ ] b",
        "Tulis \\{=begini}.\n\n- [x] a\n- [ ] b",
        "A. Menyapa\nB. Menunggu\n\nMana yang Anda pilih?\n\nJawaban: menyapa",
        "- [1] a → [Satu](#1)\n- [0] b\n\n#### Satu {#1}\n\nSelesai.",
        "```\nApa? {=a ~b}\n```\n\n- [x] a\n- [ ] b",
    ],
)
def test_braces_and_letters_that_are_nothing_of_the_sort_are_left_alone(body):
    assert codes_of(Q + body) == []


@pytest.mark.parametrize("answer", ["ANSWER: B", "Jawaban: b", "jawaban : B."])
def test_letters_with_an_answer_in_any_spelling_come_in(answer):
    quiz, problems = read_foreign(f"Apa?\nA. a\nB. b\n{answer}\n", "soal.txt", "id")
    assert not problems and [option.right for option in quiz.questions[0].options] == [False, True]
