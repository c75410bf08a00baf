"""A throw-away world: the cast, the courses that come with Sebaya, a quiz of ten questions, and 500 who wait."""

import datetime as dt
import pathlib

from flask import Flask

from app import create_app
from blueprints.web.database import db
from tests import cast as people
from tests.bench.texts import ten_questions
from training.accounts import passwords
from training.accounts.store import PersonRow
from training.core.database import Base
from training.curriculum import releases
from training.curriculum.catalogue_store import find_module
from training.curriculum.parse import parse_course, read_course
from training.curriculum.shared import Shared, read_shared
from training.signoffs.store import RequestRow
from training.supervision.store import SupervisionRow

LESSON = "/courses/trauma-informed/tic-1/mengenal"
QUIZ = "/courses/bench/b-1/quiz"
WAITING = 500


def settings(folder: pathlib.Path) -> dict[str, str]:
    """The environment in which a server shows this world."""
    return {"DATA_DIR": str(folder), "SECRET_KEY": "only for the length of one benchmark", "SEBAYA_MODE": "demo",
            "DATABASE_URL": "", "REDIS_URL": "", "PUBLIC_URL": ""}


def build(folder: pathlib.Path) -> Flask:
    app = create_app({"DATA_DIR": folder, "SECRET_KEY": settings(folder)["SECRET_KEY"]})
    with app.app_context():
        Base.metadata.create_all(db.engine)
        people.enter(db.session, passwords.hashed(people.PASSWORD))
        folder = app.config["COURSES_DIR"]
        ours, ten = read_course(folder / "trauma-informed"), parse_course(ten_questions())
        for course, shared in ((ours, read_shared(folder)), (ten, (Shared(),))):
            releases.publish(db.session, course[0], shared[0], at=people.AT)
        crowd(db.session, people.cast_of(db.session).sari)
        db.session.commit()
        db.session.remove()
    return app


def crowd(session, supervisor) -> None:
    """500 facilitators of one supervisor, each with a request that waits."""
    module = find_module(session, "trauma-informed", "tic-1")
    rows = [PersonRow(name=f"Peserta {n}", email=f"p{n}@example.org", created_at=people.AT) for n in range(WAITING)]
    session.add_all(rows)
    session.flush()
    for number, person in enumerate(rows):
        session.add(SupervisionRow(supervisor_id=supervisor.id, facilitator_id=person.id, since=people.AT))
        session.add(RequestRow(
            person_id=person.id, module_id=module.id, release_id=module.current_release_id, version=1,
            course="trauma-informed", client_key=f"bench-{number}", renewed_at=people.AT,
            requested_at=people.AT + dt.timedelta(minutes=number),
            summary={"titles": {"id": "Modul"}, "course_titles": {"id": "Kursus"}, "quiz": [8, 8]},
        ))
