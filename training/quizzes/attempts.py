"""Attempts: begun, answered, sent and graded once. What was right or wrong is decided here, from the frozen paper,
never by what a browser says. A repeat of any deed changes nothing."""

import dataclasses
import datetime as dt
import hashlib

from sqlalchemy.orm import Session

from training.core.language import N_
from training.core.refusal import NotFound, Refusal
from training.quizzes import attempts_store as store
from training.quizzes.drawing import draw_questions
from training.quizzes.grades import FULL
from training.quizzes.grading import AttemptGrade, grade, grade_attempt
from training.quizzes.paper import QuizPaper
from training.quizzes.question import Kind


class AlreadySubmitted(Refusal):
    """An answer came for an attempt that was sent before."""

    sentence = N_("Kuis ini sudah Anda kirim. Hasilnya tersimpan; Anda bisa mencoba lagi kapan saja.")


@dataclasses.dataclass(frozen=True)
class Attempt:
    """One go at a paper. `score` is 0–1 and `passed` known once `submitted_at` (UTC) is. `gentle`: questions that have
    an alternative are replaced by it."""

    id: int
    person_id: int
    release_id: int
    client_key: str
    seed: int
    started_at: dt.datetime
    submitted_at: dt.datetime | None = None
    score: float | None = None
    passed: bool | None = None
    gentle: bool = False

    @property
    def is_submitted(self) -> bool:
        """Whether it was sent; then it is graded too."""
        return self.submitted_at is not None


def seed_of(client_key: str) -> int:
    """The number behind every order of an attempt, known from its key alone: a page can be shown before anything of
    it is stored. 31 bits of SHA-256."""
    return int.from_bytes(hashlib.sha256(client_key.encode()).digest()[:4], "big") >> 1


def _attempt(row) -> Attempt | None:
    return row and Attempt(**row._asdict())


def begin(
    session: Session, person_id: int, release_id: int, client_key: str, *, at: dt.datetime,
    paper: QuizPaper | None = None,
) -> Attempt:
    """The attempt with this key, begun now unless it was before. With the `paper`, what was begun on another device and
    asks the same goes on under this key, so that neither hides the answers of the other."""
    there = _attempt(store.open_attempt(session, person_id, release_id)) if paper else None
    if there and store.by_key(session, person_id, client_key) is None and _asks_the_same(paper, there, client_key):
        store.go_on_as(session, there.id, client_key, seed_of(client_key))
    store.begin(
        session,
        {
            "person_id": person_id,
            "release_id": release_id,
            "client_key": client_key,
            "seed": seed_of(client_key),
            "started_at": at,
        },
    )
    return _attempt(store.by_key(session, person_id, client_key))


def _asks_the_same(paper: QuizPaper, there: Attempt, client_key: str) -> bool:
    return not there.gentle and asked(paper, there.seed) == asked(paper, seed_of(client_key))


def attempt(session: Session, person_id: int, attempt_id: int) -> Attempt | None:
    """This person's attempt, or None: another's looks like none."""
    found = _attempt(store.by_id(session, attempt_id))
    return found if found and found.person_id == person_id else None


def open_attempt(session: Session, person_id: int, release_id: int) -> Attempt | None:
    """What this person began and has not sent, to go on with on any device."""
    return _attempt(store.open_attempt(session, person_id, release_id))


def asked(paper: QuizPaper, seed: int, gentle: bool = False) -> tuple[str, ...]:
    """The slugs of the questions that the attempt with this seed is given, on the gentle path or not."""
    return draw_questions(paper.keys, seed, paper.source.draw, gentle=gentle)


def choose_path(session: Session, attempt: Attempt, *, gentle: bool) -> None:
    """Take the gentle path or leave it. What was answered on the other one stays and counts again after a way back.
    Refuses AlreadySubmitted."""
    if _held(session, attempt).is_submitted:
        raise AlreadySubmitted()
    store.set_gentle(session, attempt.id, gentle)


def kept_right(session: Session, person_id: int, release_id: int, paper: QuizPaper) -> dict[str, object]:
    """Question slug → the answer that was wholly right in an earlier attempt and stays so, where the author says that
    it does; empty otherwise."""
    return store.full_answers(session, person_id, release_id, FULL) if paper.source.keep_right else {}


def save_answers(session: Session, attempt: Attempt, paper: QuizPaper, given: dict, *, at: dt.datetime) -> None:
    """Keep answers (by question slug, as `grading` takes them). Refuses AlreadySubmitted. Answers to questions that
    were not asked are left out."""
    held = _held(session, attempt)
    if held.is_submitted:
        raise AlreadySubmitted()
    store.save(session, attempt.id, _asked_for(paper, held, given), {}, at)


def _asked_for(paper: QuizPaper, attempt: Attempt, given: dict) -> dict:
    known = set(asked(paper, attempt.seed, attempt.gentle))
    return {slug: response for slug, response in given.items() if slug in known}


def still_open(session: Session, attempt: Attempt, paper: QuizPaper, given: dict) -> tuple[str, ...]:
    """The slugs of the questions that would be sent without an answer, with `given` on top of what is stored. A story
    is open until it ends; an open reflection may always stay empty."""
    slugs = asked(paper, attempt.seed, attempt.gentle)
    if not any(_is_open(paper, slug, given) for slug in slugs):
        return ()
    known = responses(session, attempt) | kept_right(session, attempt.person_id, attempt.release_id, paper) | given
    return tuple(slug for slug in slugs if _is_open(paper, slug, known))


def _is_open(paper: QuizPaper, slug: str, known: dict) -> bool:
    question = paper.by_slug[slug].key
    found = grade(question, known.get(slug))
    return question.kind is not Kind.REFLECTION and (not found.answered or "unfinished" in found.feedback)


def submit(session: Session, attempt: Attempt, paper: QuizPaper, given: dict, *, at: dt.datetime) -> Attempt:
    """Keep these last answers, grade all of them and close the attempt; what stays right from an earlier attempt takes
    the place of what was given; what was answered on a path that was left is forgotten. A repeat returns the first
    outcome."""
    held = _held(session, attempt)
    if held.is_submitted:
        return held
    right = kept_right(session, held.person_id, held.release_id, paper)
    earlier, last = store.responses(session, attempt.id), _asked_for(paper, held, given | right)
    graded = grades(paper, held, earlier | last)
    scores = {slug: one.score for slug, one in graded.questions.items() if one.answered and one.counted}
    store.save(session, attempt.id, last, scores, at)
    if unasked := [slug for slug in earlier if slug not in graded.questions]:
        store.forget(session, attempt.id, unasked)
    kept = {slug: score for slug, score in scores.items() if slug not in last}
    store.close(session, attempt.id, graded.score, graded.passed, kept, at)
    return dataclasses.replace(held, submitted_at=at, score=graded.score, passed=graded.passed)


def _held(session: Session, attempt: Attempt) -> Attempt:
    """The attempt as it is now, held until this transaction ends."""
    row = store.by_id(session, attempt.id, to_write=True)
    if row is None:
        raise NotFound()
    return _attempt(row)


def grades(paper: QuizPaper, attempt: Attempt, responses: dict) -> AttemptGrade:
    """The grade of these responses to what the attempt was asked."""
    slugs = asked(paper, attempt.seed, attempt.gentle)
    return grade_attempt([paper.by_slug[slug].key for slug in slugs], responses, paper.source.mastery)


def responses(session: Session, attempt: Attempt) -> dict[str, object]:
    """What has been answered so far, by question slug."""
    return store.responses(session, attempt.id)


def submitted(session: Session, person_id: int, release_id: int) -> list[Attempt]:
    """Every attempt this person sent at the paper of one release, oldest first."""
    return [_attempt(row) for row in store.submitted(session, person_id, release_id)]
