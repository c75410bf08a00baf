"""Nobody passes a shipped quiz by picking the longest option, or the shortest, or always the same place.

The measure: of n decisions (a question of one or several right options, a scene of a story, the favourite of a rated
judgement) each has r right options among k. Whoever picks by a trait alone is right with the chance r/k, so a fair
course has Σ r/k right picks, with the variance Σ r/k · (1 − r/k). A tie for the longest counts as its share. Where a
course has more than two standard deviations above that, chance alone would do so once in forty-four times: its trait
gives answers away. Over all courses together the bound is 1.645, once in twenty.

Tone is measured in the same way, in the courses whose options were revised for it: the option with most (or fewest)
pauses, the question among statements, the one that gives no reason, the one without a "then", without big words.
"""

import itertools
import math
import re

import pytest

from tests import shipped
from training.quizzes.question import Kind

PICKED = {Kind.SINGLE, Kind.JUDGEMENT, Kind.MULTIPLE}
IN_ONE, IN_ALL = 2.0, 1.645
LANGUAGES = ("id", "en")


def decisions(question):
    """`(texts of the options, places of the right ones)` of each decision that a question asks for."""
    if question.kind in PICKED:
        yield decision(question.options, [option.worth for option in question.options])
    elif question.kind is Kind.RATED:
        yield decision(question.options, [panel_mean(option.panel) for option in question.options])
    elif question.kind is Kind.STORY:
        for options in question.steps.values():
            yield decision(options, [option.worth for option in options])


def decision(options, worths):
    best = max(worths, default=0)
    return [option.text for option in options], {place for place, worth in enumerate(worths) if worth == best}


def panel_mean(counts):
    return sum(rating * count for rating, count in enumerate(counts)) / max(1, sum(counts))


def beyond_chance(questions, pick) -> float:
    """How many standard deviations above chance `pick` (texts → places) finds the right options."""
    surplus = variance = 0.0
    for texts, right in itertools.chain.from_iterable(map(decisions, questions)):
        places = pick(texts)
        if not places or len(right) == len(texts):
            continue
        chance = len(right) / len(texts)
        surplus += len(places & right) / len(places) - chance
        variance += chance * (1 - chance)
    return surplus / math.sqrt(variance) if variance else 0.0


def the_longest(texts):
    return {place for place, text in enumerate(texts) if len(text) == max(map(len, texts))}


def the_shortest(texts):
    return {place for place, text in enumerate(texts) if len(text) == min(map(len, texts))}


def at_place(number):
    return lambda texts: {number} if number < len(texts) else set()


TRAITS = {"longest": the_longest, "shortest": the_shortest, **{f"place {n + 1}": at_place(n) for n in range(5)}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("course", sorted(shipped.courses()))
def test_no_course_is_passed_by_a_trait(course, language):
    asked = shipped.questions(shipped.courses()[course], language)
    found = {name: round(beyond_chance(asked, pick), 2) for name, pick in TRAITS.items()}
    assert max(found.values()) <= IN_ONE, f"{course} ({language}), in standard deviations above chance: {found}"


def by_most(pattern, sign):
    """Whoever picks the option in which `pattern` occurs most often (sign 1) or least often (-1)."""
    def pick(texts):
        counts = [sign * len(re.findall(pattern, text, re.IGNORECASE)) for text in texts]
        same = len(set(counts)) == 1
        return set() if same else {place for place, count in enumerate(counts) if count == max(counts)}
    return pick


REVISED = ("trauma-informed",)
TONES = {
    "id": {"pauses": "[,;:]", "questions": r"\?", "then": r"\blalu\b",
           "reasons": r"\b(supaya|agar|sebab|karena|biar)\b",
           "big words": r"\b(semua|selalu|pasti|harus|segera|langsung|cepat)\b", "thanks": "terima kasih"},
    "en": {"pauses": "[,;:]", "questions": r"\?", "reasons": r"\b(so that|because|since)\b", "then": r"\bthen\b",
           "big words": r"\b(all|everyone|always|surely|must|at once)\b", "thanks": "thank"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("course", REVISED)
def test_no_revised_course_is_passed_by_its_tone(course, language):
    asked = shipped.questions(shipped.courses()[course], language)
    found = {(name, sign): round(beyond_chance(asked, by_most(pattern, sign)), 2)
             for name, pattern in TONES[language].items() for sign in (1, -1)}
    assert max(found.values()) <= IN_ONE, f"{course} ({language}), in standard deviations above chance: {found}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_courses_together_are_not_passed_by_a_trait(language):
    asked = [one for course in shipped.courses().values() for one in shipped.questions(course, language)]
    found = {name: round(beyond_chance(asked, pick), 2) for name, pick in TRAITS.items()}
    assert max(found.values()) <= IN_ALL, f"all courses ({language}), in standard deviations above chance: {found}"


@pytest.mark.parametrize("place", range(3))
def test_no_place_leads_through_the_stories(place):
    """They alone are never shuffled, so in them a place would help every reader."""
    asked = [one for course in shipped.courses().values() for one in shipped.questions(course, "id")]
    stories = [one for one in asked if one.kind is Kind.STORY]
    assert beyond_chance(stories, at_place(place)) <= IN_ALL


def test_a_course_whose_right_options_are_long_is_found():
    asked = [one for course in shipped.courses().values() for one in shipped.questions(course, "id")]
    assert beyond_chance(asked, lambda texts: set(range(len(texts)))) == pytest.approx(0, abs=1e-9)
    right = {tuple(texts): places for one in asked for texts, places in decisions(one)}
    assert beyond_chance(asked, lambda texts: right[tuple(texts)]) > 10
