"""Every problem an author can meet, in words, in both languages. `docs/author-messages.md` shows the same words."""

from training.curriculum import words_files, words_front, words_lessons, words_links, words_shared, words_texts
from training.curriculum.telling import Telling
from training.quizzes import words as words_quizzes

TOPICS = {
    "files": words_files.WORDS,
    "front": words_front.WORDS,
    "lessons": words_lessons.WORDS,
    "texts": words_texts.WORDS,
    "links": words_links.WORDS,
    "quizzes": words_quizzes.WORDS,
    "shared": words_shared.WORDS,
}
WORDS: dict[str, dict[str, Telling]] = {code: words for topic in TOPICS.values() for code, words in topic.items()}
