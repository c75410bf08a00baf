"""What a learner writes for herself, and what of it she chooses to show. A private text never leaves its owner: only
a shared copy can be read by somebody else, and she may take it back as long as no request holds it."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import person_by_id
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.curriculum.progress import LearnersModule, learners_module_from
from training.permissions import TAKE_COURSES, insist
from training.practice import lesson_store
from training.practice import reflections_store as store
from training.supervision.store import supervisor_ids

LONGEST = 20_000


class NothingWritten(NotUnderstood):
    sentence = N_("Belum ada tulisan untuk dibagikan. Tulis dulu beberapa kalimat, lalu bagikan.")


@dataclasses.dataclass(frozen=True)
class Share:
    """A reflection as it was shared."""

    id: int
    prompt: str
    release_id: int
    text: str
    shared_at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Reflection:
    """The owner's own view: her text, and what of it others may read now (None: nothing)."""

    prompt: str
    text: str
    saved_at: dt.datetime | None = None
    share: Share | None = None

    @property
    def has_unshared_changes(self) -> bool:
        """Whether the text was written on since it was shared."""
        return self.share is not None and self.share.text != self.text


def write(
    session: Session, actor: Person, module_id: int, prompt: str, text: str, *, release_id: int, at: dt.datetime,
) -> None:
    """Keep `text` as the actor's private answer to a prompt. The last one written stands; a repeat changes nothing."""
    insist(actor, TAKE_COURSES)
    store.keep_text(
        session, actor.id, module_id, prompt, release_id=release_id, text=text[:LONGEST], saved_at=at,
    )


def share(
    session: Session, actor: Person, module_id: int, prompt: str, *, release_id: int, client_key: str, at: dt.datetime,
) -> Share | None:
    """Show the supervisors the text as it is now. Refuses an empty one; the same key shares once, and so does the
    same text."""
    insist(actor, TAKE_COURSES)
    own = reflections_of(session, actor.id, module_id).get(prompt, Reflection(prompt, ""))
    if not own.text.strip():
        raise NothingWritten()
    if own.share is None or own.has_unshared_changes:
        store.put_share(
            session, person_id=actor.id, module_id=module_id, prompt=prompt,
            release_id=release_id, text=own.text, shared_at=at, client_key=client_key,
        )
    return shared(session, actor.id, module_id).get(prompt)


def take_back(session: Session, actor: Person, module_id: int, prompt: str, *, at: dt.datetime) -> None:
    """Stop showing a reflection. A request that already holds a copy keeps it: what was judged stays known."""
    insist(actor, TAKE_COURSES)
    store.take_back(session, actor.id, module_id, prompt, at)


def reflections_of(session: Session, person_id: int, module_id: int) -> dict[str, Reflection]:
    """The owner's texts of a module by prompt. For the owner only."""
    given = shared(session, person_id, module_id)
    return {
        row.prompt: Reflection(row.prompt, row.text, row.saved_at, given.get(row.prompt))
        for row in store.texts_of(session, person_id, module_id)
    }


def shared(session: Session, person_id: int, module_id: int) -> dict[str, Share]:
    """The latest shared copy of each prompt that was not taken back: all that a supervisor may read."""
    rows = store.shares_of(session, person_id, module_id)
    return {row.prompt: Share(row.id, row.prompt, row.release_id, row.text, row.shared_at) for row in rows}


def readers(session: Session, person_id: int) -> tuple[Person, ...]:
    """Who would read what this person shares: her supervisors now."""
    found = (person_by_id(session, one) for one in sorted(supervisor_ids(session, person_id)))
    return tuple(one for one in found if one and not one.disabled)


def beside_lesson(
    session: Session, person_id: int, course: str, module: str,
) -> tuple[LearnersModule, dict[str, dt.datetime], dict[str, tuple[str, dt.datetime]]] | None:
    """What a lesson page shows its reader of herself, in one statement: the module as she has it; lesson slug → when
    she read it in that release (UTC); prompt → (her own private text in this module, when it was saved). None for an
    unknown module."""
    row = lesson_store.beside_lesson(session, person_id, course, module)
    return row and (learners_module_from(session, course, module, row[0]), *row[1:])
