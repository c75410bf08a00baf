"""Ids: used once, and kept. Learners' readings and answers hang on them, so an id that was published may not change its
meaning or vanish unnoticed."""

import dataclasses

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum.course import Module
from training.curriculum.render import cut_body
from training.curriculum.source import near_miss
from training.curriculum.written import Written
from training.quizzes.keys import KIND_NAMES
from training.quizzes.question import Kind

NAMES = {
    "lesson": ("pelajaran", "lesson"),
    "practice": ("latihan", "practice"),
    "check": ("soal di pelajaran", "question in a lesson"),
}
RENAMED = 0.8
"""How alike (0–1) an id gone and a new one must be to count as one id misspelt, not as two."""


@dataclasses.dataclass(frozen=True)
class Ids:
    """What ids named when they were published, as `ids_of` tells it: in the last release, and in any before. An id
    that was taken out once may come back, but never as something else."""

    current: dict[str, str] = dataclasses.field(default_factory=dict)
    retired: dict[str, str] = dataclasses.field(default_factory=dict)


def ids_of(module: Module) -> dict[str, str]:
    """Every id of a module with what it names: "lesson", "reflection", "practice", "check" or the question's kind."""
    found = {one.id: "lesson" for one in module.lessons} | {one.id: one.kind for one in module.practice.tasks}
    quiz = next((module.quiz[one] for one in LANGUAGES if one in (module.quiz or {})), None)
    found |= {one.slug: str(one.kind) for one in quiz.questions} if quiz else {}
    for lesson in module.lessons:
        text = lesson.texts.get("id") or lesson.texts["en"]
        cut = cut_body(text.body, text.path, "id", text.body_line)
        found |= {one.question.slug: "check" for one in cut.checks} | {
            one.id: "reflection" for one in cut.reflections if one.id
        }
    return found


def check_ids(module: Module, files: dict[str, Written], before: Ids | None) -> list[Problem]:
    """Ids that stand twice in a module, and ids that changed since they were published (`before`; None without a
    release)."""
    return _repeated(module, files) + (_changed(module, before, files) if before else [])


def _repeated(module: Module, files):
    """The same id in two files of one language. Within one file the reader of that file has already told it."""
    problems = []
    for language in LANGUAGES:
        seen = {}
        for name, path, line in _places(module, language):
            if name in seen and seen[name][0] != path:
                facts = {"id": name, "other": f"{seen[name][0]}, {seen[name][1]}"}
                source = files[path].source
                at = source.line_of(name, start=line) or line
                problems.append(source.problem("id.repeated", at, mark=name, **facts))
            seen.setdefault(name, (path, line))
    return problems


def _places(module, language):
    for lesson in module.lessons:
        if text := lesson.texts.get(language):
            cut = cut_body(text.body, text.path, language, text.body_line)
            yield from ((one.question.slug, text.path, one.first) for one in cut.checks)
            yield from ((one.id, text.path, one.line) for one in cut.reflections if one.id)
    for task in module.practice.tasks:
        if text := task.texts.get(language):
            yield task.id, text.path, text.line
    quiz = (module.quiz or {}).get(language)
    for one in quiz.questions if quiz else ():
        yield one.slug, f"{_folder(module)}/quiz.{language}.md", one.line


def _folder(module):
    return next(iter(module.texts.values())).path.rsplit("/", 1)[0]


def _changed(module, before, files):
    now, problems = ids_of(module), []
    new = [one for one in now if one not in before.current]
    for name, kind in (before.retired | before.current).items():
        if name in now and kind != now[name]:
            facts = {"id": name, **_both("kind", now[name]), **_both("before", kind)}
            problems.append(_at(name, files, module, "id.other-kind", "error", **facts))
        elif name not in now and name in before.current:
            # What became another kind has to take a new id, so only the same kind can be the old one renamed.
            guess = near_miss(name, [one for one in new if now[one] == kind], RENAMED)
            code, severity = ("id.changed", "error") if guess else ("id.gone", "warning")
            problems.append(_at(guess or name, files, module, code, severity, id=name, new=guess or ""))
    return problems


def _both(fact, kind):
    """A kind in the words an author reads, as the facts `<fact>_id` and `<fact>_en`."""
    names = NAMES.get(kind) or KIND_NAMES[Kind(kind)]
    return {f"{fact}_id": names[0], f"{fact}_en": names[1]}


def _at(name, files, module, code, severity, **facts):
    folder = _folder(module)
    for path, written in files.items():
        line = written.source.line_of(name) if path.startswith(f"{folder}/") else None
        if line:
            return written.source.problem(code, line, mark=name, severity=severity, **facts)
    return Problem(code, severity, folder, None, facts)
