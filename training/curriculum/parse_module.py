"""One module folder, understood: its own file, lessons, quiz, practice and assets."""

import posixpath
import re

from training.core.language import LANGUAGES
from training.core.problem import Problem
from training.curriculum import keys
from training.curriculum.assets import is_asset, read_asset
from training.curriculum.course import Lesson, LessonText, Module, ModuleText, Practice, TextFile
from training.curriculum.files import LESSON_FILE, Folder
from training.curriculum.language_pair import Pair, read_pair
from training.curriculum.parse_practice import read_tasks
from training.curriculum.source import near_miss
from training.quizzes.language_pair import compare
from training.quizzes.markup import read_quiz

OTHER_FILE = re.compile(r"(module|quiz|practice)\.(id|en)\.md")


def module_folders(folder: Folder) -> list[str]:
    """The names of the folders in it that hold a module file or a lesson, sorted."""
    found = set()
    for path in folder.contents:
        parent, _, name = path.partition("/")
        if parent[0] != "_" and (OTHER_FILE.fullmatch(name) or LESSON_FILE.fullmatch(name)):
            found.add(parent)
    return sorted(found)


def read_module(folder: Folder, name: str, texts: dict) -> tuple[Module | None, list[Problem]]:
    """The module in the folder `name`; None without a module file. `texts` are the decoded files by path."""
    inside = {path[len(name) + 1 :]: source for path, source in texts.items() if path.startswith(f"{name}/")}
    sources = _by_language(inside, "module")
    if not sources:
        there = f"{name}/module.id.md" in folder.contents or f"{name}/module.en.md" in folder.contents
        facts = {"module": name}
        return None, [] if there else [Problem("module.no-file", "error", folder.show(name), facts=facts)]
    pair, problems = read_pair(sources, keys.MODULE, "module")
    lessons, more = _lessons(inside, pair)
    quiz, faults = _quiz(inside)
    practice, wrong = _practice(inside)
    assets, unfit = _assets(folder, name)
    problems += [*_id_is(pair, name), *more, *faults, *wrong, *unfit, *_strangers(folder, name)]
    files = tuple(TextFile(f"{name}/{path}", inside[path].text) for path in sorted(inside) if _is_ours(path))
    return _module(name, pair, lessons, quiz, practice, assets, files), problems


def _module(name, pair: Pair, lessons, quiz, practice, assets, files):
    texts = {
        language: ModuleText(
            doc.get("title", name),
            doc.get("objectives", ()),
            doc.get("content_note", ""),
            doc.get("changes", ""),
            doc.body.strip("\n"),
            doc.body_line,
            doc.source.path,
        )
        for language, doc in pair.documents.items()
    }
    return Module(
        name,
        name,
        pair.get("critical", False),
        pair.get("competencies", ()),
        pair.get("prerequisites", ()),
        pair.get("sources", ()),
        pair.get("author", ""),
        pair.get("reviewer", ""),
        pair.get("reviewed_on"),
        pair.get("change", "substantial"),
        texts,
        lessons,
        quiz,
        practice,
        assets,
        files,
    )


def _id_is(pair, name):
    if pair.get("id", name) == name:
        return []
    return [pair.first.problem("id.not-the-folder", "id", mark=pair.get("id"), id=pair.get("id"), name=name)]


def _by_language(inside, stem):
    return {one: inside[f"{stem}.{one}.md"] for one in LANGUAGES if f"{stem}.{one}.md" in inside}


def _lessons(inside, module: Pair):
    stems, problems, lessons, numbers = {}, [], [], {}
    for path in sorted(inside):
        if found := LESSON_FILE.fullmatch(path):
            stems.setdefault((int(found[1]), found[2], f"{found[1]}-{found[2]}"), {})[found[3]] = inside[path]
    for (number, slug, stem), sources in sorted(stems.items()):
        pair, found = read_pair(sources, keys.LESSON, stem)
        problems += found
        if number in numbers:
            problems.append(pair.first.source.problem("lesson.same-number", number=number, other=numbers[number]))
        numbers.setdefault(number, stem)
        if pair.get("id", slug) != slug:
            facts = {"id": pair.get("id"), "slug": slug}
            problems.append(pair.first.problem("id.not-the-file", "id", mark=pair.get("id"), **facts))
        lessons.append(_lesson(number, slug, pair, module))
    return tuple(lessons), problems


def _lesson(number, slug, pair: Pair, module: Pair):
    texts = {
        language: LessonText(
            doc.get("title", slug),
            doc.body,
            doc.body_line,
            doc.source.path,
            doc.get("objectives", ()),
            doc.get("content_note", ""),
            doc.get("short_version", ""),
        )
        for language, doc in pair.documents.items()
    }
    author, reviewer = (pair.get(one) or module.get(one, "") for one in ("author", "reviewer"))
    return Lesson(
        slug,
        slug,
        number,
        pair.get("minutes", 1),
        pair.get("competencies", ()),
        pair.get("sources", ()),
        author,
        reviewer,
        texts,
    )


def _quiz(inside):
    sources = _by_language(inside, "quiz")
    if not sources:
        return None, []
    pair, problems = read_pair(sources, keys.QUIZ, "quiz", needs_front=False)
    quiz = {}
    for language, document in pair.documents.items():
        read, found = read_quiz(document.body, document.source.path, language, document.body_line)
        problems += found
        if read is not None:
            quiz[language] = read
    if set(quiz) == set(LANGUAGES):
        english = sources["en"]
        problems += compare(quiz["id"], quiz["en"], english.path, dict(enumerate(english.lines, 1)))
    return quiz or None, problems


def _practice(inside):
    sources = _by_language(inside, "practice")
    if not sources:
        return Practice(()), []
    pair, problems = read_pair(sources, keys.PRACTICE, "practice", needs_front=False)
    tasks, found = read_tasks(pair.documents)
    return Practice(tasks), problems + found


def _assets(folder, name):
    assets, problems = {}, []
    for path, data in sorted(folder.contents.items()):
        if path.startswith(f"{name}/") and is_asset(path):
            inside = path[len(name) + 1 :]
            asset, found = read_asset(inside, data, folder.show(path))
            problems += found
            if asset:
                assets[inside] = asset
    return assets, problems


def _is_ours(path):
    return bool(LESSON_FILE.fullmatch(path) or OTHER_FILE.fullmatch(path))


def _strangers(folder, name):
    problems = []
    for path in folder.contents:
        if not path.startswith(f"{name}/") or is_asset(path):
            continue
        file = posixpath.basename(path)
        if file != "README.md" and not _is_ours(path[len(name) + 1 :]):
            known = [f"{one}.{two}.md" for one in ("module", "quiz", "practice") for two in LANGUAGES]
            facts = {"name": file, "guess": near_miss(file, known) or _lesson_name(file)}
            problems.append(Problem("file.unknown", "warning", folder.show(path), facts=facts))
    return problems


def _lesson_name(file):
    """The lesson file name that was probably meant, such as `2-tubuh.id.md` for `2_Tubuh.md`; None if unlike one."""
    found = re.fullmatch(r"(\d{1,3})[-_ .]+(.+?)(?:[._](id|en))?\.md", file, re.IGNORECASE)
    if not found:
        return None
    slug = "-".join(re.findall(r"[a-z0-9]+", found[2].lower()))
    return f"{found[1]}-{slug}.{(found[3] or 'id').lower()}.md" if slug else None
