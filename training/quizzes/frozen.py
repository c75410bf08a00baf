"""A paper as JSON and back, for freezing into a release. The same paper always gives the same JSON; what was frozen
once must stay readable, so a change of form gets a new number in `format`."""

import dataclasses

from training.quizzes.answers import number_range
from training.quizzes.paper import PaperQuestion, QuizPaper
from training.quizzes.question import Answer, Item, Kind, Option, Pair, Question, Quiz, Remark, Scene

FORMAT = 1

_ONCE = ("slug", "skill", "points", "shuffle", "grading", "alternative_to", "passage")
_TEXTS = ("stem", "explanation", "hint", "unit", "content_note")
_QUIZ_ONCE = ("mastery", "draw", "keep_right")
_QUIZ_TEXTS = ("title", "intro")


class UnreadablePaper(ValueError):
    """Frozen data of a form that this version does not know."""


def to_data(paper: QuizPaper) -> dict:
    """The paper as plain JSON data: keys once, texts under their language."""
    return {
        "format": FORMAT,
        **{name: getattr(paper.source, name) for name in _QUIZ_ONCE},
        "texts": {
            language: {name: getattr(quiz, name) for name in _QUIZ_TEXTS} for language, quiz in paper.languages.items()
        },
        "questions": [_question_data(question) for question in paper.questions],
    }


def from_data(data: dict) -> QuizPaper:
    """The paper in frozen data. Refuses a form it does not know."""
    if data.get("format") != FORMAT:
        raise UnreadablePaper(f"format {data.get('format')!r}")
    once = {name: data[name] for name in _QUIZ_ONCE}
    quizzes = {language: Quiz(**texts, **once, language=language) for language, texts in data["texts"].items()}
    return QuizPaper(quizzes, tuple(_question(entry) for entry in data["questions"]))


def _question_data(question: PaperQuestion) -> dict:
    source = next(iter(question.languages.values()))
    return {
        "kind": source.kind.value,
        **{name: getattr(source, name) for name in _ONCE},
        "options": [_option_key(option) for option in source.options],
        "steps": [
            {"slug": scene.slug, "options": [_option_key(option) for option in scene.options]}
            for scene in source.scenes
        ],
        "texts": {language: _texts(version) for language, version in question.languages.items()},
    }


def _option_key(option: Option) -> dict:
    return {"right": option.right, "points": option.points, "panel": list(option.panel), "goto": option.goto}


def _texts(question: Question) -> dict:
    return {
        **{name: getattr(question, name) for name in _TEXTS},
        # Left out where there is none, so that papers frozen before there were any stay the same, byte by byte.
        **({"heading": question.heading} if question.heading else {}),
        **({"remarks": [[one.gap, one.words, one.feedback] for one in question.remarks]} if question.remarks else {}),
        "options": [_option_texts(option) for option in question.options],
        "pairs": [[pair.left, pair.right, pair.feedback] for pair in question.pairs],
        "items": [[item.text, item.feedback] for item in question.items],
        "answers": [[answer.text, answer.percent, answer.feedback] for answer in question.answers],
        "blanks": [list(words) for words in question.blanks],
        "steps": [
            [scene.title, scene.text, [_option_texts(option) for option in scene.options]] for scene in question.scenes
        ],
    }


def _option_texts(option: Option) -> list[str]:
    return [option.text, option.feedback, option.goto_label]


def _question(entry: dict) -> PaperQuestion:
    return PaperQuestion({language: _version(entry, language, texts) for language, texts in entry["texts"].items()})


def _version(entry: dict, language: str, texts: dict) -> Question:
    scenes = tuple(
        Scene(step["slug"], title, text, _options(step["options"], options))
        for step, (title, text, options) in zip(entry["steps"], texts["steps"], strict=True)
    )
    return Question(
        kind=Kind(entry["kind"]),
        **{name: entry[name] for name in _ONCE},
        **{name: texts[name] for name in _TEXTS},
        heading=texts.get("heading", ""),
        options=_options(entry["options"], texts["options"]),
        pairs=tuple(Pair(*pair) for pair in texts["pairs"]),
        items=tuple(Item(*item) for item in texts["items"]),
        answers=tuple(_answer(*answer, language) for answer in texts["answers"]),
        blanks=tuple(tuple(words) for words in texts["blanks"]),
        remarks=tuple(Remark(*remark) for remark in texts.get("remarks", ())),
        scenes=scenes,
        language=language,
    )


def _options(keys: list[dict], texts: list[list[str]]) -> tuple[Option, ...]:
    return tuple(
        Option(text, key["right"], key["points"], tuple(key["panel"]), feedback, key["goto"], label)
        for key, (text, feedback, label) in zip(keys, texts, strict=True)
    )


def _answer(text: str, percent: float, feedback: str, language: str) -> Answer:
    answer = Answer(text, percent, feedback=feedback, language=language)
    low, high = number_range(text) or (None, None)
    return dataclasses.replace(answer, low=low, high=high)
