"""When is a certificate made, and what does its holder decide about it? A certificate is made with its entry in the
ledger or not at all; sign-offs are only read."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.core.language import N_
from training.core.refusal import NotFound, NotUnderstood
from training.credentials import store
from training.credentials.code import new_code, read_code
from training.credentials.credential import INITIALS, NAME_CHOICES, CertifiedModule, Credential
from training.curriculum import catalogue_store as catalogue
from training.curriculum.outline import PublishedModule
from training.permissions import OWN_WORK, insist
from training.signoffs import book
from training.signoffs.entry import AWARDED, Entry, digest
from training.signoffs.ledger import append_all, hold_the_pen
from training.signoffs.standing import CERTIFIED
from training.signoffs.steps import standings


class UnknownChoice(NotUnderstood):
    sentence = N_("Pilih dulu bagian nama yang boleh ditampilkan.")


def award_if_complete(session: Session, person_id: int, course: str, *, at: dt.datetime) -> Credential | None:
    """The certificate of this person for this course when every module of it stands certified at `at`, made now if
    this set of sign-offs has none yet; else None. A renewed sign-off makes a new certificate and keeps the old one.
    It is valid as long as the first of its modules is: it never promises more than what stands behind it."""
    person, page = person_by_id(session, person_id), catalogue.published_course(session, course)
    if person is None or page is None or not page.modules:
        return None
    where = standings(session, person, [one.id for one in page.modules], at=at)
    if any(where[one.id].state != CERTIFIED for one in page.modules):
        return None
    modules = [_certified(session, one, where[one.id].certificate) for one in page.modules]
    key = digest([course, sorted(one.seq for one in modules)])
    hold_the_pen(session, None)
    made = store.by_key(session, person_id, key)
    if made is not None:
        return made
    facts = {
        "code": new_code(), "course": course, "motif": page.motif, "awarded_at": at,
        "titles": {language: texts["title"] for language, texts in page.texts.items()},
        "expires_on": min((one.expires_on for one in modules if one.expires_on), default=None),
        "entries": [store.as_data(one) for one in modules],
    }
    entry = _enter(session, person_id, facts, modules, key, at)
    store.put(session, person_id=person_id, name_shown=INITIALS, client_key=key,
              witness={"seq": entry.seq, "hash": entry.hash, "signature": entry.signature}, **facts)
    return store.by_key(session, person_id, key)


def _enter(session, person_id, facts, modules, key, at) -> Entry:
    """The certificate's own entry: it names those it rests on and what it renews, and commits to the rest."""
    subject = book.name_in_ledger(session, person_id)
    before = [one.seq for one in book.entries_about(session, [subject])[subject]
              if (one.deed, one.module) == (AWARDED, facts["course"])]
    return append_all(session, [{
        "deed": AWARDED, "subject": subject, "module": facts["course"], "expires_on": facts["expires_on"],
        "about": " ".join(str(one.seq) for one in modules), "earlier": before[-1] if before else None,
        "evidence_hash": fingerprint(facts), "client_key": key,
    }], at=at)[0]


def fingerprint(facts: dict) -> str:
    """The hash of what a certificate says: its code, course, titles, day, validity and modules."""
    said = {name: facts[name] for name in ("code", "course", "motif", "titles", "expires_on", "entries")}
    return digest({**said, "awarded_at": facts["awarded_at"].astimezone(dt.UTC).isoformat()})


def _certified(session: Session, module: PublishedModule, entry: Entry) -> CertifiedModule:
    release = catalogue.release(session, entry.release_id) or module.release
    titles = {language: texts["title"] for language, texts in release.texts.items()}
    return CertifiedModule(
        entry.seq, module.slug, titles, release.number, entry.release_hash, entry.at, entry.expires_on,
    )


def credentials_of(session: Session, person_id: int) -> list[Credential]:
    """A person's certificates, latest first; old ones stay."""
    return store.of_person(session, person_id)


def credential_by_code(session: Session, typed: str) -> Credential | None:
    """The certificate with this code, however it was typed, or None."""
    code = read_code(typed)
    return code and store.by_code(session, code)


def choose_name(session: Session, actor: Person, code: str, choice: str) -> Credential:
    """Let the holder decide how much of her name others see. Refuses an unknown choice; to anybody but the holder
    the certificate does not exist."""
    insist(actor, OWN_WORK)
    credential = credential_by_code(session, code)
    if credential is None or credential.person_id != actor.id:
        raise NotFound()
    if choice not in NAME_CHOICES:
        raise UnknownChoice()
    store.choose_name(session, credential.id, choice)
    return store.by_code(session, credential.code)
