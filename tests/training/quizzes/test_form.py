"""A plain form becomes an answer; whatever does not fit becomes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.quizzes.samples import RIGHT, every_kind
from training.quizzes.drawing import shown_order
from training.quizzes.form import field_name, response_from_form
from training.quizzes.grading import grade
from training.quizzes.question import Kind

ALL = every_kind()
SEED = 7


def fields_for(question, response):
    """The form that a browser would send to give this answer."""
    name, kind = field_name(question), question.kind
    order = shown_order(question, SEED)
    if kind in (Kind.NUMBER, Kind.SHORT, Kind.REFLECTION):
        return {name: [response]}
    if kind is Kind.MULTIPLE:
        return {name: [str(order.index(place)) for place in response]}
    if kind in (Kind.SINGLE, Kind.TRUE_FALSE, Kind.JUDGEMENT):
        return {name: [str(order.index(response))]}
    if kind is Kind.MATCHING:
        response = [order.index(place) for place in response]
    if kind in (Kind.ORDERING, Kind.RATED):
        response = [response[place] for place in order]
    return {field_name(question, number): [str(value)] for number, value in enumerate(response, 1)}


@pytest.mark.parametrize("slug", RIGHT)
def test_the_right_answer_comes_through_every_form(slug):
    question = ALL[slug]
    response = response_from_form(question, fields_for(question, RIGHT[slug]), SEED)
    assert response == RIGHT[slug]


@pytest.mark.parametrize("slug", RIGHT)
@pytest.mark.parametrize("value", ["", "99", "-1", "x", "1e0", "٣", "0" * 5000, " "])
def test_forged_values_earn_nothing(slug, value):
    question = ALL[slug]
    names = [field_name(question), *(field_name(question, number) for number in range(6))]
    response = response_from_form(question, {name: [value] for name in names}, SEED)
    assert grade(question, response).score == 0


def test_a_field_sent_twice_is_no_answer_where_one_is_asked():
    question = ALL["satu"]
    assert response_from_form(question, {"q-satu": ["0", "1"]}, SEED) is None


def test_an_empty_form_is_no_answer():
    assert all(response_from_form(question, {}, SEED) is None for question in ALL.values())


def test_steps_already_walked_stand():
    story = ALL["cerita"]
    assert response_from_form(story, {"q-cerita--1": ["0"], "q-cerita--2": ["1"]}, SEED, [1]) == [1, 1]
    assert response_from_form(story, {"q-cerita--3": ["0"]}, SEED, [1]) == [1]


def test_no_two_questions_can_share_a_field():
    assert field_name(ALL["satu"], 1) == "q-satu--1"


@given(
    st.sampled_from(sorted(ALL)),
    st.dictionaries(
        st.sampled_from([f"q-{slug}{part}" for slug in ALL for part in ("", "--1", "--2", "--3")]),
        st.lists(st.text(max_size=5) | st.integers(-2, 9).map(str), max_size=3),
    ),
)
def test_no_form_can_break_it(slug, fields):
    grade(ALL[slug], response_from_form(ALL[slug], fields, SEED))
