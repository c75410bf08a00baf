"""How far somebody is in many modules at once: what was read, answered, shared and practised, and what the ledger
says. A handful of statements, however many modules."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress_store
from training.curriculum.outline import ReleaseOutline
from training.signoffs import book
from training.signoffs import steps_store as store
from training.signoffs.standing import ModuleState, Standing, Steps, petals, standing


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
    written = book.entries_of(session, person.id)
    waiting = store.modules_waiting(session, person.id)
    return {
        one: standing(written.get(one, ()), at=at, zone=person.zone, is_waiting=one in waiting)
        for one in ids
    }


def steps_of(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, Steps]:
    """Module id → what was done, measured by the release she works on and those that differ from it only in wording.
    Unpublished modules are left out."""
    ids = tuple(module_ids)
    begun = progress_store.enrolled_releases(session, person_id)
    working = _working(session, begun, ids)
    alike = store.alike(session, working)
    read, tried = _read(session, person_id, alike), _tried(session, person_id, alike)
    reflected = store.modules_shared(session, person_id)
    practised = store.modules_practised(session, person_id)
    observed = store.competencies_observed(session, person_id)
    # A competency belongs to several modules; an observation speaks only for those she has begun.
    begun = begun.keys() | read.keys() | tried.keys() | reflected | practised
    return {
        module_id: _steps(
            release, read.get(module_id, set()), tried.get(module_id), module_id in reflected,
            module_id in practised or (module_id in begun and not observed.isdisjoint(release.competencies)),
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
    return _working(session, progress_store.enrolled_releases(session, person_id), module_ids)


def _working(session, begun, module_ids):
    current = store.current_releases(session)
    return {one: catalogue.release(session, begun.get(one, current[one])) for one in module_ids if one in current}


def _read(session, person_id, alike):
    found: dict[int, set[str]] = {}
    for row in store.lessons_read(session, person_id):
        if row.release_id in alike:
            found.setdefault(alike[row.release_id], set()).add(row.lesson)
    return found


def _tried(session, person_id, alike):
    """Module id → whether its quiz was passed, for those that were tried."""
    found: dict[int, bool] = {}
    for row in store.attempts_at(session, person_id):
        if row.release_id in alike:
            module_id = alike[row.release_id]
            found[module_id] = found.get(module_id, False) or bool(row.passed)
    return found
