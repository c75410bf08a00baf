"""What may be told of a branching story once it was walked to its end: at each scene that was passed what was chosen,
and the choice there that would have helped more. Scenes that were not visited stay closed."""

from training.quizzes.paper import PaperQuestion
from training.quizzes.question import Option, Question
from training.quizzes.responses import walk
from training.quizzes.views import first_said, said_text


def story_review(paper: PaperQuestion, question: Question, language: str, lang: str, path, given, seed: int) -> dict:
    """`steps` of the way: the scene's title, the choice taken, and `better`, the choice from which most can still be
    reached where that is more than the one taken left open; None where nothing would have helped more. A choice is
    weighed with the best way behind it, as the whole path is."""
    options, _ended = walk(question, path)
    steps, slug = [], ""
    titles = {scene.slug: scene.title for scene in question.scenes}
    for place, option in zip(path, options, strict=True):
        better = _better_place(question, slug, option)
        steps.append(
            {
                "title": said_text(titles.get(slug, ""), lang),
                **_told(paper, question, language, lang, slug, place),
                "better": None if better is None else _told(paper, question, language, lang, slug, better),
            }
        )
        slug = option.goto
    return {"steps": steps}


def _better_place(question: Question, slug: str, taken: Option) -> int | None:
    options = question.steps[slug]
    reach = [_reach(question, option) for option in options]
    most = max(reach)
    return reach.index(most) if most > _reach(question, taken) else None


def _reach(question: Question, option: Option) -> float:
    """The most that this choice and any way on from it can earn."""
    onward = question.best_from.get(option.goto, 0.0) if option.goto else 0.0
    return option.worth + onward


def _told(paper: PaperQuestion, question: Question, language: str, lang: str, slug: str, place: int) -> dict:
    return {
        "text": said_text(question.steps[slug][place].text, lang),
        "feedback": first_said(paper, language, lambda version: version.steps[slug][place].feedback),
    }
