"""Every problem has its words, in both languages, and its facts fit them."""

import re
import string
from pathlib import Path

import pytest

import training.quizzes
from training.curriculum.report import words_for
from training.quizzes.markup import read_quiz
from training.quizzes.words import WORDS

FOLDER = Path(training.quizzes.__file__).parent
USED = {
    code
    for file in FOLDER.glob("*.py")
    if not file.name.startswith("words")
    for code in re.findall(r'"((?:quiz|gift|aiken|exchange)\.[a-z-]+)"', file.read_text(encoding="utf-8"))
}


def test_every_code_is_worded_and_every_wording_is_used():
    assert set(WORDS) == USED


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_say_the_same_facts(code):
    for part in ("title", "says", "expected"):
        names = [
            {name for _, name, _, _ in string.Formatter().parse(WORDS[code][part][lang]) if name}
            for lang in ("id", "en")
        ]
        assert {name.removesuffix("_id") for name in names[0]} == {name.removesuffix("_en") for name in names[1]}
        assert WORDS[code][part]["id"] and WORDS[code][part]["en"]


def told(text, code, language):
    _, problems = read_quiz(text, "quiz.id.md", "id")
    words = words_for(next(problem for problem in problems if problem.code == code), language)
    return f"{words.says} {words.expected}"


Q = "## Kuis\n\n### 1. Soal?\n\n<!-- id: s -->\n\n"


@pytest.mark.parametrize(
    ("language", "code", "body", "words"),
    [
        ("id", "quiz.kind-mismatch", "- [x] a\n- [ ] b\n\nJenis: matching", ("“matching”", "“pilih satu”")),
        ("en", "quiz.kind-mismatch", "- [x] a\n- [ ] b\n\nJenis: matching", ("“matching”", "“choose one”")),
        ("id", "quiz.bad-value", "Acak: mungkin", ("ya, tidak.",)),
        ("en", "quiz.bad-value", "Acak: mungkin", ("yes, no.",)),
        ("en", "quiz.bad-value", "Nilai: entah", ("all or nothing, partial.",)),
        ("id", "quiz.no-full-answer", "Jawaban: 50%: dua", ("Jawaban: delapan orang | 50%",)),
        ("en", "quiz.no-full-answer", "Jawaban: 50%: dua", ("Answer: eight people | 50%",)),
        ("id", "quiz.unit-in-answer", "Jawaban: 10 ± 2 menit", ("Jawaban: 10 ± 2\nSatuan: menit",)),
        ("en", "quiz.mixed-answers", "- [x] a\n- [ ] b\n\nJawaban: a", ("a list of choices and an Answer: line",)),
    ],
)
def test_what_is_told_is_in_the_readers_language_with_the_authors_own_words(language, code, body, words):
    said = told(Q + body, code, language)
    assert [one for one in words if one not in said] == []
