"""The table of the organisation's own texts: a row each time one is chosen or adapted; none is ever changed."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.accounts.store import PersonRow
from training.core.database import Base, Json, UtcDateTime


class OrganisationTextRow(Base):
    """One text as it reads from `at` on. `professional` is who adapted it, in words; empty when a template was only
    chosen. `by_id` is None for the terminal."""

    __tablename__ = "organisation_texts"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(60), index=True)
    template: Mapped[str] = mapped_column(sa.String(60))
    texts: Mapped[dict] = mapped_column(Json)
    professional: Mapped[str] = mapped_column(sa.String(160))
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


rows, people = OrganisationTextRow.__table__, PersonRow.__table__


def add(session: Session, **values) -> None:
    """Write one row."""
    session.execute(sa.insert(rows).values(**values))


def latest(session: Session) -> dict[str, sa.Row]:
    """Text key → its newest row."""
    newest = sa.select(sa.func.max(rows.c.id)).group_by(rows.c.key)
    return {row.key: row for row in session.execute(sa.select(rows).where(rows.c.id.in_(newest)))}


def every(session: Session, most: int) -> list[sa.Row]:
    """The newest rows of all texts with the `name` of who entered them, newest first."""
    return list(session.execute(
        sa.select(rows, people.c.name).join(people, people.c.id == rows.c.by_id, isouter=True)
        .order_by(rows.c.id.desc()).limit(most)
    ))


def last_id(session: Session) -> int:
    """The number of the newest row; 0 without any."""
    return session.scalar(sa.select(sa.func.max(rows.c.id))) or 0
