"""What a browser may see of a question before the answer is in, and after. Before: no right marks, no feedback, no
explanation, no points, no accepted words, and only the scene of a story that was reached.

Every text is `{"html": …, "lang": …}`; `lang` is "" when the text is in the language asked for, else the language it
is in. Give presented questions (HTML inside); with Markdown inside, `html` is that Markdown."""

from collections.abc import Callable

from training.quizzes.drawing import shown_order
from training.quizzes.form import field_name
from training.quizzes.gaps import hide_gaps, split_at_gaps
from training.quizzes.paper import PaperQuestion
from training.quizzes.question import PICKS_ONE, RATINGS, Kind, Question
from training.quizzes.responses import walk


def public_view(paper: PaperQuestion, language: str, seed: int, path: tuple[int, ...] | list[int] = ()) -> dict:
    """What a browser may see before answering. `path` is how far a story was walked."""
    question, said = paper.said(language)
    lang = said if said != language else ""
    view = {
        "slug": question.slug,
        "kind": question.kind.value,
        "name": field_name(question),
        "lang": lang,
        "stem": said_text(_stem(question), lang),
        "hint": said_text(question.hint, lang),
        "content_note": said_text(question.content_note, lang),
    }
    view.update(_VIEWS.get(question.kind, _options_view)(question, lang, seed))
    if question.kind is Kind.STORY:
        view.update(scene_view(paper, language, path))
    return view


def scene_view(paper: PaperQuestion, language: str, path: tuple[int, ...] | list[int]) -> dict:
    """The scene of a story that `path` leads to, with what was chosen on the way and the feedback to it."""
    question, said = paper.said(language)
    lang = said if said != language else ""
    walked = walk(question, list(path))
    taken, ended = walked or ((), False)
    slug = taken[-1].goto if taken else ""
    scene = next((scene for scene in question.scenes if scene.slug == slug and slug), None)
    options = question.steps.get(slug, ()) if not taken or slug else ()
    return {
        "step": len(taken) + 1,
        "step_name": field_name(question, len(taken) + 1),
        "taken": [
            {
                "text": said_text(option.text, lang),
                "feedback": first_said(paper, language, _story_feedback(list(path), at)),
            }
            for at, option in enumerate(taken)
        ],
        "title": said_text(scene.title if scene else "", lang),
        "scene": said_text(scene.text if scene else "", lang),
        "ended": ended,
        "options": [{"value": str(at), **said_text(option.text, lang)} for at, option in enumerate(options)],
    }


def _stem(question: Question) -> str:
    return hide_gaps(question.stem) if question.kind is Kind.CLOZE else question.stem


def said_text(text: str, lang: str) -> dict[str, str]:
    """A text with the language it is in, where that is not the one asked for."""
    return {"html": text, "lang": lang if text else ""}


def first_said(paper: PaperQuestion, language: str, read: Callable[[Question], str]) -> dict[str, str]:
    """What `read` finds in the version in this language, else in the first other version that has it."""
    versions = [language, *(other for other in paper.languages if other != language)]
    for version in versions:
        if version in paper.languages and (text := read(paper.languages[version])):
            return said_text(text, version if version != language else "")
    return said_text("", "")


def _story_feedback(path: list[int], step: int):
    def read(question: Question) -> str:
        walked = walk(question, path[: step + 1])
        return walked[0][step].feedback if walked else ""

    return read


def _options_view(question: Question, lang: str, seed: int) -> dict:
    if not question.options:
        return {}
    options = [
        {"value": str(shown), **said_text(question.options[place].text, lang)}
        for shown, place in enumerate(shown_order(question, seed))
    ]
    return {"options": options, "several": question.kind is Kind.MULTIPLE}


def _typed_view(question: Question, lang: str, seed: int) -> dict:
    unit = question.unit.split("|")[0].strip() if question.kind is Kind.NUMBER else ""
    share = field_name(question, 1) if question.kind is Kind.REFLECTION else ""
    return {"unit": said_text(unit, lang), "share_name": share}


def _cloze_view(question: Question, lang: str, seed: int) -> dict:
    names = [field_name(question, number) for number in range(1, len(question.blanks) + 1)]
    pieces = split_at_gaps(_stem(question), len(names))
    return {"blanks": names, "pieces": list(pieces) if pieces else None}


def _matching_view(question: Question, lang: str, seed: int) -> dict:
    lefts = [
        {"name": field_name(question, number), **said_text(pair.left, lang)}
        for number, pair in enumerate(question.lefts, 1)
    ]
    order = shown_order(question, seed)
    choices = [{"value": str(shown), **said_text(question.choices[place], lang)} for shown, place in enumerate(order)]
    return {"lefts": lefts, "choices": choices}


def _ordering_view(question: Question, lang: str, seed: int) -> dict:
    items = [
        {"name": field_name(question, number), **said_text(question.items[place].text, lang)}
        for number, place in enumerate(shown_order(question, seed), 1)
    ]
    return {"items": items, "ranks": [str(rank) for rank in range(1, len(items) + 1)]}


def _rated_view(question: Question, lang: str, seed: int) -> dict:
    options = [
        {"name": field_name(question, number), **said_text(question.options[place].text, lang)}
        for number, place in enumerate(shown_order(question, seed), 1)
    ]
    return {"options": options, "ratings": [{"value": str(n), "rating": name} for n, name in enumerate(RATINGS)]}


def _story_view(question: Question, lang: str, seed: int) -> dict:
    return {}


_VIEWS = {
    **dict.fromkeys((*PICKS_ONE, Kind.MULTIPLE), _options_view),
    **dict.fromkeys((Kind.NUMBER, Kind.SHORT, Kind.REFLECTION), _typed_view),
    Kind.CLOZE: _cloze_view,
    Kind.MATCHING: _matching_view,
    Kind.ORDERING: _ordering_view,
    Kind.RATED: _rated_view,
    Kind.STORY: _story_view,
}
