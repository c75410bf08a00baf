"""Whether two language versions of a quiz would score alike."""

from training.core.problem import Problem
from training.quizzes.findings import Findings
from training.quizzes.question import Kind, Option, Question, Quiz

WHAT = {
    "kind": ("jenis soal", "kind of question"),
    "options": ("jumlah pilihan", "number of options"),
    "right": ("tanda benar", "right marks"),
    "worth": ("poin pilihan", "points of the options"),
    "panel": ("nilai panel", "panel's ratings"),
    "goto": ("tujuan pilihan", "where the options lead"),
    "pairs": ("pasangan", "pairs"),
    "items": ("jumlah langkah yang diurutkan", "number of items"),
    "blanks": ("jumlah bagian rumpang", "number of gaps"),
    "numbers": ("angka yang diterima", "accepted numbers"),
    "steps": ("langkah cerita", "steps of the story"),
    "points": ("poin soal", "points of the question"),
    "grading": ("cara menilai", "grading"),
    "mastery": ("batas lulus", "mastery mark"),
    "draw": ("banyak soal yang diambil", "number of questions drawn"),
    "keep_right": ("yang benar tetap", "keep right"),
}
"""What can differ, in both languages."""


def shape_of(question: Question) -> dict[str, object]:
    """Everything of a question that decides its score and must not depend on the language."""
    options = [option for step in [question.options, *(scene.options for scene in question.scenes)] for option in step]
    return {
        "kind": question.kind,
        "steps": tuple((scene.slug, len(scene.options)) for scene in question.scenes),
        "options": len(options),
        "right": tuple(option.right for option in options),
        "worth": tuple(option.points for option in options),
        "panel": tuple(option.panel for option in options),
        "goto": tuple(option.goto for option in options),
        "pairs": (tuple(bool(pair.left) for pair in question.pairs), question.matches),
        "items": len(question.items),
        "blanks": len(question.blanks),
        "numbers": _numbers(question),
        "points": question.points,
    }


def compare(source: Quiz, other: Quiz, path: str, texts: dict[int, str] | None = None) -> tuple[Problem, ...]:
    """The problems of `other` (the file at `path`) beside the source language: questions missing or extra, and
    everything in which a question would score differently. `texts` are the file's lines by number, for quoting."""
    findings = Findings(path, texts or {})
    for name in ("mastery", "draw", "keep_right"):
        if getattr(source, name) != getattr(other, name):
            _differ(findings, other.line, "", name)
    theirs = {question.slug: question for question in other.questions}
    ours = {question.slug: question for question in source.questions}
    for slug, question in ours.items():
        if slug not in theirs:
            findings.add("quiz.question-missing", other.line, slug=slug, language=other.language, first=question.line)
    for slug, question in theirs.items():
        if slug not in ours:
            findings.add("quiz.question-extra", question.line, heading=question.line, slug=slug)
            continue
        wanted, found = shape_of(ours[slug]), shape_of(question)
        differing = next((name for name in wanted if wanted[name] != found[name]), "")
        if differing:
            _differ(findings, _line_of(ours[slug], question, differing), slug, differing, question.line)
    return findings.sorted()


def _differ(findings: Findings, line: int, slug: str, name: str, heading: int = 0) -> None:
    """What belongs to the whole quiz has no slug."""
    what_id, what_en = WHAT[name]
    whose_id, whose_en = (f"soal “{slug}”", f"question “{slug}”") if slug else ("kuis ini", "this quiz")
    findings.add(
        "quiz.languages-differ", line, heading=heading, slug=slug, what_id=what_id, what_en=what_en,
        whose_id=whose_id, whose_en=whose_en,
    )


def _line_of(ours: Question, theirs: Question, name: str) -> int:
    fields = {"right": "right", "worth": "points", "panel": "panel", "goto": "goto"}
    if name not in fields:
        return theirs.line
    for one, two in zip(_all_options(ours), _all_options(theirs), strict=False):
        if getattr(one, fields[name]) != getattr(two, fields[name]):
            return two.line
    return theirs.line


def _all_options(question: Question) -> list[Option]:
    return [option for step in [question.options, *(scene.options for scene in question.scenes)] for option in step]


def _numbers(question: Question) -> tuple:
    if question.kind is not Kind.NUMBER:
        return ()
    return tuple((answer.low, answer.high, answer.percent) for answer in question.answers)
