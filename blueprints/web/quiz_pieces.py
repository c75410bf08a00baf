"""One question of a quiz as its page shows it, before an answer and after. It is drawn once for everybody who gets it
in the same order; what was typed is one person's own and is drawn for her alone."""

from flask import current_app

from blueprints.web import skeletons
from blueprints.web.answers_shown import fields_shown
from blueprints.web.languages import language, zone
from training.quizzes.attempts import Attempt
from training.quizzes.drawing import shown_order
from training.quizzes.paper import QuizPaper
from training.quizzes.question import PICKS_ONE, Kind
from training.quizzes.reviews import review_view
from training.quizzes.views import public_view

PICKED = frozenset({*PICKS_ONE, Kind.MULTIPLE, Kind.RATED, Kind.MATCHING, Kind.ORDERING, Kind.STORY})
"""Kinds whose answers hold no word of the person who gave them."""


def asked(paper: QuizPaper, release_id: int, slug: str, number: int, seed: int, response, is_right: bool):
    """Question `number` with its fields, or without them when an earlier answer `is_right` and stays."""
    question = paper.by_slug[slug]

    def draw():
        walked = response if question.key.kind is Kind.STORY and response is not None else ()
        view = public_view(question, language(), seed, walked)
        before = fields_shown(question.key, response, seed)
        return macro("quizzes/asked.html").asked(view, number, before, is_right)

    if response is not None:
        return draw()
    return skeletons.piece(("asked", *_place(question, release_id, slug, number, seed), is_right), draw)


def reviewed(module, paper: QuizPaper, attempt: Attempt, slug: str, number: int, response):
    """`(verdict, piece)` of question `number` of an attempt that was sent."""
    question = paper.by_slug[slug]

    def make():
        view = review_view(question, response, language(), attempt.seed)
        return view["verdict"], macro("quizzes/settled.html").settled(view, number, module)

    if response is not None and question.key.kind not in PICKED:
        return make()
    # The way back to a passage leads into the release she reads now, which may be a later one.
    place = module.release.id, *_place(question, attempt.release_id, slug, number, attempt.seed)
    return skeletons.once("pieces", ("reviewed", *place, repr(response)), skeletons.MOST_PIECES, make)


def earlier(attempts: list[Attempt]):
    """The list of what was sent before."""
    key = ("earlier", language(), zone(), tuple(one.id for one in attempts))
    return skeletons.piece(key, lambda: macro("quizzes/earlier.html").earlier(attempts))


def macro(template: str):
    """The macros of a template; they ask nothing of the request."""
    return current_app.jinja_env.get_template(template).module


def _place(question, release_id, slug, number, seed):
    return release_id, slug, number, language(), shown_order(question.key, seed)
