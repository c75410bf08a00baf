"""The competency framework as values: what a supervisor can see, in both languages. It holds the wording and knows
no people; how ticks become a level is decided in `training.practice`."""

import dataclasses
import difflib
import functools

from training.framework.settings import DEFAULTS, Settings

Texts = dict[str, str]

KINDS = ("harmful", "basic", "advanced")


@dataclasses.dataclass(frozen=True)
class Behaviour:
    """One thing that can be seen or heard. `kind` is harmful, basic or advanced; codes never change their meaning."""

    code: str
    kind: str
    text: Texts


@dataclasses.dataclass(frozen=True)
class Competency:
    """`critical` marks the ones that a sign-off asks more of (rule R4)."""

    code: str
    domain: str
    name: Texts
    critical: bool
    means: Texts
    matters: Texts
    behaviours: tuple[Behaviour, ...]

    def of_kind(self, kind: str) -> tuple[Behaviour, ...]:
        """Its harmful, basic or advanced behaviours, in order."""
        return tuple(one for one in self.behaviours if one.kind == kind)


@dataclasses.dataclass(frozen=True)
class Domain:
    """One of the areas that competencies stand in."""

    code: str
    name: Texts
    competencies: tuple[Competency, ...]


@dataclasses.dataclass(frozen=True)
class Level:
    """What a level is called and the rule that gives it. `number` is 1 to 4."""

    number: int
    key: str
    name: Texts
    rule: Texts


@dataclasses.dataclass(frozen=True)
class Rule:
    """A rule of the framework in words."""

    code: str
    text: Texts


@dataclasses.dataclass(frozen=True)
class Framework:
    """One version of it. `settings` are the numbers a programme may change;
    `not_yet_observed` is what stands in the place of a level when nothing was seen."""

    version: int
    changes: Texts
    levels: tuple[Level, ...]
    not_yet_observed: Level
    kinds: dict[str, Texts]
    rules: tuple[Rule, ...]
    domains: tuple[Domain, ...]
    sources: tuple[str, ...] = ()
    settings: Settings = DEFAULTS

    @functools.cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """All of them, in the order of their domains."""
        return tuple(one for domain in self.domains for one in domain.competencies)

    @functools.cached_property
    def _competencies_by_code(self) -> dict[str, Competency]:
        return {one.code: one for one in self.competencies}

    @functools.cached_property
    def _behaviours_by_code(self) -> dict[str, Behaviour]:
        return {one.code: one for competency in self.competencies for one in competency.behaviours}

    def competency(self, code: str) -> Competency | None:
        """The competency with this code, or None."""
        return self._competencies_by_code.get(code)

    def behaviour(self, code: str) -> Behaviour | None:
        """The behaviour with this code (such as A1-h1), or None."""
        return self._behaviours_by_code.get(code)

    def level(self, number: int) -> Level | None:
        """The level with this number (1 to 4), or None."""
        return next((one for one in self.levels if one.number == number), None)

    def near(self, code: str) -> str | None:
        """The competency code that `code` was probably meant to be: the same in another case or with a stray sign,
        else the most similar one."""
        wanted = "".join(c for c in str(code).upper() if c.isalnum())
        if wanted in self._competencies_by_code:
            return wanted
        found = difflib.get_close_matches(wanted, self._competencies_by_code, n=1, cutoff=0.5)
        return found[0] if found else None
