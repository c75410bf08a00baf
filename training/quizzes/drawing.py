"""What one attempt shows, and in which order. The same seed always gives the same: orders come from SHA-256 of the
seed, so they outlive the process, the machine and the Python version."""

import hashlib
from collections.abc import Sequence

from training.quizzes.question import Kind, Question

KEEPS_ORDER = frozenset({Kind.TRUE_FALSE, Kind.STORY})


def draw_questions(
    questions: Sequence[Question], seed: int, count: int | None = None, *, gentle: bool = False
) -> tuple[str, ...]:
    """The slugs of the questions of one attempt, in the author's order. From a bank, `count` are drawn, spread over
    the skills they name. On the gentle path a question that has an alternative is replaced by it; otherwise
    alternatives are never asked."""
    asked = [question for question in questions if not question.alternative_to]
    if count is not None and count < len(asked):
        drawn = set(_spread(asked, seed, count))
        asked = [question for question in asked if question.slug in drawn]
    softer = {other.alternative_to: other.slug for other in reversed(questions) if other.alternative_to}
    return tuple(softer.get(question.slug, question.slug) if gentle else question.slug for question in asked)


def shown_order(question: Question, seed: int) -> tuple[int, ...]:
    """For each place on the page the place in the author's text: of options, of a matching question's choices, or of
    the items to order. Stories, true/false and `Acak: tidak` keep their order, but items never stand in their right
    order, nor choices in the order of the left sides."""
    if question.kind is Kind.ORDERING:
        return _not_in_order(_shuffled(len(question.items), question.slug, seed))
    if question.kind is Kind.MATCHING:
        places = range(len(question.choices))
        if not question.shuffle:
            return tuple(sorted(places, key=lambda place: question.choices[place].casefold()))
        return _shuffled(len(places), question.slug, seed)
    if question.kind in KEEPS_ORDER or not question.shuffle:
        return tuple(range(len(question.options)))
    return _shuffled(len(question.options), question.slug, seed)


def _spread(questions: list[Question], seed: int, count: int) -> list[str]:
    by_skill: dict[str, list[str]] = {}
    for place in _shuffled(len(questions), "draw", seed):
        by_skill.setdefault(questions[place].skill, []).append(questions[place].slug)
    drawn: list[str] = []
    waiting = list(by_skill.values())
    while len(drawn) < count:
        waiting = [slugs for slugs in waiting if slugs]
        drawn += [slugs.pop(0) for slugs in waiting][: count - len(drawn)]
    return drawn


def _shuffled(count: int, name: str, seed: int) -> tuple[int, ...]:
    return tuple(sorted(range(count), key=lambda place: _digest(f"{seed}:{name}:{place}")))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _not_in_order(places: tuple[int, ...]) -> tuple[int, ...]:
    if len(places) > 1 and places == tuple(sorted(places)):
        return places[1:] + places[:1]
    return places
