"""The questions of an attempt, and its result: put together from pieces that were drawn before."""

from flask import render_template, request
from flask_babel import gettext as _

from blueprints.web import quiz_pieces, skeletons
from blueprints.web.access import the_person
from blueprints.web.database import db
from blueprints.web.forms import new_key
from blueprints.web.languages import language
from blueprints.web.pages import moment
from training.core.clock import now
from training.quizzes import attempts
from training.quizzes.attempts import Attempt
from training.quizzes.paper import QuizPaper
from training.quizzes.views import public_view
from training.signoffs.steps import module_states

NOT_GRADED = ("uncounted", "unwritten")
"""What the result says of open reflections: neither firm nor to look at again."""


def attempt_page(module, paper: QuizPaper, release_id: int, begun: Attempt | None):
    """The questions with what was answered so far; all at once, or one with `?question=`."""
    key = begun.client_key if begun else new_key()
    seed = attempts.seed_of(key)
    right = attempts.kept_right(db.session, the_person().id, release_id, paper)
    given = attempts.responses(db.session, begun) if begun else {}
    slugs = attempts.asked(paper, seed, begun is not None and begun.gentle)
    number = request.args.get("question", type=int)
    number = number if number and 1 <= number <= len(slugs) and begun else None
    questions = [
        quiz_pieces.asked(paper, release_id, slug, at, seed, given.get(slug), slug in right)
        for at, slug in enumerate(slugs, 1) if number in (None, at)
    ]
    asking = begun if "open" in request.args else None
    without = attempts.still_open(db.session, asking, paper, {}) if asking else ()
    sent = attempts.submitted(db.session, the_person().id, release_id)
    heavy = heavy_questions(paper, seed)

    def draw(**holes):
        return render_template(
            "quizzes/quiz.html", module=module, quiz=paper.source, title=quiz_title(paper), intro=quiz_intro(paper),
            slugs=slugs, given=given, right=right, heavy=heavy, attempt=begun, release_id=release_id, number=number,
            unanswered=[slugs.index(slug) + 1 for slug in without], **holes,
        )

    shape = release_id, module.position, len(slugs), tuple((at, view["slug"]) for at, view in heavy.items())
    holes = {"key": key, "questions": questions, "earlier": [quiz_pieces.earlier(sent)] if sent else []}
    return skeletons.page(shape, draw, holes, is_shared=not (begun or right))


def heavy_questions(paper: QuizPaper, seed: int) -> dict[int, dict]:
    """Number → view of the questions that the gentle path replaces."""
    if not any(question.alternative_to for question in paper.keys):
        return {}
    pairs = zip(attempts.asked(paper, seed), attempts.asked(paper, seed, True), strict=True)
    return {number: public_view(paper.by_slug[slug], language(), seed)
            for number, (slug, softer) in enumerate(pairs, 1) if slug != softer}


def result_page(module, paper: QuizPaper, attempt: Attempt):
    """What is firm and what to look at again."""
    given = attempts.responses(db.session, attempt)
    slugs = attempts.asked(paper, attempt.seed, attempt.gentle)
    found = [quiz_pieces.reviewed(module, paper, attempt, slug, number, given.get(slug))
             for number, slug in enumerate(slugs, 1)]
    firm = [piece for verdict, piece in found if verdict == "firm"]
    written = [piece for verdict, piece in found if verdict in NOT_GRADED]
    look = [piece for verdict, piece in found if verdict not in ("firm", *NOT_GRADED)]
    state = module_states(db.session, the_person(), [module.id], at=now())[module.id]

    def draw(**holes):
        return render_template(
            "quizzes/result.html", module=module, quiz=paper.source, title=quiz_title(paper), passed=attempt.passed,
            state=state, firm_count=len(firm), written_count=len(written), look_count=len(look), **holes,
        )

    shape = (attempt.release_id, module.release.id, module.position, attempt.passed, len(firm), len(written), len(look),
             state)
    holes = {"when": which_attempt(attempt), "to_look_at": look, "settled": firm, "written": written}
    return skeletons.page(shape, draw, holes, anywhere=True)


def which_attempt(attempt: Attempt) -> str:
    """Which of her attempts this is, and when it was sent."""
    ids = [one.id for one in attempts.submitted(db.session, attempt.person_id, attempt.release_id)]
    return _("Percobaan ke-%(number)s, %(moment)s.", number=ids.index(attempt.id) + 1,
             moment=moment(attempt.submitted_at))


def quiz_title(paper: QuizPaper) -> str:
    return (paper.languages.get(language()) or paper.source).title


def quiz_intro(paper: QuizPaper) -> str:
    return (paper.languages.get(language()) or paper.source).intro
