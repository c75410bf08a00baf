"""What is a draft, and how is it saved? A save that comes too late changes nothing and loses nothing: both texts are
kept, and the author sees them side by side. A draft's state is read from what happened to it, never from a flag."""

import dataclasses
import datetime as dt
import hashlib
import json
import re

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import people, people_where
from training.core.language import N_
from training.core.refusal import NotFound, NotUnderstood, Refusal
from training.curriculum import drafts_store as store
from training.curriculum.release_hash import canonical_text
from training.permissions import WRITE_DRAFTS, insist

WRITING, IN_REVIEW, APPROVED, PUBLISHED = "writing", "in_review", "approved", "published"
LESSON_NAME = re.compile(r"(\d{1,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.(id|en)\.md")
FILE_NAME = re.compile(r"(?:\d{1,3}-[a-z0-9]+(?:-[a-z0-9]+)*|module|quiz|practice)\.(?:id|en)\.md")
LONGEST = 60_000


class DraftIsPublished(Refusal):
    """What was published stands in the draft as it was; more work begins a new draft."""

    sentence = N_("Naskah ini sudah terbit. Buka modulnya lagi untuk menulis naskah berikutnya.")


class TextTooLong(NotUnderstood):
    sentence = N_("Berkas ini terlalu panjang: %(length)d huruf, paling banyak %(most)d. Bagi menjadi dua pelajaran.")


@dataclasses.dataclass(frozen=True)
class File:
    """A file as it stands; `text` is None once it was removed."""

    name: str
    text: str | None
    version: int
    saved_at: dt.datetime
    saved_by: Person | None


@dataclasses.dataclass(frozen=True)
class Word:
    """What `person` said about the draft as it was under `fingerprint`: asked, approved or changes."""

    person: Person | None
    verdict: str
    note: str
    fingerprint: str
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Publication:
    release_id: int
    person: Person | None
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Draft:
    """A working copy of one module, with everything that was said about it. `assets` are path → SHA-256."""

    id: int
    course: str
    module: str
    title: str
    base_release_id: int | None
    created_by: Person | None
    created_at: dt.datetime
    files: dict[str, File]
    assets: dict[str, str]
    written_by: frozenset[int]
    words: tuple[Word, ...] = ()
    publication: Publication | None = None

    @property
    def texts(self) -> dict[str, str]:
        """Name → text of the files that are there, in reading order."""
        return {name: self.files[name].text for name in sorted(self.files, key=_in_order)
                if self.files[name].text is not None}

    @property
    def saved_at(self) -> dt.datetime:
        return max((file.saved_at for file in self.files.values()), default=self.created_at)

    @property
    def fingerprint(self) -> str:
        """Changes with any text, any picture, and the release the draft is held against."""
        whole = [{name: canonical_text(text) for name, text in self.texts.items()}, self.assets, self.base_release_id]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    @property
    def last_word(self) -> Word | None:
        return self.words[-1] if self.words else None

    @property
    def state(self) -> str:
        """writing, in_review (until an answer comes, also while it is written on), approved, or published."""
        if self.publication:
            return PUBLISHED
        if self.last_word is None or self.last_word.verdict == "changes":
            return WRITING
        if self.last_word.verdict == "asked":
            return IN_REVIEW
        return APPROVED if self.is_approved else WRITING

    @property
    def is_approved(self) -> bool:
        """Whether somebody who did not write it approved exactly what stands there now."""
        return self.approval is not None

    @property
    def approval(self) -> Word | None:
        last = self.last_word
        stands = last and last.verdict == "approved" and last.fingerprint == self.fingerprint
        return last if stands and last.person and last.person.id not in self.written_by else None


@dataclasses.dataclass(frozen=True)
class Saved:
    """`version` now in place; when somebody else had saved in between, `aside` is the save that keeps the typed
    text and nothing else changed (the draft moved on)."""

    version: int
    aside: int | None = None


def draft(session: Session, draft_id: int) -> Draft | None:
    """The draft with this id, or None."""
    return next(iter(_drafts(session, store.rows(session, draft_id))), None)


def drafts(session: Session) -> list[Draft]:
    """Every draft, newest first."""
    return _drafts(session, store.rows(session))


def save(session: Session, actor: Person, draft_id: int, name: str, text: str, *, seen: int, client_key: str,
         at: dt.datetime) -> Saved:
    """Save `text` as the file `name`. `seen` is the version the author had before her, `client_key` the one of her
    form: its own earlier saves never stand in her way, and the same text sent again changes nothing. Refuses a
    published draft and a text that is too long."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    if len(text) > LONGEST:
        raise TextTooLong(length=len(text), most=LONGEST)
    file, text = mine.files.get(name), canonical_text(text)
    if file is None or not FILE_NAME.fullmatch(name):
        raise NotFound()
    if text == file.text:
        return Saved(file.version)
    who = {"person_id": actor.id, "client_key": client_key, "at": at}
    if not _may_replace(session, draft_id, file, seen, actor.id, client_key):
        return Saved(file.version, store.keep_aside(session, draft_id, name, text, **who))
    store.write(session, draft_id, name, text, file.version + 1, **who)
    return Saved(file.version + 1)


def restore(session: Session, actor: Person, draft_id: int, save_id: int, *, client_key: str, at: dt.datetime) -> str:
    """Put an earlier text in its place again, as a new save; the file's name."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    earlier = store.save_by_id(session, draft_id, save_id)
    if earlier is None or earlier.text is None:
        raise NotFound()
    file = mine.files[earlier.path]
    if earlier.text != file.text:
        store.write(session, draft_id, file.name, earlier.text, file.version + 1, person_id=actor.id,
                    client_key=client_key, at=at)
    return file.name


def remove(session: Session, actor: Person, draft_id: int, name: str, *, client_key: str, at: dt.datetime) -> None:
    """Take a file out of the draft. Its texts stay in the history, from where it can be brought back."""
    insist(actor, WRITE_DRAFTS)
    file = held(session, draft_id).files.get(name)
    if file is None:
        raise NotFound()
    if file.text is not None:
        store.write(session, draft_id, name, None, file.version + 1, person_id=actor.id, client_key=client_key, at=at)


def held(session: Session, draft_id: int) -> Draft:
    """The draft, held for writing. Refuses an unknown and a published one."""
    store.hold(session, draft_id)
    mine = draft(session, draft_id)
    if mine is None:
        raise NotFound()
    if mine.publication:
        raise DraftIsPublished()
    return mine


def history(session: Session, draft_id: int, name: str) -> list[tuple]:
    """`(save, person)` for the saves of one file, newest first; a save without a version was kept aside."""
    found = store.history(session, draft_id, name)
    who = people_by_id(session, {row.saved_by_id for row in found})
    return [(row, who.get(row.saved_by_id)) for row in found]


def one_save(session: Session, draft_id: int, save_id: int) -> tuple | None:
    """`(save, person)`, or None."""
    row = store.save_by_id(session, draft_id, save_id)
    return row and (row, people_by_id(session, {row.saved_by_id}).get(row.saved_by_id))


def people_by_id(session: Session, ids) -> dict[int, Person]:
    return {one.id: one for one in people_where(session, people.c.id.in_(tuple(ids)))}


def _may_replace(session, draft_id, file: File, seen, person_id, client_key) -> bool:
    """Whether nobody but this very form saved since the version that was seen."""
    if seen > file.version:
        return False
    return all(one.saved_by_id == person_id and one.client_key == client_key
               for one in store.saved_after(session, draft_id, file.name, seen))


def _drafts(session, found) -> list[Draft]:
    ids = [row.id for row in found]
    by_table = {table: store.of_drafts(session, table, ids)
                for table in (store.files, store.assets, store.reviews, store.publications)}
    wrote = store.savers(session, ids)
    involved = {row.created_by_id for row in found} | {one for ids in wrote.values() for one in ids}
    involved |= {one.person_id for table in (store.reviews, store.publications)
                 for rows in by_table[table].values() for one in rows}
    who = people_by_id(session, involved)
    return [_draft(row, {table: rows.get(row.id, []) for table, rows in by_table.items()},
                   frozenset({row.created_by_id} | wrote.get(row.id, set())), who) for row in found]


def _draft(row, rows, written_by, who) -> Draft:
    published = next(iter(rows[store.publications]), None)
    return Draft(
        row.id, row.course, row.module, row.title, row.base_release_id, who.get(row.created_by_id), row.created_at,
        {one.path: File(one.path, one.text, one.version, one.saved_at, who.get(one.saved_by_id))
         for one in rows[store.files]},
        {one.path: one.sha256 for one in rows[store.assets]}, written_by,
        tuple(Word(who.get(one.person_id), one.verdict, one.note, one.fingerprint, one.at)
              for one in rows[store.reviews]),
        published and Publication(published.release_id, who.get(published.person_id), published.at),
    )


def _in_order(name: str) -> tuple:
    """Module first, lessons in reading order, then quiz and practice; Indonesian before English."""
    stem, language, _ = name.rsplit(".", 2)
    number = int(stem.partition("-")[0]) if stem[0].isdigit() else {"module": 0, "quiz": 1000, "practice": 1001}[stem]
    return number, stem, language != "id"
