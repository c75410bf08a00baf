"""Tables of published courses and of what learners did with them. The only place that reads or writes these rows.

A release is never changed and never deleted; `modules.current_release_id` says which one new readers get.
"""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from training.core.database import Base, Json, UtcDateTime


class CourseReleaseRow(Base):
    """A course's own page and the order of its modules, frozen. The one with the highest number is current."""

    __tablename__ = "course_releases"
    __table_args__ = (sa.UniqueConstraint("course", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(sa.String(60), index=True)
    number: Mapped[int]
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    position: Mapped[int]
    motif: Mapped[str] = mapped_column(sa.String(20))
    texts: Mapped[dict] = mapped_column(Json)  # {"id": {title, summary, html}, "en": …}
    module_order: Mapped[list] = mapped_column(Json)
    source: Mapped[dict] = mapped_column(Json)  # path → text
    author: Mapped[str] = mapped_column(sa.String(160))
    reviewer: Mapped[str] = mapped_column(sa.String(160))
    published_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ModuleRow(Base):
    """A module that has been published at least once."""

    __tablename__ = "modules"
    __table_args__ = (sa.UniqueConstraint("course", "slug"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(sa.String(60), index=True)
    slug: Mapped[str] = mapped_column(sa.String(60))
    position: Mapped[int]
    current_release_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("releases.id", use_alter=True, name="fk_modules_current_release_id_releases")
    )


class ReleaseRow(Base):
    """One frozen state of a module. `outline` holds what lists and pages need beside the lessons themselves."""

    __tablename__ = "releases"
    __table_args__ = (sa.UniqueConstraint("module_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"), index=True)
    number: Mapped[int]
    content_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    change: Mapped[str] = mapped_column(sa.String(12))  # first · editorial · substantial
    outline: Mapped[dict] = mapped_column(Json)  # texts, competencies, critical, objectives, lessons, tasks, …
    paper: Mapped[dict | None] = mapped_column(Json)  # the quiz with its key, rendered; never sent as it is
    source: Mapped[dict] = mapped_column(Json)  # path → text
    served_hash: Mapped[str] = mapped_column(sa.String(64), default="")  # of outline, paper and lessons as published
    author: Mapped[str] = mapped_column(sa.String(160))
    reviewer: Mapped[str] = mapped_column(sa.String(160))
    published_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    published_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))


class ReleaseLessonRow(Base):
    """A lesson in one language, rendered when it was published."""

    __tablename__ = "release_lessons"
    __table_args__ = (sa.UniqueConstraint("release_id", "slug", "language"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"), index=True)
    slug: Mapped[str] = mapped_column(sa.String(80))
    language: Mapped[str] = mapped_column(sa.String(2))
    title: Mapped[str] = mapped_column(sa.String(200))
    html: Mapped[str] = mapped_column(sa.Text)
    short_html: Mapped[str] = mapped_column(sa.Text, default="")
    note: Mapped[str] = mapped_column(sa.Text, default="")
    extras: Mapped[dict] = mapped_column(Json)  # toc, checks (with key), reflections


class ReleaseAssetRow(Base):
    """A picture or recording of a release; the same bytes are kept once."""

    __tablename__ = "release_assets"
    __table_args__ = (sa.UniqueConstraint("release_id", "path"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"), index=True)
    path: Mapped[str] = mapped_column(sa.String(200))
    sha256: Mapped[str] = mapped_column(sa.ForeignKey("media.sha256"), index=True)


class MediaRow(Base):
    """A picture or recording, kept once however many releases show it."""

    __tablename__ = "media"
    sha256: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    content_type: Mapped[str] = mapped_column(sa.String(60))
    data: Mapped[bytes] = mapped_column(sa.LargeBinary)


class EnrolmentRow(Base):
    """Which release of a module a learner works on. Going over to a newer one is a new row; the latest counts."""

    __tablename__ = "enrolments"
    __table_args__ = (sa.UniqueConstraint("person_id", "release_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"), index=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"))
    since: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ReadingRow(Base):
    """A lesson marked read, in the release it was read in."""

    __tablename__ = "readings"
    __table_args__ = (sa.UniqueConstraint("person_id", "release_id", "lesson"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"), index=True)
    lesson: Mapped[str] = mapped_column(sa.String(80))
    language: Mapped[str] = mapped_column(sa.String(2))
    read_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class PlaceRow(Base):
    """Where in a lesson somebody stopped: the heading above, and how far on (0 to 1000) the page was."""

    __tablename__ = "places"
    __table_args__ = (sa.UniqueConstraint("person_id", "module_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"))
    lesson: Mapped[str] = mapped_column(sa.String(80))
    heading: Mapped[str] = mapped_column(sa.String(120), default="")
    permille: Mapped[int] = mapped_column(default=0)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
