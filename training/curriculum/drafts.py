"""What is a draft? A working copy of one module, or of a course's own page, with everything that was said about
it. Its state is read from what happened to it, never from a flag."""

import dataclasses
import datetime as dt
import hashlib
import json
import re

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.accounts.store import people_by_id
from training.core.language import N_
from training.core.refusal import NotFound, Refusal
from training.curriculum import drafts_store as store
from training.curriculum.files import LESSON_FILE
from training.curriculum.release_hash import canonical_text

WRITING, IN_REVIEW, APPROVED, PUBLISHED, PUT_AWAY = "writing", "in_review", "approved", "published", "put_away"


class DraftIsPublished(Refusal):
    """What was published stands in the draft as it was; more work begins a new draft."""

    sentence = N_("Naskah ini sudah terbit. Buka modulnya lagi untuk menulis naskah berikutnya.")


class DraftIsPutAway(Refusal):
    """Nothing of it is lost; whoever wrote in it takes it up again first."""

    sentence = N_("Naskah ini sedang disisihkan. Ambil kembali dulu untuk melanjutkannya.")


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
    """What `person` said about the draft as it was under `fingerprint`: asked, approved, changes, put_away or
    reopened."""

    person: Person | None
    verdict: str
    note: str
    fingerprint: str
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Publication:
    """Which release a draft became, by whom and when (UTC); `release_id` is None for a course's own page, `person` once
    erased."""

    release_id: int | None
    person: Person | None
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Draft:
    """A working copy, with everything that was said about it. `module` is "" for the course's own page; `assets` are
    path → SHA-256; `base_id` is the release (of the module or of the course) it is held against."""

    id: int
    course: str
    module: str
    title: str
    base_id: int | None
    created_by: Person | None
    created_at: dt.datetime
    files: dict[str, File]
    assets: dict[str, str]
    written_by: frozenset[int]
    words: tuple[Word, ...] = ()
    publication: Publication | None = None

    @property
    def is_course_page(self) -> bool:
        """Whether it is a course's own page, not a module."""
        return not self.module

    @property
    def texts(self) -> dict[str, str]:
        """Name → text of the files that are there, in reading order."""
        return {name: self.files[name].text for name in sorted(self.files, key=_in_order)
                if self.files[name].text is not None}

    @property
    def saved_at(self) -> dt.datetime:
        """When a text of it was saved last; when it was begun, as long as none was."""
        return max((file.saved_at for file in self.files.values()), default=self.created_at)

    @property
    def fingerprint(self) -> str:
        """Changes with any text, any picture, and the release the draft is held against."""
        whole = [{name: canonical_text(text) for name, text in self.texts.items()}, self.assets, self.base_id]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    @property
    def last_word(self) -> Word | None:
        """The latest word about it, or None."""
        return self.words[-1] if self.words else None

    @property
    def state(self) -> str:
        """writing, in_review (until an answer comes, also while it is written on), approved, published or put_away."""
        if self.publication:
            return PUBLISHED
        last = self.last_word.verdict if self.last_word else ""
        if last in ("asked", "put_away"):
            return IN_REVIEW if last == "asked" else PUT_AWAY
        return APPROVED if self.is_approved else WRITING

    @property
    def is_open(self) -> bool:
        """Whether it may be written on."""
        return self.state not in (PUBLISHED, PUT_AWAY)

    @property
    def is_approved(self) -> bool:
        """Whether somebody who did not write it approved exactly what stands there now."""
        return self.approval is not None

    @property
    def approval(self) -> Word | None:
        """The word by which somebody who did not write it approved exactly what stands there now, or None."""
        last = self.last_word
        stands = last and last.verdict == "approved" and last.fingerprint == self.fingerprint
        return last if stands and last.person and last.person.id not in self.written_by else None


def draft(session: Session, draft_id: int) -> Draft | None:
    """The draft with this id, or None."""
    return next(iter(_drafts(session, store.rows(session, draft_id))), None)


def drafts(session: Session) -> list[Draft]:
    """Every draft, newest first."""
    return _drafts(session, store.rows(session))


def held(session: Session, draft_id: int) -> Draft:
    """The draft, held for writing. Refuses an unknown, a published and a put-away one."""
    mine = held_unpublished(session, draft_id)
    if mine.state == PUT_AWAY:
        raise DraftIsPutAway()
    return mine


def held_module(session: Session, draft_id: int) -> Draft:
    """The same for what only a module has: lessons, questions, pictures. A course's own page is NotFound."""
    mine = held(session, draft_id)
    if mine.is_course_page:
        raise NotFound()
    return mine


def held_unpublished(session: Session, draft_id: int) -> Draft:
    """The same for a draft that may also be put away."""
    store.hold(session, draft_id)
    mine = draft(session, draft_id)
    if mine is None:
        raise NotFound()
    if mine.publication:
        raise DraftIsPublished()
    return mine


def names_of(mine: Draft, name: str) -> list[str]:
    """All names a file has had in the draft; a lesson is renamed when it moves to another place."""
    found = LESSON_FILE.fullmatch(name)
    if not found:
        return [name]
    same = re.compile(rf"\d{{1,3}}-{re.escape(found[2])}\.{found[3]}\.md")
    return list(dict.fromkeys([name, *filter(same.fullmatch, mine.files)]))


def present_name(mine: Draft, name: str) -> str:
    """What a file is called now, by any name it has had; `name` itself when it is there, or nowhere."""
    if name in mine.texts:
        return name
    return next((other for other in names_of(mine, name) if other in mine.texts), name)


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
        row.id, row.course, row.module, row.title, row.base_release_id or row.base_course_release_id,
        who.get(row.created_by_id), row.created_at,
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
    others = {"course": 0, "module": 0, "quiz": 1000, "practice": 1001}
    number = int(stem.partition("-")[0]) if stem[0].isdigit() else others[stem]
    return number, stem, language != "id"
