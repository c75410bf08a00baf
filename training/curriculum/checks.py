"""Why was my course refused? Every check there is, run over whole folders at once: errors stop a release, warnings do
not. The same check serves the terminal and the web editor; it touches neither database nor web."""

import dataclasses
import datetime as dt
import pathlib

from training.core.problem import Problem
from training.curriculum.alike import counted
from training.curriculum.check_html import check_html
from training.curriculum.check_ids import check_ids
from training.curriculum.check_lessons import check_lesson
from training.curriculum.check_links import check_links
from training.curriculum.check_names import known_modules, unknown_codes
from training.curriculum.check_organisation import check_organisation
from training.curriculum.check_role_plays import check_library
from training.curriculum.check_texts import check_texts
from training.curriculum.contacts import stale_problems
from training.curriculum.course import Course
from training.curriculum.echoes import without_echoes
from training.curriculum.files import Folder
from training.curriculum.parse import parse_course, read_courses
from training.curriculum.parse_role_plays import is_library, read_library
from training.curriculum.role_play import FOLDER
from training.curriculum.shared import Shared, read_shared, shared_root
from training.curriculum.written import files_of


@dataclasses.dataclass(frozen=True)
class Counts:
    """How much was looked at, and how many lessons, quizzes and role plays (files in each language together) have no
    problem."""

    courses: int = 0
    modules: int = 0
    lessons: int = 0
    quizzes: int = 0
    fine_lessons: int = 0
    fine_quizzes: int = 0
    role_plays: int = 0
    fine_role_plays: int = 0


@dataclasses.dataclass(frozen=True)
class Report:
    """All problems in the order of the files, and the courses that could be read."""

    problems: tuple[Problem, ...]
    counts: Counts
    courses: tuple[Course, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that stop a release."""
        return tuple(one for one in self.problems if one.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Those that do not."""
        return tuple(one for one in self.problems if not one.is_error)


def check_everything(
    paths, *, fallback: pathlib.Path | None = None, previous=None, today: dt.date | None = None
) -> Report:
    """`check`, with the shared files found beside the first path (else in the folder `fallback`) and checked too, and
    the role plays at or directly below the paths. With `today`, contacts that nobody looked at for long are told as
    well."""
    root = next((found for path in paths if (found := shared_root(path))), fallback)
    shared, problems = read_shared(root) if root else (Shared(), [])
    problems += check_organisation(shared) if shared.organisation.path else []
    problems += stale_problems(shared.contacts, today) if today else []
    courses = [path for path in paths if not is_library(path)]
    report = check(courses, shared, previous)
    report = _with_role_plays(report, paths, shared)
    return dataclasses.replace(report, problems=_sorted([*problems, *report.problems]))


def _with_role_plays(report: Report, paths, shared: Shared) -> Report:
    folders = [one for path in paths for one in (pathlib.Path(path), pathlib.Path(path) / FOLDER) if is_library(one)]
    problems, role_plays = [], []
    for folder in folders:
        library, found = read_library(folder)
        problems += found + check_library(library, shared, {one.id: one for one in report.courses})
        role_plays += library.role_plays
    broken = {one.path for one in problems}
    fine = [one for one in role_plays if not any(text.path in broken for text in one.texts.values())]
    counts = dataclasses.replace(report.counts, role_plays=len(role_plays), fine_role_plays=len(fine))
    return dataclasses.replace(report, problems=(*report.problems, *problems), counts=counts)


def check(paths, shared: Shared, previous=None) -> Report:
    """Everything wrong with the course folders at `paths`. `previous` are the ids of the last release by
    "course/module", as `check_ids.ids_of` tells them."""
    courses, problems = read_courses(paths)
    return _report(courses, problems, shared, previous)


def check_folder(folder: Folder, shared: Shared, previous=None) -> Report:
    """The same for one course folder in memory (a draft)."""
    course, problems = parse_course(folder)
    return _report([course] if course else [], problems, shared, previous)


def _report(courses, problems, shared, previous):
    others = {one.id: one for one in courses}
    for course in courses:
        problems = [*problems, *check_course(course, shared, others, previous)]
    return Report(_sorted(problems), _counts(courses, problems), tuple(courses))


def check_course(course: Course, shared: Shared, others: dict[str, Course], previous=None) -> list[Problem]:
    """What is wrong with a course that could be read. `others` are the courses it may link to, itself included."""
    files = {one.source.path: one for one in files_of(course)}
    problems = [problem for one in files.values() for problem in check_texts(one, shared)]
    problems += check_links(course, others) + check_html(course, shared)
    for module in course.modules:
        problems += check_ids(module, files, (previous or {}).get(f"{course.id}/{module.id}", {}))
        problems += _module(course, module, files, shared, others)
    return problems


def _module(course, module, files, shared, others):
    written = files[next(iter(module.texts.values())).path]
    source = written.source
    problems = [] if module.lessons else [source.problem("module.no-lessons", module=module.id)]
    if not any(one.path.startswith(f"{module.path}/quiz.") for one in module.files):
        problems.append(source.problem("module.no-quiz", severity="warning", module=module.id))
    problems += _references(source, module, shared) + _critical_denied(written, module, shared)
    problems += unknown_codes(
        source, "prerequisites", module.prerequisites, known_modules(course.path, others), "module.unknown-prerequisite"
    )
    for lesson in module.lessons:
        first = files[next(iter(lesson.texts.values())).path].source
        problems += check_lesson(course, lesson, files) + _references(first, lesson, shared)
    return problems


def _references(source, thing, shared):
    problems = unknown_codes(source, "sources", thing.sources, shared.sources.by_key, "source.unknown-key")
    if shared.framework:
        codes = _Competencies(shared.framework)
        problems += unknown_codes(source, "competencies", thing.competencies, codes, "competency.unknown")
    return problems


def _critical_denied(written, module, shared):
    """A warning where the front matter says `critical: false` and a competency it names is critical."""
    critical = [code for code in module.competencies if shared.framework and code in shared.framework.settings.critical]
    line = next((n for n in range(2, written.body_line) if written.source.lines[n - 1].startswith("critical:")), None)
    if not line or not critical or module.critical:
        return []
    return [written.source.problem(
        "competency.critical-denied", line, mark="false", severity="warning", codes=", ".join(critical),
    )]


class _Competencies:
    """The framework's codes, asked like a set."""

    def __init__(self, framework):
        self.framework, self.near = framework, framework.near

    def __contains__(self, code):
        return self.framework.competency(code) is not None


def _sorted(problems):
    """In the order of the files, each told once, those that only follow from another left out, and what comes over and
    over in one file counted."""
    first = {}
    for one in problems:
        first.setdefault((one.code, one.path, one.line, str(one.facts)), one)
    told = counted(without_echoes(list(first.values())))
    return tuple(sorted(told, key=lambda one: (one.path, one.line or 0, one.code)))


def _counts(courses, problems):
    broken = {one.path for one in problems}
    modules = [module for course in courses for module in course.modules]
    lessons = [lesson for module in modules for lesson in module.lessons]
    quizzes = [module for module in modules if module.quiz]
    return Counts(
        len(courses),
        len(modules),
        len(lessons),
        len(quizzes),
        sum(not any(text.path in broken for text in lesson.texts.values()) for lesson in lessons),
        sum(
            not any(
                f"{text.path.rsplit('/', 1)[0]}/quiz.{language}.md" in broken for language, text in module.texts.items()
            )
            for module in quizzes
        ),
    )
