"""Where somebody stands in one competency: a pure fold over what was seen of her. Only observations count (rule R1); a
quiz never becomes a level. It looks nothing up."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from training.core.language import N_
from training.framework.framework import Behaviour, Competency
from training.framework.settings import DEFAULTS, Settings
from training.practice.observations import NOT_SEEN, SEEN, Observation

UNSEEN = N_("Belum terlihat. Minta supervisor mengamati Anda saat bermain peran atau di kelompok.")
OPEN = N_("Belum semua perilaku dasar sempat terlihat. Minta diamati lagi saat ada kesempatannya.")
SAFETY = N_("Bicarakan yang terlihat dengan supervisor, baca lagi satu pelajaran, lalu minta diamati lagi.")
BASIC = N_("Perlihatkan perilaku dasar yang belum dilakukan:")
ADVANCED = N_("Menuju Mahir: perlihatkan %(count)d perilaku lanjut, misalnya:")
MORE_CLEAN = N_("Kompetensi kritis: perlu %(count)d pengamatan lagi tanpa perilaku merugikan.")
LAST_CLEAN = N_("Kompetensi kritis: dua pengamatan terakhir perlu tanpa perilaku merugikan.")
OTHER_DAY = N_("Kompetensi kritis: pengamatannya perlu pada %(count)d hari yang berbeda.")
OTHER_RATER = N_("Kompetensi kritis: perlu %(count)d pengamat lain.")
ROLE_PLAY = N_("Kompetensi kritis: perlu satu bermain peran penuh dengan naskah standar.")

CAPABLE, SKILLED = 3, 4


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing that is missing, as a message to translate with its facts, and the behaviours it speaks of."""

    sentence: str
    facts: dict = dataclasses.field(default_factory=dict)
    behaviours: tuple[Behaviour, ...] = ()


@dataclasses.dataclass(frozen=True)
class Status:
    """`level` is 1 to 4, or None while nothing is seen or it stays open; `before` the different level that came
    before it, if any; `history` the levels given, oldest first, with their days; `is_ready` whether it is enough for
    the sign-off as facilitator (rule R4 a and b)."""

    level: int | None = None
    before: int | None = None
    seen_on: dt.date | None = None
    history: tuple[tuple[dt.date, int], ...] = ()
    missing: tuple[Step, ...] = ()
    is_ready: bool = False


def status(competency: Competency, seen: Sequence[Observation], settings: Settings = DEFAULTS) -> Status:
    """Fold the observations of one competency, in any order. The latest one that gave a level counts; one that stayed
    open takes no level away. `settings` are the framework's numbers."""
    ordered = sorted(seen, key=lambda one: (one.observed_on, one.id))
    graded = [one for one in ordered if one.level is not None]
    if not graded:
        return Status(None, seen_on=ordered[-1].observed_on if ordered else None,
                      missing=(Step(OPEN if ordered else UNSEEN),))
    latest = graded[-1]
    before = next((one.level for one in reversed(graded) if one.level != latest.level), None)
    critical = _critical(graded, settings) if competency.critical else ()
    return Status(
        latest.level, before, latest.observed_on, tuple((one.observed_on, one.level) for one in graded),
        (*_next(competency, latest, settings), *critical), latest.level >= CAPABLE and not critical,
    )


def _next(competency: Competency, latest: Observation, settings: Settings) -> tuple[Step, ...]:
    """What leads from the latest level to the next one."""
    states = {tick.behaviour: tick.state for tick in latest.ticks}
    if latest.level == 1:
        return (Step(SAFETY, behaviours=tuple(
            one for one in competency.of_kind("harmful") if states.get(one.code) == SEEN)),)
    if latest.level == 2:
        return (Step(BASIC, behaviours=tuple(
            one for one in competency.of_kind("basic") if states.get(one.code) == NOT_SEEN)),)
    if latest.level >= SKILLED:
        return ()
    advanced = competency.of_kind("advanced")
    unseen = tuple(one for one in advanced if states.get(one.code) != SEEN)
    left = max(settings.advanced_needed(len(advanced)) - (len(advanced) - len(unseen)), 1)
    return (Step(ADVANCED, {"count": left}, unseen),) if unseen else ()


def _critical(graded: list[Observation], settings: Settings) -> tuple[Step, ...]:
    """Rule R4(b): what a critical competency still lacks. Clean means without any harmful behaviour."""
    wanted = settings.critical_observations
    clean = [one for one in graded if one.level > 1]
    if len(clean) < wanted:
        return (Step(MORE_CLEAN, {"count": wanted - len(clean)}),)
    lacking = []
    if any(one.level == 1 for one in graded[-2:]):
        lacking.append(Step(LAST_CLEAN))
    if len({one.observed_on for one in clean}) < wanted:
        lacking.append(Step(OTHER_DAY, {"count": wanted}))
    others = settings.critical_raters - len({one.observer_id for one in clean})
    if others > 0:
        lacking.append(Step(OTHER_RATER, {"count": others}))
    if not any(one.mode.startswith("roleplay") for one in clean):
        lacking.append(Step(ROLE_PLAY))
    return tuple(lacking)
