"""Reading what was printed gives the same quiz, whatever was read before."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.quizzes.samples import EVERY_KIND, quiz_of
from training.quizzes.kinds import is_truth_pair, truth_of
from training.quizzes.markup import read_check_questions, read_quiz
from training.quizzes.printing import print_quiz
from training.quizzes.question import Answer, Item, Kind, Option, Pair, Question, Quiz, Scene


def same_again(quiz: Quiz) -> None:
    again, _ = read_quiz(print_quiz(quiz), "x", quiz.language)
    assert again == quiz, print_quiz(quiz)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_is_the_same_after_printing(language):
    same_again(quiz_of(EVERY_KIND, language))


PIECES = st.sampled_from(
    """
    ## Kuis: a|# Quiz|## Kuis|### 1. Soal|### Soal #|###|#### B {#b}|#### B|##### dalam|- [x] a|- [ ] b
    - [X] Benar|- [ ] salah|- (x) a|- ( ) b|- [3] a|- [-1,5] b|- [50%] c|- [0 0 1 5] d|- [0 0] e|- [q] f|-[x] g
    - h|* [ ] i|+ j -> k|- -> l|- m =>|- n → [B](#b)|- [2] o → [B](#b)|- [1] p -> [C](#b) → [D](#d)|1. satu
    2) dua|3.|> kutip|>|> [!contoh]|  > umpan|  lanjut|  dalam|   ```|```|~~~|````|  - anak|Jawaban: 10 ± 2
    Jawaban: a \\| b | 50%: c|Jawaban: Salah|Jawaban:|Answer: *|Poin: 2|Jenis: pilih semua|Jenis: refleksi
    Jenis: isian singkat|Jenis: nilai tiap tanggapan|Acak: tidak|Nilai: semua atau tidak|Petunjuk: **x** y
    id: q-a|<!-- id: q-b; skill: c -->|<!-- catatan|-->|<!-- x -->|isi [[a\0b]] ya|teks|teks  | # judul|---
    * * *|Lulus: 33,3%|Ambil: 2|Kunci: nilai|\\[x]|Pengganti untuk: q-a|Satuan: menit|Yang benar tetap: ya
    - [x]|- [x] > a|- [x] ```
    """.replace("\n    ", "|")
    .replace("\\|", "\0")
    .split("|")
).map(lambda piece: piece.replace("\0", "\\|"))
DOCUMENTS = st.lists(PIECES | st.just("") | st.text(max_size=12), max_size=30).map("\n".join)


@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
def test_any_document_is_read_and_stays_the_same_after_printing(text):
    quiz, _ = read_quiz("## Kuis: x\n### a\n" + text, "x", "id")
    same_again(quiz)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_any_lesson_is_read(text):
    checks, _ = read_check_questions("### Soal: a\n" + text, "x", "id")
    ends = [(check.first, check.last) for check in checks]
    assert all(first <= last for first, last in ends)
    assert all(one[1] < two[0] for one, two in itertools.pairwise(ends))


WORDS = st.text("abcdefghij ÄéΩжあ,.?!'\"", min_size=1, max_size=30).map(str.strip).filter(bool)
WORDS = WORDS.filter(lambda text: truth_of(text) is None)
MAYBE = st.just("") | WORDS
SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True)
POINTS = st.integers(-999, 999).map(lambda n: n / 4)
COUNTS = st.tuples(*[st.integers(0, 9)] * 4).filter(any)


def options(**marks):
    built = st.builds(Option, text=WORDS, feedback=MAYBE, **marks)
    return st.lists(built, min_size=2, max_size=5).map(tuple).filter(lambda found: not is_truth_pair(found))


def of_kind(kind, **parts):
    return st.builds(
        Question,
        slug=SLUGS,
        kind=st.just(kind),
        stem=WORDS.map(lambda text: f"s {text}") | st.tuples(WORDS, WORDS).map(lambda two: f"s {two[0]}\n\ns {two[1]}"),
        explanation=MAYBE,
        hint=MAYBE,
        skill=st.sampled_from(["", "D1", "aman-2"]),
        points=st.sampled_from([1.0, 2.0, 0.5]),
        shuffle=st.booleans(),
        grading=st.sampled_from(["partial", "all"]),
        alternative_to=st.just("") | SLUGS,
        content_note=MAYBE,
        passage=MAYBE,
        **parts,
    )


def one_right(found):
    return tuple(Option(o.text, at == 0, feedback=o.feedback) for at, o in enumerate(found))


NUMBERS = st.integers(0, 99).map(lambda n: Answer(str(n), 100.0, float(n), float(n)))
TEXTS = st.builds(Answer, text=WORDS.map(lambda text: f"x|{text}"), percent=st.sampled_from([100.0, 50.0, 33.33333]))
LINKED = st.builds(Option, text=WORDS, points=POINTS, goto=st.just("b"), goto_label=WORDS)
QUESTIONS = st.one_of(
    of_kind(Kind.SINGLE, options=options().map(one_right)),
    of_kind(Kind.MULTIPLE, options=options(right=st.booleans())),
    of_kind(Kind.JUDGEMENT, options=options(points=POINTS)),
    of_kind(Kind.RATED, options=options(panel=COUNTS)),
    of_kind(Kind.NUMBER, answers=st.lists(NUMBERS, min_size=1, max_size=3).map(tuple), unit=MAYBE),
    of_kind(Kind.SHORT, answers=st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
    of_kind(Kind.MATCHING, pairs=st.lists(st.builds(Pair, MAYBE, WORDS, MAYBE), min_size=1, max_size=4).map(tuple)),
    of_kind(Kind.ORDERING, items=st.lists(st.builds(Item, WORDS, MAYBE), min_size=1, max_size=4).map(tuple)),
    of_kind(Kind.REFLECTION),
    of_kind(
        Kind.STORY,
        options=st.lists(LINKED, min_size=1, max_size=3).map(tuple),
        scenes=st.tuples(st.builds(Scene, st.just("b"), WORDS, MAYBE, options(points=POINTS))),
    ),
)


@settings(max_examples=300, deadline=None)
@given(
    st.builds(
        Quiz,
        title=MAYBE,
        questions=st.lists(QUESTIONS, max_size=4).map(tuple),
        mastery=st.integers(1, 100).map(lambda n: n / 100),
        draw=st.none() | st.integers(1, 20),
        keep_right=st.booleans(),
        intro=MAYBE,
        level=st.integers(1, 4),
        language=st.sampled_from(["id", "en"]),
    )
)
def test_any_quiz_is_the_same_after_printing(quiz):
    same_again(quiz)
