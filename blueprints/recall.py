"""Recalling: three questions of a quiz that was passed, other ones each week. Nothing is graded or stored."""

from flask import Blueprint, render_template, request, url_for

from blueprints.web import lesson_pieces
from blueprints.web.access import found, needs, the_person
from blueprints.web.database import db
from blueprints.web.languages import language
from blueprints.web.modules import the_module
from training.core.clock import now
from training.curriculum import catalogue
from training.permissions import TAKE_COURSES
from training.quizzes.recall import to_recall
from training.signoffs.steps import module_states

blueprint = Blueprint("recall", __name__)


@blueprint.get("/courses/<course>/<module>/recall")
@needs(TAKE_COURSES)
def recall(course, module):
    mine, person, at = the_module(course, module), the_person(), now()
    is_passed = module_states(db.session, person, [mine.id], at=at)[mine.id].quiz >= 1
    paper = found(catalogue.paper(db.session, mine.release.id) if is_passed else None)
    answered = request.args.get("check", "")
    views = {slug: lesson_pieces.question_view(paper.by_slug[slug], language(), slug == answered)
             for slug in to_recall(paper, person.id, at)}
    here = url_for(".recall", course=course, module=module)
    return render_template("quizzes/recall.html", module=mine, views=views, here=here)
