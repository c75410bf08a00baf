"""Where a module stands for one person: a pure fold over ledger entries. It looks nothing up and keeps no state, so
the same entries always give the same answer."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from training.core.clock import local_day
from training.core.language import N_
from training.signoffs.entry import (
    CERTIFIED,
    CERTIFYING,
    DECISIONS,
    EXPIRED,
    FIRST_SIGNED,
    RETURNED,
    WITHDRAWN,
    Entry,
)

NOTHING, ASKED = "nothing", "asked"

TRIED, HALF_PRACTISED, WAITING = 0.62, 0.62, 0.5
GOOD_NEWS_FOR = dt.timedelta(days=14)


@dataclasses.dataclass(frozen=True)
class Standing:
    """`state` is nothing, asked, first_signed (one of two signatures is there), returned, certified, expired or
    withdrawn. `certificate` is the entry that certifies or did so last, `last` the latest decision. While a certificate
    is valid the state stays certified, also when a renewal was asked for or returned; `is_waiting` tells that a request
    is open, `first` is the signature that waits for a second one."""

    state: str = NOTHING
    certificate: Entry | None = None
    last: Entry | None = None
    is_waiting: bool = False
    first: Entry | None = None

    @property
    def expires_on(self) -> dt.date | None:
        """The last valid day of the certificate, if there is one."""
        return self.certificate and self.certificate.expires_on


@dataclasses.dataclass(frozen=True)
class ModuleState:
    """The four petals, each 0 to 1, and the ring. The order is the order in which they are told."""

    read: float = 0.0
    quiz: float = 0.0
    practised: float = 0.0
    signed: float = 0.0
    certified: bool = False
    expired: bool = False
    half_signed: bool = False

    @property
    def is_begun(self) -> bool:
        """Whether anything was done in this module, also long ago."""
        return bool(self.read or self.quiz or self.practised or self.signed or self.expired)


@dataclasses.dataclass(frozen=True)
class Steps:
    """What a person did in a module so far. `wants_` say what the module asks for at all."""

    read: int = 0
    lessons: int = 0
    quiz_tried: bool = False
    quiz_passed: bool = False
    reflected: bool = False
    practised: bool = False
    wants_quiz: bool = True
    wants_reflection: bool = True
    wants_practice: bool = True


def standing(entries: Iterable[Entry], *, at: dt.datetime, zone: str, is_waiting: bool = False) -> Standing:
    """Fold one person's entries about one module, oldest first. A certificate is valid through its last day on the
    calendar of `zone`."""
    entries = tuple(entries)
    decisions = [entry for entry in entries if entry.deed in DECISIONS]
    last = decisions[-1] if decisions else None
    first = last if last and last.deed == FIRST_SIGNED else None
    certificate = certificate_of(entries)
    if certificate is not None and not is_over(certificate, entries, at, zone):
        state = CERTIFIED
    elif is_waiting:
        state = FIRST_SIGNED if first else ASKED
    elif last is not None and last.deed in (RETURNED, WITHDRAWN):
        state = last.deed
    else:
        state = EXPIRED if certificate is not None else NOTHING
    return Standing(state, certificate, last, is_waiting, first if is_waiting else None)


def certificate_of(entries: Iterable[Entry]) -> Entry | None:
    """The entry that certifies a module, valid or over; None while there is none and once it was withdrawn."""
    binding = [entry for entry in entries if entry.deed in (*CERTIFYING, WITHDRAWN)]
    return binding[-1] if binding and binding[-1].deed != WITHDRAWN else None


def is_over(held: Entry, entries: Iterable[Entry], at: dt.datetime, zone: str) -> bool:
    """Whether the time of what `held` gave has passed: by the calendar of `zone`, or because its expiry is written."""
    is_past = held.expires_on is not None and local_day(at, zone) > held.expires_on
    return is_past or any(entry.deed == EXPIRED and entry.earlier == held.seq for entry in entries)


def is_news(where: Standing, *, at: dt.datetime) -> bool:
    """Whether the latest decision is still to be told to whom it is about: a next step until she asks again, also for a
    renewal while the certificate is valid; good news for two weeks."""
    if where.last is None:
        return False
    if where.last.deed in (RETURNED, WITHDRAWN):
        return not where.is_waiting
    return where.last.deed in CERTIFYING and at - where.last.at < GOOD_NEWS_FOR


def petals(steps: Steps, where: Standing) -> ModuleState:
    """The glyph of a module. A return takes no petal away; an expired certificate is drawn as ready to renew."""
    practised = [done for wanted, done in (
        (steps.wants_reflection, steps.reflected), (steps.wants_practice, steps.practised),
    ) if wanted]
    read = min(steps.read / steps.lessons, 1.0) if steps.lessons else 0.0
    certified = where.state == CERTIFIED
    return ModuleState(
        read=read,
        quiz=1.0 if steps.quiz_passed or (not steps.wants_quiz and read == 1) else TRIED if steps.quiz_tried else 0.0,
        practised=1.0 if all(practised) and (practised or read == 1) else HALF_PRACTISED if any(practised) else 0.0,
        signed=1.0 if certified else WAITING if where.is_waiting else 0.0,
        certified=certified, expired=where.state == EXPIRED,
        half_signed=not certified and where.first is not None,
    )


def missing(steps: Steps) -> tuple[str, ...]:
    """What still has to happen before sign-off can be asked for, in plain words to translate; empty when nothing."""
    lacking = []
    if steps.read < steps.lessons:
        lacking.append(N_("Baca bagian yang belum dibaca."))
    if steps.wants_quiz and not steps.quiz_passed:
        lacking.append(N_("Selesaikan kuisnya sampai lulus. Boleh dicoba berkali-kali."))
    if steps.wants_reflection and not steps.reflected:
        lacking.append(N_("Bagikan satu refleksi kepada supervisor Anda."))
    return tuple(lacking)


WORDS = {
    NOTHING: N_("belum disahkan"), ASKED: N_("menunggu pengesahan"),
    FIRST_SIGNED: N_("tanda tangan pertama ada, menunggu yang kedua"), RETURNED: N_("dikembalikan dengan satu langkah"),
    CERTIFIED: N_("disahkan"), EXPIRED: N_("masa berlaku lewat, bisa diperbarui"), WITHDRAWN: N_("pengesahan dicabut"),
}
