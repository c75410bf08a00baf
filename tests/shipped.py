"""The courses in courses/ as they are read, once for all tests that look at their words."""

import functools

from blueprints.web.settings import ROOT
from training.curriculum.course import Course
from training.curriculum.parse import read_courses
from training.curriculum.render import cut_body
from training.quizzes.question import Question


@functools.cache
def courses() -> dict[str, Course]:
    """Every shipped course by its id."""
    return {course.id: course for course in read_courses([ROOT / "courses"])[0]}


def questions(course: Course, language: str) -> list[Question]:
    """Every question of a course: those of its quizzes and those inside its lessons."""
    found = []
    for module in course.modules:
        found += module.quiz[language].questions if module.quiz and language in module.quiz else ()
        for lesson in module.lessons:
            if text := lesson.texts.get(language):
                found += [one.question for one in cut_body(text.body, text.path, language, text.body_line).checks]
    return found
