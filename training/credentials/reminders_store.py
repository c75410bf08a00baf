"""The table of reminders that somebody has read. A reminder itself is no row: it follows from the calendar."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.core.database import Base, UtcDateTime, put_once


class ReminderReadRow(Base):
    """`about` names the ledger entry or the certificate that ends; a renewal has another name, and its own reminder."""

    __tablename__ = "reminders_read"
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), primary_key=True)
    about: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    read_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


rows = ReminderReadRow.__table__


def read_already(session: Session, person_id: int) -> set[str]:
    """What this person was reminded of and has read."""
    return set(session.scalars(sa.select(rows.c.about).where(rows.c.person_id == person_id)))


def keep_read(session: Session, person_id: int, about: Iterable[str], at: dt.datetime) -> None:
    """Remember that she read these, however often it is said."""
    for one in about:
        put_once(session, rows, person_id=person_id, about=one, read_at=at)
