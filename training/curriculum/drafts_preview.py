"""A draft as a learner would see it. Rendered when somebody looks; nothing is stored, counted or frozen."""

import dataclasses

from training.curriculum.catalogue_store import LessonPage
from training.curriculum.drafts_folder import Checked
from training.curriculum.files import LESSON_FILE
from training.curriculum.freezing import extras_of, frozen_paper
from training.curriculum.page import Scope, scope_of
from training.curriculum.render import render_lesson, render_text
from training.curriculum.shared import Shared


@dataclasses.dataclass(frozen=True)
class Preview:
    """`kind` is lesson, module, course, quiz or practice. A lesson has a `page`, a module an `html` and objectives, a
    course an `html` and a summary, a quiz `questions` (paper questions with their key, for the author),
    practice `parts` of (title, html)."""

    kind: str
    language: str
    title: str
    minutes: int = 0
    page: LessonPage | None = None
    html: str = ""
    objectives: tuple[str, ...] = ()
    summary: str = ""
    questions: tuple = ()
    parts: tuple[tuple[str, str], ...] = ()


def preview(checked: Checked, name: str, shared: Shared) -> Preview | None:
    """The file `name` of a checked draft; None when it cannot be read yet. Raises TooHardToRender."""
    stem, language, _ = name.rsplit(".", 2)
    if stem == "course":
        return checked.course and _course(checked.course, language, shared)
    if checked.module is None:
        return None
    scope = scope_of(checked.course, checked.module, shared.glossary, shared.sources)
    if found := LESSON_FILE.fullmatch(name):
        return _lesson(checked.module.lesson(found[2]), language, scope)
    return {"module": _module, "quiz": _quiz, "practice": _practice}[stem](checked.module, language, scope)


def _lesson(lesson, language, scope: Scope) -> Preview | None:
    if lesson is None or language not in lesson.texts:
        return None
    rendered, title = render_lesson(lesson, language, scope), lesson.texts[language].title
    page = LessonPage(title, rendered.html, rendered.short_html, rendered.note, extras_of(rendered, scope, language),
                      language)
    return Preview("lesson", language, title, lesson.minutes, page)


def _course(course, language, shared) -> Preview | None:
    text, scope = course.texts.get(language), scope_of(course, None, shared.glossary, shared.sources)
    return text and Preview("course", language, text.title, html=render_text(text.body, language, scope),
                            summary=text.summary)


def _module(module, language, scope) -> Preview | None:
    text = module.texts.get(language)
    return text and Preview("module", language, text.title, html=render_text(text.body, language, scope),
                            objectives=text.objectives)


def _quiz(module, language, scope) -> Preview | None:
    quiz = (module.quiz or {}).get(language)
    return quiz and Preview("quiz", language, quiz.title, questions=frozen_paper({language: quiz}, scope).questions)


def _practice(module, language, scope) -> Preview:
    said = [task.texts[language] for task in module.practice.tasks if language in task.texts]
    parts = tuple((text.title, render_text(text.body, language, scope)) for text in said)
    return Preview("practice", language, "", parts=parts)
