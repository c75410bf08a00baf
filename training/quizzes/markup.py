"""Markdown → quiz, or check questions of a lesson. It reads everything it can and names every problem it meets;
it never raises for what an author wrote."""

import dataclasses

from training.core.problem import Problem
from training.quizzes.body import read_body
from training.quizzes.checks import check_question, check_quiz
from training.quizzes.findings import Findings
from training.quizzes.keys import QUESTION_KEYS, QUIZ_KEYS, near_key, read_comment, read_key
from training.quizzes.kinds import build_question, declared_kind, read_option, slug_of
from training.quizzes.lines import CHECK_HEADING, QUIZ_HEADING, STEP_ID, Line, split_lines, trim, without_number
from training.quizzes.look_alikes import look_alike, note_look_alikes
from training.quizzes.numbered import note_numbered
from training.quizzes.parts import Body
from training.quizzes.pasted import note_pasted
from training.quizzes.question import Kind, Question, Quiz, Scene
from training.quizzes.settings import read_settings
from training.quizzes.shown_marks import note_heading


@dataclasses.dataclass(frozen=True)
class CheckQuestion:
    """A question inside a lesson, and the lines (first and last, both included) it takes up there."""

    question: Question
    first: int
    last: int


def read_quiz(text: str, path: str, language: str, first_line: int = 1) -> tuple[Quiz | None, tuple[Problem, ...]]:
    """The quiz section of a file's text and all problems; None only when there is no quiz heading.
    `first_line` is the number of the text's first line in the file (after the front matter)."""
    lines, findings = _open(text, path, first_line)
    starts = [place for place, line in enumerate(lines) if _is_quiz_heading(line)]
    if not starts:
        note_pasted(lines, findings)
        findings.add("quiz.no-quiz", first_line)
        return None, findings.sorted()
    start = starts[0]
    end = _section_end(lines, start)
    for place in starts[1:]:
        if place >= end:
            findings.add("quiz.two-quizzes", lines[place].number, first=lines[start].number)
            break
    outside = [line for line in lines[:start] + lines[end:] if line.sort != "hidden" and not line.is_blank]
    quiz = _quiz(lines[start:end], findings, language)
    is_told = note_pasted(lines, findings)
    if not quiz.questions and note_heading(lines[start + 1 :], lines[start].level, findings):
        is_told = True
        findings.leave_out("quiz.key-out-of-place")
    elif outside and len(starts) == 1:
        findings.add("quiz.text-outside", outside[0].number)
    check_quiz(quiz, findings, is_told=is_told)
    return quiz, findings.sorted()


def quiz_end(text: str) -> int | None:
    """The number of the line after the quiz section; None when the section goes on to the end, or there is none."""
    lines, _ = _open(text, "", 1)
    start = next((place for place, line in enumerate(lines) if _is_quiz_heading(line)), None)
    end = _section_end(lines, start) if start is not None else len(lines)
    return lines[end].number if end < len(lines) else None


def read_check_questions(
    text: str, path: str, language: str, first_line: int = 1
) -> tuple[tuple[CheckQuestion, ...], tuple[Problem, ...]]:
    """The `Soal:` questions of a lesson with the lines they take up, and their problems. A question ends at the next
    heading of its level or above, or where the lesson's text goes on after the answers."""
    lines, findings = _open(text, path, first_line)
    found: list[CheckQuestion] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if _is_quiz_heading(line):
            place = _section_end(lines, place)
            continue
        opening = CHECK_HEADING.match(line.heading) if line.sort == "heading" else None
        if not opening:
            place += 1
            continue
        end = _section_end(lines, place)
        head = without_number(opening.group(1).strip())
        question, read = _question(head, lines[place:end], findings, language, in_lesson=True)
        check_question(question, findings)
        note_pasted(lines[place : place + read + 1], findings, line.number)
        last = place + read
        while last > place and lines[last].is_blank:
            last -= 1
        tail = lines[last].text.count("\n") if lines[last].sort == "hidden" else 0
        found.append(CheckQuestion(question, line.number, lines[last].number + tail))
        place += read + 1
    _same_ids([check.question for check in found], findings)
    return tuple(found), findings.sorted()


def _open(text: str, path: str, first_line: int) -> tuple[list[Line], Findings]:
    lines, unclosed = split_lines(text, first_line)
    texts = {line.number: line.text for line in [*lines, *unclosed]}
    findings = Findings(path, texts)
    for line in unclosed:
        findings.add("quiz.comment-open" if line.text.startswith("<!--") else "quiz.fence-open", line.number)
    return lines, findings


def _is_quiz_heading(line: Line) -> bool:
    return line.sort == "heading" and QUIZ_HEADING.match(line.heading) is not None


def _section_end(lines: list[Line], start: int) -> int:
    level = lines[start].level
    for place in range(start + 1, len(lines)):
        if lines[place].sort == "heading" and lines[place].level <= level:
            return place
    return len(lines)


def _quiz(lines: list[Line], findings: Findings, language: str) -> Quiz:
    heading = lines[0]
    places = [at for at, line in enumerate(lines) if line.sort == "heading" and line.level == heading.level + 1]
    bounds = [*places, len(lines)]
    title = QUIZ_HEADING.match(heading.heading).group(1).strip()
    intro, settings = _opening(lines[1 : bounds[0]], findings, heading.number)
    questions = []
    for start, end in zip(places, bounds[1:], strict=True):
        head = without_number(lines[start].heading)
        questions.append(_question(head, lines[start:end], findings, language)[0])
    for question in questions:
        check_question(question, findings)
    _same_ids(questions, findings)
    return Quiz(
        title, tuple(questions), intro=intro, language=language, level=heading.level, line=heading.number, **settings
    )


def _question(
    head: str, lines: list[Line], findings: Findings, language: str, *, in_lesson: bool = False
) -> tuple[Question, int]:
    heading, below = lines[0], lines[1:]
    step_level = heading.level + 1
    places = [at for at, line in enumerate(below) if line.sort == "heading" and line.level == step_level]
    bounds = [*places, len(below)]
    own = below[: bounds[0]]
    body = read_body(own, findings, heading.number, in_lesson=in_lesson)
    read = body.read
    scenes: list[Scene] = []
    if body.read == len(own):
        for start, end in zip(places, bounds[1:], strict=True):
            step = read_body(below[start + 1 : end], findings, heading.number, in_lesson=in_lesson, in_story=True)
            scenes.append(_scene(below[start], step, findings, heading.number, len(scenes) + 1))
            if not scenes[-1].options and look_alike(found := below[start + 1 : start + 1 + step.read]):
                findings.add("quiz.scene-without-choices", look_alike(found)[1].number, heading=heading.number)
            read = start + 1 + step.read
            if step.read < end - start - 1:
                break
    stem = "\n\n".join(part for part in (head, body.text) if part)
    question = build_question(stem, body, tuple(scenes), findings, language, heading.number)
    declared = declared_kind(body)
    if question.kind is Kind.REFLECTION is not declared and not body.shows_marks:
        note_look_alikes([dataclasses.replace(heading, text=head, sort="text"), *own[: body.read]], findings,
                         heading.number, declared)
    note_numbered(question, own[: body.read], findings, heading.number)
    return question, read


def _scene(heading: Line, body: Body, findings: Findings, question_line: int, count: int) -> Scene:
    named = STEP_ID.search(heading.heading) if heading.heading.endswith("}") else None
    title = heading.heading[: named.start()].strip() if named else heading.heading
    slug = named.group(1) if named else slug_of(title) or f"langkah-{count}"
    for key, (_, at) in body.keys.items():
        key_id, key_en = QUESTION_KEYS[key]
        findings.add("quiz.key-out-of-place", at, heading=question_line, key_id=key_id, key_en=key_en)
    text = "\n\n".join(part for part in (body.text, _quoted(body.explanation)) if part)
    options = tuple(read_option(part) for part in body.parts if part.sort == "option")
    return Scene(slug, title, text, options, heading.number)


def _quoted(explanation: str) -> str:
    if not explanation:
        return ""
    return "> [!catatan]\n" + "\n".join(f"> {line}" for line in explanation.split("\n"))


def _opening(lines: list[Line], findings: Findings, heading: int) -> tuple[str, dict]:
    intro: list[str] = []
    found: dict[str, tuple[str, int]] = {}
    for line in lines:
        if line.sort == "hidden" or (line.text.startswith("<!--") and line.text.rstrip().endswith("-->")):
            keys = read_comment(line.text)
        else:
            key = read_key(line.text) if line.sort == "text" else None
            if key and not key[0] and near_key(key[1]):
                guess = near_key(key[1])
                findings.add("quiz.unknown-key", line.number, heading=heading, key=key[1], guess=guess, like=guess)
            keys = [key] if key and key[0] else []
            if not keys:
                intro.append(line.text)
                continue
        for key, _name, value in keys:
            if key in QUIZ_KEYS:
                found[key] = (value, line.number)
            elif key:
                key_id, key_en = QUESTION_KEYS[key]
                findings.add("quiz.key-out-of-place", line.number, heading=heading, key_id=key_id, key_en=key_en)
    return trim(intro), read_settings(found, findings, heading)


def _same_ids(questions: list[Question], findings: Findings) -> None:
    seen: dict[str, Question] = {}
    for question in questions:
        first = seen.setdefault(question.slug, question)
        if first is not question:
            findings.add(
                "quiz.duplicate-id", question.line, heading=question.line, slug=question.slug, first=first.line
            )
