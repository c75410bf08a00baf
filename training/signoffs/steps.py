"""How far somebody is in many modules at once: what was read, answered, shared and practised, and what the ledger
says. A handful of statements, however many modules."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.curriculum import store as curriculum
from training.practice import store as practice
from training.quizzes import store as quizzes
from training.signoffs import book, store
from training.signoffs.standing import ModuleState, Standing, Steps, petals, standing

modules, releases = curriculum.ModuleRow.__table__, curriculum.ReleaseRow.__table__
enrolments, readings = curriculum.EnrolmentRow.__table__, curriculum.ReadingRow.__table__
attempts, requests = quizzes.AttemptRow.__table__, store.RequestRow.__table__
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
    """Module id → what was done, measured by the release she works on. Unpublished modules are left out."""
    ids = tuple(module_ids)
    read, tried = _read(session, person_id, ids), _tried(session, person_id, ids)
    reflected, practised = _modules_in(session, shares, person_id, shares.c.taken_back_at.is_(None)), \
        _modules_in(session, records, person_id)
    observed = set(session.scalars(
        sa.select(observations.c.competency).where(observations.c.learner_id == person_id).distinct()
    ))
    found = {}
    for module_id, release in releases_for(session, person_id, ids).items():
        outline = release.outline
        slugs = {one["slug"] for one in outline.get("lessons") or ()}
        kinds = {one["kind"] for one in outline.get("tasks") or ()}
        found[module_id] = Steps(
            read=len(slugs & read.get(module_id, set())), lessons=len(slugs),
            quiz_tried=module_id in tried, quiz_passed=bool(tried.get(module_id)),
            reflected=module_id in reflected,
            practised=module_id in practised or bool(observed & set(outline.get("competencies") or ())),
            wants_quiz=bool(outline.get("has_quiz", True)),
            wants_reflection="reflection" in kinds, wants_practice="practice" in kinds,
        )
    return found


def releases_for(session: Session, person_id: int, module_ids: Iterable[int]) -> dict[int, sa.Row]:
    """Module id → the release (id, number, content_hash, outline) she works on: the one she began, else the current."""
    ids = tuple(module_ids)
    begun = dict(session.execute(
        sa.select(enrolments.c.module_id, enrolments.c.release_id)
        .where(enrolments.c.person_id == person_id, enrolments.c.module_id.in_(ids)).order_by(enrolments.c.id)
    ).all())
    current = dict(session.execute(
        sa.select(modules.c.id, modules.c.current_release_id)
        .where(modules.c.id.in_(ids), modules.c.current_release_id.is_not(None))
    ).all())
    chosen = {one: begun.get(one, release) for one, release in current.items()}
    rows = session.execute(
        sa.select(releases.c.id, releases.c.module_id, releases.c.number, releases.c.content_hash, releases.c.outline)
        .where(releases.c.id.in_(tuple(chosen.values())))
    )
    return {row.module_id: row for row in rows}


def _read(session, person_id, ids):
    rows = session.execute(
        sa.select(releases.c.module_id, readings.c.lesson).join(releases, releases.c.id == readings.c.release_id)
        .where(readings.c.person_id == person_id, releases.c.module_id.in_(ids))
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.module_id, set()).add(row.lesson)
    return found


def _tried(session, person_id, ids):
    """Module id → whether a quiz of it was passed, for those that were tried."""
    rows = session.execute(
        sa.select(releases.c.module_id, attempts.c.passed).join(releases, releases.c.id == attempts.c.release_id)
        .where(
            attempts.c.person_id == person_id, releases.c.module_id.in_(ids), attempts.c.submitted_at.is_not(None)
        )
    )
    found: dict[int, bool] = {}
    for row in rows:
        found[row.module_id] = found.get(row.module_id, False) or bool(row.passed)
    return found


def _modules_in(session, table, person_id, *conditions):
    return set(session.scalars(
        sa.select(table.c.module_id).where(table.c.person_id == person_id, *conditions).distinct()
    ))
