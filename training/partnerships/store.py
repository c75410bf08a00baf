"""Tables of groups in partnership. No row here says anything about a member: a group has a neutral name, the people who
work with it, and dated records that are added and never changed."""

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from training.core.database import Base, Json, UtcDateTime, put_once
from training.core.often import Answer, Often


class PartnershipRow(Base):
    """A group and the professional it works with, who may not have an account."""

    __tablename__ = "partnerships"
    __table_args__ = (sa.UniqueConstraint("created_by_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(80))
    professional: Mapped[str] = mapped_column(sa.String(160))
    since: Mapped[dt.date]
    created_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


class PartnershipPersonRow(Base):
    """Somebody with an account who works with the group; `part` is supervisor or facilitator. Never a member."""

    __tablename__ = "partnership_people"
    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(sa.ForeignKey("partnerships.id"), index=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), index=True)
    part: Mapped[str] = mapped_column(sa.String(12))
    since: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class PartnershipRecordRow(Base):
    """Something written about the work: `kind` is assessment, plan, support or pulse. Of assessments and plans the
    latest stands."""

    __tablename__ = "partnership_records"
    __table_args__ = (sa.UniqueConstraint("written_by_id", "client_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(sa.ForeignKey("partnerships.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(12))
    facts: Mapped[dict] = mapped_column(Json)
    written_by_id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    client_key: Mapped[str] = mapped_column(sa.String(64))


# Never "members": those are the people in a group, and none of them is in the data.
groups, working = PartnershipRow.__table__, PartnershipPersonRow.__table__
records = PartnershipRecordRow.__table__


def rows(session: Session, *, person_id: int | None = None, group_id: int | None = None) -> list[sa.Row]:
    """The groups by name: all, those `person_id` works with now, or the one with this id."""
    chosen = sa.select(groups).order_by(groups.c.name, groups.c.id)
    if person_id is not None:
        chosen = chosen.where(groups.c.id.in_(sa.select(working.c.partnership_id).where(
            working.c.person_id == person_id, working.c.until.is_(None),
        )))
    return list(session.execute(chosen if group_id is None else chosen.where(groups.c.id == group_id)))


_hers = working.alias("hers")
_beside = Often(
    sa.select(groups.c.id, groups.c.name, working.c.person_id)
    .join(working, working.c.partnership_id == groups.c.id)
    .join(_hers, _hers.c.partnership_id == groups.c.id)
    .where(
        _hers.c.person_id == sa.bindparam("person_id", type_=sa.Integer), _hers.c.until.is_(None),
        working.c.part == "facilitator", working.c.until.is_(None),
    ).order_by(groups.c.name, groups.c.id, working.c.person_id)
)


def facilitators_beside(session: Session, person_id: int) -> Answer:
    """`(id, name, person_id)` for each facilitator of each group that `person_id` works with now, by group."""
    return _beside.answer(session, person_id=person_id)


def people_of(session: Session, ids) -> list[sa.Row]:
    """`(partnership_id, person_id, part)` of everyone who works with these groups now."""
    return list(session.execute(
        sa.select(working.c.partnership_id, working.c.person_id, working.c.part)
        .where(working.c.partnership_id.in_(tuple(ids)), working.c.until.is_(None)).order_by(working.c.id)
    ))


def add_group(session: Session, **values) -> int | None:
    """The id of a new group, or None when this form was sent before."""
    return put_once(session, groups, **values)


def group_by_key(session: Session, person_id: int, client_key: str) -> int | None:
    """The group this person set up with this key of a form, or None."""
    return session.scalar(
        sa.select(groups.c.id).where(groups.c.created_by_id == person_id, groups.c.client_key == client_key)
    )


def hold(session: Session, group_id: int) -> None:
    """Nobody else changes who works with this group until the transaction ends."""
    session.execute(sa.select(groups.c.id).where(groups.c.id == group_id).with_for_update())


def add_person(session: Session, group_id: int, person_id: int, part: str, at: dt.datetime) -> None:
    """Write that somebody takes part in a group."""
    session.execute(sa.insert(working).values(partnership_id=group_id, person_id=person_id, part=part, since=at))


def end_person(session: Session, group_id: int, person_id: int, at: dt.datetime) -> None:
    """End whatever part somebody takes in a group."""
    session.execute(
        sa.update(working).where(
            working.c.partnership_id == group_id, working.c.person_id == person_id, working.c.until.is_(None),
        ).values(until=at)
    )


def add_record(session: Session, **values) -> None:
    """Write one record; a form sent twice is written once."""
    put_once(session, records, **values)


def records_of(session: Session, ids: Collection[int]) -> list[sa.Row]:
    """The records about these groups, newest first."""
    return list(session.execute(
        sa.select(records).where(records.c.partnership_id.in_(tuple(ids))).order_by(records.c.id.desc())
    ))
