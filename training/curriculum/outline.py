"""A published module as readers and rules see it: what was frozen, without the lessons' own text."""

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True)
class LessonLine:
    """One lesson in a module's contents. `titles` by language; `has_own_text` says that a text of the organisation
    stands in it."""

    slug: str
    id: str
    minutes: int
    titles: dict
    has_note: bool = False
    has_own_text: bool = False


@dataclasses.dataclass(frozen=True)
class Task:
    """Something to write or practise. `kind` is "reflection" or "practice"; `lesson` the slug it stands in, or "" for
    the module's own practice page; `texts` by language: {"title", "html"}."""

    id: str
    kind: str
    lesson: str
    texts: dict


@dataclasses.dataclass(frozen=True)
class ReleaseOutline:
    """One frozen release of a module. `texts` by language: {"title", "objectives", "content_note", "changes", "html"};
    `mastery` is a score 0–1; `change` is "first", "editorial" or "substantial"."""

    id: int
    number: int
    content_hash: str
    change: str
    published_at: dt.datetime
    author: str
    reviewer: str
    texts: dict
    competencies: tuple[str, ...]
    critical: bool
    lessons: tuple[LessonLine, ...]
    tasks: tuple[Task, ...]
    question_count: int
    mastery: float

    @property
    def has_quiz(self) -> bool:
        """Whether a question is asked."""
        return self.question_count > 0

    @property
    def minutes(self) -> int:
        """How long all its lessons take to read."""
        return sum(lesson.minutes for lesson in self.lessons)

    def lesson(self, slug: str) -> LessonLine | None:
        """The lesson called `slug`, or None."""
        return next((lesson for lesson in self.lessons if lesson.slug == slug), None)

    def around(self, slug: str) -> tuple[LessonLine | None, LessonLine | None]:
        """The lessons before and after the one called `slug`."""
        place = next(n for n, lesson in enumerate(self.lessons) if lesson.slug == slug)
        before = self.lessons[place - 1] if place else None
        after = self.lessons[place + 1] if place + 1 < len(self.lessons) else None
        return before, after

    def task(self, task_id: str) -> Task | None:
        """The task with this id, or None."""
        return next((task for task in self.tasks if task.id == task_id), None)


@dataclasses.dataclass(frozen=True)
class PublishedModule:
    """A module that readers can find, with the release that new readers get."""

    id: int
    course: str
    slug: str
    position: int
    release: ReleaseOutline


@dataclasses.dataclass(frozen=True)
class PublishedCourse:
    """A course that readers can find. `texts` by language: {"title", "summary", "html"}."""

    slug: str
    number: int
    position: int
    motif: str
    texts: dict
    author: str
    reviewer: str
    published_at: dt.datetime
    modules: tuple[PublishedModule, ...]

    def module(self, slug: str) -> PublishedModule | None:
        """The module called `slug`, or None."""
        return next((module for module in self.modules if module.slug == slug), None)


def as_data(outline: ReleaseOutline) -> dict:
    """What goes into the release row's `outline` column."""
    return {
        "texts": outline.texts, "competencies": list(outline.competencies), "critical": outline.critical,
        "lessons": [dataclasses.asdict(lesson) for lesson in outline.lessons],
        "tasks": [dataclasses.asdict(task) for task in outline.tasks],
        "question_count": outline.question_count, "mastery": outline.mastery,
    }


def from_row(row) -> ReleaseOutline:
    """The outline in a row of `releases`."""
    data = row.outline
    return ReleaseOutline(
        row.id, row.number, row.content_hash, row.change, row.published_at, row.author, row.reviewer,
        data["texts"], tuple(data["competencies"]), data["critical"],
        tuple(LessonLine(**lesson) for lesson in data["lessons"]), tuple(Task(**task) for task in data["tasks"]),
        data["question_count"], data["mastery"],
    )
