"""What was passed and practised in all modules at once, read for the evidence page. It has no table of its own."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.curriculum.store import ModuleRow, ReleaseRow
from training.practice.store import PracticeRecordRow, ReflectionShareRow
from training.quizzes.store import AttemptRow

modules, releases = ModuleRow.__table__, ReleaseRow.__table__
attempts, records, shares = AttemptRow.__table__, PracticeRecordRow.__table__, ReflectionShareRow.__table__


def module_names(session: Session) -> dict[int, tuple[str, str]]:
    """Module id → (course, slug), of every module there ever was."""
    return {row.id: (row.course, row.slug) for row in session.execute(
        sa.select(modules.c.id, modules.c.course, modules.c.slug)
    )}


def passes(session: Session, person_id: int):
    """`(module_id, release_id, at)`: the first passed attempt at each release."""
    return session.execute(
        sa.select(releases.c.module_id, attempts.c.release_id, sa.func.min(attempts.c.submitted_at).label("at"))
        .join(releases, releases.c.id == attempts.c.release_id)
        .where(attempts.c.person_id == person_id, attempts.c.passed.is_(True))
        .group_by(releases.c.module_id, attempts.c.release_id)
    ).all()


def practised(session: Session, person_id: int):
    """`(module_id, release_id, task, done_on, company)` of every practice record."""
    return session.execute(
        sa.select(records.c.module_id, records.c.release_id, records.c.task, records.c.done_on, records.c.company)
        .where(records.c.person_id == person_id).order_by(records.c.done_on.desc(), records.c.id.desc())
    ).all()


def shared(session: Session, person_id: int):
    """`(module_id, release_id, prompt, at)` of every reflection shared now; its text is not read here."""
    return session.execute(
        sa.select(shares.c.module_id, shares.c.release_id, shares.c.prompt, sa.func.max(shares.c.shared_at).label("at"))
        .where(shares.c.person_id == person_id, shares.c.taken_back_at.is_(None))
        .group_by(shares.c.module_id, shares.c.release_id, shares.c.prompt)
    ).all()
