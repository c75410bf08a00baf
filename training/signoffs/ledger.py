"""Where a sign-off is written. Entries are appended and never changed: a withdrawal is a new entry. Each one names the
version of the request it saw and carries the hash of the entry before it."""

import dataclasses
import datetime as dt
import secrets

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotAllowed, NotFound, NotUnderstood, Refusal
from training.core.signing_key import installation_key
from training.permissions import SIGN_OFF, insist
from training.signoffs import book, book_store, requests_store
from training.signoffs.entry import BEGINNING, CERTIFIED, RETURNED, WITHDRAWN, Entry, commitment
from training.supervision.learner import Learner, learner

VALID_MONTHS = 24
LONGEST = 4_000


class NotYourLearner(NotAllowed):
    sentence = N_("Orang ini tidak sedang Anda dampingi. Pengesahan dilakukan oleh supervisornya saat ini.")


class OwnWork(NotAllowed):
    sentence = N_("Ini pekerjaan Anda sendiri. Pengesahan dilakukan oleh supervisor Anda.")


class AlreadyDecided(Refusal):
    """`decision` tells what was decided, by whom and when."""

    sentence = N_("Permintaan ini sudah diputuskan oleh %(by)s.")

    def __init__(self, decision: book.Decision):
        self.decision = decision
        super().__init__(by=decision.actor_name)


class EvidenceChanged(Refusal):
    """`seen` and `current` are versions of the request."""

    sentence = N_("Buktinya berubah sejak Anda membukanya. Belum ada yang ditulis; lihat dulu yang baru.")

    def __init__(self, seen: int, current: int):
        self.seen, self.current = seen, current
        super().__init__(seen=seen, current=current)


class NextStepMissing(NotUnderstood):
    sentence = N_("Tulis satu langkah berikutnya, supaya jelas apa yang dilakukan setelah ini.")


class ConflictUnanswered(NotUnderstood):
    sentence = N_("Jawab dulu pertanyaan tentang hubungan Anda dengan orang ini.")


class ConflictOfInterest(NotAllowed):
    sentence = N_("Karena ada hubungan dekat, serahkan keputusan ini kepada supervisor lain.")


class ReasonMissing(NotUnderstood):
    sentence = N_("Tulis alasannya. Orangnya akan membacanya bersama langkah berikutnya.")


class NothingToWithdraw(Refusal):
    sentence = N_("Tidak ada pengesahan yang berlaku untuk dicabut.")


@dataclasses.dataclass(frozen=True)
class Words:
    """What is said with a deed. `conflict` answers whether there is a close tie: "none" or "declared"."""

    message: str = ""
    next_step: str = ""
    conflict: str = ""


def certify(
    session: Session, actor: Person, request_id: int, *, version: int, words: Words, client_key: str,
    at: dt.datetime, months: int = VALID_MONTHS,
) -> Entry:
    """Sign off what stands in version `version` of the request, valid `months` from the learner's today. Refuses
    strangers, own work, a decided request, changed evidence, and a close tie. The same key certifies once."""
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
    history = book.entries_of(session, [person_id], [module_id]).get((person_id, module_id), [])
    standing = [one for one in history if one.deed in (CERTIFIED, WITHDRAWN)]
    if not standing or standing[-1].deed == WITHDRAWN:
        raise NothingToWithdraw()
    held = standing[-1]
    return append(session, signer, held.subject, WITHDRAWN, held.module, words, client_key, at,
                  module_id=module_id, release_id=held.release_id, release_hash=held.release_hash,
                  evidence_hash=held.evidence_hash, request_id=held.request_id, request_version=held.request_version)


def _decide(session, actor, request_id, deed, version, words, client_key, at, months):
    if words.conflict not in ("none", "declared"):
        raise ConflictUnanswered()
    request = requests_store.by_id(session, request_id)
    if request is None:
        raise NotFound()
    subject = learner(session, request.person_id)
    _insist(session, actor, subject)
    signer = hold_the_pen(session, actor)
    done = book.by_key(session, signer, client_key)
    if done:
        return done
    _close(session, request_id, version, at)
    frozen = requests_store.frozen(session, request_id, version)
    module, release = frozen.evidence["module"], frozen.evidence["release"]
    expires_on = months_after(local_day(at, subject.person.zone), months) if months else None
    return append(
        session, signer, book.name_in_ledger(session, subject.id), deed, f"{module['course']}/{module['slug']}", words,
        client_key, at, module_id=request.module_id, release_id=release["id"], release_hash=release["hash"],
        evidence_hash=frozen.evidence_hash, request_id=request_id, request_version=version, expires_on=expires_on,
    )


def _insist(session, actor: Person, subject: Learner | None) -> None:
    if subject is None:
        raise NotFound()
    if actor.id == subject.id:
        raise OwnWork()
    if actor.is_a("supervisor") and actor.id not in subject.supervised_by:
        raise NotYourLearner()
    insist(actor, SIGN_OFF, subject)


def hold_the_pen(session: Session, actor: Person) -> str:
    """Wait until nobody else writes in the ledger, until this transaction ends; the actor's name in the ledger."""
    book_store.hold(session)
    return book.name_in_ledger(session, actor.id)


def _close(session, request_id, version, at):
    """Close the request if it is still open and still at `version`; else say why not."""
    if requests_store.close(session, request_id, version, at):
        return
    decision = book.decision_on(session, request_id)
    if decision is not None:
        raise AlreadyDecided(decision)
    raise EvidenceChanged(version, requests_store.by_id(session, request_id).version)


def append(session: Session, actor: str, subject: str, deed: str, module: str, words: Words, client_key: str,
           at: dt.datetime, **facts) -> Entry:
    """Write one entry and its words, after the latest one. Call it holding the pen. Time never runs backwards in
    the ledger: a clock set back writes the time of the entry before."""
    last = book.head(session)
    salt = secrets.token_hex(32)
    message, next_step = words.message.strip()[:LONGEST], words.next_step.strip()[:LONGEST]
    entry = Entry(
        seq=last.seq + 1 if last else 1, at=max(at, last.at) if last else at, deed=deed, actor=actor, subject=subject,
        module=module, client_key=client_key, previous=last.hash if last else BEGINNING, conflict=words.conflict,
        texts_hash=commitment(salt, message, next_step), **facts,
    )
    entry = entry.sealed(installation_key(session))
    words_kept = {"salt": salt, "message": message, "next_step": next_step}
    book_store.append(session, dataclasses.asdict(entry), words_kept)
    return entry


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    first_of_next = dt.date(day.year + year + (month == 11), (month + 1) % 12 + 1, 1)
    last = first_of_next - dt.timedelta(days=1)
    return dt.date(last.year, last.month, min(day.day, last.day))
