"""The framework answers by code, in both languages, and is refused as a whole when anything is missing."""

import pathlib

import pytest

from tests.broken_courses import HERE
from training.core.language import LANGUAGES
from training.framework.read import read_framework
from training.framework.settings import UNREADABLE, Settings

SHIPPED = pathlib.Path(__file__).parents[3] / "courses" / "competencies" / "framework.yml"
FRAMEWORK, PROBLEMS = read_framework(SHIPPED)
CRITICAL = ("A2", "D1", "D2", "D3", "D4")


def test_the_shipped_framework_is_whole():
    assert PROBLEMS == []
    assert len(FRAMEWORK.competencies) == 16 and len(FRAMEWORK.domains) == 5
    assert [one.code for one in FRAMEWORK.rules] == [f"R{number}" for number in range(1, 11)]
    assert [one.number for one in FRAMEWORK.levels] == [1, 2, 3, 4]


def test_every_competency_has_harmful_basic_and_advanced_behaviours_in_both_languages():
    for competency in FRAMEWORK.competencies:
        for kind in ("harmful", "basic", "advanced"):
            assert competency.of_kind(kind), (competency.code, kind)
        for behaviour in competency.behaviours:
            assert set(behaviour.text) == set(LANGUAGES) and behaviour.code.startswith(f"{competency.code}-")


def test_lookups_by_code():
    competency = FRAMEWORK.competency("D1")
    assert competency.domain == "D"
    behaviour = competency.behaviours[0]
    assert FRAMEWORK.behaviour(behaviour.code) is behaviour
    assert FRAMEWORK.level(3).key == "capable"
    for found in (FRAMEWORK.competency("Z9"), FRAMEWORK.behaviour("D1-z1"), FRAMEWORK.level(5)):
        assert found is None


@pytest.mark.parametrize(("written", "meant"), [("d1", "D1"), ("D-1", "D1"), ("D 1", "D1"), ("A11", "A1")])
def test_near_misses(written, meant):
    assert FRAMEWORK.near(written) == meant


@pytest.mark.parametrize(("is_marked", "competencies", "two"), [
    (False, ("B1",), False), (False, ("B1", "D1"), True), (True, ("B1",), True), (False, (), False),
])
def test_which_modules_take_two_signatures(is_marked, competencies, two):
    assert FRAMEWORK.settings.takes_two_signatures(is_marked, competencies) is two


def test_while_the_framework_cannot_be_read_no_module_takes_less_than_it_might():
    assert UNREADABLE.takes_two_signatures(False, ("B1",)) and not UNREADABLE.takes_two_signatures(False, ())


def test_values_cannot_be_changed():
    with pytest.raises(AttributeError):
        FRAMEWORK.version = 2


@pytest.mark.parametrize("text", ["", "- a", "version: 1", "levels: 3", "a: [", "version: x\ndomains: [{}]"])
def test_a_framework_with_a_fault_is_none(tmp_path, text):
    (tmp_path / "framework.yml").write_text(text)
    framework, problems = read_framework(tmp_path / "framework.yml")
    assert framework is None and problems


def test_a_framework_that_is_not_there_is_a_problem():
    framework, problems = read_framework(HERE / "tidak-ada.yml")
    assert framework is None and [one.code for one in problems] == ["framework.unreadable"]


def with_settings(tmp_path, lines):
    text = SHIPPED.read_text()
    before, rest = text.split("settings:\n")
    (tmp_path / "framework.yml").write_text(f"{before}settings: {lines}\n{rest[rest.index('levels:'):]}")
    return read_framework(tmp_path / "framework.yml")


def test_a_programme_sets_its_numbers(tmp_path):
    framework, problems = with_settings(tmp_path, "{valid_months: 12, advanced_for_skilled: 3, safety_pack: [A2]}")
    assert problems == [] and framework.settings == Settings(
        valid_months=12, advanced_for_skilled=3, safety_pack=("A2",), critical=CRITICAL)
    assert with_settings(tmp_path, "")[0].settings == Settings(critical=CRITICAL)


@pytest.mark.parametrize(("lines", "code"), [
    ("{valid_months: 0}", "framework.setting"), ("{valid_months: 24.5}", "framework.setting"),
    ("{valid_months: yes}", "framework.setting"), ("{valid_months: '24'}", "framework.setting"),
    ("{valid_months: 999}", "framework.setting"), ("{safety_pack: [Z9]}", "framework.setting"),
    ("{critical_raters: null}", "framework.setting"), ("{valid_month: 24}", "framework.unknown-setting"),
    ("[1]", "framework.missing-list"),
])
def test_a_number_that_cannot_be_is_told(tmp_path, lines, code):
    framework, problems = with_settings(tmp_path, lines)
    assert framework is None and [one.code for one in problems] == [code]
