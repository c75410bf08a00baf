"""What is published: the questions that doors ask of courses, modules, lessons and quizzes. All take the session first,
answer None for what nobody published, and refuse nothing; what is asked of one learner is in progress.py.
"""

from training.curriculum.catalogue_store import (
    LessonPage,
    lesson,
    medium,
    module_of_release,
    paper,
    published_course,
    published_courses,
    published_module,
)

__all__ = (
    "LessonPage", "lesson", "medium", "module_of_release", "paper", "published_course", "published_courses",
    "published_module",
)
