"""A practice task done away from the screen, told by the learner. It counts as practice, never as a level."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.permissions import TAKE_COURSES, insist
from training.practice import records_store as store

COMPANY = {
    "peers": N_("dengan rekan belajar"), "mentor": N_("dengan mentor atau supervisor"),
    "group": N_("di dalam kelompok"), "alone": N_("sendiri"),
}
LONGEST = 600


class NotYetHappened(NotUnderstood):
    sentence = N_("Tanggal latihan belum tiba. Isi dengan hari ini atau sebelumnya.")


class UnknownCompany(NotUnderstood):
    sentence = N_("Pilih dulu: latihan ini dilakukan dengan siapa.")


@dataclasses.dataclass(frozen=True)
class PracticeRecord:
    """“I did this task”, as its owner wrote it down."""

    id: int
    task: str
    release_id: int
    company: str
    done_on: dt.date
    note: str
    recorded_at: dt.datetime

    @property
    def with_whom(self) -> str:
        """With whom, as a message to translate."""
        return COMPANY[self.company]


def record_practice(
    session: Session, actor: Person, module_id: int, task: str, *, release_id: int, company: str,
    done_on: dt.date | None, note: str, client_key: str, at: dt.datetime,
) -> None:
    """Note that the actor did a practice task. Refuses no day, one to come (on her own calendar) and unknown company;
    the same key is noted once."""
    insist(actor, TAKE_COURSES)
    if company not in COMPANY:
        raise UnknownCompany()
    if done_on is None or done_on > local_day(at, actor.zone):
        raise NotYetHappened()
    store.put(
        session, person_id=actor.id, module_id=module_id, release_id=release_id, task=task,
        company=company, done_on=done_on, note=note[:LONGEST], recorded_at=at, client_key=client_key,
    )


def records_of(session: Session, person_id: int, module_id: int) -> tuple[PracticeRecord, ...]:
    """What this person practised in a module, oldest first."""
    return tuple(
        PracticeRecord(row.id, row.task, row.release_id, row.company, row.done_on, row.note, row.recorded_at)
        for row in store.rows_of(session, person_id, module_id)
    )
