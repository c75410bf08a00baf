"""What stands between the braces of a GIFT question: its answers, as parts of our questions."""

import dataclasses
import re

from training.quizzes.answers import number_range
from training.quizzes.carrying import CannotCarry
from training.quizzes.gift_text import release, split_format, to_markdown
from training.quizzes.kinds import CHOICE_WORDS, is_truth_pair
from training.quizzes.question import Answer, Kind, Option, Pair

_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,30})?)%")
_FLOAT = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][+-]?\d{1,2})?")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_STAR = re.compile(r"(?<!\\)\*")


@dataclasses.dataclass(frozen=True)
class Given:
    """The kind and the answers found between the braces; `is_evened` when wrong picks cost more here than there."""

    kind: Kind
    options: tuple[Option, ...] = ()
    pairs: tuple[Pair, ...] = ()
    answers: tuple[Answer, ...] = ()
    is_evened: bool = False


def read_given(held: str, form: str, language: str) -> Given:
    """The answers in a held text; raises CannotCarry for what has no equal."""
    held = held.strip()
    if not held:
        return Given(Kind.REFLECTION)
    if held.startswith("#"):
        return _numbers(held[1:], form)
    if "~" in held:
        return _choices(held, form)
    if "=" in held and "->" in held:
        return _pairs(held, form)
    word, *feedbacks = held.split("#", 2)
    if word.strip().upper() in _TRUTH:
        return _truth(_TRUTH[word.strip().upper()], feedbacks, form, language)
    if held.startswith("="):
        return _words(held, form)
    raise CannotCarry("gift.answers-unreadable", written=release(held)[:60])


def _choices(held: str, form: str) -> Given:
    found: list[tuple[bool, float | None, str, str]] = []
    before, *pieces = re.split(r"(?=[~=])", held) if held[0] not in "~=" else ["", *re.split(r"(?=[~=])", held)]
    if before.strip():
        raise CannotCarry("gift.answers-unreadable", written=release(before)[:60])
    for piece in filter(None, pieces):
        weight, text = _weight(piece[1:].strip())
        words, _, feedback = text.partition("#")
        weight = None if piece[0] == "=" and weight == 100 else weight
        found.append((piece[0] == "=", weight, _markdown(words, form), _markdown(feedback, form)))
    if any(not text for _, _, text, _ in found):
        raise CannotCarry("gift.empty-answer")
    if any(right for right, _, _, _ in found):
        return _one_choice(found)
    return _many_choices(found)


def _one_choice(found) -> Given:
    if sum(right for right, _, _, _ in found) > 1 or any(weight is not None for _, weight, _, _ in found):
        worths = [weight if weight is not None else 100.0 if right else 0.0 for right, weight, _, _ in found]
        options = [
            Option(text, points=worth, feedback=fb) for worth, (_, _, text, fb) in zip(worths, found, strict=True)
        ]
        return Given(Kind.JUDGEMENT, tuple(options))
    options = tuple(Option(text, right, feedback=feedback) for right, _, text, feedback in found)
    return Given(Kind.TRUE_FALSE if is_truth_pair(options) else Kind.SINGLE, options)


def _many_choices(found) -> Given:
    weights = [weight or 0.0 for _, weight, _, _ in found]
    rights = [weight for weight in weights if weight > 0]
    wrongs = [weight for weight in weights if weight <= 0]
    if not rights:
        raise CannotCarry("gift.no-right-answer")
    if any(abs(weight - 100 / len(rights)) >= 1 for weight in rights):
        raise CannotCarry("gift.weights", right=len(rights), wrong=len(wrongs))
    is_evened = any(abs(weight + 100 / len(wrongs)) >= 1 for weight in wrongs)
    options = (Option(text, (weight or 0) > 0, feedback=feedback) for _, weight, text, feedback in found)
    return Given(Kind.MULTIPLE, tuple(options), is_evened=is_evened)


def _pairs(held: str, form: str) -> Given:
    pairs = []
    for piece in _pieces(held):
        left, arrow, right = piece.partition("->")
        if not arrow or "#" in piece or not release(right):
            raise CannotCarry("gift.answers-unreadable", written=release(piece)[:60])
        pairs.append(Pair(_markdown(left, form), _markdown(right, form)))
    return Given(Kind.MATCHING, pairs=tuple(pairs))


def _truth(right: bool, feedbacks: list[str], form: str, language: str) -> Given:
    when_wrong, when_right = ([_markdown(feedback, form) for feedback in feedbacks] + ["", ""])[:2]
    options = tuple(
        Option(word, truth is right, feedback=when_right if truth is right else when_wrong)
        for word, truth in zip(CHOICE_WORDS.get(language, CHOICE_WORDS["id"]), (True, False), strict=True)
    )
    return Given(Kind.TRUE_FALSE, options)


def _words(held: str, form: str) -> Given:
    answers = []
    for piece in _pieces(held):
        weight, text = _weight(piece)
        words, _, feedback = text.partition("#")
        word = release(split_format(words, form)[1])
        if word != "*" and _STAR.search(word):
            raise CannotCarry("gift.wildcard", written=word[:60])
        word = word if word == "*" else word.replace("\\*", "*")
        if not word or "\n" in word:
            raise CannotCarry("gift.empty-answer" if not word else "gift.answers-unreadable", written=word[:60])
        answers.append(_answer(word, weight, _markdown(feedback, form), number_range(word)))
    return Given(Kind.SHORT, answers=tuple(answers))


def _numbers(held: str, form: str) -> Given:
    held, _, otherwise = held.partition("~")
    pieces = _pieces(held if held.lstrip().startswith("=") else f"={held}")
    answers = []
    for piece in pieces:
        weight, text = _weight(piece)
        number, _, feedback = text.partition("#")
        answers.append(_number(release(number), weight, _markdown(feedback, form)))
    if otherwise.strip():
        _, text = _weight(otherwise.strip())
        words, _, feedback = text.partition("#")
        if words.strip():
            raise CannotCarry("gift.number", written=release(words)[:60])
        answers.append(Answer("*", 0.0, feedback=_markdown(feedback, form)))
    return Given(Kind.NUMBER, answers=tuple(answers))


def _number(written: str, weight: float | None, feedback: str) -> Answer:
    if written == "*":
        return _answer("*", weight, feedback, None)
    if ".." in written:
        text = "..".join(map(_plain_number, written.split("..", 1)))
    else:
        middle, reach = (_plain_number(part) for part in (written.partition(":")[0], written.partition(":")[2]))
        text = f"{middle} ± {reach}" if reach.strip("0.") else middle
    bounds = number_range(text)
    if bounds is None or bounds[0] > bounds[1]:
        raise CannotCarry("gift.number", written=written[:60])
    return _answer(text, weight, feedback, bounds)


def _plain_number(written: str) -> str:
    """`.5`, `5.` and `1e-3`, which Moodle reads and writes, as an author here would write them."""
    written = written.strip()
    is_unusual = _FLOAT.fullmatch(written) and not number_range(written)
    return f"{float(written):.12f}".rstrip("0").rstrip(".") if is_unusual else written


def _answer(text: str, weight: float | None, feedback: str, bounds: tuple[float, float] | None) -> Answer:
    percent = 100.0 if weight is None else weight
    if not 0 <= percent <= 100:
        raise CannotCarry("gift.weights", right=1, wrong=0)
    low, high = bounds or (None, None)
    return Answer(text, percent, low, high, feedback)


def _pieces(held: str) -> list[str]:
    before, *pieces = held.split("=")
    if before.strip():
        raise CannotCarry("gift.answers-unreadable", written=release(before)[:60])
    return [piece.strip() for piece in pieces]


def _weight(text: str) -> tuple[float | None, str]:
    found = _WEIGHT.match(text)
    return (round(float(found.group(1)), 7), text[found.end() :].strip()) if found else (None, text)


def _markdown(held: str, form: str) -> str:
    own, text = split_format(held, form)
    return to_markdown(text, own)
