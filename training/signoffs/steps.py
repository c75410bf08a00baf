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
from training.signoffs.standing import CERTIFIED, ModuleState, Standing, Steps, petals, standing


def module_states(
    session: Session, person: Person, module_ids: Iterable[int], *, at: dt.datetime,
) -> dict[int, ModuleState]:
    """Module id → the four petals, for the modules given."""
    done = store.done(session, person.id)
    steps = _steps_of(session, person.id, module_ids, done)
    where = _standings(session, person, steps, done, at)
    return {one: petals(steps[one], where[one]) for one in steps}


def certified_modules(session: Session, people: Iterable[Person], *, at: dt.datetime) -> dict[int, frozenset[int]]:
    """Person id → the modules that she holds a valid certificate of today. One statement for all of them."""
    zones = {one.id: one.zone for one in people}
    return {
        person_id: frozenset(
            module_id for module_id, entries in decided.items()
            if standing(entries, at=at, zone=zones[person_id]).state == CERTIFIED
        )
        for person_id, decided in book.decided_of(session, zones).items()
    }


def standings(session: Session, person: Person, module_ids: Iterable[int], *, at: dt.datetime) -> dict[int, Standing]:
    """Module id → where it stands for this person today. Two statements."""
    return _standings(session, person, module_ids, store.done(session, person.id), at)


def _standings(session, person, module_ids, done, at):
    written, waiting = book.entries_of(session, person.id), _modules(done[store.WAITING])
    return {
        one: standing(written.get(one, ()), at=at, zone=person.zone, is_waiting=one in waiting) for one in module_ids
    }


def steps_of(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, Steps]:
    """Module id → what was done, measured by the release she works on and those that differ from it only in wording.
    Unpublished modules are left out."""
    return _steps_of(session, person_id, module_ids, store.done(session, person_id))


def _steps_of(session, person_id, module_ids, done):
    begun = progress_store.enrolled_releases(session, person_id)
    working = _working(session, begun, module_ids)
    alike = store.alike(session, working)
    read = _lessons_read(done[store.READ], alike)
    tried, passed = ({alike.get(one) for one, _ in done[what]} for what in (store.TRIED, store.PASSED))
    reflected, practised = _modules(done[store.SHARED]), _modules(done[store.PRACTISED])
    observed = {name for _, name in done[store.OBSERVED]}
    # A competency belongs to several modules; an observation speaks only for those she has begun.
    begun = begun.keys() | read.keys() | tried | reflected | practised
    return {
        module_id: _steps(
            release, read.get(module_id, set()), module_id in tried, module_id in passed, module_id in reflected,
            module_id in practised or (module_id in begun and not observed.isdisjoint(release.competencies)),
        )
        for module_id, release in working.items()
    }


def _modules(done):
    return {one for one, _ in done}


def _lessons_read(done, alike):
    found: dict[int, set[str]] = {}
    for release_id, lesson in done:
        if release_id in alike:
            found.setdefault(alike[release_id], set()).add(lesson)
    return found


def _steps(release: ReleaseOutline, read, tried, passed, reflected, practised):
    slugs = {one.slug for one in release.lessons}
    kinds = {one.kind for one in release.tasks}
    return Steps(
        len(slugs & read), len(slugs), tried, passed, reflected, practised,
        release.has_quiz, "reflection" in kinds, "practice" in kinds,
    )


def releases_for(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, ReleaseOutline]:
    """Module id → the release she works on: the one she began, else the current one."""
    return _working(session, progress_store.enrolled_releases(session, person_id), module_ids)


def _working(session, begun, module_ids):
    current = store.current_releases(session)
    return {one: catalogue.release(session, begun.get(one, current[one])) for one in module_ids if one in current}
