"""The table of who supervises whom, since when and until when."""

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.core.database import Base, UtcDateTime


class SupervisionRow(Base):
    """Who supervises whom, since when; `until` is None while it lasts."""

    __tablename__ = "supervisions"
    __table_args__ = (sa.Index(
        "uq_supervisions_lasting", "supervisor_id", "facilitator_id", unique=True,
        sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL"),
    ),)
    id: Mapped[int] = mapped_column(primary_key=True)
    supervisor_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    facilitator_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    since: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


supervisions = SupervisionRow.__table__


def facilitators_of(supervisor_id: int) -> sa.Select:
    """The ids of everyone this person supervises now, as a select to put into another query."""
    return sa.select(supervisions.c.facilitator_id).where(
        supervisions.c.supervisor_id == supervisor_id, supervisions.c.until.is_(None)
    )


def supervisors_by_facilitator(session: Session, ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Facilitator → who supervises her now, for those of `ids` whom somebody does."""
    found: dict[int, set[int]] = {}
    for row in session.execute(
        sa.select(supervisions.c.facilitator_id, supervisions.c.supervisor_id)
        .where(supervisions.c.facilitator_id.in_(tuple(ids)), supervisions.c.until.is_(None))
    ):
        found.setdefault(row.facilitator_id, set()).add(row.supervisor_id)
    return {one: frozenset(who) for one, who in found.items()}


def supervisor_ids(session: Session, facilitator_id: int) -> frozenset[int]:
    """Who supervises this facilitator now."""
    return frozenset(session.scalars(
        sa.select(supervisions.c.supervisor_id).where(
            supervisions.c.facilitator_id == facilitator_id, supervisions.c.until.is_(None)
        )
    ))
