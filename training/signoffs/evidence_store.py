"""The rows that evidence is gathered from: the release, what was read, and what was answered."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.curriculum import store as curriculum
from training.quizzes import store as quizzes

modules, releases = curriculum.ModuleRow.__table__, curriculum.ReleaseRow.__table__
courses, readings = curriculum.CourseReleaseRow.__table__, curriculum.ReadingRow.__table__
attempts, answers = quizzes.AttemptRow.__table__, quizzes.AnswerRow.__table__


def release_and_module(session: Session, release_id: int) -> tuple:
    """The row of a release and the row of its module."""
    release = session.execute(sa.select(releases).where(releases.c.id == release_id)).one()
    return release, session.execute(sa.select(modules).where(modules.c.id == release.module_id)).one()


def course_texts(session: Session, course: str) -> dict | None:
    """The texts of a course's latest page by language."""
    return session.scalar(
        sa.select(courses.c.texts).where(courses.c.course == course).order_by(courses.c.number.desc()).limit(1)
    )


def readings_of(session: Session, person_id: int, module_id: int) -> list:
    """Lesson, time and release number of everything she read in a module, in the order of reading."""
    return list(session.execute(
        sa.select(readings.c.lesson, readings.c.read_at, releases.c.number)
        .join(releases, releases.c.id == readings.c.release_id)
        .where(readings.c.person_id == person_id, releases.c.module_id == module_id)
        .order_by(readings.c.read_at, readings.c.id)
    ))


def attempts_of(session: Session, person_id: int, module_id: int) -> list:
    """Her submitted attempts at a module's quiz with the release number, in the order they were submitted."""
    return list(session.execute(
        sa.select(
            attempts.c.id, attempts.c.submitted_at, attempts.c.score, attempts.c.passed, attempts.c.release_id,
            releases.c.number,
        )
        .join(releases, releases.c.id == attempts.c.release_id)
        .where(
            attempts.c.person_id == person_id, releases.c.module_id == module_id, attempts.c.submitted_at.is_not(None)
        )
        .order_by(attempts.c.submitted_at, attempts.c.id)
    ))


def papers_of(session: Session, release_ids: set[int]) -> list:
    """`(release id, frozen paper)` of these releases."""
    if not release_ids:
        return []
    return list(session.execute(sa.select(releases.c.id, releases.c.paper).where(releases.c.id.in_(release_ids))))


def answers_in(session: Session, attempt_ids: tuple[int, ...]) -> list:
    """The answers given in these attempts, in the order they were first kept."""
    if not attempt_ids:
        return []
    return list(session.execute(
        sa.select(answers).where(answers.c.attempt_id.in_(attempt_ids)).order_by(answers.c.id)
    ))
