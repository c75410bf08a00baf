"""Tables of attempts and their answers. A paper is named by the release it was frozen in; this area knows no course."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from training.core.database import Base, Json, UtcDateTime


class AttemptRow(Base):
    """One go at a quiz. Submitted once; then score, passed and the grades of its answers stand for good. `gentle`
    is read by nobody but its person: it decides which questions are asked, and goes into no evidence."""

    __tablename__ = "attempts"
    __table_args__ = (sa.UniqueConstraint("person_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    release_id: Mapped[int] = mapped_column(sa.ForeignKey("releases.id"), index=True)
    client_key: Mapped[str] = mapped_column(sa.String(64))
    seed: Mapped[int] = mapped_column(sa.Integer)
    started_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    score: Mapped[float | None]
    passed: Mapped[bool | None]
    gentle: Mapped[bool] = mapped_column(server_default=sa.false())


class AnswerRow(Base):
    """What was answered to one question of an attempt; `score` once the attempt is submitted."""

    __tablename__ = "answers"
    __table_args__ = (sa.UniqueConstraint("attempt_id", "question"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(sa.ForeignKey("attempts.id"), index=True)
    question: Mapped[str] = mapped_column(sa.String(80))
    response: Mapped[dict] = mapped_column(Json)
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    score: Mapped[float | None]
