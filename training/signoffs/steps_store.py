"""What somebody did, in all modules at once."""

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

KINDS = WAITING, SHARED, PRACTISED, OBSERVED, READ, TRIED, PASSED = (
    "waiting", "shared", "practised", "observed", "read", "tried", "passed",
)

_person, _unnamed = sa.bindparam("person_id"), sa.literal("")


def _kind(what: str, one, name, *conditions):
    return sa.select(sa.literal(what).label("what"), one.label("one"), name.label("name")).where(*conditions)


# One person did so little in all that it is quicker to ask for everything than for a list of modules.
_done = Often(sa.union_all(
    _kind(WAITING, requests.c.module_id, _unnamed, requests.c.person_id == _person, requests.c.closed_at.is_(None)),
    _kind(SHARED, shares.c.module_id, _unnamed, shares.c.person_id == _person, shares.c.taken_back_at.is_(None)),
    _kind(PRACTISED, records.c.module_id, _unnamed, records.c.person_id == _person),
    _kind(OBSERVED, sa.literal(0), observations.c.competency, observations.c.learner_id == _person),
    _kind(READ, readings.c.release_id, readings.c.lesson, readings.c.person_id == _person),
    _kind(TRIED, attempts.c.release_id, _unnamed, attempts.c.person_id == _person,
          attempts.c.submitted_at.is_not(None)),
    _kind(PASSED, attempts.c.release_id, _unnamed, attempts.c.person_id == _person, attempts.c.passed.is_(True)),
))
_current = Often(sa.select(modules.c.id, modules.c.current_release_id).where(modules.c.current_release_id.is_not(None)))


def done(session: Session, person_id: int) -> dict[str, set[tuple[int, str]]]:
    """What → everything of that kind this person did: modules for WAITING, SHARED and PRACTISED, competencies (by name)
    for OBSERVED, releases for TRIED and PASSED, releases and lessons for READ. One statement."""
    found: dict[str, set[tuple[int, str]]] = {one: set() for one in KINDS}
    for row in _done.rows(session, person_id=person_id):
        found[row.what].add((row.one, row.name))
    return found


def current_releases(session: Session) -> dict[int, int]:
    """Module id → its current release, of every published module."""
    return {row.id: row.current_release_id for row in _current.rows(session)}


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
