"""Every problem an author can meet, in words, in both languages. `docs/author-messages.md` shows the same words."""

import re

from training.core.language import LANGUAGES
from training.curriculum import (
    words_files,
    words_front,
    words_lessons,
    words_links,
    words_role_plays,
    words_shared,
    words_texts,
)
from training.curriculum.telling import Telling
from training.quizzes import words as words_quizzes

_FACT = re.compile(r"\{\{([a-z_]+)\}\}")


def _quiz_telling(words, language) -> Telling:
    """A quiz's words in the shape of ours. Its title also stands under the marked line; its example is Markdown, in
    which braces are just braces unless they hold the name of a fact."""
    example = _FACT.sub(r"{\1}", words["example"][language].replace("{", "{{").replace("}", "}}"))
    title = words["title"][language]
    expected = words["expected"][language] + (f"   {example}" if example else "")
    return Telling(title, title, words["says"][language], expected)


_QUIZZES = {
    code: {language: _quiz_telling(words, language) for language in LANGUAGES}
    for code, words in words_quizzes.WORDS.items()
}
TOPICS = {
    "files": words_files.WORDS,
    "front": words_front.WORDS,
    "lessons": words_lessons.WORDS,
    "texts": words_texts.WORDS,
    "links": words_links.WORDS,
    "role-plays": words_role_plays.WORDS,
    "shared": words_shared.WORDS,
    "quizzes": {code: words for code, words in _QUIZZES.items() if code.startswith("quiz.")},
    "exchange": {code: words for code, words in _QUIZZES.items() if not code.startswith("quiz.")},
}
WORDS: dict[str, dict[str, Telling]] = {code: words for topic in TOPICS.values() for code, words in topic.items()}
