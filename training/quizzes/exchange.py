"""Questions from other programs: which format a file is in, what comes of it, and how it joins a quiz. A caller takes
the result only when no problem is an error, so that nothing is brought in by halves."""

import dataclasses
import re

from training.core.problem import Problem
from training.quizzes.aiken import read_aiken
from training.quizzes.carrying import free_slug
from training.quizzes.findings import Findings
from training.quizzes.gift import read_gift
from training.quizzes.markup import quiz_end, read_quiz
from training.quizzes.printing import print_question, print_quiz
from training.quizzes.question import Question, Quiz

MOST_QUESTIONS = 500
"""More in one text are not read at all."""

_GIFT = re.compile(r"(?<!\\)\{\s{0,9}(?:[~=#}]|(?:T|F|TRUE|FALSE)\s{0,9}[#}])")
"""How the answers of a GIFT question begin: braces alone may stand in any text."""
_AIKEN = re.compile(r"^(?:ANSWER|JAWABAN)\s{0,9}:\s{0,9}[A-Z]\.?\s*$", re.MULTILINE | re.IGNORECASE)


def text_of(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file that came in, with or without a byte order mark; a file that is not UTF-8 is told with the
    line and the byte where it stops being that."""
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        findings = Findings(path)
        findings.add("exchange.encoding", data[: error.start].count(b"\n") + 1, byte=f"0x{data[error.start]:02X}")
        return "", findings.sorted()


def read_foreign(text: str, path: str, language: str) -> tuple[Quiz, tuple[Problem, ...]]:
    """The questions of a text in GIFT or Aiken, whichever it is, and everything in it that could not be carried. A text
    without any question is a problem too."""
    findings = Findings(path)
    is_aiken = _AIKEN.search(text) and not _GIFT.search(text)
    count = len(_AIKEN.findall(text)) if is_aiken else text.count("{")
    if count > MOST_QUESTIONS:
        findings.add("exchange.too-many", 1, count=count, most=MOST_QUESTIONS)
        return Quiz("", language=language), findings.sorted()
    quiz, problems = (read_aiken if is_aiken else read_gift)(text, path, language)
    if quiz.questions or problems:
        return quiz, problems
    findings.add("exchange.nothing", 1)
    return quiz, findings.sorted()


def join(text: str, coming: Quiz, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The quiz file `text` with the questions of `coming` after its own, under ids that are free there; what stands in
    it is not touched. An empty text becomes a quiz. `path` is where the questions came from."""
    if not text.strip():
        return print_quiz(coming), ()
    there, problems = read_quiz(text, "", coming.language)
    if there is None:
        return text, problems
    findings, taken = Findings(path), {question.slug for question in there.questions}
    blocks = []
    for number, question in enumerate(coming.questions, len(there.questions) + 1):
        slug = _slug(question, taken, findings)
        taken.add(slug)
        heading = f"{'#' * (there.level + 1)} {number}."
        blocks.append(print_question(dataclasses.replace(question, slug=slug), heading, coming.language))
    joined = _insert(text, "\n\n".join(blocks))
    if len(read_quiz(joined, "", coming.language)[0].questions) != len(there.questions) + len(coming.questions):
        findings.add("gift.not-writable", coming.questions[0].line)
    return joined, findings.sorted()


def _slug(question: Question, taken: set[str], findings: Findings) -> str:
    slug = free_slug(question.slug, question.stem, taken)
    if slug != question.slug:
        findings.add("gift.name-changed", question.line, name=question.slug, slug=slug)
    return slug


def _insert(text: str, questions: str) -> str:
    lines, end = text.split("\n"), quiz_end(text)
    before = "\n".join(lines[: end - 1] if end else lines).rstrip()
    after = "\n".join(lines[end - 1 :]) if end else ""
    return f"{before}\n\n{questions}\n" + (f"\n{after}" if after else "")
