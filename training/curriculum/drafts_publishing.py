"""From an approved draft to a release. What is published is what was approved: only the name of who approved it and the
day are added. A release that came out meanwhile is never overwritten unseen."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.clock import local_day
from training.core.language import N_
from training.core.refusal import Refusal
from training.curriculum import (
    catalogue_store,
    drafts_counts_store,
    drafts_folder,
    drafts_store,
    releases,
    releases_store,
)
from training.curriculum.drafts import Draft, Word, held
from training.curriculum.drafts_front import value_of, with_key
from training.curriculum.release_hash import canonical_text
from training.curriculum.releases import Published
from training.curriculum.shared import Shared
from training.permissions import PUBLISH_DRAFT, WRITE_DRAFTS, insist


class ProblemsLeft(Refusal):
    sentence = N_("Masih ada yang perlu diperbaiki sebelum naskah ini bisa terbit.")


class BaseMovedOn(Refusal):
    """Another release came out since the draft was opened."""

    sentence = N_("Versi lain sudah terbit setelah naskah ini dibuka. Gabungkan dulu, lalu minta tinjauan lagi.")


def publish(session: Session, actor: Person, draft_id: int, shared: Shared, *, at: dt.datetime) -> Published:
    """Publish the course with this draft in it: a new release of its module, or of the course's own page. Refuses a
    draft that is not approved as it stands, one with errors, and one that a newer release has overtaken."""
    mine = held(session, draft_id)
    insist(actor, PUBLISH_DRAFT, mine)
    if newer(session, mine):
        raise BaseMovedOn()
    checked = drafts_folder.check(session, stamped(mine, mine.approval), shared)
    if checked.errors or checked.course is None or (checked.module is None and not mine.is_course_page):
        raise ProblemsLeft()
    done = releases.publish(session, checked.course, shared, actor_id=actor.id, at=at)
    if mine.is_course_page:
        page = releases_store.latest_course(session, mine.course)
        drafts_store.add_publication(session, draft_id=draft_id, course_release_id=page.id, person_id=actor.id, at=at)
        return Published(mine.course, "", page.number, page.content_hash, page.id != mine.base_id)
    result = next(one for one in done if one.module == mine.module)
    release = catalogue_store.find_module(session, mine.course, mine.module).current_release_id
    drafts_store.add_publication(session, draft_id=draft_id, release_id=release, person_id=actor.id, at=at)
    return result


def stamped(mine: Draft, approval: Word) -> Draft:
    """The draft with who approved it, and for a module on which day, in its first file. A fuller spelling of that name
    stays."""
    file = mine.files.get("course.id.md" if mine.is_course_page else "module.id.md")
    if file is None or file.text is None:
        return mine
    written, name = value_of(file.text, "reviewer"), approval.person.name
    text = file.text if all(word in written for word in name.split()) else with_key(file.text, "reviewer", name)
    if not mine.is_course_page:
        text = with_key(text, "reviewed_on", local_day(approval.at, approval.person.zone).isoformat())
    changed = dataclasses.replace(file, text=canonical_text(text))
    return dataclasses.replace(mine, files={**mine.files, file.name: changed})


def newer(session: Session, mine: Draft) -> int | None:
    """The id of the current release when it is not the one the draft is held against, else None."""
    if mine.is_course_page:
        page = releases_store.latest_course(session, mine.course)
        current = page and page.id
    else:
        there = catalogue_store.find_module(session, mine.course, mine.module)
        current = there and there.current_release_id
    return current if current != mine.base_id else None


def base_texts(session: Session, mine: Draft) -> dict[str, str]:
    """The files of the release the draft is held against, by name; empty for a new module."""
    if mine.is_course_page:
        return releases_store.source_of_course(session, mine.base_id)
    source = releases_store.source_of(session, mine.base_id) if mine.base_id else None
    return {path.removeprefix(f"{mine.module}/"): text for path, text in (source or {}).items()}


def past_releases(session: Session, mine: Draft) -> list:
    """The releases of the draft's module or course page, newest first: number, change, published_at, author,
    reviewer."""
    if mine.is_course_page:
        return releases_store.history_of_course(session, mine.course)
    there = catalogue_store.find_module(session, mine.course, mine.module)
    return releases_store.history(session, there.id) if there else []


def reader_count(session: Session, mine: Draft) -> int:
    """How many people began on the release the draft is held against; they finish on it."""
    if mine.is_course_page or not mine.base_id:
        return 0
    return drafts_counts_store.reader_count(session, mine.base_id)


def take_up(session: Session, actor: Person, draft_id: int, *, client_key: str, at: dt.datetime) -> list[str]:
    """Hold the draft against the newest release from now on. Files untouched here take its text;
    those changed on both sides keep the draft's and are named in the answer; the release's go into the history."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    release_id = newer(session, mine)
    if release_id is None:
        return []
    before, both, who = base_texts(session, mine), [], {"person_id": actor.id, "client_key": client_key, "at": at}
    drafts_store.set_base(session, draft_id, **{
        "base_course_release_id" if mine.is_course_page else "base_release_id": release_id})
    after = base_texts(session, held(session, draft_id))
    for name in sorted({*before, *after}):
        ours, theirs, old = mine.texts.get(name), after.get(name), before.get(name)
        if theirs in (ours, old):
            continue
        if ours == old:
            version = mine.files[name].version + 1 if name in mine.files else 1
            drafts_store.write(session, draft_id, name, theirs, version, **who)
        elif theirs is not None:
            drafts_store.keep_aside(session, draft_id, name, theirs, **who)
            both.append(name)
    for one in () if mine.is_course_page else releases_store.asset_hashes(session, release_id):
        drafts_store.refer_to_asset(session, draft_id, one.path, one.sha256, person_id=actor.id, at=at)
    return both
