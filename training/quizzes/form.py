"""From the fields of one plain HTML form to an answer as `grading` takes it.

Field names (counting from 1 in the order shown):

| kind | fields |
|---|---|
| single, true-false, judgement | `q-<slug>`: one shown place |
| multiple | `q-<slug>`, once per tick |
| number, short | `q-<slug>`: text |
| reflection | `q-<slug>`: text; `q-<slug>--1`: 1 to share it |
| cloze | `q-<slug>--<n>`: text of gap n |
| matching | `q-<slug>--<n>`: for left side n the shown place of a choice |
| ordering | `q-<slug>--<n>`: for the item shown as n its rank, from 1 |
| rated | `q-<slug>--<n>`: for the option shown as n a rating 0–3 |
| story | `q-<slug>--<n>`: the choice at step n |

Two hyphens never occur in a slug, so no two questions share a field.
"""

from collections.abc import Mapping, Sequence

from training.quizzes.drawing import shown_order
from training.quizzes.question import PICKS_ONE, Kind, Question

Fields = Mapping[str, Sequence[str]]


def field_name(question: Question, number: int = 0) -> str:
    """The name of a question's field, or of its part `number`."""
    return f"q-{question.slug}--{number}" if number else f"q-{question.slug}"


def response_from_form(question: Question, fields: Fields, seed: int, earlier: object = None) -> object:
    """The answer in the form's fields, None when there is none. What does not fit (not a place shown, given twice)
    is left out. `earlier` is the path of a story already walked: its steps stand, whatever the form says."""
    if question.kind in PICKS_ONE:
        order = shown_order(question, seed)
        place = _number(_one(fields, field_name(question)), len(order))
        return None if place is None else order[place]
    if question.kind is Kind.MULTIPLE:
        order = shown_order(question, seed)
        given = list(fields.get(field_name(question), ()))[: 2 * len(order)]
        places = {place for text in given if (place := _number(text, len(order))) is not None}
        return sorted(order[place] for place in places) or None
    if question.kind is Kind.STORY:
        return _path(question, fields, earlier)
    if question.kind in _PARTED:
        return _PARTED[question.kind](question, fields, seed)
    text = _one(fields, field_name(question))
    if question.kind is Kind.REFLECTION and text and _one(fields, field_name(question, 1)) == "1":
        return {"text": text, "shared": True}
    return text or None


def _cloze(question: Question, fields: Fields, seed: int) -> list[str] | None:
    words = [_one(fields, field_name(question, number)) for number in range(1, len(question.blanks) + 1)]
    return words if any(words) else None


def _matching(question: Question, fields: Fields, seed: int) -> list[int | None] | None:
    order = shown_order(question, seed)
    shown = [
        _number(_one(fields, field_name(question, number)), len(order)) for number in range(1, len(question.lefts) + 1)
    ]
    return _unless_empty([None if place is None else order[place] for place in shown])


def _ordering(question: Question, fields: Fields, seed: int) -> list[int | None] | None:
    order = shown_order(question, seed)
    ranks: list[int | None] = [None] * len(order)
    for number, item in enumerate(order, 1):
        ranks[item] = _number(_one(fields, field_name(question, number)), len(order) + 1) or None
    return _unless_empty(ranks)


def _rated(question: Question, fields: Fields, seed: int) -> list[int | None] | None:
    order = shown_order(question, seed)
    ratings: list[int | None] = [None] * len(order)
    for number, option in enumerate(order, 1):
        ratings[option] = _number(_one(fields, field_name(question, number)), 4)
    return _unless_empty(ratings)


def _path(question: Question, fields: Fields, earlier: object) -> list[int] | None:
    path = list(earlier) if isinstance(earlier, list | tuple) else []
    longest = len(question.scenes) + 1
    while len(path) < longest:
        place = _number(_one(fields, field_name(question, len(path) + 1)), 1000)
        if place is None:
            break
        path.append(place)
    return path or None


def _one(fields: Fields, name: str) -> str:
    given = fields.get(name, ())
    return given[0] if len(given) == 1 and isinstance(given[0], str) else ""


def _number(text: str, below: int) -> int | None:
    if not (isinstance(text, str) and 0 < len(text) <= 4 and text.isascii() and text.isdigit()):
        return None
    return int(text) if int(text) < below else None


def _unless_empty(places: list[int | None]) -> list[int | None] | None:
    return places if any(place is not None for place in places) else None


_PARTED = {Kind.CLOZE: _cloze, Kind.MATCHING: _matching, Kind.ORDERING: _ordering, Kind.RATED: _rated}
