"""Asking for sign-off: who may ask when, what is frozen by asking, and how a request is renewed when there is more to
see. What was asked is entered in the ledger; a decision is written there elsewhere."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotFound, Refusal
from training.framework.settings import DEFAULTS, Settings
from training.permissions import TAKE_COURSES, insist
from training.signoffs import asked, book, evidence
from training.signoffs import requests_store as store
from training.signoffs.ledger import append_all, hold_the_pen
from training.signoffs.standing import CERTIFIED, Standing, missing
from training.signoffs.steps import releases_for, standings, steps_of

RENEW_FROM = dt.timedelta(days=92)
LONGEST = 1_000


class NotYet(Refusal):
    """`missing` lists what is lacking, in plain words to translate."""

    sentence = N_("Belum bisa diajukan: masih ada yang perlu diselesaikan dulu.")

    def __init__(self, lacking: tuple[str, ...]):
        self.missing = lacking
        super().__init__()


class StillValid(Refusal):
    sentence = N_("Modul ini sudah disahkan. Pembaruan bisa diajukan tiga bulan sebelum masa berlakunya habis.")


def ask(
    session: Session, actor: Person, module_id: int, *, note: str = "", client_key: str, at: dt.datetime,
    settings: Settings = DEFAULTS,
) -> int:
    """The id of the actor's open request for a module, made now or renewed with what is new since; what one supervisor
    has signed already is not renewed any more, so that the second sees the same. Refuses NotYet with what is missing,
    and StillValid more than three months before the certificate ends."""
    insist(actor, TAKE_COURSES)
    release = releases_for(session, actor.id, [module_id]).get(module_id)
    if release is None:
        raise NotFound()
    repeated = store.id_by_key(session, actor.id, client_key)
    if repeated:
        return repeated
    signer = hold_the_pen(session, actor)  # who comes after a decision must see it, in the evidence too
    lacking = missing(steps_of(session, actor.id, [module_id])[module_id])
    if lacking:
        raise NotYet(lacking)
    if not is_renewable(standings(session, actor, [module_id], at=at)[module_id], at, actor.zone):
        raise StillValid()
    earlier = [book.plain(one) for one in book.decisions_of(session, actor.id, module_id)]
    frozen = evidence.gather(session, actor.id, release.id, earlier, settings)
    open_id = store.open_id(session, actor.id, module_id)
    if open_id is not None:
        _renew(session, signer, open_id, release.id, frozen, note, at)
        return open_id
    made_id = store.put(
        session, person_id=actor.id, module_id=module_id, release_id=release.id, version=1,
        requested_at=at, renewed_at=at, course=frozen["module"]["course"], note=note[:LONGEST],
        client_key=client_key, **_marks(frozen),
    )
    if made_id is None:  # the same form came twice at once, and what the first made is decided already
        return store.id_by_key(session, actor.id, client_key)
    _freeze(session, signer, made_id, 1, frozen, at)
    return made_id


def is_renewable(where: Standing, at: dt.datetime, zone: str) -> bool:
    """Whether a module may be asked for (again): not certified, or in the last three months of its certificate
    on the calendar of `zone`."""
    return where.state != CERTIFIED or bool(where.expires_on and where.expires_on - local_day(at, zone) <= RENEW_FROM)


def _freeze(session, signer, request_id, version, frozen, at):
    """Keep the evidence, and enter that this is what was asked: neither is there without the other."""
    store.freeze(session, request_id, version, frozen, evidence.fingerprint(frozen), at)
    append_all(session, [asked.deed(session, signer, signer, request_id)], at=at)


def _marks(frozen):
    """What lists show and sort by, taken from the evidence."""
    told = evidence.summary(frozen)
    is_clear = not (told["critical"] or told["returned"] or told["harm"])
    return {"summary": told, "needs_two": told["critical"], "is_back": bool(told["returned"]), "is_clear": is_clear}


def _renew(session, signer, request_id, release_id, frozen, note, at):
    """A new version, unless nothing is new or the request was signed or decided meanwhile."""
    latest = store.latest(session, request_id)
    if latest.first_by_id is not None or latest.evidence_hash == evidence.fingerprint(frozen):
        return
    asked.insist_as_asked(session, store.by_id(session, request_id))
    moved = store.renew(
        session, request_id, latest.version, note=note[:LONGEST], renewed_at=at, release_id=release_id,
        **_marks(frozen),
    )
    if moved:
        _freeze(session, signer, request_id, latest.version + 1, frozen, at)


def has_news(session: Session, person_id: int, module_id: int, settings: Settings = DEFAULTS) -> bool:
    """Whether an open request could be renewed with evidence that it does not hold yet."""
    row = store.open_state(session, person_id, module_id)
    if row is None or row.first_by_id is not None:
        return False
    earlier = [book.plain(one) for one in book.decisions_of(session, person_id, module_id)]
    now = evidence.gather(session, person_id, row.release_id, earlier, settings)
    return evidence.fingerprint(now) != row.evidence_hash
