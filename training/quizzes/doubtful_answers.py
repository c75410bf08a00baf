"""Accepted answers that are read otherwise than they look: a range as words, a thousand as one, two answers as one, a
share as a part of the answer. It only tells."""

import re
from collections.abc import Callable

from training.quizzes.answers import is_thousands, normal, number_with_unit
from training.quizzes.keys import tell_score
from training.quizzes.question import Answer, Kind, Question

Note = Callable[..., None]

_NUMBER = r"(\d{1,9}(?:[.,]\d{1,4})?)"
_UNTIL = r"\s{0,3}(?:-|–|—|s/d|s\.d\.|sampai|hingga|to)\s{0,3}"
_RANGE = re.compile(_NUMBER + _UNTIL + _NUMBER + r"(?:\s{1,3}[^\W\d_]{1,20})?")
_JOINED = re.compile(r"\s/\s|;\s|\s(?:atau|or)\s|[^\W\d_]{2}/[^\W\d_]{2}", re.IGNORECASE)
_SHARE = re.compile(r"\d{1,3}\s{0,3}%\s{1,3}[^\W\d]|[^\W\d_][^%]{0,200}\s\(?\d{1,3}\s{0,3}%\)?$")


def check_doubtful(question: Question, note: Note) -> None:
    """Notes what is doubtful about the answers of a number, a short answer or a fill-in."""
    for answer in question.answers:
        if answer.percent > 100:
            note("quiz.bad-share", answer.line, written=tell_score(answer.percent))
        if is_thousands(answer.text):
            note("quiz.thousands", answer.line, written=answer.text, plain=re.sub(r"[.,]", "", answer.text))
        elif question.kind is Kind.SHORT:
            _check_words(answer, note)
    if question.kind is Kind.SHORT:
        _check_units(question, note)
        full = [answer for answer in question.answers if answer.percent == 100]
        if full and all(len(normal(answer.text)) == 1 and answer.text.isalpha() for answer in full):
            note("quiz.one-letter-answer", full[0].line, written=full[0].text)
    for words in question.blanks:
        if joined := next((word for word in words if _JOINED.search(word[:200])), ""):
            note("quiz.alternatives-joined", written=joined[:60], apart=_apart(joined))


def _check_words(answer: Answer, note: Note) -> None:
    text = answer.text[:200]
    if found := _RANGE.fullmatch(text):
        note("quiz.range-as-words", answer.line, written=text, low=found[1], high=found[2])
    elif _SHARE.match(text):
        note("quiz.percent-misplaced", answer.line, written=text[:60])
    elif _JOINED.search(text):
        note("quiz.alternatives-joined", answer.line, written=text[:60], apart=_apart(text))


def _apart(text: str) -> str:
    return re.sub(r"\s{0,3}(?:/|;|\s(?:atau|or)\s)\s{0,3}", " | ", text[:60], flags=re.IGNORECASE)


def _check_units(question: Question, note: Note) -> None:
    """A number with its unit behind it is read as words: a range nobody could type, or a 10 that is not accepted."""
    accepted = [answer for answer in question.answers if answer.percent == 100]
    found = [number_with_unit(answer.text) for answer in accepted]
    for answer, written in zip(accepted, found, strict=True):
        if written and written.is_range:
            note("quiz.unit-in-answer", answer.line, number=written.number, unit=written.unit)
    if found and all(found) and not any(written.is_range for written in found):
        note("quiz.number-with-unit", accepted[0].line, number=found[0].number, unit=found[0].unit)
