"""What a browser may see of a question once the answer is in: what was chosen, what would have been right, and why."""

from training.quizzes.drawing import shown_order
from training.quizzes.gaps import remarks_by_gap, speaks_of
from training.quizzes.grades import Grade
from training.quizzes.grading import grade
from training.quizzes.paper import PaperQuestion
from training.quizzes.question import RATINGS, Answer, Kind, Question
from training.quizzes.responses import words_of
from training.quizzes.story_review import story_review
from training.quizzes.views import first_said, public_view, said_text


def review_view(paper: PaperQuestion, response: object, language: str, seed: int) -> dict:
    """The public view and on top of it `score` (0 to 1), `verdict` ("firm", "partly", "revisit", "unanswered",
    "uncounted" or "unwritten"), the explanation, and per part what was chosen and what is right. Options and items
    stand in the order in which they were shown. Without an answer nothing of the key is added."""
    given = grade(paper.key, response)
    path = response if paper.key.kind is Kind.STORY and isinstance(response, list) and given.answered else ()
    view = public_view(paper, language, seed, path)
    view.update(score=given.score, verdict=verdict_of(given), answered=given.answered)
    view.update(passage=paper.key.passage, heading=_heading(paper, language))
    if not given.answered or "unfinished" in given.feedback:
        return view
    view["explanation"] = first_said(paper, language, lambda question: question.explanation)
    view["slips"] = [key for key in given.feedback if key.startswith(("near-miss", "unit", "not-a-number"))]
    review = _REVIEWS.get(paper.key.kind)
    if review:
        question, said = paper.said(language)
        view.update(review(paper, question, language, said if said != language else "", response, given, seed))
    return view


def _heading(paper: PaperQuestion, language: str) -> str:
    """Only in the reader's own language: the lesson opens in that one, and has no other headings."""
    question, said = paper.said(language)
    return question.heading if said == language else ""


def verdict_of(given: Grade) -> str:
    """One word for a grade: what is firm and what to revisit; never "wrong". An open reflection is neither, written or
    left empty."""
    if not given.counted:
        return "uncounted" if given.answered else "unwritten"
    if not given.answered:
        return "unanswered"
    return "firm" if given.is_full else "partly" if given.score > 0 else "revisit"


def _choice_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    chosen = set(response) if isinstance(response, list | tuple) else {response}
    best = question.best_worth
    shown = []
    for at, place in enumerate(shown_order(question, seed)):
        option = question.options[place]
        is_right = option.right if option.points is None else option.points == best
        shown.append(
            {
                "value": str(at),
                **said_text(option.text, lang),
                "chosen": place in chosen,
                "right": is_right,
                "feedback": first_said(paper, language, lambda version, place=place: version.options[place].feedback),
            }
        )
    return {"options": shown}


def _rated_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    shown = []
    ratings = [*response, *[None] * (len(question.options) - len(response))]
    for place in shown_order(question, seed):
        option = question.options[place]
        shown.append(
            {
                **said_text(option.text, lang),
                "chosen": ratings[place],
                "part": given.parts[place],
                "panel": [
                    {"rating": name, "value": value, "count": count}
                    for value, (name, count) in enumerate(zip(RATINGS, option.panel, strict=False))
                ],
                "feedback": first_said(paper, language, lambda version, place=place: version.options[place].feedback),
            }
        )
    return {"options": shown, "raters": max((sum(option.panel) for option in question.options), default=0)}


def _matching_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    chosen = [*response, *[None] * (len(question.lefts) - len(response))]
    shown = []
    for at, pair in enumerate(question.lefts):
        answer = question.choices[chosen[at]] if chosen[at] is not None else ""
        shown.append(
            {
                **said_text(pair.left, lang),
                "chosen": said_text(answer, lang),
                "right": said_text(pair.right, lang),
                "part": given.parts[at],
                "feedback": first_said(paper, language, lambda version, at=at: version.lefts[at].feedback),
                "chosen_feedback": first_said(paper, language, lambda version, at=at: _of_extra(version, chosen[at])),
            }
        )
    return {"lefts": shown}


def _of_extra(version: Question, choice: int | None) -> str:
    """The explanation of an extra wrong choice that was taken."""
    taken = version.choices[choice] if choice is not None else None
    return next((pair.feedback for pair in version.pairs if not pair.left and pair.right == taken), "")


def _ordering_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    ranks = [*response, *[None] * (len(question.items) - len(response))]
    shown = [
        {
            **said_text(item.text, lang),
            "right": place + 1,
            "chosen": ranks[place],
            "part": given.parts[place],
            "feedback": first_said(paper, language, lambda version, place=place: version.items[place].feedback),
        }
        for place, item in enumerate(question.items)
    ]
    return {"items": shown}


def _cloze_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    typed = [*response, *[""] * (len(question.blanks) - len(response))]
    return {
        "gaps": [
            {
                "chosen": typed[at],
                "right": list(words),
                "part": given.parts[at],
                "feedback": first_said(paper, language, lambda version, at=at: _of_gap(version, at, typed[at])),
            }
            for at, words in enumerate(question.blanks)
        ]
    }


def _of_gap(version: Question, place: int, typed: str) -> str:
    """What is said of the typed word, then what is said of the gap."""
    found = remarks_by_gap(version.remarks, version.blanks)[place] if version.remarks else ()
    return "\n".join(remark.feedback for remark in found if speaks_of(remark, typed))


def _typed_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    matched = next((int(key.split(":")[1]) for key in given.feedback if key.startswith("answer:")), None)
    right = [answer.text for answer in question.answers if answer.percent == 100 and answer.text != "*"]
    feedback = said_text("", "")
    if matched is not None:
        answer = paper.key.answers[matched]
        feedback = first_said(paper, language, lambda version: _same_answer(version, answer, matched))
    told = {"chosen": response, "right": right, "feedback": feedback}
    return told if given.is_full else told | {"right_feedback": first_said(paper, language, _of_the_accepted)}


def _of_the_accepted(version: Question) -> str:
    return next((answer.feedback for answer in version.answers if answer.percent == 100 and answer.feedback), "")


def _reflection_review(paper, question: Question, language, lang, response, given, seed) -> dict:
    return {"chosen": words_of(response), "shared": isinstance(response, dict) and bool(response.get("shared"))}


def _same_answer(version: Question, answer: Answer, place: int) -> str:
    if version.kind is Kind.NUMBER and place < len(version.answers):
        return version.answers[place].feedback
    return next((other.feedback for other in version.answers if other.text == answer.text), "")


_REVIEWS = {
    **dict.fromkeys((Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE, Kind.JUDGEMENT), _choice_review),
    **dict.fromkeys((Kind.NUMBER, Kind.SHORT), _typed_review),
    Kind.RATED: _rated_review,
    Kind.MATCHING: _matching_review,
    Kind.ORDERING: _ordering_review,
    Kind.CLOZE: _cloze_review,
    Kind.REFLECTION: _reflection_review,
    Kind.STORY: story_review,
}
