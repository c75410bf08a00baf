"""GIFT is read as Moodle reads it, down to its corners (question/format/gift/format.php, Moodle 4)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.quizzes.samples import quiz_of
from training.quizzes.gift import read_gift
from training.quizzes.gift_writing import print_gift
from training.quizzes.grading import grade
from training.quizzes.question import Kind


def only(text):
    quiz, problems = read_gift(text, "soal.gift", "id")
    assert not [problem for problem in problems if problem.is_error], problems
    return quiz.questions[0]


@pytest.mark.parametrize(("answers", "scores"), [
    ("=a =b ~c", [1, 1, 0]),
    ("=a ~%50%b ~%-25%c", [1, 0.5, 0]),
    ("=a ~%33.3333333333%b", [1, 1 / 3]),
    ("=%100%a ~b", [1, 0]),
    ("~Grant ~Jefferson =no one", [0, 0, 1]),
])
def test_one_choice_earns_what_it_earns_there(answers, scores):
    question = only(f"Apa? {{{answers}}}")
    assert [grade(question, place).score for place in range(len(scores))] == pytest.approx(scores)


@pytest.mark.parametrize("weights", [(33, 33, 33), (33.33333, 33.33333, 33.33333), (34, 33, 33)])
def test_thirds_are_even_however_they_are_rounded(weights):
    answers = " ".join(f"~%{weight}%kata{place}" for place, weight in enumerate(weights))
    assert only(f"Mana? {{{answers} ~%-100%lain}}").kind is Kind.MULTIPLE


@pytest.mark.parametrize(("answers", "accepted"), [
    ("#3:2", [(1, 5)]), ("#1..5", [(1, 5)]), ("#-5..-1", [(-5, -1)]), ("#3 =4", [(3, 3), (4, 4)]),
    ("#.5:.1", [(0.4, 0.6)]), ("#1e3", [(1000, 1000)]), ("#=0.001:1.0E-5", [(0.00099, 0.00101)]),
    ("#\n=1822:0 #Tepat\n=%50%1822:2 #Hampir\n~#Bukan", [(1822, 1822), (1820, 1824), (None, None)]),
])
def test_numbers_in_every_way_of_writing(answers, accepted):
    found = only(f"Berapa? {{{answers}}}").answers
    for answer, (low, high) in zip(found, accepted, strict=True):
        assert (answer.low, answer.high) == (pytest.approx(low), pytest.approx(high)) if low else answer.text == "*"


@pytest.mark.parametrize(("written", "feedback", "explanation"), [
    ("T#salah#benar # lagi####umum", "benar # lagi", "umum"),
    ("T##benar#####umum", "benar#", "umum"),
    ("T##benar####satu####dua", "benar####satu", "dua"),
])
def test_the_last_four_hashes_begin_the_general_feedback(written, feedback, explanation):
    question = only(f"Bumi bulat. {{{written}}}")
    assert (question.options[0].feedback, question.explanation) == (feedback, explanation)


def test_an_essay_may_stand_within_its_text():
    question = only("Tulis {} dengan kata Anda sendiri.")
    assert (question.kind, question.stem) == (Kind.REFLECTION, "Tulis _____ dengan kata Anda sendiri.")


def test_an_id_may_stand_between_the_lines_and_hold_a_bracket():
    text = "// soal [tag:satu\\]dua] [tag:lain]\n::nama::Apa? {=a\n// [id:q-dalam] [id:q-lain]\n~b}"
    quiz, problems = read_gift(text, "x", "id")
    assert quiz.questions[0].slug == "q-dalam"
    assert [(problem.line, problem.facts["tag"]) for problem in problems] == [(1, "satu]dua"), (1, "lain")]


def test_an_id_may_stand_right_behind_the_byte_order_mark():
    assert only("\ufeff// [id:q-x]\r\nApa? {T}").slug == "q-x"


def test_a_doubled_slash_belongs_to_the_name_of_a_category():
    assert read_gift("$CATEGORY: $course$/top/Sabar//tenang\n\nApa? {T}", "x", "id")[0].title == "Sabar/tenang"


def test_an_answer_without_words_is_named():
    assert [one.code for one in read_gift("Apa? {=a -> b\n= -> \\n}", "x", "id")[1]] == ["gift.answers-unreadable"]


def test_a_gap_at_the_end_has_no_place_there_and_is_named():
    quiz = quiz_of("## Kuis\n### Yang pertama adalah [[aman]]\n<!-- id: s -->\n\n> Aman dulu.\n")
    assert [one.facts["what_en"] for one in print_gift(quiz, "x")[1]] == ["place of the gap at the end of the text"]


KEPT = """## Kuis
### Satu
<!-- id: a -->

Dua\x20\x20
tiga

```
x\x20\x20


y
```

- [x] [html] b
  > [plain] c
- [ ] # d

> [html] e

### Dua
<!-- id: b -->

Jawaban: [html] f

### Tiga
<!-- id: c -->

- [html] -> g
- h -> [plain] i
"""


def test_broken_lines_code_and_words_in_brackets_come_back():
    quiz = quiz_of(KEPT)
    text, lost = print_gift(quiz, "x")
    assert not lost and "Dua  \\ntiga" in text
    assert read_gift(text, "x", "id")[0].questions == quiz.questions


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["T", "=a ~b", "=a", "#3", "=a -> b =c -> d", ""]), st.text("~=#{}:\\\\n[]*%ab ", max_size=12))
def test_whatever_stands_in_a_feedback_is_read_or_named(answers, feedback):
    quiz, problems = read_gift(f"Apa? {{{answers}####{feedback}}}", "x", "id")
    is_named = any(problem.is_error for problem in problems)
    assert len(quiz.questions) + is_named == 1 or {"{", "}"} & set(feedback)
