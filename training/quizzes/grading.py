"""Grades answers. Pure: a question and what somebody answered go in, a share of the points comes out. It never raises
for what a browser sends: whatever is empty, forged or over-long scores 0.

Answers name options, choices and items by their place in the author's text, never by the place shown:

| kind | answer |
|---|---|
| single, true-false, judgement | place of the option |
| multiple | list of places |
| number, short | text |
| reflection | text; where it is shared, `{"text": …, "shared": True}` |
| cloze | list of texts, one per gap |
| matching | for each left side the place in `question.choices`, or None |
| ordering | for each item (in the author's order) the rank it was given, from 1, or None |
| rated | for each option the rating 0–3, or None |
| story | list of places: the path taken |
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping

from training.quizzes.grades import FULL, Grade
from training.quizzes.grading_arranged import grade_matching, grade_ordering
from training.quizzes.grading_choices import grade_judgement, grade_multiple, grade_rated, grade_single, grade_story
from training.quizzes.grading_typed import grade_cloze, grade_number, grade_reflection, grade_short
from training.quizzes.question import Kind, Question, Quiz


@dataclasses.dataclass(frozen=True, slots=True)
class AttemptGrade:
    """The share of all points reached, whether that is mastery, and the grade of each question by its slug."""

    score: float
    passed: bool
    questions: dict[str, Grade]


def grade_attempt(
    questions: Quiz | Iterable[Question], responses: Mapping[str, object], mastery: float | None = None
) -> AttemptGrade:
    """Grades the questions one attempt was given: the mean of their scores, weighted by their points, reflections
    left out. An answer to a question that was not asked is ignored. With a quiz its own mastery mark counts (80 %
    unless the author says otherwise), without any counted question the attempt is passed."""
    asked = questions.questions if isinstance(questions, Quiz) else tuple(questions)
    if mastery is None:
        mastery = questions.mastery if isinstance(questions, Quiz) else 0.8
    given = responses if isinstance(responses, Mapping) else {}
    grades = {question.slug: grade(question, given.get(question.slug)) for question in asked}
    reached = possible = 0.0
    for question in asked:
        if grades[question.slug].counted:
            reached += question.points * grades[question.slug].score
            possible += question.points
    score = min(1.0, reached / possible) if possible else 1.0
    return AttemptGrade(score, score >= mastery - 1e-9, grades)


def grade(question: Question, response: object) -> Grade:
    """The grade of one answer. With `Nilai: semua atau tidak` anything less than everything is 0."""
    given = _GRADERS[question.kind](question, response)
    if question.grading == "all" and given.score < FULL:
        return dataclasses.replace(given, score=0.0)
    return given


_GRADERS: dict[Kind, Callable[[Question, object], Grade]] = {
    Kind.SINGLE: grade_single,
    Kind.TRUE_FALSE: grade_single,
    Kind.MULTIPLE: grade_multiple,
    Kind.JUDGEMENT: grade_judgement,
    Kind.RATED: grade_rated,
    Kind.NUMBER: grade_number,
    Kind.SHORT: grade_short,
    Kind.CLOZE: grade_cloze,
    Kind.MATCHING: grade_matching,
    Kind.ORDERING: grade_ordering,
    Kind.STORY: grade_story,
    Kind.REFLECTION: grade_reflection,
}
