"""Collects the problems of one file while it is read, each with the author's own lines. It words nothing."""

import dataclasses

from training.core.problem import Problem

WARNINGS = frozenset(
    {
        "gift.categories",
        "gift.name-changed",
        "gift.quiz-setting-lost",
        "gift.setting-lost",
        "gift.tag",
        "gift.weights-evened",
        "quiz.all-of-the-above",
        "quiz.alternatives-joined",
        "quiz.every-option-right",
        "quiz.gap-explained-too-early",
        "quiz.gap-without-words",
        "quiz.items-out-of-order",
        "quiz.explanation-at-margin",
        "quiz.explanation-before-answers",
        "quiz.explanation-without-mark",
        "quiz.list-like-choices",
        "quiz.list-like-items",
        "quiz.list-like-pairs",
        "quiz.mastery-low",
        "quiz.negation",
        "quiz.no-explanation",
        "quiz.no-feedback",
        "quiz.no-id",
        "quiz.note-without-alternative",
        "quiz.number-with-unit",
        "quiz.numbered-choices",
        "quiz.numbered-pairs",
        "quiz.one-letter-answer",
        "quiz.percent-misplaced",
        "quiz.range-as-words",
        "quiz.right-always-longest",
        "quiz.right-always-same-place",
        "quiz.scene-without-choices",
        "quiz.table-not-read",
        "quiz.text-after-answers",
        "quiz.text-outside",
        "quiz.thousands",
        "quiz.unknown-key",
    }
)


@dataclasses.dataclass
class Findings:
    """The problems found so far in the file at `path`, whose lines are known by their number."""

    path: str
    texts: dict[int, str] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def add(self, code: str, line: int, *, heading: int = 0, mark: tuple[int, int] | None = None, **facts) -> None:
        """Notes one problem at a line; `heading` is the line of the question it belongs to."""
        severity = "warning" if code in WARNINGS else "error"
        shown = [number for number in dict.fromkeys((heading, line)) if number in self.texts]
        lines = tuple((number, self.texts[number][:300]) for number in shown)
        self.problems.append(Problem(code, severity, self.path, line or None, facts, lines, mark))

    def leave_out(self, code: str) -> None:
        """Takes back what only follows from something else that is told."""
        self.problems = [problem for problem in self.problems if problem.code != code]

    def sorted(self) -> tuple[Problem, ...]:
        """All problems in the order of the file."""
        return tuple(sorted(self.problems, key=lambda problem: problem.line or 0))
