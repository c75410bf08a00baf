"""Grades what was put beside each other or into an order."""

from training.quizzes.grades import NOTHING, Grade, mean
from training.quizzes.question import Question
from training.quizzes.responses import places_in


def grade_matching(question: Question, response: object) -> Grade:
    """Right pairs ÷ pairs."""
    chosen = places_in(response, len(question.matches), len(question.choices))
    if chosen is None:
        return NOTHING
    parts = tuple(float(place == right) for place, right in zip(chosen, question.matches, strict=True))
    return Grade(mean(parts), parts)


def grade_ordering(question: Question, response: object) -> Grade:
    """(pairs in order − pairs reversed) ÷ all pairs, not below 0: Kendall's τ (Kendall 1938, Biometrika 30). A pair
    with the same rank, or with one missing, counts neither way."""
    count = len(question.items)
    ranks = places_in(response, count, count + 1)
    if ranks is None or count < 2:
        return NOTHING
    balance = 0
    for first in range(count):
        for second in range(first + 1, count):
            one, two = ranks[first], ranks[second]
            if one and two and one != two:
                balance += 1 if one < two else -1
    parts = tuple(float(rank == place) for place, rank in enumerate(ranks, 1))
    return Grade(max(0.0, 2 * balance / (count * (count - 1))), parts)
