"""Reading what was printed gives the same quiz, whatever was read before."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.quizzes.samples import EVERY_KIND, quiz_of
from tests.training.quizzes.strategies import MAYBE, QUESTIONS
from training.quizzes.markup import read_check_questions, read_quiz
from training.quizzes.printing import print_quiz
from training.quizzes.question import Quiz


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
    - [[a]]|- [[a\0b]]: x|- [[q]] ya
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
