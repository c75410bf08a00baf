"""The rows of practice done away from the screen."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import put_once
from training.practice.store import PracticeRecordRow

records = PracticeRecordRow.__table__


def put(session: Session, **values) -> None:
    """Keep a record, unless this key of this person has kept it already."""
    put_once(session, records, **values)


def rows_of(session: Session, person_id: int, module_id: int) -> list:
    """A person's records of a module, by the day they were done."""
    return list(session.execute(
        sa.select(records).where(records.c.person_id == person_id, records.c.module_id == module_id)
        .order_by(records.c.done_on, records.c.id)
    ))
