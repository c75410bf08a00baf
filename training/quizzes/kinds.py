"""From a sorted body to a question: which kind it is, and what its keys say."""

import dataclasses
import hashlib
import re
import unicodedata

from training.quizzes.answers import read_answers
from training.quizzes.bullets import split_goto
from training.quizzes.findings import Findings
from training.quizzes.gaps import find_gaps, remarks_by_gap
from training.quizzes.keys import (
    FALSE_WORDS,
    GRADING_CHOICES,
    GRADING_OF,
    KIND_NAMES,
    KIND_OF,
    SWITCH_CHOICES,
    SWITCH_OF,
    TRUE_WORDS,
    is_slug,
    near_kind,
    near_word,
    read_passage,
    read_score,
)
from training.quizzes.parts import Body, Part
from training.quizzes.question import Answer, Item, Kind, Option, Pair, Question, Remark, Scene

NEAR_AMONG = 50
"""A guess is looked for among so many words, and while there are fewer problems than that."""

CHOICE_WORDS = {"id": ("Benar", "Salah"), "en": ("True", "False")}
_MAY_SAY = {
    (Kind.SINGLE, Kind.MULTIPLE),
    (Kind.MULTIPLE, Kind.SINGLE),
    (Kind.TRUE_FALSE, Kind.SINGLE),
    (Kind.TRUE_FALSE, Kind.MULTIPLE),
    (Kind.TRUE_FALSE, Kind.SHORT),
    (Kind.NUMBER, Kind.SHORT),
    (Kind.CLOZE, Kind.REFLECTION),
    (Kind.STORY, Kind.JUDGEMENT),
}


def build_question(stem: str, body: Body, scenes: tuple[Scene, ...], findings: Findings, language: str, line: int):
    """The question of one heading, whatever is wrong with it; what is wrong is added to the findings."""
    options = tuple(read_option(part) for part in body.parts if part.sort == "option")
    answers = _answers(body.parts)
    blanks = find_gaps(stem) if not body.main else ()
    kind = _kind(options, answers, body, scenes, blanks)
    kind = _declared(kind, body, findings, line)
    if kind is Kind.TRUE_FALSE and not options:
        options, answers = _truth(answers, language), ()
    question = Question(
        slug=_slug(body, stem, findings, line),
        kind=kind,
        stem=stem,
        options=options,
        pairs=tuple(_pair(part) for part in body.parts if part.sort == "pair"),
        items=tuple(Item(part.text, _feedback(part), part.line) for part in body.parts if part.sort == "item"),
        answers=answers,
        blanks=blanks if kind is Kind.CLOZE else (),
        remarks=_remarks(body.parts, blanks if kind is Kind.CLOZE else (), findings, line),
        scenes=scenes,
        explanation=body.explanation,
        language=language,
        line=line,
    )
    return dataclasses.replace(question, **_settings(body, findings, line))


def read_option(part: Part) -> Option:
    """The option of one answer line."""
    text, label, goto = split_goto(part.text)
    found = part.bullet
    return Option(text, found.right, found.points, found.panel, _feedback(part), goto, label, part.line)


def slug_of(text: str) -> str:
    """A slug made from words: small letters, digits and hyphens; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")


def truth_of(text: str) -> bool | None:
    """What a word says of true and false; None when it is neither."""
    word = text.strip().rstrip(".").strip("*_").casefold()
    return True if word in TRUE_WORDS else False if word in FALSE_WORDS else None


def is_truth_pair(options: tuple[Option, ...]) -> bool:
    """Whether two options are Benar and Salah (Ya and Tidak, True and False)."""
    return len(options) == 2 and {truth_of(option.text) for option in options} == {True, False}


def _kind(options, answers, body: Body, scenes, blanks) -> Kind:
    if scenes or any(option.goto for option in options):
        return Kind.STORY
    if any(option.panel for option in options):
        return Kind.RATED
    if any(option.points is not None for option in options):
        return Kind.JUDGEMENT
    if options:
        if is_truth_pair(options):
            return Kind.TRUE_FALSE
        forced = any(part.bullet.forced for part in body.parts)
        return Kind.MULTIPLE if sum(option.right for option in options) > 1 and not forced else Kind.SINGLE
    if answers:
        if len(answers) == 1 and truth_of(answers[0].text) is not None:
            return Kind.TRUE_FALSE
        return Kind.NUMBER if all(answer.low is not None or answer.text == "*" for answer in answers) else Kind.SHORT
    if body.main == "pair":
        return Kind.MATCHING
    if body.main == "item":
        return Kind.ORDERING
    return Kind.CLOZE if blanks else Kind.REFLECTION


def declared_kind(body: Body) -> Kind | None:
    """The kind that the author names; None without a name, or with one that is not known."""
    return KIND_OF.get(body.keys.get("kind", ("", 0))[0].casefold().rstrip("."))


def _declared(kind: Kind, body: Body, findings: Findings, line: int) -> Kind:
    written, at = body.keys.get("kind", ("", 0))
    if not written:
        return kind
    said = declared_kind(body)
    if said is None:
        guess = near_kind(written) if len(findings.problems) < NEAR_AMONG else ""
        findings.add("quiz.unknown-kind", at, heading=line, written=written, guess=guess)
        return kind
    if said is kind or (kind, said) in _MAY_SAY:
        return said if (kind, said) != (Kind.STORY, Kind.JUDGEMENT) else kind
    found_id, found_en = KIND_NAMES[kind][:2]
    if (kind, said) == (Kind.SHORT, Kind.CLOZE):
        return kind  # "isian" is said of both
    findings.add(
        "quiz.kind-mismatch", at, heading=line, written=written[:60], found_id=found_id, found_en=found_en
    )
    return kind


def _truth(answers: tuple[Answer, ...], language: str) -> tuple[Option, ...]:
    answer = answers[0]
    words = CHOICE_WORDS.get(language, CHOICE_WORDS["id"])
    rights = (truth_of(answer.text) is True, truth_of(answer.text) is False)
    return tuple(
        Option(word, right, feedback=answer.feedback if right else "", line=answer.line)
        for word, right in zip(words, rights, strict=True)
    )


def _answers(parts: list[Part]) -> tuple[Answer, ...]:
    return tuple(
        dataclasses.replace(answer, feedback=_feedback(part), line=part.line)
        for part in parts
        if part.sort == "answer"
        for answer in read_answers(part.text)
    )


def _pair(part: Part) -> Pair:
    return Pair(part.bullet.left, part.text, _feedback(part), part.line)


def _remarks(parts: list[Part], blanks, findings: Findings, line: int) -> tuple[Remark, ...]:
    """The explanations of gaps. One that names no gap is told and left out, and so is one without words."""
    written = [Remark(part.bullet.left, part.text, _feedback(part), part.line) for part in parts if part.sort == "gap"]
    fitting = {id(remark) for remarks in remarks_by_gap(written, blanks) for remark in remarks}
    known = [word for words in blanks for word in words]
    for remark in written:
        if not remark.feedback:
            findings.add("quiz.empty-answer", remark.line, heading=line)
        elif id(remark) not in fitting:
            guess = near_word(remark.gap, known[:NEAR_AMONG]) if len(findings.problems) < NEAR_AMONG else ""
            findings.add("quiz.no-such-gap", remark.line, heading=line, gap=remark.gap[:60], guess=guess)
    return tuple(remark for remark in written if remark.feedback and id(remark) in fitting)


def _feedback(part: Part) -> str:
    lines = part.feedback
    while lines and not lines[0].strip():
        lines = lines[1:]
    return "\n".join(lines).rstrip()


def _slug(body: Body, stem: str, findings: Findings, line: int) -> str:
    written, at = body.keys.get("id", ("", 0))
    if is_slug(written):
        return written
    if written:
        guess = slug_of(written)
        findings.add("quiz.bad-id", at, heading=line, written=written, guess=guess)
        if guess:
            return guess
    else:
        findings.add("quiz.no-id", line, heading=line)
    return "q-" + hashlib.sha256(stem.encode("utf-8", "replace")).hexdigest()[:10]


def _settings(body: Body, findings: Findings, line: int) -> dict:
    settings: dict = {}

    def bad(key: str, *expected: str) -> None:
        """`expected` in Indonesian and in English, or once for both."""
        written, at = body.keys[key]
        told = {"expected_id": expected[0], "expected_en": expected[-1]}
        findings.add("quiz.bad-value", at, heading=line, key=key, written=written, **told)

    for key in ("skill", "hint", "unit", "content_note"):
        if key in body.keys:
            settings[key] = body.keys[key][0]
    if "passage" in body.keys:
        settings["passage"], settings["heading"] = read_passage(body.keys["passage"][0])
    if "points" in body.keys:
        points = read_score(body.keys["points"][0])
        if points is None or points <= 0 or body.keys["points"][0].endswith("%"):
            bad("points", "1, 2, 0,5")
        else:
            settings["points"] = points
    if "shuffle" in body.keys:
        shuffle = SWITCH_OF.get(body.keys["shuffle"][0].casefold())
        settings["shuffle"] = shuffle is not False
        if shuffle is None:
            bad("shuffle", *SWITCH_CHOICES)
    if "grading" in body.keys:
        grading = GRADING_OF.get(body.keys["grading"][0].casefold())
        settings["grading"] = grading or "partial"
        if grading is None:
            bad("grading", *GRADING_CHOICES)
    if "alternative_to" in body.keys:
        settings["alternative_to"] = body.keys["alternative_to"][0]
        if not is_slug(settings["alternative_to"]):
            bad("alternative_to", "q-beku")
            settings["alternative_to"] = ""
    return settings
