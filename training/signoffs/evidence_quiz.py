"""What of a quiz becomes evidence: how far each answer was right. Who chose the gentle path is not told, and what was
written in an open question only where its writer shared it."""

import dataclasses
import html
import re

from sqlalchemy.orm import Session

from training.quizzes.question import Kind
from training.signoffs import evidence_store as store

_TAG = re.compile(r"<[^>]*>")


@dataclasses.dataclass(frozen=True)
class Go:
    """One submitted attempt with its answers, and the questions of the paper it was made at, by slug."""

    attempt: object
    answers: list
    paper: dict[str, dict]


def goes_of(session: Session, person_id: int, module_id: int) -> list[Go]:
    """Every submitted attempt of a person at a module's quiz, in the order they were submitted."""
    rows = store.attempts_of(session, person_id, module_id)
    answers: dict[int, list] = {row.id: [] for row in rows}
    for one in store.answers_in(session, tuple(answers)):
        answers[one.attempt_id].append(one)
    papers = {release: {one["slug"]: one for one in (paper or {}).get("questions") or ()}
              for release, paper in store.papers_of(session, {row.release_id for row in rows})}
    return [Go(row, answers[row.id], papers.get(row.release_id, {})) for row in rows]


def questions(paper: dict | None) -> list[dict]:
    """The counted questions of a frozen paper by slug, with their stems; never the key, and no gentle alternatives."""
    return [
        {"slug": one["slug"], "stems": _stems(one)}
        for one in (paper or {}).get("questions") or ()
        if not one.get("alternative_to") and one["kind"] != Kind.REFLECTION
    ]


def attempts(goes: list[Go]) -> list[dict]:
    """The attempts with the share that each counted answer reached."""
    return [
        {"id": go.attempt.id, "submitted_at": go.attempt.submitted_at.isoformat(), "score": go.attempt.score,
         "passed": go.attempt.passed, "release": go.attempt.number,
         "answers": [_answer(one, go.paper) for one in go.answers if _counts(one, go.paper)]}
        for go in goes
    ]


def _answer(row, paper: dict[str, dict]) -> dict:
    """One answer. Where a question has a gentle alternative, only how far the answer was right is told, under the
    question's own slug whichever was answered: the choice stays with whoever made it."""
    replaced = {slug: one["alternative_to"] for slug, one in paper.items() if one.get("alternative_to")}
    slug = replaced.get(row.question, row.question)
    is_told = slug not in replaced.values()
    return {"question": slug, "score": row.score, "response": row.response if is_told else None}


def _counts(row, paper: dict[str, dict]) -> bool:
    """Whether an answer was given, to a question that counts."""
    return row.response.get("given") is not None and not _is_open(row, paper)


def _is_open(row, paper: dict[str, dict]) -> bool:
    return paper.get(row.question, {}).get("kind") == Kind.REFLECTION


def shared_words(goes: list[Go]) -> list[dict]:
    """What was written in open questions and shared, the latest words to each question."""
    latest: dict[str, dict] = {}
    for go in goes:
        for one in go.answers:
            given = one.response.get("given")
            if _is_open(one, go.paper) and isinstance(given, dict) and given.get("shared"):
                titles = {language: _plain(stem) for language, stem in _stems(go.paper[one.question]).items()}
                latest[one.question] = {"prompt": one.question, "titles": titles, "text": given["text"],
                                        "shared_at": one.saved_at.isoformat()}
    return list(latest.values())


def _stems(question: dict) -> dict[str, str]:
    return {language: texts["stem"] for language, texts in question["texts"].items()}


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup)).strip()
