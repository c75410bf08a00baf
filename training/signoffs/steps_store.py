"""What was done in many modules at once, in a statement for each kind of thing."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.often import Often
from training.curriculum import store as curriculum
from training.curriculum.catalogue_store import remembered_outlines
from training.curriculum.outline import ReleaseOutline
from training.practice import store as practice
from training.quizzes import store as quizzes
from training.signoffs import store

modules, releases = curriculum.ModuleRow.__table__, curriculum.ReleaseRow.__table__
readings, attempts = curriculum.ReadingRow.__table__, quizzes.AttemptRow.__table__
requests = store.RequestRow.__table__
shares, records = practice.ReflectionShareRow.__table__, practice.PracticeRecordRow.__table__
observations = practice.ObservationRow.__table__

# One person did so little in all that it is quicker to ask for everything than for a list of modules.
_person = sa.bindparam("person_id")
_waiting = Often(sa.select(requests.c.module_id).where(requests.c.person_id == _person, requests.c.closed_at.is_(None)))
_shared = Often(
    sa.select(shares.c.module_id).where(shares.c.person_id == _person, shares.c.taken_back_at.is_(None)).distinct()
)
_practised = Often(sa.select(records.c.module_id).where(records.c.person_id == _person).distinct())
_observed = Often(sa.select(observations.c.competency).where(observations.c.learner_id == _person).distinct())
_current = Often(sa.select(modules.c.id, modules.c.current_release_id).where(modules.c.current_release_id.is_not(None)))
_read = Often(sa.select(readings.c.release_id, readings.c.lesson).where(readings.c.person_id == _person))
_attempted = Often(
    sa.select(attempts.c.release_id, attempts.c.passed)
    .where(attempts.c.person_id == _person, attempts.c.submitted_at.is_not(None))
)


def modules_waiting(session: Session, person_id: int) -> set[int]:
    """The modules for which a request of this person is open."""
    return {row.module_id for row in _waiting.rows(session, person_id=person_id)}


def modules_shared(session: Session, person_id: int) -> set[int]:
    """The modules in which this person shares a reflection."""
    return {row.module_id for row in _shared.rows(session, person_id=person_id)}


def modules_practised(session: Session, person_id: int) -> set[int]:
    return {row.module_id for row in _practised.rows(session, person_id=person_id)}


def competencies_observed(session: Session, person_id: int) -> set[str]:
    return {row.competency for row in _observed.rows(session, person_id=person_id)}


def current_releases(session: Session) -> dict[int, int]:
    """Module id → its current release, of every published module."""
    return {row.id: row.current_release_id for row in _current.rows(session)}


def lessons_read(session: Session, person_id: int) -> list:
    """Release and lesson of everything this person read."""
    return _read.rows(session, person_id=person_id)


def attempts_at(session: Session, person_id: int) -> list:
    """Release and outcome of each attempt this person sent."""
    return _attempted.rows(session, person_id=person_id)


def alike(session: Session, working: Mapping[int, ReleaseOutline]) -> dict[int, int]:
    """Release id → module id, for each release worked on (by module id) and the ones before it up to the last
    substantial change. Releases never change, so what was asked once is remembered."""
    found = {one: remembered_outlines.get(session, ("alike", release.id), lambda: None)
             for one, release in working.items()}
    missing = [one for one, ids in found.items() if ids is None]
    if missing:
        found |= _look_up_alike(session, {one: working[one] for one in missing})
    return {release_id: module_id for module_id, ids in found.items() for release_id in ids}


def _look_up_alike(session, working):
    before: dict[int, list[int]] = {one: [] for one in working}
    done = set()
    for row in session.execute(
        sa.select(releases.c.id, releases.c.module_id, releases.c.number, releases.c.change)
        .where(releases.c.module_id.in_(working)).order_by(releases.c.number.desc())
    ):
        if row.number <= working[row.module_id].number and row.module_id not in done:
            before[row.module_id].append(row.id)
            if row.change != "editorial":
                done.add(row.module_id)
    return {one: remembered_outlines.get(session, ("alike", working[one].id), lambda ids=ids: tuple(ids))
            for one, ids in before.items()}
