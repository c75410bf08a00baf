"""What holds for any question of any kind that Hypothesis can make, and for any answer to it."""

import dataclasses
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprints.web.answers_shown import fields_shown
from tests.training.quizzes.strategies import CHOSEN, QUESTIONS, STORIES, TYPED
from training.quizzes.form import response_from_form
from training.quizzes.grading import grade
from training.quizzes.question import PICKS_ONE, Kind, Question
from training.quizzes.responses import walk

SEEDS = st.integers(0, 2**31)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=8,
)
laws = settings(max_examples=300, deadline=None)


def places(count, below):
    return st.lists(st.none() | st.integers(0, below - 1), min_size=count, max_size=count)


def words_for(texts):
    return st.sampled_from(sorted(texts)) | st.text(min_size=1, max_size=8)


def fitting(question: Question):
    """Answers as a form would give them, right and wrong ones."""
    count = len(question.options)
    if question.kind in PICKS_ONE:
        return st.integers(0, count - 1)
    if question.kind is Kind.MULTIPLE:
        return st.sets(st.integers(0, count - 1), min_size=1).map(sorted)
    if question.kind is Kind.RATED:
        return places(count, 4)
    if question.kind is Kind.MATCHING:
        return places(len(question.lefts), len(question.choices))
    if question.kind is Kind.ORDERING:
        return st.permutations(range(1, len(question.items) + 1)).map(list)
    if question.kind is Kind.CLOZE:
        return st.tuples(*(words_for(accepted) for accepted in question.blanks)).map(list)
    if question.kind is Kind.STORY:
        return st.lists(st.integers(0, 4), min_size=1, max_size=2)
    return words_for([answer.text for answer in question.answers] or ["saya"])


answered = QUESTIONS.flatmap(lambda question: st.tuples(st.just(question), fitting(question)))


def one_part_better(question: Question, response, at: int):
    """The same answer with one part of it made right."""
    if question.kind in PICKS_ONE:
        return max(range(len(question.options)), key=lambda place: question.options[place].worth)
    if question.kind is Kind.MULTIPLE:
        place = at % len(question.options)
        return sorted(set(response) | {place} if question.options[place].right else set(response) - {place})
    if question.kind is Kind.ORDERING:
        at %= max(1, len(response) - 1)
        return response[:at] + sorted(response[at:at + 2]) + response[at + 2:]
    right = {
        Kind.RATED: lambda: [option.panel.index(max(option.panel)) for option in question.options],
        Kind.MATCHING: lambda: list(question.matches),
        Kind.CLOZE: lambda: [words[0] for words in question.blanks],
    }
    if question.kind in right and response:
        at %= len(response)
        return [*response[:at], right[question.kind]()[at], *response[at + 1:]]
    return response


@laws
@given(QUESTIONS, JSON)
def test_whatever_a_browser_sends_scores_between_0_and_1(question, response):
    score = grade(question, response).score
    assert math.isfinite(score) and 0 <= score <= 1


@laws
@given(answered)
def test_whatever_a_form_holds_scores_between_0_and_1(pair):
    given_grade = grade(*pair)
    assert 0 <= given_grade.score <= 1
    assert pair[0].kind in (Kind.JUDGEMENT, Kind.STORY) or all(0 <= part <= 1 for part in given_grade.parts)


@laws
@given(answered, st.integers(0, 9))
def test_making_one_part_right_never_lowers_the_score(pair, at):
    question, response = pair
    better = one_part_better(question, response, at)
    assert grade(question, better).score >= grade(question, response).score - 1e-9


@laws
@given(answered, SEEDS)
def test_the_order_shown_does_not_change_the_answer(pair, seed):
    question, response = pair
    if question.kind is Kind.STORY and not walk(question, response):
        return
    fields = fields_shown(question, response, seed)
    if question.kind is not Kind.STORY and fields:
        again = response_from_form(question, fields, seed)
        assert grade(question, again) == grade(question, response)


@laws
@given(CHOSEN, st.data())
def test_the_author_s_order_of_options_does_not_change_the_score(question, data):
    order = data.draw(st.permutations(range(len(question.options))))
    response = data.draw(fitting(question))
    moved = dataclasses.replace(question, options=tuple(question.options[place] for place in order))
    if question.kind is Kind.RATED:
        other = [response[place] for place in order]
    elif question.kind is Kind.MULTIPLE:
        other = [order.index(place) for place in response]
    else:
        other = order.index(response)
    assert grade(moved, other).score == pytest.approx(grade(question, response).score)


@laws
@given(TYPED, st.data())
def test_the_author_s_order_of_accepted_answers_does_not_change_the_score(question, data):
    response = data.draw(fitting(question))
    moved = dataclasses.replace(question, answers=tuple(data.draw(st.permutations(question.answers))))
    assert grade(moved, response).score == grade(question, response).score


@laws
@given(STORIES, st.data())
def test_no_path_through_a_story_earns_more_than_the_best_one(question, data):
    path = data.draw(fitting(question))
    walked = walk(question, path)
    if walked and walked[1]:
        own = sum(option.worth for option in walked[0])
        assert own <= question.best_path + 1e-9 or question.best_path <= 0
