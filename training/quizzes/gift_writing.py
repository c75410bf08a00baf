"""Quiz → GIFT. What GIFT has no place for is named, never dropped without a word."""

import re

from training.core.problem import Problem
from training.quizzes.findings import Findings
from training.quizzes.gaps import GAP
from training.quizzes.gift_text import escape
from training.quizzes.keys import KIND_NAMES, QUESTION_KEYS, QUIZ_KEYS, tell_score
from training.quizzes.kinds import CHOICE_WORDS
from training.quizzes.question import Kind, Option, Question, Quiz

_AROUND = re.compile(r"^(.*?)\s*(?:±|\+/-|\+-)\s*(.*)$")
_PICTURE = re.compile(r"!\[[^\]]{0,1000}\]\(")
_LOOKS_WEIGHTED = re.compile(r"%-?[\d.]+%")
_NAMES = {**QUESTION_KEYS, "feedback": ("umpan balik pasangan", "feedback of the pairs"),
          "remarks": ("penjelasan tiap isian", "explanations of the gaps"),
          "picture": ("berkas gambarnya", "file of its picture"),
          "gap": ("letak isian di akhir teks", "place of the gap at the end of the text")}
_QUIZ_NAMES = {**QUIZ_KEYS, "intro": ("teks pengantar", "introduction")}
_LOST = ("skill", "hint", "unit", "content_note", "passage", "alternative_to", "remarks")


def print_gift(quiz: Quiz, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The quiz as a GIFT file in the [markdown] format, and what it could not take along: an error for a question
    that is left out, a warning for a setting that is."""
    findings = Findings(path)
    blocks = [f"$CATEGORY: {' '.join(quiz.title.split())}"] if quiz.title else []
    for name in _lost_of_quiz(quiz):
        what_id, what_en = _QUIZ_NAMES[name]
        findings.add("gift.quiz-setting-lost", quiz.line, what_id=what_id, what_en=what_en)
    for question in quiz.questions:
        block = _question(question, quiz.language, findings)
        if block:
            blocks.append(block)
    return "\n\n".join(blocks) + "\n", findings.sorted()


def _question(question: Question, language: str, findings: Findings) -> str:
    before, after = question.stem, ""
    if question.kind is Kind.CLOZE and len(question.blanks) == 1:
        gap = GAP.search(question.stem)
        before, after = question.stem[: gap.start()], question.stem[gap.end() :]
        answers = [f"={_word(word)}" for word in question.blanks[0]]
    else:
        answers = _WRITERS.get(question.kind, _nothing)(question, language)
    if answers is None:
        what_id, what_en = KIND_NAMES[question.kind][:2]
        findings.add("gift.kind-not-carried", question.line, slug=question.slug, what_id=what_id, what_en=what_en)
        return ""
    for name in _lost(question, " ".join([question.stem, question.explanation, *answers])):
        what_id, what_en = _NAMES[name]
        findings.add("gift.setting-lost", question.line, slug=question.slug, what_id=what_id, what_en=what_en)
    if question.explanation:
        answers = [*answers, f"####{_said(question.explanation)}"]
    inside = "" if not answers else "\n\t" + "\n\t".join(answers) + "\n"
    joint = "" if after or question.kind is Kind.CLOZE else " "
    return f"::{question.slug}::[markdown]{escape(before)}{joint}{{{inside}}}{escape(after)}"


def _lost_of_quiz(quiz: Quiz) -> list[str]:
    usual = Quiz("")
    return [name for name in _QUIZ_NAMES if getattr(quiz, name) != getattr(usual, name)]


def _lost(question: Question, block: str) -> list[str]:
    lost = [name for name in _LOST if getattr(question, name)]
    lost += ["points"] if question.points != 1 else []
    lost += ["shuffle"] if not question.shuffle else []
    lost += ["grading"] if question.grading == "all" else []
    lost += ["picture"] if "](" in block and _PICTURE.search(block) else []
    lost += ["gap"] if question.kind is Kind.CLOZE and question.stem.endswith("]]") else []
    lost += ["feedback"] if any(pair.feedback for pair in question.pairs) else []
    return lost


def _single(question: Question, language: str) -> list[str] | None:
    if sum(option.right for option in question.options) != 1 or len(question.options) < 2:
        return None
    return [_option("=" if option.right else "~", option) for option in question.options]


def _truth(question: Question, language: str) -> list[str] | None:
    words = CHOICE_WORDS.get(language, CHOICE_WORDS["id"])
    if tuple(option.text for option in question.options) != words:
        return _single(question, language)
    right, wrong = sorted(question.options, key=lambda option: not option.right)
    if not right.right or wrong.right:
        return None
    feedback = f"#{_said(wrong.feedback)}#{_said(right.feedback)}" if right.feedback or wrong.feedback else ""
    return [("TRUE" if right is question.options[0] else "FALSE") + feedback]


def _multiple(question: Question, language: str) -> list[str] | None:
    rights = sum(option.right for option in question.options)
    if not rights:
        return None
    wrongs = len(question.options) - rights
    return [
        _option(f"~%{_percent(100 / rights if option.right else -100 / wrongs)}%", option)
        for option in question.options
    ]


def _judgement(question: Question, language: str) -> list[str] | None:
    best = question.best_worth
    if best <= 0 or len(question.options) < 2 or any(option.points is None for option in question.options):
        return None
    shares = [100 * option.points / best for option in question.options]
    if min(shares) < -100:
        return None
    first = shares.index(100)
    return [
        _option("=" if place == first else f"~%{_percent(share)}%", option)
        for place, (share, option) in enumerate(zip(shares, question.options, strict=True))
    ]


def _short(question: Question, language: str) -> list[str] | None:
    if any("->" in answer.text for answer in question.answers):
        return None
    return [
        f"={_share(answer.percent, answer.text)}{'*' if answer.text == '*' else _word(answer.text)}"
        + _feedback(answer.feedback)
        for answer in question.answers
    ]


def _number(question: Question, language: str) -> list[str] | None:
    lines = []
    for answer in question.answers:
        if answer.text == "*":
            if answer.percent or answer is not question.answers[-1]:
                return None
            lines.append(f"~{_feedback(answer.feedback)}")
        else:
            lines.append(f"={_share(answer.percent)}{_range(answer.text)}{_feedback(answer.feedback)}")
    return ["#", *lines]


def _range(text: str) -> str:
    text = text.replace(",", ".").replace("−", "-").replace(" ", "")
    around = _AROUND.match(text)
    if not around:
        return text
    middle, reach = around.groups()
    if reach.endswith("%"):
        reach = tell_score(abs(float(middle)) * float(reach[:-1]) / 100)
    return f"{middle}:{reach}"


def _matching(question: Question, language: str) -> list[str] | None:
    return [f"={_said(pair.left)} -> {_said(pair.right)}" for pair in question.pairs]


def _reflection(question: Question, language: str) -> list[str]:
    return []


def _nothing(question: Question, language: str) -> None:
    return None


def _option(mark: str, option: Option) -> str:
    text = _said(option.text)
    if _LOOKS_WEIGHTED.match(text):
        text = "&#37;" + text[1:]
    return f"{mark}{text}{_feedback(option.feedback)}"


def _feedback(text: str) -> str:
    return f"#{_said(text)}" if text else ""


def _said(text: str) -> str:
    """A text of ours, so that no word in brackets at its beginning is taken for its format."""
    return f"[markdown]{escape(text)}" if text.startswith("[") else escape(text)


def _word(text: str) -> str:
    return _said(text).replace("*", "\\*")


def _share(percent: float, text: str = "") -> str:
    return f"%{_percent(percent)}%" if percent != 100 or _LOOKS_WEIGHTED.match(text) else ""


def _percent(share: float) -> str:
    return tell_score(round(share, 5)) or "0"


_WRITERS = {
    Kind.SINGLE: _single,
    Kind.TRUE_FALSE: _truth,
    Kind.MULTIPLE: _multiple,
    Kind.JUDGEMENT: _judgement,
    Kind.SHORT: _short,
    Kind.NUMBER: _number,
    Kind.MATCHING: _matching,
    Kind.REFLECTION: _reflection,
}
