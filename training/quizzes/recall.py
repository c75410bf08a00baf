"""Which questions to ask again, weeks after a quiz was passed: a few of its whole bank, others every week. Retrieving
what was learnt some time ago makes it last (Roediger & Karpicke 2006); nothing of it is graded or stored."""

import datetime as dt

from training.quizzes.attempts import seed_of
from training.quizzes.drawing import draw_questions
from training.quizzes.paper import QuizPaper
from training.quizzes.question import Kind

COUNT = 3
TOO_LONG = frozenset({Kind.STORY, Kind.REFLECTION})


def to_recall(paper: QuizPaper, person_id: int, at: dt.datetime) -> tuple[str, ...]:
    """The slugs of this week's questions, the same all week for one person, spread over the skills. Stories, open
    questions and heavy ones are left for the quiz."""
    bank = [question for question in paper.keys
            if question.kind not in TOO_LONG and not question.content_note and not question.alternative_to]
    year, week, _day = at.isocalendar()
    return draw_questions(bank, seed_of(f"recall {person_id} {year} {week}"), COUNT)
