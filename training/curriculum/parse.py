"""From a Markdown folder to a course, as a value. It reads and understands; whether the course makes sense is asked
in `checks.py`. One broken file never hides the rest."""

import pathlib
import posixpath
import re

from training.core.problem import Problem
from training.curriculum import keys
from training.curriculum.course import Course, CourseText, TextFile
from training.curriculum.files import Folder, decode, read_folder
from training.curriculum.language_pair import read_pair
from training.curriculum.parse_module import module_folders, read_module
from training.curriculum.source import SourceFile, near_miss

COURSE_FILE = re.compile(r"course\.(id|en)\.md")
NOT_COURSES = ("competencies",)


def read_courses(paths) -> tuple[list[Course], list[Problem]]:
    """Every course in the folders of `paths`; a path is one course, or a folder that holds courses."""
    courses, problems = [], []
    for path in paths:
        folders = course_folders(path)
        if not folders:
            problems.append(Problem("course.not-here", "error", str(path), facts={"path": str(path)}))
        for folder in folders:
            course, found = read_course(folder)
            courses += [course] if course else []
            problems += found
    return sorted(courses, key=lambda one: (one.order, one.id)), problems


def course_folders(path) -> list[pathlib.Path]:
    """The course folders at `path`: itself, or those directly inside it. Names that start with "_" or "." are
    left out."""
    path = pathlib.Path(path)
    if is_course_folder(path):
        return [path]
    if not path.is_dir():
        return []
    return sorted(
        one
        for one in path.iterdir()
        if one.name[0] not in "._" and one.name not in NOT_COURSES and is_course_folder(one)
    )


def is_course_folder(path: pathlib.Path) -> bool:
    """Whether the folder says it is a course: it has a course file, or a module folder."""
    if not path.is_dir() or path.is_symlink():
        return False
    return any(path.glob("course.*.md")) or (any(path.glob("*/module.*.md")) and not any(path.glob("*/course.*.md")))


def read_course(path) -> tuple[Course | None, list[Problem]]:
    """The course in the folder `path` and everything that is wrong with how it is written."""
    folder, problems = read_folder(path)
    course, found = parse_course(folder)
    return course, problems + found


def parse_course(folder: Folder) -> tuple[Course | None, list[Problem]]:
    """The course in a folder already read (a draft is checked this way). None only without a course file."""
    texts, problems = _decoded(folder)
    sources = {m[1]: texts[path] for path in sorted(texts) if (m := COURSE_FILE.fullmatch(path))}
    if not sources:
        return None, [*problems, Problem("course.no-file", "error", folder.shown, facts={"name": folder.name})]
    pair, found = read_pair(sources, keys.COURSE, "course")
    problems += found
    modules = []
    for name in _module_order(pair, folder, texts, problems):
        module, found = read_module(folder, name, texts)
        modules += [module] if module else []
        problems += found
    problems += _strangers(folder, pair.get("modules", ()))
    return _course(folder, pair, modules), problems


def _decoded(folder):
    texts, problems = {}, []
    for path, data in sorted(folder.contents.items()):
        if path.endswith(".md"):
            text, found = decode(data, folder.show(path))
            problems += found
            if text is not None:
                texts[path] = SourceFile(folder.show(path), text)
    return texts, problems


def _course(folder, pair, modules):
    texts = {
        language: CourseText(
            document.get("title", folder.name),
            document.get("summary", ""),
            document.body.strip("\n"),
            document.body_line,
            f"course.{language}.md",
        )
        for language, document in pair.documents.items()
    }
    files = tuple(TextFile(f"course.{one}.md", doc.source.text) for one, doc in pair.documents.items())
    return Course(
        folder.name,
        folder.shown,
        pair.get("order", 0),
        pair.get("motif", "kawung"),
        pair.get("author", ""),
        pair.get("reviewer", ""),
        pair.get("license", "CC BY-SA 4.0"),
        texts,
        tuple(modules),
        files,
    )


def _module_order(pair, folder, texts, problems) -> list[str]:
    """The modules in the order of the course file; faults of that list are added to `problems`."""
    first, there = pair.first, module_folders(folder)
    named = pair.get("modules", ())
    if pair.get("id", folder.name) != folder.name:
        problems.append(
            first.problem("id.not-the-folder", "id", mark=pair.get("id"), id=pair.get("id"), name=folder.name)
        )
    for name in named:
        if name not in there:
            problems.append(
                first.problem(
                    "course.module-missing",
                    "modules",
                    mark=name,
                    module=name,
                    guess=near_miss(name, set(there) - set(named)),
                )
            )
    if "modules" in first.values:
        problems += [
            first.problem("course.module-unlisted", "modules", module=one) for one in there if one not in named
        ]
    for name in sorted({one for one in named if named.count(one) > 1}):
        problems.append(first.problem("id.repeated", "modules", mark=name, id=name, other=first.source.path))
    ordered = dict.fromkeys(one for one in named if one in there)
    return [*ordered, *(one for one in there if one not in ordered)]


def _strangers(folder, named):
    """Files of the course folder itself that are neither the course file nor part of a module."""
    problems, modules = [], {*module_folders(folder), *named}
    for path in folder.contents:
        parent, name = posixpath.split(path)
        if parent.split("/")[0] in modules or COURSE_FILE.fullmatch(path) or name == "README.md":
            continue
        guess = near_miss(name, ("course.id.md", "course.en.md"))
        problems.append(Problem("file.unknown", "warning", folder.show(path), facts={"name": name, "guess": guess}))
    return problems
