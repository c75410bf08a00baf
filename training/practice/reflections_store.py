"""The rows of reflections: the private text, and the copies that were shared. It decides nothing."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import insert, put_once
from training.practice.store import ReflectionRow, ReflectionShareRow

texts, shares = ReflectionRow.__table__, ReflectionShareRow.__table__


def keep_text(session: Session, person_id: int, module_id: int, prompt: str, **kept) -> None:
    """Put the private text of a prompt in place of the one before."""
    statement = insert(session, texts).values(person_id=person_id, module_id=module_id, prompt=prompt, **kept)
    session.execute(statement.on_conflict_do_update(index_elements=("person_id", "module_id", "prompt"), set_=kept))


def texts_of(session: Session, person_id: int, module_id: int) -> list:
    """The private texts of a module. For their owner only."""
    return list(session.execute(
        sa.select(texts).where(texts.c.person_id == person_id, texts.c.module_id == module_id)
    ))


def shares_of(session: Session, person_id: int, module_id: int) -> list:
    """The copies of a module that were shared and not taken back, oldest first."""
    return list(session.execute(
        sa.select(shares).where(
            shares.c.person_id == person_id, shares.c.module_id == module_id, shares.c.taken_back_at.is_(None)
        ).order_by(shares.c.id)
    ))


def put_share(session: Session, **values) -> None:
    """Keep a shared copy, unless this key of this person has shared already."""
    put_once(session, shares, **values)


def take_back(session: Session, person_id: int, module_id: int, prompt: str, at: dt.datetime) -> None:
    """End the share of a reflection; the text itself stays."""
    session.execute(sa.update(shares).where(
        shares.c.person_id == person_id, shares.c.module_id == module_id, shares.c.prompt == prompt,
        shares.c.taken_back_at.is_(None),
    ).values(taken_back_at=at))
