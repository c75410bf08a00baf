"""What a supervisor will judge, gathered once and frozen: readings, answers, what was shared, practice, observations
and earlier decisions. Nothing private enters it, and choices at content notes never do."""

from sqlalchemy.orm import Session

from training.curriculum.releases_store import served_now
from training.framework.settings import DEFAULTS, Settings
from training.practice.observations import MODES, observations_of
from training.practice.records import records_of
from training.practice.reflections import shared
from training.quizzes.grades import FULL
from training.signoffs import evidence_quiz as quiz
from training.signoffs import evidence_store as store
from training.signoffs.entry import digest


def gather(
    session: Session, person_id: int, release_id: int, earlier=(), settings: Settings = DEFAULTS,
) -> dict:
    """All evidence of one module as plain values, the same each time as long as nothing new happened. `earlier` are
    the decisions so far, as plain values; levels, and whether two must sign, follow from the framework's `settings`."""
    release, module = store.release_and_module(session, release_id)
    outline = release.outline
    titles = {one["id"]: _titles(one.get("texts")) for one in outline.get("tasks") or ()}
    competencies = list(outline.get("competencies") or ())
    goes = quiz.goes_of(session, person_id, module.id)
    return {
        "module": {
            "id": module.id, "course": module.course, "slug": module.slug, "position": module.position,
            "titles": _titles(outline.get("texts")),
            "course_titles": _titles(store.course_texts(session, module.course)),
            "competencies": competencies,
            "critical": settings.takes_two_signatures(bool(outline.get("critical")), competencies),
        },
        "release": {
            "id": release.id, "number": release.number, "hash": release.content_hash,
            "served": release.served_hash or served_now(session, [release.id])[release.id],
            "published_at": release.published_at.isoformat(),
        },
        "lessons": [{"slug": one["slug"], "titles": one.get("titles") or {}} for one in outline.get("lessons") or ()],
        "readings": _readings(session, person_id, module.id),
        "questions": quiz.questions(release.paper),
        "attempts": quiz.attempts(goes),
        "reflections": [
            {"prompt": one.prompt, "titles": titles.get(one.prompt, {}), "text": one.text, "share": one.id,
             "shared_at": one.shared_at.isoformat()}
            for one in shared(session, person_id, module.id).values()
        ] + quiz.shared_words(goes),
        "practice": [
            {"id": one.id, "task": one.task, "titles": titles.get(one.task, {}), "company": one.company,
             "done_on": one.done_on.isoformat(), "note": one.note}
            for one in records_of(session, person_id, module.id)
        ],
        "observations": _observations(session, person_id, competencies, settings),
        "earlier": list(earlier),
    }


def fingerprint(evidence: dict) -> str:
    """The hash of evidence; equal exactly when the evidence is."""
    return digest(evidence)


def summary(evidence: dict) -> dict:
    """The few facts a list shows: titles, parts read, best score, reflections, lowest level, harm, returned before."""
    read = {one["lesson"] for one in evidence["readings"]}
    right = max((sum(is_right(one["score"]) for one in go["answers"]) for go in evidence["attempts"]), default=0)
    latest = latest_levels(evidence["observations"])
    return {
        "titles": evidence["module"]["titles"], "course_titles": evidence["module"]["course_titles"],
        "number": evidence["release"]["number"], "critical": evidence["module"]["critical"],
        "read": [sum(one["slug"] in read for one in evidence["lessons"]), len(evidence["lessons"])],
        "quiz": [right, max((len(go["answers"]) for go in evidence["attempts"]), default=0)],
        "reflections": len(evidence["reflections"]), "practice": len(evidence["practice"]),
        "level": min(latest.values(), default=None), "harm": 1 in latest.values(),
        "returned": sum(one["deed"] == "returned" for one in evidence["earlier"]),
    }


def is_right(score: float | None) -> bool:
    """Whether an answer reached all there was to reach."""
    return (score or 0) >= FULL


def latest_levels(observations: list[dict]) -> dict[str, int]:
    """Competency → level in its latest observation that gave one; `observations` stand latest first."""
    found: dict[str, int] = {}
    for one in observations:
        if one["level"] is not None:
            found.setdefault(one["competency"], one["level"])
    return found


PARTS = ("release", "readings", "attempts", "reflections", "practice", "observations")


def changed_parts(before: dict, after: dict) -> tuple[str, ...]:
    """Which parts of two states of evidence differ, by their keys."""
    return tuple(part for part in PARTS if before.get(part) != after.get(part))


def _titles(texts):
    return {language: one.get("title", "") for language, one in (texts or {}).items()}


def _readings(session, person_id, module_id):
    return [
        {"lesson": row.lesson, "read_at": row.read_at.isoformat(), "release": row.number}
        for row in store.readings_of(session, person_id, module_id)
    ]


def _observations(session, person_id, competencies, settings):
    return [
        {"id": one.id, "competency": one.competency, "level": one.level, "observer_id": one.observer_id,
         "observer": one.observer, "mode": one.mode, "mode_words": MODES[one.mode], "scene": one.scene,
         "observed_on": one.observed_on.isoformat(), "heard": one.heard,
         "harms": [{"behaviour": tick.behaviour, "note": tick.note} for tick in one.harms]}
        for one in observations_of(session, person_id, competencies, settings)
    ] if competencies else []
