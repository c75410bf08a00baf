"""The numbers a programme may set in its framework, with what holds where it says nothing."""

import dataclasses
from collections.abc import Iterable


@dataclasses.dataclass(frozen=True)
class Settings:
    """`valid_months` is how long a sign-off is valid. `advanced_for_skilled` advanced behaviours make level 4, or
    `advanced_for_skilled_when_two_listed` where a competency lists no more than two. A critical competency takes
    `critical_observations` without harm, by `critical_raters` people. `safety_pack` and `co_facilitator_capable` are
    codes of competencies (rules R7 and R5); `critical` are those of the competencies marked so in the framework (★),
    never written as a setting, and None while the framework cannot be read."""

    valid_months: int = 24
    advanced_for_skilled: int = 2
    advanced_for_skilled_when_two_listed: int = 1
    critical_observations: int = 2
    critical_raters: int = 2
    safety_pack: tuple[str, ...] = ()
    co_facilitator_capable: tuple[str, ...] = ()
    critical: tuple[str, ...] | None = ()

    def advanced_needed(self, listed: int) -> int:
        """How many of the `listed` advanced behaviours make level 4."""
        return self.advanced_for_skilled_when_two_listed if listed <= 2 else self.advanced_for_skilled

    def takes_two_signatures(self, is_marked: bool, competencies: Iterable[str]) -> bool:
        """Whether a module does: it is marked itself, or a competency it is mapped to is critical. While nobody can
        tell which are, every one counts."""
        return is_marked or any(self.critical is None or one in self.critical for one in competencies)


DEFAULTS = Settings()
UNREADABLE = Settings(critical=None)
LISTS = ("safety_pack", "co_facilitator_capable")
READ = tuple(field.name for field in dataclasses.fields(Settings) if field.name not in (*LISTS, "critical"))
# What the rules of the framework speak of and people apply: the check looks at these, and nothing reckons with them.
FOR_PEOPLE = (
    "safety_pack_months", "co_led_sessions", "supervision_meetings", "live_sessions", "calibration_scenarios",
    "calibration_percent", "senior_months", "senior_skilled", "senior_skilled_critical",
)
MOST = {"valid_months": 120, "senior_months": 240, "calibration_percent": 100}
MOST_OF_ANY = 24
