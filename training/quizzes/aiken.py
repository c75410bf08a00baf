"""Aiken → quiz: a line of question, lettered choices, `ANSWER: B`. Specification: Moodle documentation, "Aiken"."""

import re

from training.core.problem import Problem
from training.quizzes.carrying import CannotCarry, carried, free_slug
from training.quizzes.findings import Findings
from training.quizzes.gift_text import COMMENT, clean_lines, to_markdown
from training.quizzes.kinds import is_truth_pair
from training.quizzes.question import Kind, Option, Question, Quiz

_CHOICE = re.compile(r"([A-Za-z])[.)]\s+(.*)$")
_ANSWER = re.compile(r"(?:ANSWER|JAWABAN)\s{0,9}:\s{0,9}([A-Za-z])\.?$", re.IGNORECASE)


def read_aiken(text: str, path: str, language: str, title: str = "") -> tuple[Quiz, tuple[Problem, ...]]:
    """The questions of an Aiken file as a quiz, and what could not be read, by line. A question with a problem is
    left out whole."""
    lines = clean_lines(text)
    findings = Findings(path, dict(enumerate(lines, 1)))
    questions: dict[str, Question] = {}
    stem: list[str] = []
    choices: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(lines, 1):
        words = "" if line == COMMENT else line.strip()
        answer, choice = _ANSWER.match(words), _CHOICE.match(words)
        if answer:
            try:
                question = _question(stem, choices, answer.group(1), start or number, language, set(questions))
                questions[question.slug] = question
            except CannotCarry as reason:
                findings.add(reason.code, number, heading=start or number, **reason.facts)
            stem, choices, start = [], [], 0
        elif choice and stem and choice.group(1).upper() == chr(65 + len(choices)):
            choices.append((choice.group(1).upper(), choice.group(2).strip()))
        elif words and choices:
            findings.add("aiken.no-answer", start, heading=start)
            stem, choices, start = [words], [], number
        elif words:
            start = start or number
            stem.append(words)
    if stem:
        findings.add("aiken.no-answer", start, heading=start)
    return Quiz(" ".join(title.split()), tuple(questions.values()), language=language), findings.sorted()


def _question(
    stem: list[str], choices: list[tuple[str, str]], letter: str, line: int, language: str, taken: set[str]
) -> Question:
    letters = [name for name, _ in choices]
    if not stem or len(choices) < 2:
        raise CannotCarry("aiken.too-few-options", count=len(choices))
    if letter.upper() not in letters:
        raise CannotCarry("aiken.unknown-letter", letter=letter, known=", ".join(letters))
    words = to_markdown(" ".join(stem), "plain")
    options = tuple(Option(to_markdown(text, "plain"), name == letter.upper()) for name, text in choices)
    kind = Kind.TRUE_FALSE if is_truth_pair(options) else Kind.SINGLE
    slug = free_slug("", words, taken)
    return carried(Question(slug, kind, words, options=options, language=language, line=line))
