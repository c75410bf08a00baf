"""The tasks of a practice file: reflections and exercises, the two languages matched by id."""

from training.core.language import LANGUAGES
from training.curriculum.course import PracticeTask, TaskText
from training.curriculum.sections import cut_sections

KINDS = ("reflection", "practice")


def read_tasks(documents: dict) -> tuple[tuple[PracticeTask, ...], list]:
    """The tasks in the order of the first language, and what is wrong with them. `documents` are by language."""
    by_language, problems = {}, []
    for language, document in documents.items():
        _, sections = cut_sections(document.body, document.body_line, KINDS)
        problems += _faults(document, sections)
        by_language[language] = {one.id: one for one in sections if one.id}
    problems += unequal_ids({one: documents[one].source for one in documents}, by_language)
    order = dict.fromkeys(key for one in LANGUAGES if one in by_language for key in by_language[one])
    return tuple(_task(key, by_language, documents) for key in order), problems


def _task(key, by_language, documents):
    found = {one: sections[key] for one, sections in by_language.items() if key in sections}
    texts = {
        one: TaskText(section.title, section.body, section.line, documents[one].source.path)
        for one, section in found.items()
    }
    return PracticeTask(key, next(iter(found.values())).kind, texts)


def _faults(document, sections):
    problems, source = [], document.source
    if not sections:
        problems.append(source.problem("practice.empty", document.body_line if document.body.strip() else None))
    return problems + section_faults(source, sections)


def section_faults(source, sections) -> list:
    """Faults that any cut section can have: no id, the same id twice, nothing written in it."""
    problems, seen = [], {}
    for one in sections:
        if one.id is None:
            problems.append(source.problem("section.no-id", one.line, example=_example_id(one.kind)))
        elif one.id in seen:
            line = source.line_of(one.id, start=one.line) or one.line
            problems.append(
                source.problem("id.repeated", line, mark=one.id, id=one.id, other=f"{source.path}, {seen[one.id]}")
            )
        if not one.body.strip() and not (one.kind == "reflection" and len(one.title) > 60):
            problems.append(source.problem("section.empty", one.line))
        seen.setdefault(one.id, one.line)
    return problems


def _example_id(kind):
    return {"reflection": "r-jeda", "practice": "p-jeda"}[kind]


def unequal_ids(sources: dict, by_language: dict) -> list:
    """Ids that stand in one language only. `by_language` maps language to id to section."""
    if set(by_language) != set(LANGUAGES):
        return []
    problems = []
    for here, there in (LANGUAGES, LANGUAGES[::-1]):
        for key, section in by_language[here].items():
            if key not in by_language[there]:
                problems.append(
                    sources[here].problem("translation.id-missing", section.line, id=key, other=sources[there].path)
                )
    return problems
