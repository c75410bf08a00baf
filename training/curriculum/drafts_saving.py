"""How is a draft saved? A save that comes too late changes nothing and loses nothing: both texts are kept, and the
author sees them side by side."""

import dataclasses
import datetime as dt
import re

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import people_by_id
from training.core.language import N_
from training.core.refusal import NotFound, NotUnderstood
from training.curriculum import drafts_store as store
from training.curriculum.drafts import Draft, File, held, held_module, names_of, present_name
from training.curriculum.release_hash import canonical_text
from training.permissions import WRITE_DRAFTS, insist

FILE_NAME = re.compile(r"(?:\d{1,3}-[a-z0-9]+(?:-[a-z0-9]+)*|module|quiz|practice)\.(?:id|en)\.md")
COURSE_PAGE = ("course.id.md", "course.en.md")
LONGEST = 60_000


class TextTooLong(NotUnderstood):
    sentence = N_("Berkas ini terlalu panjang: %(length)d huruf, paling banyak %(most)d. Bagi menjadi dua pelajaran.")


@dataclasses.dataclass(frozen=True)
class Saved:
    """`version` now in place; when somebody else had saved in between, `aside` is the save that keeps the typed
    text and nothing else changed (the draft moved on)."""

    version: int
    aside: int | None = None


def save(session: Session, actor: Person, draft_id: int, name: str, text: str, *, seen: int, client_key: str,
         at: dt.datetime) -> Saved:
    """Save `text` as the file `name`. `seen` is the version the author had before her, `client_key` the one of her
    form: its own earlier saves never stand in her way, and the same text sent again changes nothing. Refuses a
    published draft and a text that is too long."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    if len(text) > LONGEST:
        raise TextTooLong(length=len(text), most=LONGEST)
    name = present_name(mine, name)
    file, text = mine.files.get(name), canonical_text(text)
    if file is None or not (FILE_NAME.fullmatch(name) or name in COURSE_PAGE):
        raise NotFound()
    if text == file.text:
        return Saved(file.version)
    who = {"person_id": actor.id, "client_key": client_key, "at": at}
    if not _may_replace(session, draft_id, file, seen, actor.id, client_key):
        return Saved(file.version, store.keep_aside(session, draft_id, name, text, **who))
    store.write(session, draft_id, name, text, file.version + 1, **who)
    return Saved(file.version + 1)


def _may_replace(session, draft_id, file: File, seen, person_id, client_key) -> bool:
    """Whether nobody but this very form saved since the version that was seen."""
    if seen > file.version:
        return False
    return all(one.saved_by_id == person_id and one.client_key == client_key
               for one in store.saved_after(session, draft_id, file.name, seen))


def restore(session: Session, actor: Person, draft_id: int, save_id: int, *, client_key: str, at: dt.datetime) -> str:
    """Put an earlier text in its place again, as a new save; the file's name."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    earlier = store.save_by_id(session, draft_id, save_id)
    if earlier is None or earlier.text is None:
        raise NotFound()
    file = mine.files[present_name(mine, earlier.path)]
    if earlier.text != file.text:
        store.write(session, draft_id, file.name, earlier.text, file.version + 1, person_id=actor.id,
                    client_key=client_key, at=at)
    return file.name


def remove(session: Session, actor: Person, draft_id: int, name: str, *, client_key: str, at: dt.datetime) -> None:
    """Take a file out of the draft. Its texts stay in the history, from where it can be brought back."""
    insist(actor, WRITE_DRAFTS)
    file = held_module(session, draft_id).files.get(name)
    if file is None:
        raise NotFound()
    if file.text is not None:
        store.write(session, draft_id, name, None, file.version + 1, person_id=actor.id, client_key=client_key, at=at)


def history(session: Session, mine: Draft, name: str) -> list[tuple]:
    """`(save, person)` for the saves of one file, newest first, under every name it has had; a save without a version
    was kept aside."""
    found = store.history(session, mine.id, names_of(mine, name))
    who = people_by_id(session, {row.saved_by_id for row in found})
    return [(row, who.get(row.saved_by_id)) for row in found]


def kept_aside(session: Session, draft_id: int, save_id: int) -> tuple | None:
    """`(save, person)` of a text that was kept aside, or None."""
    row = store.save_by_id(session, draft_id, save_id)
    is_aside = row is not None and row.version is None
    return (row, people_by_id(session, {row.saved_by_id}).get(row.saved_by_id)) if is_aside else None


def left_aside(session: Session, actor: Person, mine: Draft, name: str) -> int | None:
    """The id of the actor's last text of this file when it was kept aside, so that she hears of it again; else None."""
    last = store.last_save_of(session, mine.id, names_of(mine, name), actor.id)
    return last.id if last is not None and last.version is None else None
