"""The shape of a branching story: where its links lead, what cannot be reached, what runs in a circle."""

import re
from collections.abc import Callable

from training.quizzes.bullets import ARROW
from training.quizzes.question import Option, Question

_LIKE_LINK = re.compile(rf"(?:{ARROW.pattern})|\]\(#")


def check_story(question: Question, note: Callable[..., None]) -> None:
    """Notes links to missing steps, steps twice or out of reach, circles, marks that mix, and a story that earns
    nothing."""
    seen: dict[str, int] = {}
    for scene in question.scenes:
        first = seen.setdefault(scene.slug, scene.line)
        if first != scene.line:
            note("quiz.duplicate-step", scene.line, step=scene.slug, first=first)
    steps = question.steps
    options = [option for step in steps.values() for option in step]
    known = ", ".join(scene.slug for scene in question.scenes) or "–"
    for option in options:
        if option.goto and option.goto not in steps:
            note("quiz.missing-step", option.line, step=option.goto, known=known)
    unlinked = [option for option in options if not option.goto and _LIKE_LINK.search(option.text[:500])]
    if question.scenes and unlinked:
        note("quiz.goto-without-link", unlinked[0].line)
    if not question.options:
        note("quiz.too-few-options", count=0)
    reached = reachable(steps)
    for scene in question.scenes:
        if scene.slug not in reached and not unlinked:
            note("quiz.unreachable-step", scene.line, step=scene.slug)
    circle = find_circle(steps)
    if circle:
        note("quiz.story-loop", circle.line, step=circle.goto)
    marked = {option.points is not None for option in options}
    if len(marked) > 1:
        odd = next(option for option in options if option.points is None)
        note("quiz.mixed-marks", odd.line, option=odd.text[:60])
    elif not circle and question.best_path <= 0:
        note("quiz.no-points")


def reachable(steps: dict[str, tuple[Option, ...]]) -> set[str]:
    """The steps that some path from the beginning comes to."""
    reached, waiting = {""}, [""]
    while waiting:
        for option in steps[waiting.pop()]:
            if option.goto and option.goto in steps and option.goto not in reached:
                reached.add(option.goto)
                waiting.append(option.goto)
    return reached


def find_circle(steps: dict[str, tuple[Option, ...]]) -> Option | None:
    """An option that leads back to a step already passed, if there is one."""
    done: set[str] = set()
    for start in steps:
        if start in done:
            continue
        path, on_path = [(start, iter(steps[start]))], {start}
        while path:
            slug, options = path[-1]
            option = next(options, None)
            if option is None:
                path.pop()
                on_path.discard(slug)
                done.add(slug)
            elif option.goto in on_path and option.goto:
                return option
            elif option.goto and option.goto in steps and option.goto not in done:
                path.append((option.goto, iter(steps[option.goto])))
                on_path.add(option.goto)
    return None
