"""Quiz → Markdown, so that reading it again gives the same quiz."""

from collections.abc import Iterable
from itertools import groupby

from training.quizzes.answers import print_answers
from training.quizzes.keys import (
    GRADING_NAMES,
    KIND_NAMES,
    QUESTION_KEYS,
    QUIZ_KEYS,
    SWITCH_WORDS,
    print_passage,
    tell_score,
)
from training.quizzes.kinds import is_truth_pair, truth_of
from training.quizzes.lines import FENCE, read_heading, without_number
from training.quizzes.look_alikes import is_doubtful
from training.quizzes.question import Kind, Option, Question, Quiz


def print_quiz(quiz: Quiz) -> str:
    """The quiz as the Markdown section that an author would write, in the quiz's language."""
    place = _place(quiz.language)
    word = ("Kuis", "Quiz")[place]
    title = f"{word}: {quiz.title}" if quiz.title else word
    blocks = [f"{'#' * quiz.level} {title}"]
    settings = [f"{QUIZ_KEYS['mastery'][place]}: {tell_score(quiz.mastery * 100)}%"]
    if quiz.draw:
        settings.append(f"{QUIZ_KEYS['draw'][place]}: {quiz.draw}")
    if quiz.keep_right:
        settings.append(f"{QUIZ_KEYS['keep_right'][place]}: {SWITCH_WORDS[True][place]}")
    blocks.append("\n".join(settings))
    blocks.append(quiz.intro)
    for number, question in enumerate(quiz.questions, 1):
        blocks.append(print_question(question, f"{'#' * (quiz.level + 1)} {number}.", quiz.language))
    return "\n\n".join(block for block in blocks if block) + "\n"


def print_question(question: Question, heading: str, language: str) -> str:
    """One question below `heading` (its #s and number), with its explanation, keys and steps."""
    place = _place(language)
    head, text = _split_stem(question.stem)
    blocks = [f"{heading} {head}".rstrip(), f"<!-- id: {question.slug} -->", text]
    blocks.append(_print_answers_of(question, place))
    blocks.append(_quoted(question.explanation))
    blocks.append(_print_keys(question, place))
    level = len(heading.split(" ")[0]) + 1
    for scene in question.scenes:
        blocks.append(f"{'#' * level} {scene.title} {{#{scene.slug}}}")
        blocks += [scene.text, _print_options(scene.options, scene_marks=True)]
    return "\n\n".join(block for block in blocks if block)


def _place(language: str) -> int:
    return 1 if language == "en" else 0


def _split_stem(stem: str) -> tuple[str, str]:
    head, _, text = stem.partition("\n\n")
    text = text.lstrip("\n")
    fits = "\n" not in head and head == without_number(read_heading(f"1. {head}"))
    if fits and head and stem == "\n\n".join(part for part in (head, text) if part):
        return head, text
    return "", stem


def _print_answers_of(question: Question, place: int) -> str:
    if question.options:
        forced = question.kind is Kind.SINGLE and sum(option.right for option in question.options) > 1
        return _print_options(question.options, forced=forced)
    if question.pairs:
        return "\n".join(
            _part(f"- {pair.left} ->".replace("-  ->", "- ->"), pair.right, pair.feedback) for pair in question.pairs
        )
    if question.items:
        return "\n".join(_part(f"{number}.", item.text, item.feedback) for number, item in enumerate(question.items, 1))
    lines = []
    for remark in question.remarks:
        lines.append(f"- [[{remark.gap}]]: {remark.words}" if remark.words else f"- [[{remark.gap}]]")
        lines += _indented_quote(remark.feedback)
    for feedback, group in groupby(question.answers, key=lambda answer: answer.feedback):
        lines.append(f"{QUESTION_KEYS['answer'][place]}: {print_answers(list(group), tell_score)}")
        lines += _indented_quote(feedback)
    return "\n".join(lines)


def _print_options(options: Iterable[Option], forced: bool = False, scene_marks: bool = False) -> str:
    return "\n".join(_part(f"- {_mark(option, forced)}", _with_goto(option), option.feedback) for option in options)


def _mark(option: Option, forced: bool) -> str:
    if option.panel:
        return f"[{' '.join(map(str, option.panel))}]"
    if option.points is not None:
        return f"[{tell_score(option.points) or '0'}]"
    tick = "x" if option.right else " "
    return f"({tick})" if forced else f"[{tick}]"


def _with_goto(option: Option) -> str:
    if not option.goto:
        return option.text
    joint = "\n" if "\n" in option.text else " "
    return f"{option.text}{joint}→ [{option.goto_label}](#{option.goto})".strip()


def _part(mark: str, text: str, feedback: str) -> str:
    first, *more = text.split("\n")
    if FENCE.match(first):
        first, more = "", [first, *more]
    lines = [f"{mark} {first}".rstrip() if not more else f"{mark} {first}"]
    lines += [f"  {line}" if line else "" for line in more]
    return "\n".join(lines + _indented_quote(feedback))


def _indented_quote(text: str) -> list[str]:
    return [f"  > {line}".rstrip() if not line else f"  > {line}" for line in text.split("\n")] if text else []


def _quoted(explanation: str) -> str:
    if not explanation:
        return ""
    lines = [f"> {line}" if line else ">" for line in explanation.split("\n")]
    return "\n".join([">", *lines] if explanation.startswith("[!") else lines)


def _print_keys(question: Question, place: int) -> str:
    values = {
        "kind": KIND_NAMES[question.kind][place] if _needs_kind(question) else "",
        "skill": question.skill,
        "points": tell_score(question.points) if question.points != 1 else "",
        "shuffle": "" if question.shuffle else SWITCH_WORDS[False][place],
        "grading": GRADING_NAMES["all"][place] if question.grading == "all" else "",
        "unit": question.unit,
        "hint": question.hint,
        "content_note": question.content_note,
        "passage": print_passage(question.passage, question.heading),
        "alternative_to": question.alternative_to,
    }
    return "\n".join(f"{QUESTION_KEYS[key][place]}: {value}" for key, value in values.items() if value)


def _needs_kind(question: Question) -> bool:
    rights = sum(option.right for option in question.options)
    if question.kind is Kind.MULTIPLE:
        return rights < 2 or is_truth_pair(question.options)
    if question.kind is Kind.SINGLE:
        return is_truth_pair(question.options)
    if question.kind is Kind.SHORT:
        answers = question.answers
        is_truth = len(answers) == 1 and truth_of(answers[0].text) is not None
        return is_truth or all(answer.low is not None or answer.text == "*" for answer in answers)
    if question.kind is Kind.REFLECTION:
        return "[[" in question.stem or is_doubtful(question.stem)
    return question.kind is Kind.RATED
