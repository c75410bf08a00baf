"""The observation form: which competencies it asks about, and its ticks as they arrive."""

import dataclasses

from flask import request

from blueprints.web.forms import day_given, text
from blueprints.web.framework import framework, settings
from training.framework.framework import Behaviour, Competency
from training.practice.observations import NO_OCCASION, NOT_SEEN, SEEN, Setting, Tick, level

MOST = 6


@dataclasses.dataclass(frozen=True)
class Line:
    behaviour: Behaviour
    tick: Tick | None = None


@dataclasses.dataclass(frozen=True)
class Sheet:
    """One competency of the form: its lines, and the level so far (None: open)."""

    competency: Competency
    lines: tuple[Line, ...]
    level: int | None = None

    def of_kind(self, kind: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.behaviour.kind == kind)


def competencies_chosen() -> list[Competency]:
    """The competencies named in the address or the form, at most six at once."""
    wording = framework()
    codes = dict.fromkeys(request.values.getlist("competency"))
    return [one for one in map(wording.competency, codes) if one][:MOST] if wording else []


def given_ticks(chosen: list[Competency]) -> dict[str, tuple[Tick, ...]]:
    """Competency code → the ticks that were sent. What was not ticked was not seen."""
    return {
        one.code: tuple(Tick(b.code, b.kind, _state(b), text(f"note-{b.code}", 600)) for b in one.behaviours)
        for one in chosen
    }


def _state(behaviour: Behaviour) -> str:
    if request.form.get(f"seen-{behaviour.code}"):
        return SEEN
    is_open = behaviour.kind != "harmful" and request.form.get(f"none-{behaviour.code}")
    return NO_OCCASION if is_open else NOT_SEEN


def setting_given() -> Setting:
    return Setting(
        request.form.get("mode", ""), day_given("observed_on"), text("language", 20) or "Indonesia", text("scene", 120),
        text("heard", 4000),
    )


def form_of(chosen: list[Competency], given: dict[str, tuple[Tick, ...]]) -> list[Sheet]:
    """The sheets to show, filled with what was ticked before."""
    sheets = []
    for one in chosen:
        marks = given.get(one.code) or (None,) * len(one.behaviours)
        lines = tuple(map(Line, one.behaviours, marks))
        sheets.append(Sheet(one, lines, level(given[one.code], settings()) if one.code in given else None))
    return sheets
