"""What is wrong, or may give the answer away, in a question or a quiz that could be read. It changes nothing."""

import re

from training.quizzes.answers import normal, number_range
from training.quizzes.doubtful_answers import check_doubtful
from training.quizzes.findings import Findings
from training.quizzes.keys import tell_score
from training.quizzes.question import Kind, Option, Question, Quiz
from training.quizzes.story import check_story

CHOICES = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.JUDGEMENT, Kind.RATED})
EXPLAINED = frozenset({Kind.MATCHING, Kind.ORDERING, Kind.NUMBER, Kind.SHORT, Kind.CLOZE})
PATTERN_FROM = 4
"""From so many questions on, a pattern in the right options is worth a warning."""

_ALL_OF_THE_ABOVE = re.compile(
    r"(?:semua|seluruh)(?:nya)?(?: (?:jawaban|pilihan))?(?: di atas)?(?: (?:benar|betul|salah))?"
    r"|(?:semua|tidak ada)(?: (?:jawaban|pilihan))?(?: yang)? (?:di atas|benar|betul)"
    r"|(?:all|none|both) (?:of )?(?:the )?(?:above|these)(?: are (?:right|correct|true))?",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:KECUALI|kecuali|EXCEPT|except)\b|\byang (?:bukan|BUKAN|tidak|TIDAK)\b|\b(?:is|are) (?:not|NOT)\b"
)


def check_question(question: Question, findings: Findings) -> None:
    """Adds what is wrong with one question."""
    note = _Noter(question, findings)
    if not question.stem.strip():
        note("quiz.empty-question")
    if question.kind in CHOICES:
        _check_options(question, note)
    if question.kind in (Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE):
        _check_right(question, note)
    elif question.kind is Kind.STORY:
        check_story(question, note)
        told = [*question.options, *(option for scene in question.scenes for option in scene.options)]
        note.empty([(option.text, option.line) for option in told])
        _check_feedback(question, told, note)
    elif question.kind in (Kind.JUDGEMENT, Kind.RATED):
        _check_points(question, note)
    elif question.kind is Kind.MATCHING:
        _check_pairs(question, note)
    elif question.kind is Kind.ORDERING:
        _check_items(question, note)
    else:
        _check_answers(question, note)
    if question.kind in EXPLAINED:
        _check_explained(question, note)


def check_quiz(quiz: Quiz, findings: Findings, *, is_told: bool = False) -> None:
    """Adds what is wrong with the quiz as a whole, and what would give its answers away. Where it `is_told` why
    there are no questions, that there are none only follows."""
    if not quiz.questions and not is_told:
        findings.add("quiz.no-questions", quiz.line)
    _check_alternatives(quiz, findings)
    bank = [question for question in quiz.questions if not question.alternative_to]
    if quiz.draw and quiz.draw > len(bank) and quiz.questions:
        findings.add("quiz.draw-too-many", quiz.line, draw=quiz.draw, count=len(bank))
    _check_patterns(quiz, findings)


def _check_alternatives(quiz: Quiz, findings: Findings) -> None:
    """A heavy question has a gentle one in its place, which counts as much."""
    known = {question.slug: question for question in quiz.questions}
    replacing = {question.alternative_to for question in quiz.questions}
    for question in quiz.questions:
        note, slug = _Noter(question, findings), question.alternative_to
        replaced = known.get(slug)
        if slug and (replaced is None or replaced.alternative_to or replaced is question):
            note("quiz.alternative-missing", slug=slug)
        elif slug and replaced.points != question.points:
            note("quiz.alternative-points", slug=slug, points=tell_score(replaced.points))
        elif question.content_note and not slug and question.slug not in replacing:
            note("quiz.note-without-alternative", slug=question.slug)


class _Noter:
    """Adds problems of one question, at the line of the part they are about."""

    def __init__(self, question: Question, findings: Findings):
        self.question, self.findings = question, findings

    def __call__(self, code: str, line: int = 0, **facts) -> None:
        at = self.question.line
        self.findings.add(code, line or at, heading=at, **facts)

    def empty(self, parts: list[tuple[str, int]]) -> None:
        for text, line in parts:
            if not text:
                self("quiz.empty-answer", line)


def _check_options(question: Question, note: _Noter) -> None:
    options = question.options
    if len(options) < 2:
        note("quiz.too-few-options", options[0].line if options else 0, count=len(options))
    note.empty([(option.text, option.line) for option in options])
    seen: dict[str, Option] = {}
    for option in options:
        first = seen.setdefault(" ".join(option.text.casefold().split()), option)
        if first is not option and option.text:
            note("quiz.same-options", option.line, option=option.text[:60], first=first.line)
        if question.kind is not Kind.TRUE_FALSE and _ALL_OF_THE_ABOVE.fullmatch(option.text[:80].strip(" .")):
            note("quiz.all-of-the-above", option.line, option=option.text[:60])
    _check_feedback(question, options, note)
    if _NEGATION.search(question.stem[:2000]):
        note("quiz.negation", word=_NEGATION.search(question.stem[:2000]).group())


def _check_feedback(question: Question, options, note: _Noter) -> None:
    silent = [option for option in options if not option.feedback]
    if silent and not (question.kind is Kind.TRUE_FALSE and question.explanation):
        note("quiz.no-feedback", silent[0].line, count=len(silent))


def _check_explained(question: Question, note: _Noter) -> None:
    """What is typed or arranged is explained as a whole, or part by part."""
    parts = [*question.lefts, *question.items, *question.answers, *question.remarks]
    if not question.explanation and (not parts or not any(part.feedback for part in parts)):
        note("quiz.no-explanation")


def _check_right(question: Question, note: _Noter) -> None:
    rights = [option for option in question.options if option.right]
    if not rights and question.options:
        note("quiz.no-right-answer", question.options[0].line, count=len(question.options))
    if len(rights) > 1 and question.kind is not Kind.MULTIPLE:
        note("quiz.several-right-answers", rights[1].line, count=len(rights))
    if question.kind is Kind.MULTIPLE and len(rights) == len(question.options) > 1:
        note("quiz.every-option-right", question.options[0].line)


def _check_points(question: Question, note: _Noter) -> None:
    scored = [
        bool(option.panel) if question.kind is Kind.RATED else option.points is not None for option in question.options
    ]
    if not all(scored):
        odd = question.options[scored.index(False)]
        note("quiz.mixed-marks", odd.line, option=odd.text[:60])
    elif question.kind is Kind.JUDGEMENT and question.best_worth <= 0:
        note("quiz.no-points", question.options[0].line)


def _check_pairs(question: Question, note: _Noter) -> None:
    note.empty([(pair.right, pair.line) for pair in question.pairs])
    if len(question.lefts) < 2:
        note("quiz.too-few-pairs", question.pairs[0].line, count=len(question.lefts))
    seen: dict[str, int] = {}
    for pair in question.lefts:
        first = seen.setdefault(normal(pair.left[:500]), pair.line)
        if first != pair.line:
            note("quiz.same-options", pair.line, option=pair.left[:60], first=first)


def _check_items(question: Question, note: _Noter) -> None:
    note.empty([(item.text, item.line) for item in question.items])
    if len(question.items) < 2:
        note("quiz.too-few-items", question.items[0].line, count=len(question.items))
    seen: dict[str, int] = {}
    for item in question.items:
        first = seen.setdefault(normal(item.text[:500]), item.line)
        if first != item.line and item.text:
            note("quiz.same-options", item.line, option=item.text[:60], first=first)


def _check_answers(question: Question, note: _Noter) -> None:
    if question.kind is Kind.CLOZE:
        if any(not any(words) for words in question.blanks):
            note("quiz.empty-answer")
        check_doubtful(question, note)
        return
    if question.kind in (Kind.SHORT, Kind.NUMBER) and not any(answer.percent == 100 for answer in question.answers):
        note("quiz.no-full-answer", question.answers[0].line)
    check_doubtful(question, note)
    for answer in question.answers:
        bounds = number_range(answer.text) if question.kind is Kind.NUMBER else None
        if bounds and bounds[0] > bounds[1]:
            note("quiz.bad-range", answer.line, written=answer.text[:60])


def _check_patterns(quiz: Quiz, findings: Findings) -> None:
    asked = [(question, best) for question in quiz.questions if (best := _best_place(question)) is not None]
    if len(asked) < PATTERN_FROM:
        return
    if all(_is_longest(question, best) for question, best in asked):
        findings.add("quiz.right-always-longest", quiz.line, count=len(asked))
    places = {best for _, best in asked}
    if len(places) == 1:
        findings.add("quiz.right-always-same-place", quiz.line, count=len(asked), place=places.pop() + 1)


def _best_place(question: Question) -> int | None:
    if question.kind not in (Kind.SINGLE, Kind.JUDGEMENT) or len(question.options) < 2:
        return None
    worths = [option.worth for option in question.options]
    return worths.index(max(worths)) if max(worths) > 0 else None


def _is_longest(question: Question, best: int) -> bool:
    lengths = [len(option.text) for option in question.options]
    return all(lengths[best] > length for place, length in enumerate(lengths) if place != best)
