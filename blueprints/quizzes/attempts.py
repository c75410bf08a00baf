"""An attempt: one form for the whole of it, or one question at a time; sent once, however often it arrives."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _

from blueprints.quizzes.pages import attempt_page, result_page
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.forms import client_key
from blueprints.web.modules import the_module
from training.core.clock import now
from training.curriculum import catalogue, progress
from training.permissions import OWN_WORK, TAKE_COURSES
from training.quizzes import attempts
from training.quizzes.attempts import Attempt
from training.quizzes.form import response_from_form
from training.quizzes.paper import QuizPaper

blueprint = Blueprint("quizzes", __name__)

PATHS = {"gentle": True, "plain": False}
PLACES = {"gentle": "path", "plain": "path", "keep": "", "all": "", "single": ""}
"""Where a page opens again after a button that only keeps; other buttons name their own place."""


@blueprint.get("/courses/<course>/<module>/quiz")
@needs(TAKE_COURSES)
def quiz(course, module):
    mine = the_module(course, module)
    paper = found(catalogue.paper(db.session, mine.release.id))
    begun = attempts.open_attempt(db.session, the_person().id, mine.release.id)
    return attempt_page(mine, paper, mine.release.id, begun)


@blueprint.post("/courses/<course>/<module>/quiz/attempts")
@needs(TAKE_COURSES)
def begin(course, module):
    """Begin an attempt in the release the page showed. With answers in the form it is a whole attempt, sent at once."""
    mine = the_module(course, module)
    release = progress.release_shown(db.session, mine, request.form.get("release", type=int) or mine.release.id)
    paper = found(catalogue.paper(db.session, release.id))
    at = now()
    progress.begin(db.session, the_person().id, mine.id, release.id, at=at)
    attempt = attempts.begin(db.session, the_person().id, release.id, client_key(), at=at, paper=paper)
    return keep_or_send(attempt, paper, is_whole=True)


@blueprint.get("/attempts/<int:attempt_id>")
@needs(OWN_WORK)
def attempt(attempt_id):
    mine = found(attempts.attempt(db.session, the_person().id, attempt_id))
    paper = found(catalogue.paper(db.session, mine.release_id))
    module = module_of(mine)
    if not mine.is_submitted:
        return attempt_page(module, paper, mine.release_id, mine)
    return result_page(module, paper, mine)


@blueprint.post("/attempts/<int:attempt_id>/answers")
@needs(OWN_WORK)
def save(attempt_id):
    mine = found(attempts.attempt(db.session, the_person().id, attempt_id))
    return keep_or_send(mine, found(catalogue.paper(db.session, mine.release_id)), is_whole=False)


@blueprint.post("/attempts/<int:attempt_id>/submission")
@needs(OWN_WORK)
def submit(attempt_id):
    mine = found(attempts.attempt(db.session, the_person().id, attempt_id))
    return keep_or_send(mine, found(catalogue.paper(db.session, mine.release_id)), is_whole=True)


def keep_or_send(attempt: Attempt, paper: QuizPaper, *, is_whole: bool):
    """Save what the form holds; send the attempt when the whole of it came, not when a script or a step only keeps."""
    given = answers_in_form(attempt, paper)
    if request.accept_mimetypes.best == "application/json":
        attempts.save_answers(db.session, attempt, paper, given, at=now())
        return {"attempt": attempt.id}
    step = request.form.get("do", "")
    path = PATHS.get(step)
    if is_whole and not (step or "go" in request.form) and asks_first(attempt, paper, given):
        attempts.save_answers(db.session, attempt, paper, given, at=now())
        one = request.args.get("question", type=int)
        return redirect(url_for(".attempt", attempt_id=attempt.id, question=one, open=1), 303)
    if is_whole and not step and (given or request.endpoint == "quizzes.submit"):
        attempts.submit(db.session, attempt, paper, given, at=now())
        return redirect(url_for(".attempt", attempt_id=attempt.id), 303)
    attempts.save_answers(db.session, attempt, paper, given, at=now())
    if path is not None:
        attempts.choose_path(db.session, attempt, gentle=path)
    number = 1 if step == "single" else request.form.get("go", type=int)
    if is_whole and not (step or number):
        flash(_("Belum ada jawaban, jadi belum ada yang dikirim. Mulailah dari soal mana pun."), "look")
    place = PLACES.get(step, step) or None
    return redirect(url_for(".attempt", attempt_id=attempt.id, question=number, _anchor=place), 303)


def asks_first(attempt: Attempt, paper: QuizPaper, given: dict) -> bool:
    """Whether our page's button would send questions without an answer, and its presser was not asked about that. The
    yes is a button of its own on the page that asks: the same form arriving twice asks twice, and never sends."""
    if request.form.get("open") != "ask" or attempt.is_submitted:
        return False
    return bool(attempts.still_open(db.session, attempt, paper, given))


def answers_in_form(attempt: Attempt, paper: QuizPaper) -> dict:
    """Question slug → response, for the questions of this attempt that the form answers; None where the page showed an
    answer, or was touched there (`asked`), and it was taken back. Places are read in the order of its page."""
    fields = {name: values for name, values in request.form.lists() if name.startswith("q-")}
    shown = set(request.form.getlist("asked"))
    if not fields and not shown:
        return {}
    earlier = attempts.responses(db.session, attempt)
    seed = attempts.seed_of(client_key()) if "client_key" in request.form else attempt.seed
    given = {}
    for slug in attempts.asked(paper, attempt.seed, attempt.gentle):
        response = response_from_form(paper.by_slug[slug].key, fields, seed, earlier.get(slug))
        if response is not None or (slug in shown and slug in earlier):
            given[slug] = response
    return given


def module_of(attempt: Attempt):
    """The module an attempt belongs to, as its owner has it."""
    course, module = found(catalogue.module_of_release(db.session, attempt.release_id))
    return the_module(course, module)
