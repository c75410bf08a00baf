"""What was answered before, as the values of form fields: the reverse of reading a form."""

from training.quizzes.drawing import shown_order
from training.quizzes.form import field_name
from training.quizzes.question import PICKS_ONE, Kind, Question


def fields_shown(question: Question, response, seed: int) -> dict[str, list[str]]:
    """Field name → values to show as chosen or typed."""
    if response is None:
        return {}
    name = field_name(question)
    if question.kind in PICKS_ONE:
        return {name: [str(shown_order(question, seed).index(response))]}
    if question.kind is Kind.MULTIPLE:
        order = shown_order(question, seed)
        return {name: [str(order.index(place)) for place in response]}
    if question.kind is Kind.STORY:
        return {}
    if isinstance(response, dict):
        return {name: [response["text"]], field_name(question, 1): ["1"]}
    if isinstance(response, list):
        return {key: [value] for key, value in _parts(question, response, seed)}
    return {name: [str(response)]}


def _parts(question: Question, response: list, seed: int):
    order = shown_order(question, seed) if question.kind is not Kind.CLOZE else ()
    if question.kind is Kind.MATCHING:
        values = [None if choice is None else order.index(choice) for choice in response]
    elif question.kind in (Kind.ORDERING, Kind.RATED):
        values = [response[place] for place in order]
    else:
        values = response
    for number, value in enumerate(values, 1):
        if value is not None:
            yield field_name(question, number), str(value)
