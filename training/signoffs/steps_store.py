"""What was done in many modules at once, in a statement for each kind of thing."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.curriculum import store as curriculum
from training.practice import store as practice
from training.quizzes import store as quizzes
from training.signoffs import store

modules, releases = curriculum.ModuleRow.__table__, curriculum.ReleaseRow.__table__
readings, attempts = curriculum.ReadingRow.__table__, quizzes.AttemptRow.__table__
requests = store.RequestRow.__table__
shares, records = practice.ReflectionShareRow.__table__, practice.PracticeRecordRow.__table__
observations = practice.ObservationRow.__table__


def modules_waiting(session: Session, person_id: int) -> set[int]:
    """The modules for which a request of this person is open."""
    return set(session.scalars(
        sa.select(requests.c.module_id).where(requests.c.person_id == person_id, requests.c.closed_at.is_(None))
    ))


def modules_shared(session: Session, person_id: int) -> set[int]:
    """The modules in which this person shares a reflection."""
    return _modules_in(session, shares, person_id, shares.c.taken_back_at.is_(None))


def modules_practised(session: Session, person_id: int) -> set[int]:
    return _modules_in(session, records, person_id)


def _modules_in(session, table, person_id, *conditions):
    return set(session.scalars(
        sa.select(table.c.module_id).where(table.c.person_id == person_id, *conditions).distinct()
    ))


def competencies_observed(session: Session, person_id: int) -> set[str]:
    return set(session.scalars(
        sa.select(observations.c.competency).where(observations.c.learner_id == person_id).distinct()
    ))


def current_releases(session: Session, module_ids: Iterable[int]) -> list:
    """`id` and `current_release_id` of those modules that are published."""
    return list(session.execute(
        sa.select(modules.c.id, modules.c.current_release_id)
        .where(modules.c.id.in_(tuple(module_ids)), modules.c.current_release_id.is_not(None))
    ))


def releases_of(session: Session, module_ids: Iterable[int]) -> list:
    """Every release of these modules, the latest first."""
    return list(session.execute(
        sa.select(releases.c.id, releases.c.module_id, releases.c.number, releases.c.change)
        .where(releases.c.module_id.in_(tuple(module_ids))).order_by(releases.c.number.desc())
    ))


def lessons_read(session: Session, person_id: int, release_ids: Iterable[int]) -> list:
    return list(session.execute(
        sa.select(readings.c.release_id, readings.c.lesson)
        .where(readings.c.person_id == person_id, readings.c.release_id.in_(tuple(release_ids)))
    ))


def attempts_at(session: Session, person_id: int, release_ids: Iterable[int]) -> list:
    """Release and outcome of each submitted attempt."""
    return list(session.execute(
        sa.select(attempts.c.release_id, attempts.c.passed).where(
            attempts.c.person_id == person_id, attempts.c.release_id.in_(tuple(release_ids)),
            attempts.c.submitted_at.is_not(None),
        )
    ))
