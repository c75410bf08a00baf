"""Aiken in."""

from training.quizzes.aiken import read_aiken
from training.quizzes.question import Kind

TEXT = """\ufeffApa langkah pertama?
A. Menunggu
B) Menyapa *pelan*
C. Pergi
ANSWER: B

Bertanya menanamkan niat.
A. Benar
B. Salah
Jawaban: b
"""


def test_questions_are_read():
    quiz, problems = read_aiken(TEXT, "soal.txt", "id", "Sapa")
    assert problems == ()
    assert (quiz.title, [question.kind for question in quiz.questions]) == ("Sapa", [Kind.SINGLE, Kind.TRUE_FALSE])
    assert [(o.text, o.right) for o in quiz.questions[0].options][1] == ("Menyapa \\*pelan\\*", True)


def test_what_cannot_be_read_is_named_by_line_and_left_out():
    text = "Satu?\nA. a\nB. b\n\nDua?\nA. a\nANSWER: A\n\n"
    text += "Tiga?\nA. a\nB. b\nANSWER: C\n\nEmpat?\nA. a\nB. b\nANSWER: A\n"
    quiz, problems = read_aiken(text, "soal.txt", "id")
    assert [question.stem for question in quiz.questions] == ["Empat?"]
    assert [(problem.code, problem.line) for problem in problems] == [
        ("aiken.no-answer", 1),
        ("aiken.too-few-options", 7),
        ("aiken.unknown-letter", 12),
    ]


def test_signs_of_html_and_markdown_are_plain_words_as_in_moodle():
    quiz, _ = read_aiken("1. Apa arti <b>?\nA. tebal & kuat\nB. - b\nANSWER: A", "x", "id")
    assert quiz.questions[0].stem == "1\\. Apa arti &lt;b>?"
    assert [option.text for option in quiz.questions[0].options] == ["tebal &amp; kuat", "\\- b"]


def test_the_same_question_twice_is_kept_twice():
    quiz, _ = read_aiken(TEXT + "\n" + TEXT, "soal.txt", "id")
    assert len({question.slug for question in quiz.questions}) == 4


def test_a_question_that_never_ends_is_named():
    assert [problem.code for problem in read_aiken("Apa?\nA. a\nB. b\n", "x", "id")[1]] == ["aiken.no-answer"]
