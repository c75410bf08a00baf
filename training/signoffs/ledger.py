"""Where a sign-off is written. Entries are appended and never changed: a withdrawal is a new entry. Each one names the
version of the request it saw and covers the entry before it. Whoever writes a deed of another kind appends here too, in
the transaction of that deed: where the entry cannot be written, the deed does not happen."""

import dataclasses
import datetime as dt
import secrets
from collections.abc import Iterable

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.core.clock import local_day, months_after
from training.core.refusal import NotFound
from training.framework.settings import DEFAULTS
from training.permissions import SIGN_OFF, insist
from training.signoffs import asked, book, book_store, requests_store
from training.signoffs.entry import (
    CERTIFIED,
    FIRST_SIGNED,
    HANDED,
    RENEWED,
    RETURNED,
    WITHDRAWN,
    Entry,
    commitment,
)
from training.signoffs.refusals import (
    AlreadyDecided,
    ConflictOfInterest,
    ConflictUnanswered,
    EvidenceChanged,
    HandedOn,
    NextStepMissing,
    NotHerSupervisor,
    NothingToWithdraw,
    NotYourLearner,
    OwnWork,
    ReasonMissing,
    SameSupervisorTwice,
    SentenceMissing,
)
from training.signoffs.signing import key_after
from training.signoffs.standing import certificate_of
from training.supervision.learner import Learner, learner

LONGEST = 4_000


@dataclasses.dataclass(frozen=True)
class Words:
    """What is said with a deed. `conflict` answers whether there is a close tie: "none" or "declared"."""

    message: str = ""
    next_step: str = ""
    conflict: str = ""


def certify(
    session: Session, actor: Person, request_id: int, *, version: int, words: Words, client_key: str,
    at: dt.datetime, months: int = DEFAULTS.valid_months,
) -> Entry:
    """Sign off what stands in version `version` of the request, valid `months` from the learner's today. Refuses
    strangers, own work, a decided request, changed evidence, a close tie, and what was handed to somebody else. The
    same key certifies once. A critical module needs two: the first of them writes `first_signed`, which certifies
    nothing yet, and the same supervisor is refused as the second."""
    if words.conflict == "declared":
        raise ConflictOfInterest()
    return _decide(session, actor, request_id, CERTIFIED, version, words, client_key, at, months)


def give_back(
    session: Session, actor: Person, request_id: int, *, version: int, words: Words, client_key: str,
    at: dt.datetime,
) -> Entry:
    """Return a request with exactly one next step. Refuses like `certify`, and a missing step."""
    if not words.next_step.strip():
        raise NextStepMissing()
    return _decide(session, actor, request_id, RETURNED, version, words, client_key, at, None)


def withdraw(
    session: Session, actor: Person, person_id: int, module_id: int, *, words: Words, client_key: str, at: dt.datetime,
) -> Entry:
    """Take a certificate back, with the reason as message and what the person can do next. Refuses like `certify`,
    a missing reason or step, and when nothing is in force."""
    if not words.message.strip():
        raise ReasonMissing()
    if not words.next_step.strip():
        raise NextStepMissing()
    _insist(session, actor, learner(session, person_id))
    signer = hold_the_pen(session, actor)
    done = book.by_key(session, signer, client_key)
    if done:
        return done
    held = _held(session, person_id, module_id)
    if held is None:
        raise NothingToWithdraw()
    return append(session, signer, held.subject, WITHDRAWN, held.module, words, client_key, at, earlier=held.seq,
                  module_id=module_id, release_id=held.release_id, release_hash=held.release_hash,
                  served_hash=held.served_hash, evidence_hash=held.evidence_hash, request_id=held.request_id,
                  request_version=held.request_version)


def _held(session, person_id, module_id) -> Entry | None:
    """The entry that certifies this module for her, also when its time is over; None once it was withdrawn."""
    return certificate_of(book.entries_of(session, person_id).get(module_id, ()))


def hand(
    session: Session, actor: Person, request_id: int, to_id: int, *, version: int, words: Words, client_key: str,
    at: dt.datetime,
) -> Entry:
    """Let a request wait for another supervisor of hers, who reads the actor's sentence. Refuses like `certify`, a
    missing sentence, and whoever does not supervise her now or has signed already."""
    if not words.message.strip():
        raise SentenceMissing()
    subject, signer, done = _take_up(session, actor, request_id, client_key)
    if done:
        return done
    request = _insist_it_waits(session, actor, request_id, subject)
    if to_id == actor.id or to_id not in subject.supervised_by or to_id == request.first_by_id:
        raise NotHerSupervisor()
    if not requests_store.hand(session, request_id, version, to_id):
        _say_why(session, request_id, version)
    return _append_about(session, signer, subject, HANDED, request_id, version, words, client_key, at,
                         other=book.name_in_ledger(session, to_id))


def _decide(session, actor, request_id, deed, version, words, client_key, at, months):
    if words.conflict not in ("none", "declared"):
        raise ConflictUnanswered()
    subject, signer, done = _take_up(session, actor, request_id, client_key)
    if done:
        return done
    request = _insist_it_waits(session, actor, request_id, subject)
    if deed == CERTIFIED and request.needs_two and request.first_by_id is None:
        deed, moved = FIRST_SIGNED, requests_store.sign_first(session, request_id, version, actor.id)
    else:
        # The request says the very time of its entry.
        moved = requests_store.close(session, request_id, version, _moment(at, book.head(session)))
    if not moved:
        _say_why(session, request_id, version)
    facts = {}
    if deed == CERTIFIED:
        facts["expires_on"] = months_after(local_day(at, subject.person.zone), months)
        if held := _held(session, subject.id, request.module_id):
            deed, facts["earlier"] = RENEWED, held.seq
    return _append_about(session, signer, subject, deed, request_id, version, words, client_key, at, **facts)


def _take_up(session, actor, request_id, client_key):
    """The learner, the actor's name in the ledger (she holds the pen from here on), and what this key did already."""
    request = requests_store.by_id(session, request_id)
    if request is None:
        raise NotFound()
    subject = learner(session, request.person_id)
    _insist(session, actor, subject)
    signer = hold_the_pen(session, actor)
    return subject, signer, book.by_key(session, signer, client_key)


def _insist_it_waits(session, actor, request_id, subject):
    """The request as it is now; refuses when it waits for somebody else."""
    request = requests_store.by_id(session, request_id)
    if request.closed_at is not None:
        raise AlreadyDecided(book.decision_on(session, request_id))
    if request.first_by_id == actor.id:
        raise SameSupervisorTwice(name=actor.name)
    if request.waits_for_id in subject.supervised_by - {actor.id}:
        raise HandedOn(to=person_by_id(session, request.waits_for_id).name)
    asked.insist_as_asked(session, request)
    return request


def _say_why(session, request_id, version):
    """Why a request that was open a moment ago could not be moved."""
    request = requests_store.by_id(session, request_id)
    if request.closed_at is not None:
        raise AlreadyDecided(book.decision_on(session, request_id))
    raise EvidenceChanged(version, request.version)


def _append_about(session, signer, subject, deed, request_id, version, words, client_key, at, **facts):
    frozen = requests_store.frozen(session, request_id, version)
    module, release = frozen.evidence["module"], frozen.evidence["release"]
    return append(
        session, signer, book.name_in_ledger(session, subject.id), deed, f"{module['course']}/{module['slug']}", words,
        client_key, at, module_id=module["id"], release_id=release["id"], release_hash=release["hash"],
        served_hash=release.get("served", ""), evidence_hash=frozen.evidence_hash, request_id=request_id,
        request_version=version, **facts,
    )


def _insist(session, actor: Person, subject: Learner | None) -> None:
    if subject is None:
        raise NotFound()
    if actor.id == subject.id:
        raise OwnWork()
    if actor.is_a("supervisor") and actor.id not in subject.supervised_by:
        raise NotYourLearner()
    insist(actor, SIGN_OFF, subject)


def hold_the_pen(session: Session, actor: Person | None) -> str:
    """Wait until nobody else writes in the ledger, until this transaction ends; the actor's name in the ledger, empty
    for the installation itself."""
    book_store.hold(session)
    return book.name_in_ledger(session, actor.id) if actor else ""


def append(session: Session, actor: str, subject: str, deed: str, module: str, words: Words, client_key: str,
           at: dt.datetime, **facts) -> Entry:
    """Write one entry and its words, after the latest one. Call it holding the pen."""
    salt = secrets.token_hex(32)
    kept = {"salt": salt, "message": words.message.strip()[:LONGEST], "next_step": words.next_step.strip()[:LONGEST]}
    return append_all(session, [{
        "actor": actor, "subject": subject, "deed": deed, "module": module, "client_key": client_key,
        "conflict": words.conflict, "texts_hash": commitment(salt, kept["message"], kept["next_step"]), **facts,
    }], at=at, words=kept)[0]


def append_all(
    session: Session, deeds: Iterable[dict], *, at: dt.datetime, words: dict | None = None, key=None,
) -> list[Entry]:
    """Write entries with these fields after the latest one; `words` belong to the first. Call it holding the pen. It
    refuses like `signing.key_after`, unless given a `key`. A clock set back writes the time of the entry before."""
    last, made = book.head(session), []
    key = key or key_after(session, last)
    for deed in deeds:
        known = {"actor": "", "subject": "", "module": "", "client_key": secrets.token_hex(16), **deed}
        last = Entry(
            seq=last.seq + 1 if last else 1, at=_moment(at, last), previous="", **known,
        ).following(last, key)
        made.append(last)
    book_store.append_all(session, made, [{"seq": made[0].seq, **words}] if words else [])
    return made


def _moment(at: dt.datetime, last: Entry | None) -> dt.datetime:
    """The time that the entry after `last` bears: it never runs backwards."""
    return max(at, last.at) if last else at
