"""GIFT → quiz. Every construct of Moodle's GIFT is either carried whole or named with its line; a question that
cannot be carried whole is left out whole."""

import re
from collections.abc import Container

from training.core.problem import Problem
from training.quizzes.carrying import CannotCarry, carried, free_slug
from training.quizzes.findings import Findings
from training.quizzes.gaps import find_gaps
from training.quizzes.gift_answers import Given, read_given
from training.quizzes.gift_text import COMMENT, clean_lines, hold_escapes, release, split_format, to_markdown
from training.quizzes.question import Kind, Question, Quiz

BLANK = "_____"
"""What Moodle shows where a word is missing."""

_TAGS = re.compile(r"\[(id|tag):((?:\\\]|[^\[\]])*)\]")
_CATEGORY = "$CATEGORY:"
_SLASH = re.compile(r"(?<!/)/(?!/)")
"""Between categories; two of them stand for a slash in a name."""


def read_gift(text: str, path: str, language: str, title: str = "") -> tuple[Quiz, tuple[Problem, ...]]:
    """The questions of a GIFT file as a quiz, and what could not be carried. `::name::` becomes the slug, `####` the
    explanation. An error names a question that was left out; a warning something small that changed."""
    raw = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    findings = Findings(path, dict(enumerate(raw, 1)))
    questions: dict[str, Question] = {}
    categories: list[str] = []
    for line, block in _blocks(clean_lines(text), categories, findings):
        wanted = _id_in_comments(raw, line, findings)
        try:
            question = _question(block, line, language, wanted, questions, findings)
        except CannotCarry as reason:
            findings.add(reason.code, line, heading=line, **reason.facts)
            continue
        questions[question.slug] = question
    quiz = Quiz(_one_line(title or (categories[0] if categories else "")), tuple(questions.values()), language=language)
    return quiz, findings.sorted()


def _blocks(lines: list[str], categories: list[str], findings: Findings) -> list[tuple[int, str]]:
    blocks: list[tuple[int, str]] = []
    waiting: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        if line == COMMENT:
            continue
        is_category = line.lstrip().startswith(_CATEGORY)
        if waiting and (is_category or not line.strip()):
            blocks.append((start, "\n".join(waiting)))
            waiting = []
        if is_category:
            category = _SLASH.split(line.partition(_CATEGORY)[2].strip())[-1].replace("//", "/").strip()
            if categories and category not in categories:
                findings.add("gift.categories", number, category=category, first=categories[0])
            categories.append(category)
        elif line.strip():
            start = start if waiting else number
            waiting.append(line)
    return blocks


def _id_in_comments(raw: list[str], line: int, findings: Findings) -> str:
    """What `[id:…]` says in a comment right above the question or between its lines; the first one counts."""
    first = line - 1
    while first and raw[first - 1].lstrip().startswith("//"):
        first -= 1
    wanted = ""
    for at in range(first, len(raw)):
        words = raw[at].strip()
        if not words or words.startswith(_CATEGORY):
            break
        for sort, value in _TAGS.findall(words) if words.startswith("//") else ():
            value = value.replace("\\]", "]").strip()
            if sort == "id":
                wanted = wanted or value
            else:
                findings.add("gift.tag", at + 1, tag=value)
    return wanted


def _question(block: str, line: int, language: str, wanted: str, taken: Container[str], findings: Findings) -> Question:
    held = hold_escapes(block)
    name, held = _name(held)
    form, held = split_format(held.strip(), "moodle")
    before, after, inside = _braces(held)
    explanation = ""
    if "####" in inside:
        inside, _, told = inside.rpartition("####")
        own, told = split_format(told, form)
        explanation = to_markdown(told, own)
    given = read_given(inside, form, language)
    stem, given, gaps = _stem(before, after, form, given)
    if not stem:
        raise CannotCarry("gift.empty-question")
    question = Question(
        slug=_slug(wanted or name, stem, taken, line, findings),
        kind=given.kind,
        stem=stem,
        options=given.options,
        pairs=given.pairs,
        answers=given.answers,
        blanks=gaps,
        explanation=explanation,
        language=language,
        line=line,
    )
    question = carried(question)
    if given.is_evened:
        findings.add("gift.weights-evened", line)
    return question


def _name(held: str) -> tuple[str, str]:
    held = held.strip()
    if held.startswith("::") and "::" in held[2:]:
        name, _, held = held[2:].partition("::")
        return release(name), held
    return "", held


def _braces(held: str) -> tuple[str, str, str]:
    start, end = held.find("{"), held.find("}")
    if start < 0 and end < 0:
        raise CannotCarry("gift.description")
    if start < 0 or end < start or "{" in held[start + 1 : end] or "{" in held[end:] or "}" in held[end + 1 :]:
        raise CannotCarry("gift.braces")
    return held[:start], held[end + 1 :], held[start + 1 : end]


def _stem(before: str, after: str, form: str, given: Given) -> tuple[str, Given, tuple]:
    if not after.strip():
        return to_markdown(before, form), given, ()
    plain = all(answer.percent == 100 and not answer.feedback for answer in given.answers)
    words = [answer.text for answer in given.answers]
    if given.kind is Kind.SHORT and plain and not any(set(word) & set("[]*") for word in words):
        gap = "[[" + "|".join(word.replace("|", "\\|") for word in words) + "]]"
        stem = to_markdown(f"{before}\ue000{after}", form).replace("\ue000", gap)
        return stem, Given(Kind.CLOZE), find_gaps(stem)
    return to_markdown(f"{before}\ue000{after}", form).replace("\ue000", BLANK), given, ()


def _slug(name: str, stem: str, taken: Container[str], line: int, findings: Findings) -> str:
    slug = free_slug(name, stem, taken)
    if name and slug != name:
        findings.add("gift.name-changed", line, name=name[:60], slug=slug)
    return slug


def _one_line(text: str) -> str:
    return " ".join(text.split())
