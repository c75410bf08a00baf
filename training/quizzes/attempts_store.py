"""Reading and writing attempts and their answers."""

import datetime as dt
import functools

import sqlalchemy as sa
from sqlalchemy.orm import Session

from training.core.database import inserter
from training.core.often import Often
from training.quizzes.store import AnswerRow, AttemptRow

attempts, answers = AttemptRow.__table__, AnswerRow.__table__


_by_key = Often(sa.select(attempts).where(
    attempts.c.person_id == sa.bindparam("person_id"), attempts.c.client_key == sa.bindparam("client_key"),
))
_by_id = Often(sa.select(attempts).where(attempts.c.id == sa.bindparam("attempt_id")))
_held = sa.select(attempts).where(attempts.c.id == sa.bindparam("attempt_id")).with_for_update()
_open = Often(
    sa.select(attempts)
    .where(
        attempts.c.person_id == sa.bindparam("person_id"), attempts.c.release_id == sa.bindparam("release_id"),
        attempts.c.submitted_at.is_(None),
    )
    .order_by(attempts.c.id.desc())
    .limit(1)
)
_submitted = Often(
    sa.select(attempts)
    .where(
        attempts.c.person_id == sa.bindparam("person_id"), attempts.c.release_id == sa.bindparam("release_id"),
        attempts.c.submitted_at.is_not(None),
    )
    .order_by(attempts.c.submitted_at, attempts.c.id)
)
_responses = Often(
    sa.select(answers.c.question, answers.c.response).where(answers.c.attempt_id == sa.bindparam("attempt_id"))
)
_closing = (
    sa.update(attempts).where(attempts.c.id == sa.bindparam("of"), attempts.c.submitted_at.is_(None))
    .values(submitted_at=sa.bindparam("sent"), score=sa.bindparam("share"), passed=sa.bindparam("held"))
)
_scoring = (
    sa.update(answers).where(answers.c.attempt_id == sa.bindparam("of"), answers.c.question == sa.bindparam("slug"))
    .values(score=sa.bindparam("share"))
)


@functools.cache
def _beginning(insert):
    return insert(attempts).on_conflict_do_nothing(index_elements=["person_id", "client_key"])


@functools.cache
def _saving(insert):
    statement = insert(answers)
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "question"],
        set_={name: statement.excluded[name] for name in ("response", "saved_at", "score")},
    )


def begin(session: Session, values: dict) -> None:
    """Add an attempt unless one with this client key is there already."""
    session.execute(_beginning(inserter(session)), values)


def by_key(session: Session, person_id: int, client_key: str) -> sa.Row | None:
    """The attempt this person began with this key of a form, or None."""
    return next(iter(_by_key.rows(session, person_id=person_id, client_key=client_key)), None)


def by_id(session: Session, attempt_id: int, *, to_write: bool = False) -> sa.Row | None:
    """The attempt; `to_write` holds it until the transaction ends (SQLite holds everything by itself)."""
    if to_write and session.get_bind().dialect.name != "sqlite":
        return session.execute(_held, {"attempt_id": attempt_id}).one_or_none()
    return next(iter(_by_id.rows(session, attempt_id=attempt_id)), None)


def open_attempt(session: Session, person_id: int, release_id: int) -> sa.Row | None:
    """The newest attempt of this person at this paper that was begun and not sent."""
    return next(iter(_open.rows(session, person_id=person_id, release_id=release_id)), None)


def go_on_as(session: Session, attempt_id: int, client_key: str, seed: int) -> None:
    """Give an attempt that is not sent the key, and with it the order, of another page."""
    session.execute(
        sa.update(attempts).where(attempts.c.id == attempt_id, attempts.c.submitted_at.is_(None))
        .values(client_key=client_key, seed=seed)
    )


def set_gentle(session: Session, attempt_id: int, gentle: bool) -> None:
    """Note whether an attempt goes the gentle path."""
    session.execute(sa.update(attempts).where(attempts.c.id == attempt_id).values(gentle=gentle))


def full_answers(session: Session, person_id: int, release_id: int, full: float) -> dict[str, object]:
    """Question slug → the latest answer of this person's sent attempts at this paper that scored at least `full`."""
    rows = session.execute(
        sa.select(answers.c.question, answers.c.response)
        .join(attempts, attempts.c.id == answers.c.attempt_id)
        .where(
            attempts.c.person_id == person_id, attempts.c.release_id == release_id,
            attempts.c.submitted_at.is_not(None), answers.c.score >= full,
        )
        .order_by(attempts.c.submitted_at, attempts.c.id)
    )
    return {row.question: row.response["given"] for row in rows}


def responses(session: Session, attempt_id: int) -> dict[str, object]:
    """Question slug → what was answered; what was cleared again is left out."""
    rows = _responses.rows(session, attempt_id=attempt_id)
    return {row.question: row.response["given"] for row in rows if row.response["given"] is not None}


def save(session: Session, attempt_id: int, given: dict, scores: dict[str, float], at: dt.datetime) -> None:
    """Keep these answers, each in the place of an earlier one to the same question, with the scores known by now."""
    if not given:
        return
    session.execute(
        _saving(inserter(session)),
        [
            {"attempt_id": attempt_id, "question": slug, "response": {"given": response}, "saved_at": at,
             "score": scores.get(slug)}
            for slug, response in given.items()
        ],
    )


def forget(session: Session, attempt_id: int, questions: list[str]) -> None:
    """Take the answers to these questions out of an attempt."""
    session.execute(sa.delete(answers).where(answers.c.attempt_id == attempt_id, answers.c.question.in_(questions)))


def close(
    session: Session, attempt_id: int, score: float, passed: bool, scores: dict[str, float], at: dt.datetime
) -> None:
    """Write the outcome: of the attempt, and of the answers in `scores`."""
    session.execute(_closing, {"of": attempt_id, "sent": at, "share": score, "held": passed})
    if scores:
        session.execute(
            _scoring,
            [{"of": attempt_id, "slug": slug, "share": score} for slug, score in scores.items()],
            execution_options={"synchronize_session": False},
        )


def submitted(session: Session, person_id: int, release_id: int) -> list:
    """The sent attempts of this person at this paper, oldest first."""
    return _submitted.rows(session, person_id=person_id, release_id=release_id)
