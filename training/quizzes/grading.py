"""Grades answers. Pure: a question and what somebody answered go in, a share of the points comes out. It never raises
for what a browser sends: whatever is empty, forged or over-long scores 0.

Answers name options, choices and items by their place in the author's text, never by the place shown:

| kind | answer |
|---|---|
| single, true-false, judgement | place of the option |
| multiple | list of places |
| number, short, reflection | text |
| cloze | list of texts, one per gap |
| matching | for each left side the place in `question.choices`, or None |
| ordering | for each item (in the author's order) the rank it was given, from 1, or None |
| rated | for each option the rating 0–3, or None |
| story | list of places: the path taken |
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping

from training.quizzes.answers import is_near, normal, typed_numbers, within
from training.quizzes.question import Kind, Question, Quiz
from training.quizzes.responses import option_at, places_in, text_in, walk

LONGEST_REFLECTION = 20_000
RATING_COUNT = 4
_FULL = 1 - 1e-9


@dataclasses.dataclass(frozen=True, slots=True)
class Grade:
    """The share of the points (0 to 1). `parts` holds the share of each blank, left side, rating or step; `feedback`
    names what may be said now: "option:2", "answer:0", "near-miss", "unit", "not-a-number", "unfinished".
    A reflection is not `counted`."""

    score: float = 0.0
    parts: tuple[float, ...] = ()
    feedback: tuple[str, ...] = ()
    answered: bool = True
    counted: bool = True

    @property
    def is_full(self) -> bool:
        """Whether everything was right."""
        return self.score >= _FULL


@dataclasses.dataclass(frozen=True, slots=True)
class AttemptGrade:
    """The share of all points reached, whether that is mastery, and the grade of each question by its slug."""

    score: float
    passed: bool
    questions: dict[str, Grade]


NOTHING = Grade(answered=False)


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
    if question.grading == "all" and given.score < _FULL:
        return dataclasses.replace(given, score=0.0)
    return given


def _grade_single(question: Question, response: object) -> Grade:
    """1 for the right option, else 0."""
    option = option_at(question.options, response)
    if option is None:
        return NOTHING
    return Grade(1.0 if option.right else 0.0, feedback=(f"option:{response}",))


def _grade_multiple(question: Question, response: object) -> Grade:
    """Right picks ÷ right options − wrong picks ÷ wrong options, not below 0: ticking everything earns nothing.
    It is Moodle's customary weighting of a multiple-answer question (100/C % and −100/W %), a correction for guessing
    as in Frary (1988), Formula scoring of multiple-choice tests."""
    if not isinstance(response, list | tuple) or not response or len(response) > 2 * len(question.options):
        return NOTHING
    if any(option_at(question.options, place) is None for place in response):
        return NOTHING
    picked, right = set(response), question.right_places
    wrong_count = len(question.options) - len(right)
    hits, misses = len(picked & right), len(picked - right)
    score = (hits / len(right) if right else 0.0) - (misses / wrong_count if wrong_count else 0.0)
    return Grade(max(0.0, score), feedback=tuple(f"option:{place}" for place in sorted(picked)))


def _grade_judgement(question: Question, response: object) -> Grade:
    """The option's points ÷ the points of the best option, not below 0: the usual "pick the best" key of situational
    judgement tests, where experts weigh the options (Weekley, Ployhart & Holtz 2006, in Situational Judgment Tests)."""
    option = option_at(question.options, response)
    if option is None:
        return NOTHING
    best = question.best_worth
    score = max(0.0, option.worth / best) if best > 0 else 0.0
    return Grade(score, feedback=(f"option:{response}",))


def _grade_rated(question: Question, response: object) -> Grade:
    """Each response earns the share of the panel that gave the same rating ÷ the share at the panel's most frequent
    rating; the question earns the mean. This is the aggregate (consensus) scoring of script concordance tests:
    Charlin, Roy, Brailovsky, Goulet & van der Vleuten (2000), Teaching and Learning in Medicine 12(4)."""
    ratings = places_in(response, len(question.options), RATING_COUNT)
    if ratings is None:
        return NOTHING
    parts = tuple(
        0.0 if rating is None or not any(option.panel) else option.panel[rating] / max(option.panel)
        for option, rating in zip(question.options, ratings, strict=True)
    )
    return Grade(_mean(parts), parts, tuple(f"option:{at}" for at, rating in enumerate(ratings) if rating is not None))


def _grade_number(question: Question, response: object) -> Grade:
    """The best range that the number lies in. Comma or dot; `1.000` is tried both as one and as a thousand. A unit
    may be typed; another unit than the author's is not accepted."""
    text = text_in(response)
    if not text:
        return NOTHING
    readings, unit = typed_numbers(text)
    if not readings:
        return Grade(feedback=("not-a-number",))
    if unit and unit not in {normal(name) for name in question.unit.split("|")}:
        return Grade(feedback=("unit",))
    fits = [
        (answer.percent, -place)
        for place, answer in enumerate(question.answers)
        if answer.text == "*" or (answer.low is not None and any(within(n, answer.low, answer.high) for n in readings))
    ]
    return _best_answer(fits)


def _grade_short(question: Question, response: object) -> Grade:
    """The best accepted answer that reads the same after normalising (NFKC, case, spaces, punctuation). Slips of the
    finger earn nothing: they are only told as a near miss. An accepted `*` stands for anything else."""
    text = text_in(response)
    if not text:
        return NOTHING
    typed = normal(text)
    accepted = [normal(answer.text) if answer.text != "*" else "*" for answer in question.answers]
    fits = [(question.answers[place].percent, -place) for place, words in enumerate(accepted) if words == typed != "*"]
    if not fits:
        fits = [(question.answers[place].percent, -place) for place, words in enumerate(accepted) if words == "*"]
    found = _best_answer(fits)
    near = found.score == 0 and any(is_near(typed, words) for words in accepted if words != typed)
    return dataclasses.replace(found, feedback=(*found.feedback, "near-miss")) if near else found


def _grade_cloze(question: Question, response: object) -> Grade:
    """Right gaps ÷ gaps; a gap is right as a short answer is."""
    if not isinstance(response, list | tuple) or len(response) > len(question.blanks):
        return NOTHING
    typed = [normal(text_in(word)) if text_in(word) else "" for word in response]
    typed += [""] * (len(question.blanks) - len(typed))
    if not any(typed):
        return NOTHING
    accepted = [{normal(word) for word in words} for words in question.blanks]
    parts = tuple(float(word in words) for word, words in zip(typed, accepted, strict=True))
    near = tuple(
        f"near-miss:{place}"
        for place, (word, words) in enumerate(zip(typed, accepted, strict=True))
        if word and word not in words and any(is_near(word, other) for other in words)
    )
    return Grade(_mean(parts), parts, near)


def _grade_matching(question: Question, response: object) -> Grade:
    """Right pairs ÷ pairs."""
    chosen = places_in(response, len(question.matches), len(question.choices))
    if chosen is None:
        return NOTHING
    parts = tuple(float(place == right) for place, right in zip(chosen, question.matches, strict=True))
    return Grade(_mean(parts), parts)


def _grade_ordering(question: Question, response: object) -> Grade:
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


def _grade_story(question: Question, response: object) -> Grade:
    """Points along the path ÷ points of the best path, not below 0: credit by path. A story left before its end
    earns nothing yet."""
    walked = walk(question, response)
    if not walked:
        return NOTHING
    options, ended = walked
    best = question.best_path
    own = sum(option.worth for option in options)
    feedback = tuple(f"step:{step}:{place}" for step, place in enumerate(response))
    if not ended:
        return Grade(feedback=(*feedback, "unfinished"))
    score = min(1.0, max(0.0, own / best)) if best > 0 else 0.0
    return Grade(score, tuple(option.worth for option in options), feedback)


def _grade_reflection(question: Question, response: object) -> Grade:
    """Never counted: a person reads it."""
    text = response.strip() if isinstance(response, str) and len(response) <= LONGEST_REFLECTION else ""
    return Grade(answered=bool(text), counted=False)


def _best_answer(fits: list[tuple[float, int]]) -> Grade:
    if not fits:
        return Grade()
    percent, place = max(fits)
    return Grade(min(1.0, percent / 100), feedback=(f"answer:{-place}",))


def _mean(parts: tuple[float, ...]) -> float:
    return min(1.0, sum(parts) / len(parts)) if parts else 0.0


_GRADERS: dict[Kind, Callable[[Question, object], Grade]] = {
    Kind.SINGLE: _grade_single,
    Kind.TRUE_FALSE: _grade_single,
    Kind.MULTIPLE: _grade_multiple,
    Kind.JUDGEMENT: _grade_judgement,
    Kind.RATED: _grade_rated,
    Kind.NUMBER: _grade_number,
    Kind.SHORT: _grade_short,
    Kind.CLOZE: _grade_cloze,
    Kind.MATCHING: _grade_matching,
    Kind.ORDERING: _grade_ordering,
    Kind.STORY: _grade_story,
    Kind.REFLECTION: _grade_reflection,
}
