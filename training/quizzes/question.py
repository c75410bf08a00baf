"""What a question and a quiz are, as values. Texts stay the author's Markdown; nothing here reads, grades or shows."""

import dataclasses
from enum import StrEnum
from functools import cached_property

RATINGS = ("risky", "little", "enough", "very")
"""The four ratings of a rated judgement, in the order in which the panel's counts are written."""


class Kind(StrEnum):
    """The sort of a question: it decides how it is answered and how it scores."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    NUMBER = "number"
    SHORT = "short"
    MATCHING = "matching"
    ORDERING = "ordering"
    CLOZE = "cloze"
    JUDGEMENT = "judgement"
    RATED = "rated"
    STORY = "story"
    REFLECTION = "reflection"


PICKS_ONE = frozenset({Kind.SINGLE, Kind.TRUE_FALSE, Kind.JUDGEMENT})


@dataclasses.dataclass(frozen=True)
class Option:
    """One choice. `right` counts when `points` is None; `panel` holds the raters' counts in the order of RATINGS;
    `goto` names the step of a story that follows."""

    text: str
    right: bool = False
    points: float | None = None
    panel: tuple[int, ...] = ()
    feedback: str = ""
    goto: str = ""
    goto_label: str = ""
    line: int = dataclasses.field(default=0, compare=False)

    @property
    def worth(self) -> float:
        """What this choice earns before it is set against the best one."""
        return self.points if self.points is not None else float(self.right)


@dataclasses.dataclass(frozen=True)
class Pair:
    """A left side and the right side that belongs to it; an empty left side makes an extra wrong choice."""

    left: str
    right: str
    feedback: str = ""
    line: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True)
class Item:
    """One line of an ordering question; items stand in their right order."""

    text: str
    feedback: str = ""
    line: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True)
class Answer:
    """One accepted answer of a short or number question, worth `percent` of the points. `low` and `high` bound a
    number, both included."""

    text: str
    percent: float = 100.0
    low: float | None = None
    high: float | None = None
    feedback: str = ""
    language: str = dataclasses.field(default="", compare=False)
    line: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True)
class Remark:
    """The explanation of a gap of a fill-in. `gap` is an accepted word of it (or several, with bars), `words` are the
    answers that it speaks of, with bars; "" when it holds for any answer. Both as their author wrote them."""

    gap: str
    words: str = ""
    feedback: str = ""
    line: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True)
class Scene:
    """One step of a branching story. A scene without options ends the story."""

    slug: str
    title: str
    text: str
    options: tuple[Option, ...] = ()
    line: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True)
class Question:
    """One question of any kind, in one language. `grading` is "partial" or "all"; `alternative_to` names the
    question that this one replaces for whoever chose the gentle path; `passage` is the lesson to read again and
    `heading` one in it, as it is written in this language."""

    slug: str
    kind: Kind
    stem: str
    options: tuple[Option, ...] = ()
    pairs: tuple[Pair, ...] = ()
    items: tuple[Item, ...] = ()
    answers: tuple[Answer, ...] = ()
    blanks: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[Remark, ...] = ()
    scenes: tuple[Scene, ...] = ()
    explanation: str = ""
    hint: str = ""
    skill: str = ""
    points: float = 1.0
    shuffle: bool = True
    grading: str = "partial"
    alternative_to: str = ""
    unit: str = ""
    content_note: str = ""
    passage: str = ""
    heading: str = ""
    language: str = dataclasses.field(default="id", compare=False)
    line: int = dataclasses.field(default=0, compare=False)

    @cached_property
    def lefts(self) -> tuple[Pair, ...]:
        """The pairs that ask something, so without the extra wrong choices."""
        return tuple(pair for pair in self.pairs if pair.left)

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """What can stand on the right of a matching question, each text once."""
        return tuple(dict.fromkeys(pair.right for pair in self.pairs))

    @cached_property
    def matches(self) -> tuple[int, ...]:
        """For each left side the place of its right side in `choices`."""
        places = {text: place for place, text in enumerate(self.choices)}
        return tuple(places[pair.right] for pair in self.lefts)

    @cached_property
    def steps(self) -> dict[str, tuple[Option, ...]]:
        """The options of each step of a story; the story begins at ""."""
        steps = {scene.slug: scene.options for scene in reversed(self.scenes)}
        steps[""] = self.options
        return steps

    @cached_property
    def right_places(self) -> frozenset[int]:
        """Which options are right, by their place."""
        return frozenset(place for place, option in enumerate(self.options) if option.right)

    @cached_property
    def best_worth(self) -> float:
        """The most that one option can earn."""
        return max((option.worth for option in self.options), default=0.0)

    @cached_property
    def best_from(self) -> dict[str, float]:
        """The most that can be earned from each step of the story on; empty where it runs in a circle."""
        return _best(self.steps)

    @property
    def best_path(self) -> float:
        """The most that a path through the story can earn; 0 where the story runs in a circle."""
        return self.best_from.get("", 0.0)


@dataclasses.dataclass(frozen=True)
class Quiz:
    """A quiz in one language. `mastery` is the share (0 to 1) that counts as mastered; `draw` is how many questions
    of the bank one attempt gets (None: all); `keep_right` keeps what was right when somebody tries again."""

    title: str
    questions: tuple[Question, ...] = ()
    mastery: float = 0.8
    draw: int | None = None
    keep_right: bool = False
    intro: str = ""
    language: str = "id"
    level: int = 2
    line: int = dataclasses.field(default=0, compare=False)


def _best(steps: dict[str, tuple[Option, ...]]) -> dict[str, float]:
    best: dict[str, float] = {}
    opened: set[str] = set()
    stack = [""]
    while stack:
        slug = stack[-1]
        onward = {option.goto for option in steps[slug] if option.goto in steps and option.goto}
        waiting = [next_slug for next_slug in onward if next_slug not in best]
        if slug not in opened and waiting:
            opened.add(slug)
            if opened.intersection(waiting):
                return {}
            stack.extend(waiting)
            continue
        if waiting:
            return {}
        stack.pop()
        best[slug] = max((option.worth + best.get(option.goto, 0.0) for option in steps[slug]), default=0.0)
    return best
