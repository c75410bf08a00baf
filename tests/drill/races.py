"""Two supervisors decide the same request at the same instant, again and again: one certifies, the other gives back.
Each time one decision stands and the other supervisor is told; at the end the ledger holds as many and fits."""

import os
import pathlib
import tempfile

from blueprints.web.database import db
from tests.drill.installation import install
from tests.drill.kills import database
from tests.published import begin_supervision, publish_module
from tests.training.signoffs.asking import asked
from tests.training.signoffs.racing import two_decide
from training.accounts.store import person_by_email
from training.core.database import intending
from training.signoffs.book import decisions_of
from training.signoffs.cross_check import verify_everything

EACH = 25
"""How many modules one facilitator asks for."""


def drill(folder: pathlib.Path, url: str, count: int) -> str:
    """So many races; what was counted, in words. Raises AssertionError when one race leaves anything but one decision,
    or the ledger does not fit."""
    app, races = prepare(folder, url, count)
    for request, _learner, first, second in races:
        told = two_decide(app, request, first, second)
        assert told == 1, f"request {request}: {told} of two supervisors were told that it was decided already"
    with app.app_context():
        learners = {learner.id for _request, learner, _first, _second in races}
        decisions = sum(len(decisions_of(db.session, one)) for one in learners)
        verdict = verify_everything(db.session)
        db.session.remove()
        db.engine.dispose()
    assert (decisions, verdict.misfit) == (count, None), f"{decisions} decisions after {count} races; {verdict}"
    return f"{count} races, {decisions} decisions, {count} supervisors told who was first; the ledger fits"


def prepare(folder: pathlib.Path, url: str, count: int) -> tuple:
    """An installation, and for each race the request, who asked, and the two supervisors."""
    learners = max(2, -(-count // EACH))
    app, _module = install(folder, url, learners)
    with app.app_context(), intending(to_write=True):
        session, races = db.session, []
        modules = [publish_module(session, f"race-{number}", position=number) for number in range(2, EACH + 2)]
        supervisors = [person_by_email(session, f"s{number}@example.org") for number in range(learners)]
        for number in range(learners):
            learner = person_by_email(session, f"f{number}@example.org")
            pair = supervisors[number], supervisors[number - 1]
            begin_supervision(session, pair[1], learner)
            wanted = modules[:count - len(races)]
            races += [(asked(session, learner, module), learner, *pair) for module in wanted]
        session.commit()
        session.remove()
    return app, races


def main(count: int) -> None:
    """So many races on SQLite, and as many on the PostgreSQL of TEST_DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="sebaya-drill-") as folder:
        url = f"sqlite:///{folder}/sebaya.sqlite3"
        print(f"on SQLite: {drill(pathlib.Path(folder), url, count)}", flush=True)
    if server := os.environ.get("TEST_DATABASE_URL"):
        with tempfile.TemporaryDirectory(prefix="sebaya-drill-") as folder, database(server, "sebaya_races") as url:
            print(f"on PostgreSQL: {drill(pathlib.Path(folder), url, count)}", flush=True)
