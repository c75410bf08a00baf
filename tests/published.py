"""A tiny published module for tests that need one: two lessons, a quiz of two questions, a reflection and a practice
task; and the steps of a learner who did all of it."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from tests.cast import AT
from training.curriculum import catalogue_store as catalogue
from training.curriculum import store as curriculum
from training.curriculum.release_hash import content_hash
from training.quizzes import store as quizzes
from training.quizzes.frozen import to_data
from training.quizzes.paper import PaperQuestion, QuizPaper
from training.quizzes.question import Kind, Option, Question, Quiz
from training.supervision import store as supervision

PROMPT, TASK = "r-dengar", "p-dengar"
LESSONS = ("mendengar", "memberi-jeda")


@dataclasses.dataclass(frozen=True)
class Published:
    id: int
    course: str
    slug: str
    release_id: int
    content_hash: str

    @property
    def path(self) -> str:
        return f"/courses/{self.course}/{self.slug}"


def publish_module(session: Session, slug: str = "pw-1", course: str = "contoh", *, at: dt.datetime = AT,
                   competencies=("B1", "C1"), position: int = 1) -> Published:
    """Publish the module under this name. A course gets its page with its first module. What was remembered of
    another test's database is forgotten."""
    catalogue.remembered_outlines.forget()
    catalogue.remembered_lessons.forget()
    if not session.query(curriculum.CourseReleaseRow).filter_by(course=course).count():
        session.add(curriculum.CourseReleaseRow(
            course=course, number=1, content_hash="c" * 64, position=1, motif="kawung", module_order=[slug], source={},
            texts={"id": {"title": "Kursus contoh", "summary": "Contoh", "html": ""},
                   "en": {"title": "Sample course", "summary": "Sample", "html": ""}},
            author="Wayan", reviewer="Dewi", published_at=at,
        ))
    module = curriculum.ModuleRow(course=course, slug=slug, position=position)
    session.add(module)
    session.flush()
    release = release_of(session, module, 1, competencies, at)
    return Published(module.id, course, slug, release.id, release.content_hash)


def release_of(session: Session, module, number: int, competencies=("B1", "C1"), at: dt.datetime = AT):
    """One more release of the module, current from now on."""
    source = {f"{module.slug}/module.id.md": f"Modul {module.slug}, {number}\n"}
    release = curriculum.ReleaseRow(
        module_id=module.id, number=number, content_hash=content_hash(source),
        change="first" if number == 1 else "substantial", outline=outline(competencies), paper=to_data(PAPER),
        source=source, author="Wayan", reviewer="Dewi", published_at=at,
    )
    session.add(release)
    session.flush()
    session.add_all(curriculum.ReleaseLessonRow(
        release_id=release.id, slug=lesson, language=language, title=lesson.title(), html="<p>…</p>", extras={},
    ) for lesson in LESSONS for language in ("id", "en"))
    module.current_release_id = release.id
    session.flush()
    return release


def outline(competencies) -> dict:
    texts = {"objectives": [], "content_note": "", "html": "", "changes": ""}
    return {
        "texts": {"id": {"title": "Mendengar dulu", **texts}, "en": {"title": "Listen first", **texts}},
        "competencies": list(competencies), "critical": False, "question_count": 2, "mastery": 0.8,
        "lessons": [{"slug": one, "id": one, "minutes": 4, "titles": {"id": one.title(), "en": one.title()}}
                    for one in LESSONS],
        "tasks": [
            {"id": PROMPT, "kind": "reflection", "lesson": "", "texts": {
                "id": {"title": "Saat saya menahan diri", "html": "<p>Ceritakan satu saat.</p>"},
                "en": {"title": "When I held back", "html": "<p>Tell of one moment.</p>"}}},
            {"id": TASK, "kind": "practice", "lesson": "", "texts": {
                "id": {"title": "Tiga menit mendengar", "html": "<p>Bersama dua rekan.</p>"},
                "en": {"title": "Three minutes of listening", "html": "<p>With two peers.</p>"}}},
        ],
    }


def _question(slug, stem):
    options = (Option("Diam dulu", right=True, feedback="Ya."), Option("Memberi nasihat", feedback="Belum."))
    return PaperQuestion({one: Question(slug=slug, kind=Kind.SINGLE, stem=stem, options=options, language=one)
                          for one in ("id", "en")})


PAPER = QuizPaper(
    {one: Quiz(title="Kuis", intro="", mastery=0.8, language=one) for one in ("id", "en")},
    (_question("q-jeda", "Apa yang menolong lebih dulu?"), _question("q-nasihat", "Kapan memberi nasihat?")),
)


def read_all(session: Session, person, module: Published, at: dt.datetime = AT) -> None:
    session.add_all(curriculum.ReadingRow(
        person_id=person.id, release_id=module.release_id, lesson=lesson, language="id", read_at=at,
    ) for lesson in LESSONS)
    session.flush()


def try_quiz(session: Session, person, module: Published, *, passed: bool = True, at: dt.datetime = AT) -> None:
    """One submitted attempt; a failed one has its second answer wrong."""
    attempt = quizzes.AttemptRow(
        person_id=person.id, release_id=module.release_id, client_key=f"{module.slug}-{at.timestamp()}", seed=1,
        started_at=at, submitted_at=at, score=1.0 if passed else 0.5, passed=passed,
    )
    session.add(attempt)
    session.flush()
    session.add_all(quizzes.AnswerRow(
        attempt_id=attempt.id, question=slug, response={"given": 0}, saved_at=at, score=score,
    ) for slug, score in (("q-jeda", 1.0), ("q-nasihat", 1.0 if passed else 0.0)))
    session.flush()


def end_supervision(session: Session, supervisor, facilitator, at: dt.datetime = AT) -> None:
    row = session.query(supervision.SupervisionRow).filter_by(
        supervisor_id=supervisor.id, facilitator_id=facilitator.id, until=None).one()
    row.until = at
    session.flush()


def begin_supervision(session: Session, supervisor, facilitator, at: dt.datetime = AT) -> None:
    session.add(supervision.SupervisionRow(supervisor_id=supervisor.id, facilitator_id=facilitator.id, since=at))
    session.flush()
