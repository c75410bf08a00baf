"""What an author writes and what is read."""

import pytest

from tests.training.quizzes.samples import EVERY_KIND, question_of, quiz_of
from training.quizzes.markup import read_check_questions, read_quiz
from training.quizzes.question import Kind


def test_every_kind_is_recognised_from_what_is_written():
    assert [question.kind.value for question in quiz_of(EVERY_KIND).questions] == [
        *["single", "multiple", "true-false", "number", "short", "matching", "ordering", "cloze"],
        *["judgement", "rated", "story", "reflection"],
    ]


def test_a_quiz_keeps_title_mastery_intro_and_draw():
    quiz = quiz_of("# Quiz: Safe\n\nMastery: 90%\nDraw: 1\nKeep right: yes\n\nHello.\n\n## Why?\n\n## How?\n", "en")
    assert (quiz.title, quiz.mastery, quiz.draw, quiz.keep_right, quiz.intro) == ("Safe", 0.9, 1, True, "Hello.")
    assert quiz.level == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("- (x) a\n- ( ) b", Kind.SINGLE),
        ("- [x] a\n- [ ] b\n\nJenis: pilih semua", Kind.MULTIPLE),
        ("- [x] Ya\n- [ ] Tidak", Kind.TRUE_FALSE),
        ("- [ ] True\n- [x] False.", Kind.TRUE_FALSE),
        ("Jawaban: Salah", Kind.TRUE_FALSE),
        ("Answer: true", Kind.TRUE_FALSE),
        ("Jawaban: salah\nJenis: isian singkat", Kind.SHORT),
        ("**Jawaban:** 10", Kind.NUMBER),
        ("Jawaban: 10 +/- 2", Kind.NUMBER),
        ("Jawaban: 10 orang", Kind.SHORT),
        ("Jawaban: 10 | sepuluh", Kind.SHORT),
        ("Jawaban: 10\nType: short answer", Kind.SHORT),
        ("- [50%] a\n- [100%] b", Kind.JUDGEMENT),
        ("- [0 1 2 3] a\n- [3 2 1 0] b", Kind.RATED),
        ("- a => b\n- c → d", Kind.MATCHING),
        ("1) a\n2) b", Kind.ORDERING),
        ("1. daftar\n2. biasa\n\nMana?\n\n- [x] a\n- [ ] b", Kind.SINGLE),
        ("Isi [[x]]\n\n```\n[[bukan]]\n```", Kind.CLOZE),
        ("- daftar\n- biasa", Kind.REFLECTION),
        ("- [tautan](https://example.org)\n- [x](#y)", Kind.REFLECTION),
    ],
)
def test_kinds(body, kind):
    assert question_of(body).kind is kind


def test_an_option_goes_on_and_carries_its_feedback():
    option = question_of("- [x] satu\n  dua\n\n  tiga\n  > karena\n  >\n  > begitu\n- [ ] b").options[0]
    assert option.text == "satu\ndua\n\ntiga"
    assert option.feedback == "karena\n\nbegitu"


def test_gaps_are_explained_below_the_text():
    body = "Isi [[aman|rasa aman]] dan\n\n- [[bicara]]\n- [[diam]] dulu\n\n- [[rasa aman]]\n  > satu\n  >\n  > dua\n"
    question = question_of(body + "- [[bicara]]: tenang | sabar\n  > tiga\n\n> akhir\n\nPoin: 2")
    assert question.blanks == (("aman", "rasa aman"), ("bicara",), ("diam",))
    told = [(remark.gap, remark.words, remark.feedback) for remark in question.remarks]
    assert told == [("rasa aman", "", "satu\n\ndua"), ("bicara", "tenang | sabar", "tiga")]
    assert (question.explanation, question.points) == ("akhir", 2)


def test_a_tab_indents_as_spaces_do():
    assert question_of("- [x] a\n\t> karena\n- [ ] b").options[0].feedback == "karena"


def test_code_is_never_read_as_quiz():
    question = question_of("```\n### bukan\n- [x] bukan\nJawaban: 3\n```\n\n- [x] a\n- [ ] b")
    assert len(question.options) == 2
    assert "- [x] bukan" in question.stem


def test_code_inside_an_option_belongs_to_it():
    option = question_of("- [x] lihat\n  ```\n  # a\n\n    b\n  ```\n- [ ] b").options[0]
    assert option.text == "lihat\n```\n# a\n\n  b\n```"


def test_a_callout_stays_in_the_question_and_a_quote_explains():
    question = question_of("> [!contoh]\n> Bu?\n\n- [x] a\n- [ ] b\n\n> karena")
    assert question.stem == "Soal?\n\n> [!contoh]\n> Bu?"
    assert question.explanation == "karena"


def test_a_quiz_without_questions_is_still_a_quiz():
    quiz, problems = read_quiz("## Kuis", "x", "id")
    assert quiz.questions == ()
    assert [problem.code for problem in problems] == ["quiz.no-questions"]


def test_line_numbers_count_from_the_first_line_given():
    _, problems = read_quiz("## Kuis\n\n### 1. A?\n<!-- id: a -->\n- [ ] x\n  > y\n- [ ] z\n  > y\n", "p.md", "id", 11)
    found = [(problem.code, problem.line, problem.path) for problem in problems]
    assert found == [("quiz.no-right-answer", 15, "p.md")]
    assert problems[0].lines == ((13, "### 1. A?"), (15, "- [ ] x"))


def test_a_story_keeps_its_steps_and_links():
    story = question_of("- [2] a → [Ke b](#b)\n- [0] c\n\n#### B {#b}\n\nTeks.\n\n- [1] d\n")
    assert story.options[0].goto == "b"
    assert story.options[0].goto_label == "Ke b"
    assert (story.scenes[0].title, story.scenes[0].text) == ("B", "Teks.")


LESSON = """## Judul

Teks.

### Soal: Mana?
<!-- id: s-mana -->

- [x] a
  > ya
- [ ] b
  > belum

> Karena begitu.

Pelajaran berlanjut.

- [x] tugas biasa

### Question: Berapa?

Jawaban: 3
  > Tiga.

## Kuis: lain

### Soal: bukan ini
- [x] a
- [ ] b
"""


def test_check_questions_end_where_the_lesson_goes_on():
    checks, problems = read_check_questions(LESSON, "l.md", "id", 5)
    found = [(check.question.stem, check.first, check.last) for check in checks]
    assert found == [("Mana?", 9, 17), ("Berapa?", 23, 26)]
    assert [problem.code for problem in problems] == ["quiz.no-id"]
    assert checks[0].question.explanation == "Karena begitu."


def test_a_callout_after_a_check_question_belongs_to_the_lesson():
    text = "### Soal: A?\n- [x] a\n- [ ] b\n\n> [!kelompok]\n> Bersama.\n"
    checks, _ = read_check_questions(text, "l.md", "id")
    assert checks[0].last == 3


def test_a_check_story_is_read_with_its_steps():
    text = "## Soal: A?\n\n- [1] a → [B](#b)\n- [0] c\n\n### B {#b}\n\n- [1] d\n- [0] e\n\nLanjut.\n"
    checks, problems = read_check_questions(text, "l.md", "id")
    assert (checks[0].first, checks[0].last, len(checks[0].question.scenes)) == (1, 9, 1)
    assert not [problem for problem in problems if problem.is_error]
