"""Tables of what learners wrote, practised and showed. Ticks are kept, never levels: a level is always computed."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from training.core.database import Base, UtcDateTime


class ReflectionRow(Base):
    """What somebody wrote for herself. Nobody else reads this row."""

    __tablename__ = "reflections"
    __table_args__ = (sa.UniqueConstraint("person_id", "module_id", "prompt"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"))
    prompt: Mapped[str] = mapped_column(sa.String(80))
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ReflectionShareRow(Base):
    """A copy of a reflection as it was when she shared it. Writing on does not change what was shared."""

    __tablename__ = "reflection_shares"
    __table_args__ = (sa.UniqueConstraint("person_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"))
    prompt: Mapped[str] = mapped_column(sa.String(80))
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    shared_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    taken_back_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class PracticeRecordRow(Base):
    """A practice task done away from the screen, told by the learner herself. `company` says with whom, never who."""

    __tablename__ = "practice_records"
    __table_args__ = (sa.UniqueConstraint("person_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("modules.id"))
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"))
    task: Mapped[str] = mapped_column(sa.String(80))
    company: Mapped[str] = mapped_column(sa.String(20))
    done_on: Mapped[dt.date]
    note: Mapped[str] = mapped_column(sa.Text, default="")
    recorded_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class ObservationRow(Base):
    """One competency of one learner as one observer saw it once, in the wording of one framework version."""

    __tablename__ = "observations"
    __table_args__ = (sa.UniqueConstraint("observer_id", "client_key", "competency"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    observer_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    learner_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    competency: Mapped[str] = mapped_column(sa.String(8))
    mode: Mapped[str] = mapped_column(sa.String(20))
    scene: Mapped[str] = mapped_column(sa.String(120), default="")
    language: Mapped[str] = mapped_column(sa.String(20))
    framework_version: Mapped[int]
    observed_on: Mapped[dt.date]
    heard: Mapped[str] = mapped_column(sa.Text, default="")
    recorded_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class TickRow(Base):
    """One behaviour of an observation: seen, not_seen or no_occasion."""

    __tablename__ = "ticks"
    __table_args__ = (sa.UniqueConstraint("observation_id", "behaviour"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    observation_id: Mapped[int] = mapped_column(sa.ForeignKey("observations.id"), index=True)
    behaviour: Mapped[str] = mapped_column(sa.String(12))
    kind: Mapped[str] = mapped_column(sa.String(10))
    state: Mapped[str] = mapped_column(sa.String(12))
    note: Mapped[str] = mapped_column(sa.Text, default="")
