"""What every import keeps to: a question is carried whole or not at all, under a slug of its own."""

import dataclasses
import hashlib
from collections.abc import Container

from training.quizzes.keys import is_slug
from training.quizzes.kinds import slug_of
from training.quizzes.markup import read_quiz
from training.quizzes.printing import print_quiz
from training.quizzes.question import Question, Quiz


class CannotCarry(Exception):
    """Something in a question that our grammar has no place for; `code` says what, `facts` which."""

    def __init__(self, code: str, **facts):
        super().__init__(code)
        self.code, self.facts = code, facts


def carried(question: Question) -> Question:
    """The question, if our Markdown can say it: it is written and read back, and must still be the same. Raises
    CannotCarry otherwise."""
    again, _ = read_quiz(print_quiz(Quiz("", (question,), language=question.language)), "", question.language)
    if again is None or again.questions != (question,):
        raise CannotCarry("gift.not-writable")
    return dataclasses.replace(again.questions[0], line=question.line)


def free_slug(name: str, stem: str, taken: Container[str]) -> str:
    """A slug near the name, else one from the text, that no other question has."""
    wanted = name if is_slug(name) else slug_of(name)
    wanted = wanted or "q-" + hashlib.sha256(stem.encode("utf-8", "replace")).hexdigest()[:10]
    slug, number = wanted, 2
    while slug in taken:
        slug = f"{wanted[:58].rstrip('-')}-{number}"
        number += 1
    return slug
