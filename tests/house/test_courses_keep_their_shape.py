"""The six courses have the modules, lessons and competencies that were planned, and every lesson has the same calm
shape: a situation, at most three ideas, sentences one can use, a minute to try, a question or two, one step, sources.

A lesson's length counts everything read on its page, with the questions in it. The last lesson of a course may have
one heading more: what one can do now, what not, and whom to turn to.
"""

import re
from collections import Counter

import pytest

from tests import shipped
from training.core.language import LANGUAGES
from training.curriculum.reading_time import count_words
from training.curriculum.render import cut_body
from training.framework.read import read_framework
from training.quizzes.question import Kind

PLAN = {
    "peer-support": {"ps-1": (4, "E1 E3 B2"), "ps-2": (3, "B2 C2"), "ps-3": (3, "B2 E2 A2"), "ps-4": (3, "E2 E1"),
                     "ps-5": (2, "E1")},
    "group-facilitation": {"gf-1": (3, "A1 D1 E3"), "gf-2": (4, "A1 A2"), "gf-3": (3, "C1 C2"),
                           "gf-4": (4, "A3 C1 C2"), "gf-5": (3, "C3 D1"), "gf-6": (2, "C2 E3 E1")},
    "trauma-informed": {"tic-1": (3, "D1 B1"), "tic-2": (4, "D1 A1"), "tic-3": (3, "D1 C4"),
                        "tic-4": (4, "D2 A2 D4 E1"), "tic-5": (2, "D1 B1 A2")},
    "coping-strategies": {"cop-1": (3, "C4 D1"), "cop-2": (3, "C4 A3"), "cop-3": (3, "C4 B1"), "cop-4": (3, "C4 C2"),
                          "cop-5": (3, "C4 C2 D4")},
    "counselling-guidance": {"kd-1": (3, "B1 D4 E2"), "kd-2": (3, "B1"), "kd-3": (3, "B1 C4 D1"),
                             "kd-4": (4, "D3 A2 D4 E1"), "kd-5": (2, "D4 E1")},
    "psychosocial-services": {"psr-1": (4, "D4 E3"), "psr-2": (3, "D3 D4"), "psr-3": (4, "D2 D4 A2"),
                              "psr-4": (3, "D1 D4 C2"), "psr-5": (2, "E3 E1 A2")},
}
TWO_SIGNATURES = 20
CRITICAL = {"gf-2", "tic-2", "tic-3", "tic-4", "kd-4", "kd-5", "psr-1", "psr-3"}
WORDS, SHORT_WORDS, MINUTES, QUESTIONS = (450, 700), (95, 145), (8, 12), (6, 8)
IDEAS = 3
BOXES = {"id": ("contoh", "coba", "kelompok", "langkah"), "en": ("example", "try", "group", "step")}
READING = {"id": "## Bacaan lanjut\n", "en": "## Further reading\n"}
MODULES = [(course, module) for course, modules in PLAN.items() for module in modules]


def module_of(course, module):
    return next(one for one in shipped.courses()[course].modules if one.id == module)


def within(number, bounds) -> bool:
    return bounds[0] <= number <= bounds[1]


def misshapen(text, language, *, is_last):
    """What a lesson in one language has too much or too little of."""
    body, ideas = text.body.split(READING[language])[0], IDEAS + is_last
    cut = cut_body(text.body, text.path, language, text.body_line)
    headings = re.findall(r"^## ", body, re.MULTILINE)
    yield "length", within(count_words(text.body), WORDS)
    yield "short version", within(count_words(text.short_version), SHORT_WORDS) or not text.content_note
    yield "situation first", count_words(body.split("\n## ")[0]) >= 20 and not body.lstrip().startswith("#")
    yield "ideas", within(len(headings), (1, ideas))
    yield "questions", within(len(cut.checks), (1, 3))
    yield "further reading", "{{sumber:" in text.body.partition(READING[language])[2]
    for box in BOXES[language]:
        yield box, f"> [!{box}]" in body


def test_the_six_courses_have_the_planned_modules_and_lessons():
    found = {course: {one.id: len(one.lessons) for one in shipped.courses()[course].modules} for course in PLAN}
    assert found == {course: {name: count for name, (count, _) in modules.items()} for course, modules in PLAN.items()}
    assert sum(map(len, found.values())) == 31
    assert sum(sum(modules.values()) for modules in found.values()) == 96


@pytest.mark.parametrize(("course", "module"), MODULES)
def test_a_lesson_has_its_shape_in_both_languages(course, module):
    lessons = module_of(course, module).lessons
    ends_the_course = module == list(PLAN[course])[-1]
    for lesson in lessons:
        assert within(lesson.minutes, MINUTES), lesson.slug
        for language in LANGUAGES:
            is_last = ends_the_course and lesson is lessons[-1]
            wrong = [part for part, is_right in misshapen(lesson.texts[language], language, is_last=is_last)
                     if not is_right]
            assert not wrong, (lesson.slug, language, wrong)


@pytest.mark.parametrize(("course", "module"), MODULES)
def test_a_module_has_objectives_a_quiz_a_reflection_a_task_and_its_competencies(course, module):
    one = module_of(course, module)
    tasks = Counter(task.kind for task in one.practice.tasks)
    assert set(one.competencies) == set(PLAN[course][module][1].split())
    assert one.critical == (module in CRITICAL)
    assert one.sources
    assert tasks["reflection"] >= 1
    assert tasks["practice"] >= 1
    for language in LANGUAGES:
        assert within(len(one.texts[language].objectives), (2, 3))


def test_two_sign_where_a_critical_competency_is_named_and_the_manual_takes_one():
    settings = read_framework(shipped.ROOT / "courses" / "competencies" / "framework.yml")[0].settings
    assert settings.critical == ("A2", "D1", "D2", "D3", "D4")
    two = [module for course, module in MODULES
           if settings.takes_two_signatures(module_of(course, module).critical, module_of(course, module).competencies)]
    assert len(two) == TWO_SIGNATURES and set(two) >= CRITICAL
    assert not any(settings.takes_two_signatures(one.critical, one.competencies)
                   for one in shipped.courses()["getting-to-know-sebaya"].modules)


@pytest.mark.parametrize(("course", "module"), MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quiz_has_six_to_eight_questions_and_mastery_at_eighty_percent(course, module, language):
    quiz = module_of(course, module).quiz[language]
    asked = [one for one in quiz.questions if not one.alternative_to]
    assert within(len(asked), QUESTIONS)
    assert quiz.mastery == 0.8
    assert any(one.kind in (Kind.RATED, Kind.JUDGEMENT, Kind.STORY) for one in asked) or module == "tic-1"


def test_every_competency_is_met_by_two_modules_and_tension_by_a_role_play_beside_its_own():
    met = Counter(code for modules in PLAN.values() for _, codes in modules.values() for code in codes.split())
    assert [code for code, count in met.items() if count < 2] == ["C3"]
    for language in LANGUAGES:
        tasks = [task.texts[language].body for task in module_of("group-facilitation", "gf-3").practice.tasks]
        assert any("C3-" in body for body in tasks)
