"""Ticks become levels by rules R1 to R3; who may tick whom."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import AT
from training.core.refusal import NotAllowed
from training.framework.read import read_framework
from training.framework.settings import Settings
from training.practice.observations import (
    HarmNeedsNote,
    NotInFramework,
    NotYetObserved,
    Observation,
    Setting,
    Tick,
    level,
    observations_of,
    observe,
)
from training.supervision.learner import learner

FRAMEWORK, _ = read_framework("courses/competencies/framework.yml")
ONCE = {"client_key": "key-12345", "at": AT}
SETTING = Setting("roleplay_live", dt.date(2026, 11, 2))


def ticks(harmful="", basic="", advanced=""):
    """`ticks("x", "++-o", "+-")`: + seen, - not seen, o no occasion, one letter a behaviour."""
    states = {"+": "seen", "-": "not_seen", "o": "no_occasion"}
    return tuple(
        Tick(f"B1-{kind[0]}{number}", kind, states[mark], "menit 3")
        for kind, marks in (("harmful", harmful), ("basic", basic), ("advanced", advanced))
        for number, mark in enumerate(marks, 1)
    )


@pytest.mark.parametrize(("harmful", "basic", "advanced", "expected"), [
    ("--", "+++", "---", 3), ("--", "+++", "+--", 3), ("--", "+++", "++-", 4), ("--", "+++", "+-", 4),
    ("--", "+++", "--", 3), ("--", "++-", "+++", 2), ("--", "---", "", 2), ("--", "+++", "", 3), ("--", "+++", "+", 4),
    ("--", "++o", "+++", None), ("--", "+-o", "", None), ("+-", "+++", "+++", 1), ("-+", "ooo", "", 1),
    ("--", "+++", "oo", 3), ("--", "+++", "o+", 4), ("", "", "", None),
])
def test_the_level_follows_the_rules(harmful, basic, advanced, expected):
    assert level(ticks(harmful, basic, advanced)) == expected


def test_how_much_makes_skilled_is_the_programmes_setting():
    three = Settings(advanced_for_skilled=3, advanced_for_skilled_when_two_listed=2)
    assert level(ticks("--", "+++", "++-"), three) == 3 and level(ticks("--", "+++", "+++"), three) == 4
    assert level(ticks("--", "+++", "+-"), three) == 3 and level(ticks("--", "+++", "++"), three) == 4
    seen = Observation(1, 1, "", 2, "B1", "roleplay_live", "", "", 1, dt.date(2026, 11, 2), "", ticks("-", "+", "++-"))
    assert (seen.level, dataclasses.replace(seen, settings=three).level) == (4, 3)


@given(st.text("-+", max_size=5), st.text("-+o", min_size=1, max_size=6), st.text("-+o", max_size=4))
def test_harm_is_never_averaged_away(harmful, basic, advanced):
    reached = level(ticks(harmful, basic, advanced))
    assert (reached == 1) == ("+" in harmful)
    assert reached is None or reached < 2 or "o" not in basic


def form(code="C1", seen=(), notes=()):
    return {code: tuple(
        Tick(one.code, one.kind, "seen" if one.code in seen else "not_seen", "menit 2" if one.code in notes else "")
        for one in FRAMEWORK.competency(code).behaviours
    )}


def test_a_supervisor_records_what_she_saw_once(session, cast):
    made = learner(session, cast.made.id)
    for _ in range(2):
        observe(session, cast.sari, made, FRAMEWORK, form(seen=("C1-b1",)), SETTING, **ONCE)
    [seen] = observations_of(session, made.id)
    assert (seen.competency, seen.level, seen.observer) == ("C1", 2, cast.sari.name)
    assert seen.framework_version == FRAMEWORK.version
    assert [one.behaviour for one in seen.ticks if one.state == "seen"] == ["C1-b1"]


def test_a_harmful_tick_needs_a_note(session, cast):
    made = learner(session, cast.made.id)
    with pytest.raises(HarmNeedsNote, match="C1-h2"):
        observe(session, cast.sari, made, FRAMEWORK, form(seen=("C1-h2",)), SETTING, **ONCE)
    noted = form(seen=("C1-h2",), notes=("C1-h2",))
    observe(session, cast.sari, made, FRAMEWORK, noted, SETTING, **ONCE)
    assert observations_of(session, made.id)[0].level == 1


def test_harm_has_no_third_state(session, cast):
    marks = {"C1": tuple(Tick(one.behaviour, one.kind, "no_occasion") for one in form()["C1"])}
    with pytest.raises(NotInFramework):
        observe(session, cast.sari, learner(session, cast.made.id), FRAMEWORK, marks, SETTING, **ONCE)


def test_only_the_supervisor_of_now_may_observe(session, cast):
    for stranger in (cast.budi, cast.made, cast.ratna, cast.andreas, cast.agnes):
        with pytest.raises(NotAllowed):
            observe(session, stranger, learner(session, cast.made.id), FRAMEWORK, form(), SETTING, **ONCE)


def test_nobody_observes_tomorrow(session, cast):
    tomorrow = Setting("roleplay_live", dt.date(2026, 11, 3))
    with pytest.raises(NotYetObserved):
        observe(session, cast.sari, learner(session, cast.made.id), FRAMEWORK, form(), tomorrow, **ONCE)
