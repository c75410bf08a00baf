"""What a beginner's hand slips into is either read as it was meant, or told once with the cure that fits."""

import pytest

from tests.training.quizzes.samples import codes_of, question_of, quiz_of
from training.quizzes.markup import read_quiz
from training.quizzes.printing import print_quiz
from training.quizzes.question import Kind

Q = "## Kuis\n\n### 1. Soal?\n\n<!-- id: s -->\n\n"


@pytest.mark.parametrize("arrow", ["->", "-->", "=>", "==>", "→", "⇒", "➜"])
def test_every_arrow_makes_a_pair_and_leads_on(arrow):
    question = question_of(f"- Menangis {arrow} beri waktu\n- Diam {arrow} tunggu")
    assert [(pair.left, pair.right) for pair in question.pairs] == [("Menangis", "beri waktu"), ("Diam", "tunggu")]
    story = question_of(f"- [1] a {arrow} [B](#b)\n- [0] c\n\n#### B {{#b}}\n\nSelesai.")
    assert (story.kind, story.options[0].text, story.options[0].goto) == (Kind.STORY, "a", "b")


@pytest.mark.parametrize("mark", ["[X ]", "[ x]", "[v]", "[✓]", "[benar]", "[*]"])
def test_a_mark_that_is_told_is_taken_as_it_was_meant(mark):
    assert codes_of(Q + f"- {mark} a\n- [ ] b") == ["quiz.unknown-mark"]
    assert [option.right for option in question_of(f"- {mark} a\n- [ ] b").options] == [True, False]


@pytest.mark.parametrize("mark", ["[2 poin]", "(2)", "[²]"])
def test_points_that_are_told_leave_no_other_problem(mark):
    codes = codes_of(Q + f"- {mark} a\n- [1] b")
    assert codes == ["quiz.points-not-a-number"]


def test_a_minus_of_a_word_processor_is_a_minus():
    assert [option.points for option in question_of("- [2] a\n- [−1] b\n- [–2] c").options] == [2, -1, -2]


@pytest.mark.parametrize("front", ["\t\u00a0", "\u00a0\t", "\t\u00a0\t ", " \u00a0\t\u00a0"])
def test_hard_spaces_and_tabs_in_front_stay_the_same_when_printed(front):
    quiz = quiz_of(Q + f"{front}0")
    assert quiz_of(print_quiz(quiz)).questions == quiz.questions


def test_a_pair_that_goes_on_below_its_arrow_stays_the_same_when_printed():
    quiz = quiz_of(Q + "- a ->\n1 \n1. b\n- c -> d")
    assert quiz_of(print_quiz(quiz)).questions == quiz.questions


def test_hard_spaces_around_a_mark_are_spaces():
    question = question_of("-\u00a0[x]\u00a0a\u00a0b\n-\u00a0[\u00a0] c\n  > ya")
    assert [(option.text, option.right) for option in question.options] == [("a\u00a0b", True), ("c", False)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Ceritakan.\n\nJenis: esai", Kind.REFLECTION),
        ("Ceritakan.\n\nJenis: uraian", Kind.REFLECTION),
        ("- [x] a\n- [ ] b\n\nJenis: pilihan ganda kompleks", Kind.MULTIPLE),
        ("Jawaban: aman\n\nJenis: isian", Kind.SHORT),
    ],
)
def test_kinds_are_known_by_the_names_that_schools_use(body, kind):
    assert (question_of(body).kind, codes_of(Q + body)) == (kind, [])


def test_points_of_a_question_are_no_percentage():
    assert codes_of(Q + "Jawaban: 3\n\nPoin: 50%") == ["quiz.bad-value"]


def test_a_missing_step_tells_what_there_is_in_the_order_of_the_file():
    body = "- [1] a → [X](#x)\n- [0] b → [C](#c)\n- [0] d → [B](#b)\n\n#### C {#c}\n\n#### B {#b}"
    _, problems = read_quiz(Q + body, "quiz.id.md", "id")
    assert next(one for one in problems if one.code == "quiz.missing-step").facts["known"] == "c, b"


CHOICES = "- [x] a\n  > ya\n- [ ] b\n  > belum"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("- Jawaban: 10", "quiz.key-not-read", 7),
        ("  Jawaban: 10", "quiz.key-not-read", 7),
        ("Pilih.\n\n• Jenis: pilih satu", "quiz.key-not-read", 9),
        ("  - [x] a\n  - [ ] b", "quiz.mark-indented", 7),
        ("- [x] a\n  - [ ] b\n- [ ] c", "quiz.mark-indented", 8),
        ("- [x] a\n> ya\n- [ ] b\n> belum", "quiz.explanation-at-margin", 8),
        ("- a -> b\n> ya\n- c -> d", "quiz.explanation-at-margin", 8),
        ("Jawaban: 10\n> ya\nJawaban: 0%: 3", "quiz.explanation-at-margin", 8),
        ("- [x] a\n  - ya\n- [ ] b", "quiz.explanation-without-mark", 8),
        ("- [x] a\n  Umpan balik: ya\n- [ ] b", "quiz.explanation-without-mark", 8),
        ("- [x] a\n  &gt; ya\n- [ ] b", "quiz.explanation-without-mark", 8),
        ("- [x] a > ya\n- [ ] b > belum", "quiz.explanation-without-mark", 7),
        ("- a\n- [x] b\n- [ ] c", "quiz.option-without-mark", 7),
        ("- a\n- b -> c\n- d -> e", "quiz.pair-without-arrow", 7),
        ("<!- catatan ->", "quiz.comment-open", 7),
        (CHOICES + "\n\nPetunjuk:", "quiz.empty-answer", 12),
        (CHOICES + "\n\nPengganti: q-x", "quiz.unknown-key", 12),
        ("- [1] a → [B](#b)\n- [0] c\n\n#### B {#b}\n\nJawaban: 3", "quiz.key-out-of-place", 12),
    ],
)
def test_a_slip_is_told_once_and_at_its_line(body, code, line):
    _, problems = read_quiz(Q + body, "quiz.id.md", "id")
    found = [(one.code, one.line) for one in problems if one.code not in ("quiz.no-feedback", "quiz.no-explanation")]
    assert found[0] == (code, line) and {one for one, _line in found} == {code}


@pytest.mark.parametrize(
    "body",
    [
        "- [x] a\n  baris kedua\n- [ ] b",
        "- [x] a\n  ```\n  - [x] kode\n  ```\n- [ ] b",
        "- [x] 3 > 2\n- [ ] b",
        CHOICES + "\n\n> Karena.",
        CHOICES + "\n> Karena.",
        "Ingat:\n\n- napas\n- kaki\n\n- [x] a\n- [ ] b",
        "Ia berkata: jawaban: tidak.\n\n- [x] a\n- [ ] b",
    ],
)
def test_what_is_no_slip_is_left_alone(body):
    assert codes_of(Q + body) == []


def test_a_key_by_the_name_that_schools_use_is_guessed():
    for name, guess in (("KKM", "Lulus"), ("Passing grade", "Mastery")):
        _, problems = read_quiz(f"## Kuis\n\n{name}: 80\n\n{Q[9:]}Jawaban: 3", "quiz.id.md", "id")
        assert problems[0].code == "quiz.unknown-key" and problems[0].facts["guess"] == guess


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("1. a\n2. b\n3. c\n\nJawaban: 2", "quiz.numbered-choices", 7),
        ("1. a -> b\n2. c -> d", "quiz.numbered-pairs", 7),
        ("3. a\n1. b\n2. c", "quiz.items-out-of-order", 8),
        ("1- a\n2- b", "quiz.list-like-items", 7),
        ("  1. a\n  2. b", "quiz.list-like-items", 7),
        ("- a\n- b\n\nJenis: urutkan", "quiz.list-like-items", 7),
        ("- a\n- b\n\nJenis: jodohkan", "quiz.list-like-pairs", 7),
        ("a -> b\nc -> d", "quiz.list-like-pairs", 7),
        ("- a à b\n- c à d", "quiz.list-like-pairs", 7),
        ("  - a -> b\n  - c -> d", "quiz.list-like-pairs", 7),
        ("Yang pertama ____, lalu bicara.", "quiz.gap-without-words", 7),
        ("Yang pertama [aman], lalu bicara.", "quiz.gap-without-words", 7),
        ("Yang pertama [[aman]].\n\n- [x] a\n- [ ] b", "quiz.gap-beside-answers", 7),
        ("- [1] a → B\n- [0] c\n\n#### B {#b}\n\nSelesai.", "quiz.goto-without-link", 7),
        ("- [1] a → [B](#b) pelan\n- [0] c\n\n#### B {#b}\n\nSelesai.", "quiz.goto-without-link", 7),
        ("- [1] a → [B](#b)\n- [0] c\n\n#### B {#b}\n\n- d\n- e", "quiz.scene-without-choices", 12),
        (CHOICES + "\n\n###2. Lagi?", "quiz.heading-not-read", 12),
    ],
)
def test_a_list_a_gap_or_an_arrow_that_was_meant_otherwise_is_told_at_its_line(body, code, line):
    _, problems = read_quiz(Q + body, "quiz.id.md", "id")
    assert (code, line) == next(
        (one.code, one.line) for one in problems if one.code not in ("quiz.no-feedback", "quiz.no-explanation")
    )


@pytest.mark.parametrize(
    ("text", "line", "marks"),
    [
        ("## Kuis\n\n###1. Apa?\n<!-- id: s -->\n\n- [x] a\n", 3, "###"),
        ("## Kuis\n\n#### 1. Apa?\n\n- [x] a\n", 3, "###"),
        ("# Kuis\n\n# 1. Apa?\n\n- [x] a\n", 3, "##"),
    ],
)
def test_a_question_whose_heading_has_other_marks_is_told_what_to_write(text, line, marks):
    _, problems = read_quiz(text, "quiz.id.md", "id")
    assert [(one.code, one.line, one.facts["marks"]) for one in problems] == [("quiz.heading-not-read", line, marks)]


@pytest.mark.parametrize(
    "body",
    [
        "1. a\n2. b\n\nJawaban: 12",
        "1. a\n1. b\n1. c",
        "1. a -> b\n2. c",
        "Lihat [catatan](1-a.id.md) dan [^1].",
        "Tulis ____ dan [aman].\n\nJenis: refleksi",
        "Satu -> dua saja.",
        "Warna #fff dan ###.",
    ],
)
def test_numbers_arrows_and_brackets_of_ordinary_text_are_left_alone(body):
    assert codes_of(Q + body) == []
