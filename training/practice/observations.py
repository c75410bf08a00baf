"""How does a tick become a level? Rules R1 to R3 of the competency framework: one harmful behaviour is level 1 and is
never averaged away; a basic behaviour that had no occasion leaves the level open. Only ticks are stored."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.framework.framework import Framework
from training.framework.settings import DEFAULTS, Settings
from training.permissions import OBSERVE, insist
from training.practice import observations_store as store
from training.supervision.learner import Learner

SEEN, NOT_SEEN, NO_OCCASION = "seen", "not_seen", "no_occasion"
STATES = (SEEN, NOT_SEEN, NO_OCCASION)
MODES = {
    "roleplay_live": N_("bermain peran, bertemu langsung"), "roleplay_remote": N_("bermain peran, lewat video"),
    "session_live": N_("pertemuan kelompok, bertemu langsung"),
    "session_recording": N_("rekaman pertemuan, semua orang menyetujui tertulis"),
}


class HarmNeedsNote(NotUnderstood):
    """`facts["behaviours"]` names the codes, `codes` lists them."""

    sentence = N_("Tulis apa yang dikatakan atau dilakukan pada perilaku merugikan yang ditandai: %(behaviours)s.")

    def __init__(self, codes):
        self.codes = tuple(codes)
        super().__init__(behaviours=", ".join(self.codes))


class NotInFramework(NotUnderstood):
    sentence = N_("Formulir ini berbeda dari kerangka kompetensi sekarang. Buka lagi formulirnya.")


class NothingObserved(NotUnderstood):
    sentence = N_("Pilih dulu kompetensi yang diamati.")


class NotYetObserved(NotUnderstood):
    sentence = N_("Tanggal pengamatan belum tiba. Isi dengan hari ini atau sebelumnya.")


@dataclasses.dataclass(frozen=True)
class Tick:
    """One behaviour as seen. `kind` is harmful, basic or advanced."""

    behaviour: str
    kind: str
    state: str
    note: str = ""

    @property
    def is_harm(self) -> bool:
        """Whether a harmful behaviour was seen."""
        return self.kind == "harmful" and self.state == SEEN


@dataclasses.dataclass(frozen=True)
class Observation:
    """What an observer saw of one competency at one time; its level follows from the ticks."""

    id: int
    observer_id: int
    observer: str
    learner_id: int
    competency: str
    mode: str
    scene: str
    language: str
    framework_version: int
    observed_on: dt.date
    heard: str
    ticks: tuple[Tick, ...]
    settings: Settings = DEFAULTS

    @property
    def level(self) -> int | None:
        """1 to 4, or None while it stays open."""
        return level(self.ticks, self.settings)

    @property
    def harms(self) -> tuple[Tick, ...]:
        """The harmful behaviours that were seen."""
        return tuple(one for one in self.ticks if one.is_harm)


@dataclasses.dataclass(frozen=True)
class Setting:
    """The circumstances of an observation. `mode` is one of MODES; `observed_on` is None where no day was given."""

    mode: str
    observed_on: dt.date | None
    language: str = "Indonesia"
    scene: str = ""
    heard: str = ""


def level(seen: Iterable[Tick], settings: Settings = DEFAULTS) -> int | None:
    """1 to 4 by rules R1 to R3, or None when it stays open. The settings are the framework's: how many advanced
    behaviours make level 4."""
    seen = tuple(seen)
    if any(one.is_harm for one in seen):
        return 1
    basic = [one.state for one in seen if one.kind == "basic"]
    if not basic or NO_OCCASION in basic:
        return None
    if NOT_SEEN in basic:
        return 2
    advanced = [one.state for one in seen if one.kind == "advanced"]
    return 4 if advanced and advanced.count(SEEN) >= settings.advanced_needed(len(advanced)) else 3


def observe(
    session: Session, actor: Person, learner: Learner, framework: Framework, given: dict[str, tuple[Tick, ...]],
    setting: Setting, *, client_key: str, at: dt.datetime,
) -> None:
    """Record what the actor saw, per competency code. Refuses whoever does not supervise the learner now, a harmful
    tick without a note, a form that does not match the framework, no day and one to come. The same key records once."""
    insist(actor, OBSERVE, learner)
    check(framework, given, setting)
    if setting.observed_on is None or setting.observed_on > local_day(at, actor.zone):
        raise NotYetObserved()
    for competency, marks in given.items():
        store.put(
            session, [dataclasses.asdict(one) for one in marks], observer_id=actor.id, learner_id=learner.id,
            competency=competency, framework_version=framework.version, recorded_at=at, client_key=client_key,
            **dataclasses.asdict(setting),
        )


def check(framework: Framework, given: dict[str, tuple[Tick, ...]], setting: Setting) -> None:
    """Raise the first reason why this cannot be recorded."""
    if not given:
        raise NothingObserved()
    for code, marks in given.items():
        competency = framework.competency(code)
        if competency is None or setting.mode not in MODES:
            raise NotInFramework()
        expected = [(one.code, one.kind) for one in competency.behaviours]
        wrong_state = any(
            one.state not in STATES or (one.kind == "harmful" and one.state == NO_OCCASION) for one in marks
        )
        if wrong_state or [(one.behaviour, one.kind) for one in marks] != expected:
            raise NotInFramework()
    silent = [one.behaviour for marks in given.values() for one in marks if one.is_harm and not one.note.strip()]
    if silent:
        raise HarmNeedsNote(silent)


def observations_of(
    session: Session, learner_id: int, competencies: Iterable[str] | None = None, settings: Settings = DEFAULTS,
) -> tuple[Observation, ...]:
    """What was seen of this learner, latest first; only the given competency codes, if any are given. The levels follow
    from `settings`, the framework's of today."""
    rows = store.rows_about(session, learner_id, competencies)
    marks: dict[int, list[Tick]] = {row.id: [] for row in rows}
    for row in store.ticks_of(session, marks):
        marks[row.observation_id].append(Tick(row.behaviour, row.kind, row.state, row.note))
    return tuple(
        Observation(
            row.id, row.observer_id, row.observer, row.learner_id, row.competency, row.mode, row.scene, row.language,
            row.framework_version, row.observed_on, row.heard, tuple(marks[row.id]), settings,
        )
        for row in rows
    )
