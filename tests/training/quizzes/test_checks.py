"""Each mistake is found, named and placed."""

import pytest

from tests.training.quizzes.samples import codes_of
from training.quizzes.markup import read_quiz

Q = "## Kuis: x\n\n### 1. Soal?\n\n<!-- id: s -->\n\n"
STORY = "- [1] a → [B](#b)\n- [0] c\n\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Teks saja.", "quiz.no-quiz", 1),
        ("## Kuis\n### a\n<!-- id: a -->\n## Kuis\n### b\n", "quiz.two-quizzes", 4),
        ("Teks.\n\n## Kuis\n### a\n", "quiz.text-outside", 1),
        ("## Kuis\n### a\n```\nkode\n", "quiz.fence-open", 3),
        ("## Kuis\n### a\n<!-- id: a\nteks\n", "quiz.comment-open", 3),
        (Q + "Jawaban:", "quiz.empty-answer", 7),
        ("## Kuis\n###\n<!-- id: a -->\n", "quiz.empty-question", 2),
        ("## Kuis\n### a\n", "quiz.no-id", 2),
        ("## Kuis\n### a\n<!-- id: A B -->\n", "quiz.bad-id", 3),
        ("## Kuis\n### a\n<!-- id: a -->\n### b\n<!-- id: a -->\n", "quiz.duplicate-id", 4),
        (Q + "- [ ] a\n- [ ] b", "quiz.no-right-answer", 7),
        (Q + "Jawaban: 50%: 3", "quiz.no-full-answer", 7),
        (Q + "Jawaban: 50%: dua", "quiz.no-full-answer", 7),
        (Q + "- (x) a\n- (x) b\n- ( ) c", "quiz.several-right-answers", 8),
        (Q + "- [x] a\n- [x] b", "quiz.every-option-right", 7),
        (Q + "- [x] a", "quiz.too-few-options", 7),
        (Q + "- [x] a b\n- [ ] A  b", "quiz.same-options", 8),
        (Q + "- [x] a\n- [1] b", "quiz.mixed-marks", 7),
        (Q + "- [x] a\n- [ ] b\n\nJawaban: a", "quiz.mixed-answers", 3),
        (Q + "- [0] a\n- [-1] b", "quiz.no-points", 7),
        (Q + "- [v] a\n- [x] b", "quiz.unknown-mark", 7),
        (Q + "- [x] a\n-[ ] b", "quiz.unknown-mark", 8),
        (Q + "- [x] a\n- [ ]b", "quiz.unknown-mark", 8),
        (Q + "- [x] a\n- [] b", "quiz.unknown-mark", 8),
        (Q + "- [x] a\n- b", "quiz.option-without-mark", 8),
        (Q + "- [x] a\n- [ ]", "quiz.empty-answer", 8),
        (Q + "- [x] a\n- [ ] b\n\nTeks lagi.", "quiz.text-after-answers", 10),
        (Q + "> dulu\n\n- [x] a\n- [ ] b", "quiz.explanation-before-answers", 7),
        (Q + "- [3 poin] a\n- [1] b", "quiz.points-not-a-number", 7),
        (Q + "- [12345] a\n- [1] b", "quiz.points-not-a-number", 7),
        (Q + "- [1 2 3] a\n- [0 0 0 1] b", "quiz.panel-counts", 7),
        (Q + "- [0 0 0 0] a\n- [0 0 0 1] b", "quiz.panel-counts", 7),
        (Q + "- a -> b", "quiz.too-few-pairs", 7),
        (Q + "- a -> b\n- c", "quiz.pair-without-arrow", 8),
        (Q + "- a -> b\n- A -> c", "quiz.same-options", 8),
        (Q + "- a -> b\n- c ->", "quiz.empty-answer", 8),
        (Q + "1. a", "quiz.too-few-items", 7),
        (Q + "1. a\n2. A.", "quiz.same-options", 8),
        (Q + "Jawaban: 12..8", "quiz.bad-range", 7),
        (Q + "Jawaban: 10 | 200%: 12", "quiz.bad-share", 7),
        (Q + "Jawaban: aman | 150%: tenang", "quiz.bad-share", 7),
        (Q + "Jawaban: 1.500", "quiz.thousands", 7),
        (Q + "Jawaban: 1.000.000", "quiz.thousands", 7),
        (Q + "Jawaban: 8-12", "quiz.range-as-words", 7),
        (Q + "Jawaban: 8 s/d 12 orang", "quiz.range-as-words", 7),
        (Q + "Jawaban: aman / rasa aman", "quiz.alternatives-joined", 7),
        (Q + "Jawaban: aman atau tenang", "quiz.alternatives-joined", 7),
        (Q + "Isi [[aman/tenang]] di sini.", "quiz.alternatives-joined", 3),
        (Q + "Jawaban: aman | tenang 50%", "quiz.percent-misplaced", 7),
        (Q + "Jawaban: aman | 50% tenang", "quiz.percent-misplaced", 7),
        (Q + "Jawaban: B", "quiz.one-letter-answer", 7),
        (Q + "- [100%] a\n- [1] b\n- [0] c", "quiz.percent-and-points", 8),
        (Q + "Isi [[ ]]", "quiz.empty-answer", 3),
        (Q + "- [1] a → [B](#b)\n- [0] c", "quiz.missing-step", 7),
        (Q + STORY + "#### B {#b}\n- [1] x\n- [0] y\n#### C {#c}\n- [1] z", "quiz.unreachable-step", 13),
        (Q + STORY + "#### B {#b}\n- [1] x → [B](#b)\n- [0] y", "quiz.story-loop", 11),
        (Q + STORY + "#### B {#b}\n- [1] x\n#### B {#b}\n- [1] z", "quiz.duplicate-step", 12),
        (Q + "- [0] a → [B](#b)\n- [0] c\n\n#### B {#b}\n- [0] x", "quiz.no-points", 3),
        (Q + "- [x] a\n- [ ] b\n\nJenis: pilih semau", "quiz.unknown-kind", 10),
        (Q + "- [x] a\n- [ ] b\n\nJenis: urutkan", "quiz.kind-mismatch", 10),
        (Q + "Jawban: 10", "quiz.unknown-key", 7),
        (Q + "<!-- id: b; skil: a -->", "quiz.unknown-key", 7),
        (Q + "- [x] a\n- [ ] b\n\nPoin: 2\nPoin: 3", "quiz.key-twice", 11),
        (Q + "Lulus: 80%", "quiz.key-out-of-place", 7),
        ("## Kuis\nPoin: 2\n### a\n", "quiz.key-out-of-place", 2),
        ("## Kuis\nLulus: banyak\n### a\n", "quiz.bad-value", 2),
        ("## Kuis\nLulus: 8 dari 10\n### a\n", "quiz.bad-value", 2),
        ("## Kuis\nLulus: 8\n### a\n", "quiz.mastery-unclear", 2),
        ("## Kuis\nLulus: 1\n### a\n", "quiz.mastery-unclear", 2),
        ("## Kuis\nMastery: 20\n### a\n", "quiz.mastery-unclear", 2),
        ("## Kuis\nLulus: 8%\n### a\n", "quiz.mastery-low", 2),
        ("## Kuis\nLulus: 0,25\n### a\n", "quiz.mastery-low", 2),
        (Q + "Acak: mungkin", "quiz.bad-value", 7),
        (Q + "Poin: -2", "quiz.bad-value", 7),
        (Q + "Nilai: entah", "quiz.bad-value", 7),
        (Q + "Pengganti untuk: tidak-ada", "quiz.alternative-missing", 3),
        ("## Kuis\nAmbil: 2\n### a\n", "quiz.draw-too-many", 1),
        (Q + "- [x] Semua benar\n- [ ] b", "quiz.all-of-the-above", 7),
        (Q + "- [x] All of the above.\n- [ ] b", "quiz.all-of-the-above", 7),
        ("## Kuis\n### Semua menolong, kecuali:\n- [x] a\n- [ ] b", "quiz.negation", 2),
        (Q + "- [x] a\n- [ ] b", "quiz.no-feedback", 7),
        (Q + STORY + "#### B {#b}\n- [1] x", "quiz.no-feedback", 7),
        (Q + "Jawaban: 3", "quiz.no-explanation", 3),
        (Q + "Isi [[a]] dan [[b]].\n\n- [[a]]\n  > x\n- [[c]]\n  > y", "quiz.no-such-gap", 11),
        (Q + "Isi [[a]] dan [[b]].\n\n- [[a|b]]\n  > x", "quiz.no-such-gap", 9),
        (Q + "Tidak ada.\n\n- [[a]]\n  > x", "quiz.no-such-gap", 9),
        (Q + "Isi [[a]].\n\n- [[a]]\n  >", "quiz.empty-answer", 9),
        (Q + "- [[a]] dulu\n  > x", "quiz.gap-explained-too-early", 7),
    ],
)
def test_each_mistake_is_found_at_its_line(text, code, line):
    _, problems = read_quiz(text, "quiz.id.md", "id")
    assert (code, line) in [(problem.code, problem.line) for problem in problems]


def test_a_careful_quiz_has_no_problems():
    text = Q + "- [x] a\n  > ya\n- [ ] b\n  > belum\n\n> Karena.\n\nPoin: 2\nKompetensi: D1\n"
    assert codes_of(text) == []


def test_guesses_are_offered():
    _, problems = read_quiz(Q + "Jawban: 10", "quiz.id.md", "id")
    assert problems[0].facts["guess"] == "Jawaban"


@pytest.mark.parametrize(
    ("written", "mastery", "guess"),
    [("8", 0.08, "80%"), ("10", 0.1, "100%"), ("12", 0.12, ""), ("1", 1.0, ""), ("29", 0.29, "")],
)
def test_a_mastery_mark_without_its_percent_sign_is_asked_about(written, mastery, guess):
    quiz, problems = read_quiz(f"## Kuis\n\nLulus: {written}\n\n{Q[9:]}Jawaban: 3\n", "quiz.id.md", "id")
    found = next(problem for problem in problems if problem.code == "quiz.mastery-unclear")
    assert (quiz.mastery, found.facts["guess"], found.is_error) == (mastery, guess, True)


@pytest.mark.parametrize("written", ["80%", "80", "30", "0,8", "0.8", "1,0", "30%", "100%", "66,7 %"])
def test_a_plain_mastery_mark_is_no_problem(written):
    assert codes_of(f"## Kuis\n\nLulus: {written}\n\n{Q[9:]}Jawaban: 3\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "Jawaban: 80%", "Jawaban: 0.500", "Jawaban: 1500", "Jawaban: 4-7-8", "Jawaban: dan lain-lain", "Jawaban: 1/2",
        "Jawaban: aman | B", "- [100%] a\n- [50%] b\n- [0] c", "Jawaban: 8..12", "Isi [[aman|tenang]] dan [[1/2]].",
    ],
)
def test_an_answer_that_reads_as_it_looks_is_no_problem(body):
    assert codes_of(Q + body) == []


def four(bodies):
    return "## Kuis\n\n" + "\n".join(f"### s{n}?\n<!-- id: s{n} -->\n{body}\n" for n, body in enumerate(bodies))


def test_a_right_answer_that_is_always_longest_or_in_the_same_place_gives_itself_away():
    codes = codes_of(four(["- [x] panjang sekali\n- [ ] b"] * 4))
    assert codes == ["quiz.right-always-longest", "quiz.right-always-same-place"]
    varied = ["- [x] a\n- [ ] panjang", "- [ ] a\n- [x] panjang"] * 2
    assert codes_of(four(varied)) == []


def test_all_problems_come_at_once():
    assert codes_of("## Kuis\n### a\n- [ ] x\n- [ ] y\n### b\n- [x] z\n### c\n- [q] z\n- [x] k\n") == [
        "quiz.no-right-answer",
        "quiz.too-few-options",
        "quiz.unknown-mark",
    ]
