"""The rows of observations and their ticks. A level is nowhere kept: it is computed from the ticks."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.store import people
from training.core.database import put_once
from training.practice.store import ObservationRow, TickRow

observations, ticks = ObservationRow.__table__, TickRow.__table__


def put(session: Session, marks: list[dict], **values) -> None:
    """Keep one observation with its ticks, unless this key of the observer has kept it already."""
    new = put_once(session, observations, **values)
    if new and marks:
        session.execute(sa.insert(ticks), [{"observation_id": new, **one} for one in marks])


def rows_about(session: Session, learner_id: int, competencies: Iterable[str] | None) -> list:
    """Observations of a learner with the observer's name, latest first; only of these competencies, if any given."""
    statement = (
        sa.select(observations, people.c.name.label("observer"))
        .join(people, people.c.id == observations.c.observer_id)
        .where(observations.c.learner_id == learner_id)
        .order_by(observations.c.observed_on.desc(), observations.c.id.desc())
    )
    if competencies is not None:
        statement = statement.where(observations.c.competency.in_(tuple(competencies)))
    return list(session.execute(statement))


def ticks_of(session: Session, observation_ids: Iterable[int]) -> list:
    """The ticks of these observations in the order of the form."""
    ids = tuple(observation_ids)
    wanted = sa.select(ticks).where(ticks.c.observation_id.in_(ids)).order_by(ticks.c.id)
    return list(session.execute(wanted)) if ids else []
