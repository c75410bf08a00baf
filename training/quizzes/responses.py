"""Answers as browsers send them, made safe to look at: anything forged is no answer at all."""

from training.quizzes.answers import LONGEST_ANSWER
from training.quizzes.question import Option, Question

LONGEST_REFLECTION = 20_000


def option_at(options: tuple[Option, ...], place: object) -> Option | None:
    """The option at a place; None when the place is none of them."""
    if type(place) is not int or not 0 <= place < len(options):
        return None
    return options[place]


def places_in(response: object, count: int, below: int) -> tuple[int | None, ...] | None:
    """`count` places, each None or from 0 to `below` - 1, missing ones filled up; None when nothing is answered or
    anything is forged."""
    if not isinstance(response, list | tuple) or len(response) > count:
        return None
    for place in response:
        if place is not None and (type(place) is not int or not 0 <= place < below):
            return None
    if all(place is None for place in response):
        return None
    return (*response, *[None] * (count - len(response)))


def text_in(response: object) -> str:
    """A typed answer; "" when it is none or longer than LONGEST_ANSWER."""
    return response.strip() if isinstance(response, str) and len(response) <= LONGEST_ANSWER else ""


def words_of(response: object) -> str:
    """What was written in an open question, whether it is shared or not; "" when it is nothing, or too long."""
    text = response.get("text") if isinstance(response, dict) else response
    return text.strip() if isinstance(text, str) and len(text) <= LONGEST_REFLECTION else ""


def walk(question: Question, path: object) -> tuple[tuple[Option, ...], bool] | None:
    """The options along a path through a story, and whether the story is over; None for an empty or forged path."""
    if not isinstance(path, list | tuple) or not path or len(path) > len(question.scenes) + 1:
        return None
    slug, taken, over = "", [], False
    for place in path:
        option = None if over else option_at(question.steps.get(slug, ()), place)
        if option is None:
            return None
        taken.append(option)
        slug = option.goto
        over = not slug or not question.steps.get(slug)
    return tuple(taken), over
