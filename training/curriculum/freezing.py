"""What a checked module becomes when it is published: sources, rendered lessons, the quiz, tasks, pictures. Pure; it
writes nothing."""

import dataclasses
import functools

from training.core.language import LANGUAGES
from training.curriculum.course import Course, Module
from training.curriculum.markers import ORGANISATION
from training.curriculum.outline import LessonLine, ReleaseOutline, Task, as_data
from training.curriculum.page import Scope, scope_of
from training.curriculum.release_hash import canonical_text, content_hash
from training.curriculum.render import RenderedLesson, render_lesson, render_text
from training.curriculum.shared import Shared
from training.quizzes.frozen import to_data
from training.quizzes.paper import QuizPaper, merge, present_paper
from training.quizzes.question import Quiz


@dataclasses.dataclass(frozen=True)
class FrozenLesson:
    """A lesson in one language, ready to be served. `extras` holds its contents list, self-checks and reflections."""

    slug: str
    language: str
    title: str
    html: str
    short_html: str
    note: str
    extras: dict


@dataclasses.dataclass(frozen=True)
class FrozenModule:
    """Everything of one release. `outline` and `paper` are JSON data; `source` is path → text."""

    slug: str
    content_hash: str
    source: dict
    outline: dict
    paper: dict | None
    lessons: tuple[FrozenLesson, ...]
    assets: tuple


def module_source(module: Module) -> dict[str, str]:
    """The module's Markdown files in canonical form, by path inside the course."""
    return {file.path: canonical_text(file.text) for file in module.files}


def module_hash(module: Module) -> str:
    """The fingerprint of a module as its author wrote it."""
    assets = [(f"{module.path}/{asset.path}", len(asset.data), asset.sha256) for asset in module.assets.values()]
    return content_hash(module_source(module), assets)


def freeze_module(course: Course, module: Module, shared: Shared) -> FrozenModule:
    """`module` as a release. It must have passed the check; raises TooHardToRender otherwise."""
    scope = scope_of(course, module, shared.glossary, shared.sources)
    rendered = {
        (lesson.slug, language): render_lesson(lesson, language, scope)
        for lesson in module.lessons for language in LANGUAGES
    }
    paper = frozen_paper(module.quiz, scope) if module.quiz else None
    lessons = tuple(
        FrozenLesson(
            lesson.slug, language, lesson.texts[language].title, page.html, page.short_html, page.note,
            extras_of(page, scope, language),
        )
        for lesson in module.lessons for language, page in _pages(rendered, lesson.slug)
    )
    return FrozenModule(
        module.id, module_hash(module), module_source(module),
        as_data(_outline(module, scope, rendered, paper)), to_data(paper) if paper else None,
        lessons, tuple(module.assets.values()),
    )


def frozen_paper(quiz: dict, scope: Scope) -> QuizPaper:
    """The quiz of all languages as one paper, its texts rendered."""
    return present_paper(merge(quiz), functools.partial(_rendered, scope))


def _rendered(scope: Scope, text: str, language: str) -> str:
    return render_text(text, language, scope)


def _pages(rendered: dict, slug: str):
    return ((language, page) for (of, language), page in rendered.items() if of == slug)


def extras_of(page: RenderedLesson, scope: Scope, language: str) -> dict:
    """What stands beside the HTML of a lesson: headings, self-checks with their keys, reflections."""
    checks = {slug: to_data(frozen_paper({language: Quiz("", (question,), language=language)}, scope))
              for slug, question in page.checks}
    reflections = {name: {"title": title, "html": html} for name, title, html in page.reflections}
    toc = [dataclasses.asdict(heading) for heading in page.toc]
    return {"toc": toc, "checks": checks, "reflections": reflections}


def _outline(module: Module, scope: Scope, rendered: dict, paper: QuizPaper | None) -> ReleaseOutline:
    texts = {
        language: {
            "title": text.title, "objectives": list(text.objectives), "content_note": text.content_note,
            "changes": text.changes, "html": render_text(text.body, language, scope),
        }
        for language, text in module.texts.items()
    }
    lines = tuple(
        LessonLine(lesson.slug, lesson.id, lesson.minutes,
                   {language: text.title for language, text in lesson.texts.items()},
                   any(text.content_note for text in lesson.texts.values()),
                   # Known from the outline, so that no other lesson asks the database for such texts.
                   any(ORGANISATION in page.html + page.short_html for _, page in _pages(rendered, lesson.slug)))
        for lesson in module.lessons
    )
    asked = [question for question in paper.keys if not question.alternative_to] if paper else []
    count = min(paper.source.draw or len(asked), len(asked)) if paper else 0
    return ReleaseOutline(
        0, 0, "", module.change, None, module.author, module.reviewer, texts, module.competencies, module.critical,
        lines, (*_lesson_tasks(module, rendered), *_module_tasks(module, scope)), count,
        paper.source.mastery if paper else 0.0,
    )


def _lesson_tasks(module: Module, rendered: dict) -> tuple[Task, ...]:
    found: dict[tuple[str, str], dict] = {}
    for lesson in module.lessons:
        for language, page in _pages(rendered, lesson.slug):
            for name, title, html in page.reflections:
                found.setdefault((lesson.slug, name), {})[language] = {"title": title, "html": html}
    return tuple(Task(name, "reflection", slug, texts) for (slug, name), texts in found.items())


def _module_tasks(module: Module, scope: Scope) -> tuple[Task, ...]:
    return tuple(
        Task(task.id, task.kind, "", {
            language: {"title": text.title, "html": render_text(text.body, language, scope)}
            for language, text in task.texts.items()
        })
        for task in module.practice.tasks
    )
