"""Every problem has its words, in both languages, and its facts fit them."""

import re
import string
from pathlib import Path

import pytest

import training.quizzes
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
