"""Grades what was typed: a number, a word, the words of gaps. Slips of the finger are told, never rewarded."""

import dataclasses

from training.quizzes.answers import is_near, normal, typed_numbers, within
from training.quizzes.grades import NOTHING, Grade, mean
from training.quizzes.question import Question
from training.quizzes.responses import text_in, words_of


def grade_number(question: Question, response: object) -> Grade:
    """The best range that the number lies in. Comma or dot; `1.000` is tried both as one and as a thousand. A unit
    may be typed; another unit than the author's is not accepted."""
    text = text_in(response)
    if not text:
        return NOTHING
    readings, unit = typed_numbers(text)
    if not readings:
        return Grade(feedback=("not-a-number",))
    if unit and unit not in {normal(name) for name in question.unit.split("|")}:
        return Grade(feedback=("unit",))
    fits = [
        (answer.percent, -place)
        for place, answer in enumerate(question.answers)
        if answer.text == "*" or (answer.low is not None and any(within(n, answer.low, answer.high) for n in readings))
    ]
    return _best_answer(fits)


def grade_short(question: Question, response: object) -> Grade:
    """The best accepted answer that reads the same after normalising (NFKC, case, spaces, punctuation). Slips of the
    finger earn nothing: they are only told as a near miss. An accepted `*` stands for anything else."""
    text = text_in(response)
    if not text:
        return NOTHING
    typed = normal(text)
    accepted = [normal(answer.text) if answer.text != "*" else "*" for answer in question.answers]
    fits = [(question.answers[place].percent, -place) for place, words in enumerate(accepted) if words == typed != "*"]
    if not fits:
        fits = [(question.answers[place].percent, -place) for place, words in enumerate(accepted) if words == "*"]
    found = _best_answer(fits)
    near = found.score == 0 and any(is_near(typed, words) for words in accepted if words != typed)
    return dataclasses.replace(found, feedback=(*found.feedback, "near-miss")) if near else found


def _best_answer(fits: list[tuple[float, int]]) -> Grade:
    if not fits:
        return Grade()
    percent, place = max(fits)
    return Grade(min(1.0, percent / 100), feedback=(f"answer:{-place}",))


def grade_cloze(question: Question, response: object) -> Grade:
    """Right gaps ÷ gaps; a gap is right as a short answer is."""
    if not isinstance(response, list | tuple) or len(response) > len(question.blanks):
        return NOTHING
    typed = [normal(text_in(word)) if text_in(word) else "" for word in response]
    typed += [""] * (len(question.blanks) - len(typed))
    if not any(typed):
        return NOTHING
    accepted = [{normal(word) for word in words} for words in question.blanks]
    parts = tuple(float(word in words) for word, words in zip(typed, accepted, strict=True))
    near = tuple(
        f"near-miss:{place}"
        for place, (word, words) in enumerate(zip(typed, accepted, strict=True))
        if word and word not in words and any(is_near(word, other) for other in words)
    )
    return Grade(mean(parts), parts, near)


def grade_reflection(question: Question, response: object) -> Grade:
    """Never counted: whoever wrote it keeps it, or shares it with a person who reads it."""
    text = words_of(response)
    return Grade(answered=bool(text), counted=False)
