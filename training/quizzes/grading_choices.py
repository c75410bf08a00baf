"""Grades what was chosen among an author's options: one, several, the best, a rating of each, or a path."""

from training.quizzes.grades import NOTHING, Grade, mean
from training.quizzes.question import Question
from training.quizzes.responses import option_at, places_in, walk

RATING_COUNT = 4


def grade_single(question: Question, response: object) -> Grade:
    """1 for the right option, else 0."""
    option = option_at(question.options, response)
    if option is None:
        return NOTHING
    return Grade(1.0 if option.right else 0.0, feedback=(f"option:{response}",))


def grade_multiple(question: Question, response: object) -> Grade:
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


def grade_judgement(question: Question, response: object) -> Grade:
    """The option's points ÷ the points of the best option, not below 0: the usual "pick the best" key of situational
    judgement tests, where experts weigh the options (Weekley, Ployhart & Holtz 2006, in Situational Judgment Tests)."""
    option = option_at(question.options, response)
    if option is None:
        return NOTHING
    best = question.best_worth
    score = max(0.0, option.worth / best) if best > 0 else 0.0
    return Grade(score, feedback=(f"option:{response}",))


def grade_rated(question: Question, response: object) -> Grade:
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
    return Grade(mean(parts), parts, tuple(f"option:{at}" for at, rating in enumerate(ratings) if rating is not None))


def grade_story(question: Question, response: object) -> Grade:
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
