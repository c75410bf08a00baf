"""How somebody who knows a module answers its quiz, and how a well-meaning beginner does; for the demo world only."""

from training.quizzes.question import PICKS_ONE, Kind, Question

SOME_WORDS = "Saya akan menahan diri sebentar, bertanya, lalu mendengar."


def best_answer(question: Question):
    """An answer that earns every point."""
    if question.kind in PICKS_ONE:
        return max(range(len(question.options)), key=lambda place: question.options[place].worth)
    if question.kind is Kind.MULTIPLE:
        return [place for place, option in enumerate(question.options) if option.right]
    if question.kind in (Kind.NUMBER, Kind.SHORT):
        return _typed(question)
    return _BEST.get(question.kind, _words)(question)


def beginners_answer(question: Question):
    """The same, but where one choice is picked it is the one before the best."""
    best = best_answer(question)
    if question.kind in PICKS_ONE and len(question.options) > 2:
        return best - 1 if best else best + 1
    return best


def _typed(question: Question) -> str:
    best = max(question.answers, key=lambda answer: answer.percent)
    return best.text if best.low is None else f"{(best.low + best.high) / 2:g}"


def _matching(question: Question) -> list[int]:
    return [question.choices.index(pair.right) for pair in question.lefts]


def _ordering(question: Question) -> list[int]:
    return list(range(1, len(question.items) + 1))


def _cloze(question: Question) -> list[str]:
    return [words[0] for words in question.blanks]


def _rated(question: Question) -> list[int]:
    return [option.panel.index(max(option.panel)) for option in question.options]


def _story(question: Question) -> list[int]:
    """The path that earns most, found by trying each."""
    steps, best, worth = question.steps, [], -1.0
    waiting = [([], "", 0.0)]
    while waiting:
        path, slug, earned = waiting.pop()
        for place, option in enumerate(steps.get(slug, ())):
            gone, sum_now = [*path, place], earned + option.worth
            if option.goto and steps.get(option.goto):
                waiting.append((gone, option.goto, sum_now))
            elif sum_now > worth:
                best, worth = gone, sum_now
    return best


def _words(question: Question) -> str:
    return SOME_WORDS


_BEST = {
    Kind.MATCHING: _matching, Kind.ORDERING: _ordering, Kind.CLOZE: _cloze, Kind.RATED: _rated, Kind.STORY: _story,
}
