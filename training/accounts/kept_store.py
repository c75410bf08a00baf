"""The table of forms kept over an ended sign-in."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.accounts.store import people, sign_ins
from training.core.database import Base, Json, UtcDateTime


class KeptFormRow(Base):
    """What somebody had typed when her sign-in ended."""

    __tablename__ = "kept_forms"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    path: Mapped[str] = mapped_column(sa.String(400))
    fields: Mapped[list] = mapped_column(Json)
    kept_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, index=True)


kept = KeptFormRow.__table__


def owner_of(session: Session, token_hash: str) -> int | None:
    """Whose sign-in this was, also when it has ended; None for a closed account."""
    return session.scalar(
        sa.select(sign_ins.c.person_id).join(people, people.c.id == sign_ins.c.person_id)
        .where(sign_ins.c.token_hash == token_hash, people.c.disabled_at.is_(None))
    )


def drop_before(session: Session, moment: dt.datetime) -> None:
    """Delete every form kept before `moment`."""
    session.execute(sa.delete(kept).where(kept.c.kept_at < moment))


def add(session: Session, person_id: int, path: str, fields: list, at: dt.datetime) -> int:
    """Keep a form; its id."""
    values = {"person_id": person_id, "path": path[:400], "fields": fields, "kept_at": at}
    return session.execute(sa.insert(kept).values(**values)).inserted_primary_key[0]


def find(session: Session, person_id: int, form_id: int) -> sa.Row | None:
    """A form that this person kept, or None."""
    return session.execute(
        sa.select(kept).where(kept.c.id == form_id, kept.c.person_id == person_id)
    ).one_or_none()
