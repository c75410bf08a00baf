"""What a course is made of, as values. Nothing here reads, checks or renders."""

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True)
class TextFile:
    """A Markdown file of the folder, whole, as published and exported. `path` is inside the course folder."""

    path: str
    text: str


@dataclasses.dataclass(frozen=True)
class Asset:
    """A picture or a recording. `path` is inside the module folder; `width` and `height` are pixels, None for sound."""

    path: str
    content_type: str
    data: bytes = dataclasses.field(repr=False)
    sha256: str
    width: int | None = None
    height: int | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def is_image(self) -> bool:
        """Whether it is looked at, not listened to."""
        return self.content_type.startswith("image/")

    @property
    def url(self) -> str:
        """Where a browser finds it; the address changes with the contents."""
        return f"/media/{self.sha256[:16]}/{self.name}"


@dataclasses.dataclass(frozen=True)
class LessonText:
    """A lesson in one language. `body` is Markdown; its first line is line `body_line` of the file at `path`."""

    title: str
    body: str
    body_line: int
    path: str
    objectives: tuple[str, ...] = ()
    content_note: str = ""
    short_version: str = ""


@dataclasses.dataclass(frozen=True)
class Lesson:
    """A lesson in all its languages. `minutes` is how long reading takes; `order` its number in the module."""

    slug: str
    id: str
    order: int
    minutes: int
    competencies: tuple[str, ...]
    sources: tuple[str, ...]
    author: str
    reviewer: str
    texts: dict[str, LessonText]


@dataclasses.dataclass(frozen=True)
class TaskText:
    """A reflection or practice task in one language; `line` is where it begins in its file."""

    title: str
    body: str
    line: int
    path: str


@dataclasses.dataclass(frozen=True)
class PracticeTask:
    """`kind` is "reflection" or "practice"."""

    id: str
    kind: str
    texts: dict[str, TaskText]


@dataclasses.dataclass(frozen=True)
class Practice:
    """The reflections and practice tasks of a module, in order."""

    tasks: tuple[PracticeTask, ...]


@dataclasses.dataclass(frozen=True)
class ModuleText:
    """A module in one language; `body` begins at `body_line` of the file."""

    title: str
    objectives: tuple[str, ...]
    content_note: str
    changes: str
    body: str
    body_line: int
    path: str


@dataclasses.dataclass(frozen=True)
class Module:
    """`change` is "substantial" (learners are asked to read again) or "editorial". `quiz` holds one
    `training.quizzes` Quiz per language, or None; `files` are the Markdown files as written, `path` is the folder
    inside the course."""

    id: str
    path: str
    critical: bool
    competencies: tuple[str, ...]
    prerequisites: tuple[str, ...]
    sources: tuple[str, ...]
    author: str
    reviewer: str
    reviewed_on: dt.date | None
    change: str
    texts: dict[str, ModuleText]
    lessons: tuple[Lesson, ...]
    quiz: dict | None
    practice: Practice
    assets: dict[str, Asset]
    files: tuple[TextFile, ...]

    def lesson(self, slug: str) -> Lesson | None:
        """The lesson whose file is called `<n>-<slug>`, or None."""
        return next((one for one in self.lessons if one.slug == slug), None)


@dataclasses.dataclass(frozen=True)
class CourseText:
    """A course in one language; `body` begins at `body_line` of the file."""

    title: str
    summary: str
    body: str
    body_line: int
    path: str


@dataclasses.dataclass(frozen=True)
class Course:
    """`path` is the folder as shown to people; `files` are the course's own Markdown files as written."""

    id: str
    path: str
    order: int
    motif: str
    author: str
    reviewer: str
    license: str
    texts: dict[str, CourseText]
    modules: tuple[Module, ...]
    files: tuple[TextFile, ...]
