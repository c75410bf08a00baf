"""The fold from what was seen to where somebody stands, as a table. Knowledge has no way in."""

import datetime as dt

import pytest

from training.competencies import status as rules
from training.competencies.status import status
from training.framework.framework import Behaviour, Competency
from training.framework.settings import Settings
from training.practice.observations import Observation, Tick

BEHAVIOURS = tuple(
    Behaviour(f"D2-{kind[0]}{number}", kind, {"id": f"{kind} {number}"})
    for kind, count in (("harmful", 1), ("basic", 2), ("advanced", 3)) for number in range(1, count + 1)
)
PLAIN = Competency("C1", "C", {"id": "Biasa"}, False, {}, {}, BEHAVIOURS)
CRITICAL = Competency("D2", "D", {"id": "Kritis"}, True, {}, {}, BEHAVIOURS)
TICKS = {
    1: ("seen", "seen", "seen", "not_seen", "not_seen", "not_seen"),
    2: ("not_seen", "seen", "not_seen", "not_seen", "not_seen", "not_seen"),
    3: ("not_seen", "seen", "seen", "seen", "not_seen", "not_seen"),
    4: ("not_seen", "seen", "seen", "seen", "seen", "not_seen"),
    None: ("not_seen", "seen", "no_occasion", "not_seen", "not_seen", "not_seen"),
}


def seen(level, day=1, observer=7, mode="roleplay_live"):
    ticks = tuple(Tick(one.code, one.kind, state) for one, state in zip(BEHAVIOURS, TICKS[level], strict=True))
    on = dt.date(2026, 11, day)
    return Observation(day * 10 + observer, observer, "Sari", 1, "D2", mode, "", "Indonesia", 1, on, "", ticks)


@pytest.mark.parametrize("level", [1, 2, 3, 4, None])
def test_the_samples_have_the_level_they_say(level):
    assert seen(level).level == level


@pytest.mark.parametrize(("levels", "level", "before"), [
    ((), None, None), ((None,), None, None), ((2,), 2, None), ((2, 3), 3, 2), ((3, None), 3, None), ((2, 3, 3), 3, 2),
    ((4, 1), 1, 4), ((1, 2, 4), 4, 2),
])
def test_the_latest_level_given_counts(levels, level, before):
    found = status(PLAIN, [seen(one, day) for day, one in enumerate(levels, 1)])
    assert (found.level, found.before) == (level, before)


def test_the_order_of_rows_does_not_matter():
    rows = [seen(3, 9), seen(2, 1), seen(4, 5)]
    assert status(PLAIN, rows) == status(PLAIN, rows[::-1])
    assert [level for _, level in status(PLAIN, rows).history] == [2, 4, 3]


@pytest.mark.parametrize(("levels", "sentence", "codes"), [
    ((), rules.UNSEEN, ()), ((None,), rules.OPEN, ()), ((1,), rules.SAFETY, ("D2-h1",)),
    ((2,), rules.BASIC, ("D2-b2",)),
    ((3,), rules.ADVANCED, ("D2-a2", "D2-a3")),
])
def test_what_is_missing_for_the_next_level_is_said(levels, sentence, codes):
    (step,) = status(PLAIN, [seen(one, day) for day, one in enumerate(levels, 1)]).missing
    assert (step.sentence, tuple(one.code for one in step.behaviours)) == (sentence, codes)
    assert step.sentence % step.facts


def test_at_the_top_nothing_is_missing():
    assert status(PLAIN, [seen(4)]).missing == () and status(PLAIN, [seen(4)]).is_ready


@pytest.mark.parametrize(("rows", "lacking"), [
    ([seen(4)], {rules.MORE_CLEAN}),
    ([seen(1, 1), seen(4, 2)], {rules.MORE_CLEAN}),
    ([seen(4, 1, 7), seen(4, 1, 8)], {rules.OTHER_DAY}),
    ([seen(4, 1, 7), seen(4, 2, 7)], {rules.OTHER_RATER}),
    ([seen(4, 1, 7, "session_live"), seen(4, 2, 8, "session_live")], {rules.ROLE_PLAY}),
    ([seen(4, 1, 7), seen(4, 2, 8), seen(1, 3, 7), seen(4, 4, 8)], {rules.LAST_CLEAN}),
    ([seen(4, 1, 7), seen(4, 2, 8)], set()),
    ([seen(1, 1, 7), seen(4, 2, 7), seen(4, 3, 8)], set()),
])
def test_a_critical_competency_needs_two_clean_observations_days_and_raters(rows, lacking):
    found = status(CRITICAL, rows)
    assert {step.sentence for step in found.missing} == lacking
    assert found.is_ready == (not lacking)


def test_a_programme_that_asks_for_more_is_told_in_its_own_numbers():
    strict = Settings(critical_observations=3, critical_raters=3)
    found = status(CRITICAL, [seen(4, 1, 7), seen(4, 1, 7), seen(4, 2, 7)], strict)
    assert {step.sentence: step.facts for step in found.missing} == {
        rules.OTHER_DAY: {"count": 3}, rules.OTHER_RATER: {"count": 2},
    }


def test_level_two_is_not_ready():
    assert not status(PLAIN, [seen(2)]).is_ready and not status(CRITICAL, [seen(2, 1, 7), seen(2, 2, 8)]).is_ready
