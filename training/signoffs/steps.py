"""How far somebody is in many modules at once: what was read, answered, shared and practised, and what the ledger
says. A handful of statements, however many modules."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress_store
from training.curriculum import store as curriculum
from training.curriculum.outline import ReleaseOutline
from training.practice import store as practice
from training.quizzes import store as quizzes
from training.signoffs import book, store
from training.signoffs.standing import ModuleState, Standing, Steps, petals, standing

modules, releases = curriculum.ModuleRow.__table__, curriculum.ReleaseRow.__table__
readings, attempts = curriculum.ReadingRow.__table__, quizzes.AttemptRow.__table__
requests = store.RequestRow.__table__
shares, records = practice.ReflectionShareRow.__table__, practice.PracticeRecordRow.__table__
observations = practice.ObservationRow.__table__


def module_states(
    session: Session, person: Person, module_ids: Iterable[int], *, at: dt.datetime,
) -> dict[int, ModuleState]:
    """Module id → the four petals, for the modules given."""
    ids = tuple(module_ids)
    where = standings(session, person, ids, at=at)
    return {one: petals(steps, where[one]) for one, steps in steps_of(session, person.id, ids).items()}


def standings(session: Session, person: Person, module_ids: Iterable[int], *, at: dt.datetime) -> dict[int, Standing]:
    """Module id → where it stands for this person today. Two statements."""
    ids = tuple(module_ids)
    written = book.entries_of(session, [person.id], ids)
    waiting = set(session.scalars(
        sa.select(requests.c.module_id).where(requests.c.person_id == person.id, requests.c.closed_at.is_(None))
    ))
    return {
        one: standing(written.get((person.id, one), ()), at=at, zone=person.zone, is_waiting=one in waiting)
        for one in ids
    }


def steps_of(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, Steps]:
    """Module id → what was done, measured by the release she works on and those that differ from it only in wording.
    Unpublished modules are left out."""
    ids = tuple(module_ids)
    working = releases_for(session, person_id, ids)
    alike = _alike(session, working)
    read, tried = _read(session, person_id, alike), _tried(session, person_id, alike)
    reflected = _modules_in(session, shares, person_id, shares.c.taken_back_at.is_(None))
    practised = _modules_in(session, records, person_id)
    observed = set(session.scalars(
        sa.select(observations.c.competency).where(observations.c.learner_id == person_id).distinct()
    ))
    return {
        module_id: _steps(
            release, read.get(module_id, set()), tried.get(module_id), module_id in reflected,
            module_id in practised or not observed.isdisjoint(release.competencies),
        )
        for module_id, release in working.items()
    }


def _steps(release: ReleaseOutline, read, passed, reflected, practised):
    slugs = {one.slug for one in release.lessons}
    kinds = {one.kind for one in release.tasks}
    return Steps(
        len(slugs & read), len(slugs), passed is not None, bool(passed), reflected, practised,
        release.has_quiz, "reflection" in kinds, "practice" in kinds,
    )


def releases_for(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, ReleaseOutline]:
    """Module id → the release she works on: the one she began, else the current one."""
    begun = progress_store.enrolled_releases(session, person_id)
    current = session.execute(
        sa.select(modules.c.id, modules.c.current_release_id)
        .where(modules.c.id.in_(tuple(module_ids)), modules.c.current_release_id.is_not(None))
    )
    return {row.id: catalogue.release(session, begun.get(row.id, row.current_release_id)) for row in current}


def _alike(session, working):
    """Release id → module id, for each release worked on and the ones before it up to the last substantial change."""
    numbers = {module_id: release.number for module_id, release in working.items()}
    rows = session.execute(
        sa.select(releases.c.id, releases.c.module_id, releases.c.number, releases.c.change)
        .where(releases.c.module_id.in_(tuple(working))).order_by(releases.c.number.desc())
    )
    alike, cut = {}, set()
    for row in rows:
        if row.number <= numbers[row.module_id] and row.module_id not in cut:
            alike[row.id] = row.module_id
            if row.change != "editorial":
                cut.add(row.module_id)
    return alike


def _read(session, person_id, alike):
    rows = session.execute(
        sa.select(readings.c.release_id, readings.c.lesson)
        .where(readings.c.person_id == person_id, readings.c.release_id.in_(tuple(alike)))
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(alike[row.release_id], set()).add(row.lesson)
    return found


def _tried(session, person_id, alike):
    """Module id → whether its quiz was passed, for those that were tried."""
    rows = session.execute(
        sa.select(attempts.c.release_id, attempts.c.passed).where(
            attempts.c.person_id == person_id, attempts.c.release_id.in_(tuple(alike)),
            attempts.c.submitted_at.is_not(None),
        )
    )
    found: dict[int, bool] = {}
    for row in rows:
        module_id = alike[row.release_id]
        found[module_id] = found.get(module_id, False) or bool(row.passed)
    return found


def _modules_in(session, table, person_id, *conditions):
    return set(session.scalars(
        sa.select(table.c.module_id).where(table.c.person_id == person_id, *conditions).distinct()
    ))
