"""The courses show every kind of question where it fits, and every question leads back to its passage."""

import pytest

from tests import shipped
from training.core.language import LANGUAGES
from training.quizzes.question import Kind

QUIZZES = [(course.id, module.id, language) for course in shipped.courses().values() for module in course.modules
           for language in LANGUAGES if module.quiz]


def quiz_of(course, module, language):
    return next(one for one in shipped.courses()[course].modules if one.id == module).quiz[language]


@pytest.mark.parametrize("course", ["getting-to-know-sebaya", "trauma-informed"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_and_the_trauma_informed_course_use_every_kind(course, language):
    used = {question.kind for module in shipped.courses()[course].modules
            for question in module.quiz[language].questions}
    assert used == set(Kind)


def test_the_manual_draws_from_a_bank_and_a_heavy_question_has_a_gentle_one():
    quizzes = [quiz_of(*one) for one in QUIZZES]
    assert any(quiz.draw for quiz in quizzes)
    for quiz in quizzes:
        replaced = {question.alternative_to for question in quiz.questions}
        assert {question.slug for question in quiz.questions if question.content_note} <= replaced


@pytest.mark.parametrize(("course", "module", "language"), QUIZZES)
def test_every_question_names_the_lesson_to_read_again(course, module, language):
    silent = [question.slug for question in quiz_of(course, module, language).questions if not question.passage]
    assert not silent


@pytest.mark.parametrize(("course", "module", "language"), [one for one in QUIZZES if one[0] == "trauma-informed"])
def test_the_trauma_informed_questions_name_the_very_heading(course, module, language):
    silent = [question.slug for question in quiz_of(course, module, language).questions if not question.heading]
    assert not silent
