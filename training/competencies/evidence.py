"""Everything that speaks for a competency, gathered from where it was kept, each piece with its date and release.

Only observations carry a level. A passed quiz is knowledge and is labelled so; it never turns into a level here.
"""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.competencies import store
from training.competencies.status import Status, status
from training.core.language import N_
from training.curriculum import catalogue_store as catalogue
from training.framework.framework import Competency, Framework
from training.practice.observations import Observation, observations_of
from training.practice.records import COMPANY
from training.signoffs import book
from training.signoffs.entry import CERTIFYING
from training.signoffs.standing import WORDS, Standing
from training.signoffs.steps import standings

KNOWLEDGE, PRACTICE, REFLECTION, SIGN_OFF = "knowledge", "practice", "reflection", "signoff"
LABELS = {
    KNOWLEDGE: N_("Pengetahuan (kuis)"), PRACTICE: N_("Latihan yang dicatat sendiri"),
    REFLECTION: N_("Refleksi yang dibagikan"), SIGN_OFF: N_("Modul"),
}


@dataclasses.dataclass(frozen=True)
class Piece:
    """One piece of evidence out of a module. `kind` is a key of LABELS; `titles` and `task` by language; `day` a date,
    or a time in UTC; `words` a message to translate; `by` who signed it; `request_id` the request it answered."""

    kind: str
    course: str
    module: str
    titles: dict
    release: int
    day: dt.date | dt.datetime
    task: dict = dataclasses.field(default_factory=dict)
    words: str = ""
    by: str = ""
    expires_on: dt.date | None = None
    request_id: int | None = None


@dataclasses.dataclass(frozen=True)
class Evidence:
    """A competency with where she stands, what was seen (latest first), and what else speaks for it."""

    competency: Competency
    status: Status
    seen: tuple[Observation, ...]
    signed: tuple[Piece, ...] = ()
    knowledge: tuple[Piece, ...] = ()
    practised: tuple[Piece, ...] = ()


def gather(session: Session, person: Person, framework: Framework, *, at: dt.datetime) -> dict[str, Evidence]:
    """Competency code → its evidence, for every competency of the framework. A fixed number of statements
    once the releases are in memory."""
    seen = observations_of(session, person.id, settings=framework.settings)
    names = store.module_names(session)
    pieces = [
        *_signed(session, names, person, at), *_knowledge(session, names, person.id),
        *_practised(session, names, person.id), *_shared(session, names, person.id),
    ]
    found = {}
    for competency in framework.competencies:
        observed = tuple(one for one in seen if one.competency == competency.code)
        mapped = [piece for codes, piece in pieces if competency.code in codes]
        mapped.sort(key=lambda piece: _day(piece.day), reverse=True)
        found[competency.code] = Evidence(
            competency, status(competency, observed, framework.settings), observed,
            tuple(one for one in mapped if one.kind == SIGN_OFF),
            tuple(one for one in mapped if one.kind == KNOWLEDGE),
            tuple(one for one in mapped if one.kind in (PRACTICE, REFLECTION)),
        )
    return found


def _day(day: dt.date | dt.datetime) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _piece(session, names, kind, module_id, release_id, day, **more):
    """The competencies a release is mapped to, and the piece."""
    release, (course, slug) = catalogue.release(session, release_id), names[module_id]
    titles = {language: texts["title"] for language, texts in release.texts.items()}
    return release.competencies, Piece(kind, course, slug, titles, release.number, day, **more)


def _signed(session, names, person, at):
    decided = [one for one in book.decisions_of(session, person.id) if one.entry.deed in CERTIFYING]
    where = standings(session, person, {one.entry.module_id for one in decided}, at=at)
    for one in decided:
        entry = one.entry
        yield _piece(
            session, names, SIGN_OFF, entry.module_id, entry.release_id, entry.at, by=one.actor_name,
            words=_words(where[entry.module_id], entry.seq), expires_on=entry.expires_on, request_id=entry.request_id,
        )


def _words(now: Standing, seq: int) -> str:
    """How a sign-off stands today: the one in force or the last one as the module does, an older one replaced."""
    if now.certificate is not None and now.certificate.seq != seq:
        return N_("sudah diperbarui")
    return WORDS[now.state]


def _knowledge(session, names, person_id):
    for row in store.passes(session, person_id):
        yield _piece(session, names, KNOWLEDGE, row.module_id, row.release_id, row.at)


def _practised(session, names, person_id):
    for row in store.practised(session, person_id):
        yield _piece(session, names, PRACTICE, row.module_id, row.release_id, row.done_on,
                     task=_task(session, row.release_id, row.task), words=COMPANY[row.company])


def _shared(session, names, person_id):
    for row in store.shared(session, person_id):
        yield _piece(session, names, REFLECTION, row.module_id, row.release_id, row.at,
                     task=_task(session, row.release_id, row.prompt))


def _task(session, release_id, task_id) -> dict:
    task = catalogue.release(session, release_id).task(task_id)
    return {language: texts["title"] for language, texts in task.texts.items()} if task else {}
