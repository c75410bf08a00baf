"""What publishing freezes. A release of a module is written once, whole, and never changed; a module whose files did
not change gets none. It must never mix an old state with a new one: the caller's one transaction holds everything.
"""

import dataclasses
import datetime as dt
import pathlib

from sqlalchemy.orm import Session

from training.core.language import N_
from training.core.refusal import Refusal
from training.curriculum import releases_store as store
from training.curriculum.check_ids import Ids, ids_of
from training.curriculum.course import Course, Module
from training.curriculum.freezing import freeze_module, module_hash
from training.curriculum.page import scope_of
from training.curriculum.release_hash import canonical_text, content_hash
from training.curriculum.render import render_text
from training.curriculum.shared import Shared


class NothingPublished(Refusal):
    """There is no course of this name to write back."""

    status = 404
    sentence = N_("Belum ada kursus terbit bernama “%(course)s”.")


class FolderNotEmpty(Refusal):
    """Writing a course back would mix it with files that are there."""

    sentence = N_("Folder “%(folder)s” sudah berisi. Pilih folder baru atau kosong.")


@dataclasses.dataclass(frozen=True)
class Published:
    """A module after publishing: its current release `number` and `content_hash`, and whether it `is_new` now."""

    course: str
    module: str
    number: int
    content_hash: str
    is_new: bool


def published_ids(session: Session, courses: list[str]) -> dict[str, Ids]:
    """The ids of all releases by "course/module", for the check that none ever changes its meaning."""
    known = {}
    for course in courses:
        for row in store.ids_ever(session, course):
            earlier, ids = known.get(f"{course}/{row.slug}", Ids()), row.ids or {}
            known[f"{course}/{row.slug}"] = Ids(ids, {**earlier.retired, **earlier.current})
    return known


def publish(session: Session, course: Course, shared: Shared, *, actor_id: int | None = None,
            at: dt.datetime) -> list[Published]:
    """Publish a checked course: a release of each module whose content changed, and the course's own page when that
    changed. Publishing the same again changes nothing."""
    before = store.current_releases(session, course.id)
    result = []
    for position, module in enumerate(course.modules, 1):
        fingerprint = module_hash(module)
        present = before.get(module.id)
        if present is not None and present.content_hash == fingerprint:
            store.place_module(session, present.of, position)
            result.append(Published(course.id, module.id, present.number, fingerprint, False))
        else:
            number = _release(session, course, module, shared, position, present, actor_id, at)
            result.append(Published(course.id, module.id, number, fingerprint, True))
    store.withdraw_others(session, course.id, [module.id for module in course.modules])
    _publish_page(session, course, shared, at)
    return result


def _release(session, course, module: Module, shared, position, present, actor_id, at) -> int:
    module_id = store.hold_module(session, course.id, module.id, position)
    store.place_module(session, module_id, position)
    frozen = freeze_module(course, module, shared)
    frozen.outline["ids"] = ids_of(module)
    store.add_release(session, module_id, frozen, {
        "change": module.change if present is not None else "first", "author": module.author or course.author,
        "reviewer": module.reviewer or course.reviewer, "published_at": at, "published_by_id": actor_id,
    })
    return present.number + 1 if present is not None else 1


def _publish_page(session, course: Course, shared, at) -> None:
    source = _page_source(course)
    fingerprint, last = content_hash(source), store.latest_course(session, course.id)
    if last is not None and last.content_hash == fingerprint:
        return
    scope = scope_of(course, None, shared.glossary, shared.sources)
    store.add_course(session, {
        "course": course.id, "number": last.number + 1 if last is not None else 1, "content_hash": fingerprint,
        "position": course.order, "motif": course.motif, "source": source,
        "module_order": [module.id for module in course.modules], "author": course.author,
        "reviewer": course.reviewer, "published_at": at,
        "texts": {
            language: {"title": text.title, "summary": text.summary, "html": render_text(text.body, language, scope)}
            for language, text in course.texts.items()
        },
    })


def _page_source(course: Course) -> dict[str, str]:
    return {file.path: canonical_text(file.text) for file in course.files}


def imprint(session: Session, course: str) -> str:
    """A fingerprint of what is current in a course, its page and all its modules; empty when nothing is published."""
    page, modules = store.latest_course(session, course), store.current_numbers(session, course)
    if page is None and not modules:
        return ""
    return content_hash({"": str(page and page.number), **{slug: str(number) for slug, number in modules.items()}})


def differing(session: Session, course: Course) -> list[str]:
    """The modules whose content is not what is published, on either side; the course's own id stands for its page."""
    here = {module.id: module_hash(module) for module in course.modules}
    there = {slug: row.content_hash for slug, row in store.current_releases(session, course.id).items()}
    page = store.latest_course(session, course.id)
    here[course.id], there[course.id] = content_hash(_page_source(course)), page and page.content_hash
    return sorted(name for name in {*here, *there} if here.get(name) != there.get(name))


def by_a_person(session: Session, course: str) -> bool:
    """Whether a module's current release was published by somebody who was signed in."""
    return any(row.published_by_id is not None for row in store.current_releases(session, course).values())


def export(session: Session, course: str, folder: pathlib.Path) -> int:
    """Write the published course back as a folder and return the number of files. Publishing that folder again
    changes nothing. Refuses NothingPublished and FolderNotEmpty."""
    page = store.latest_course(session, course)
    if page is None:
        raise NothingPublished(course=course)
    files = {path: text.encode() for path, text in page.source.items()}
    for slug, release in store.current_releases(session, course).items():
        files |= {path: text.encode() for path, text in release.source.items()}
        files |= {f"{slug}/{asset.path}": asset.data for asset in store.assets_of(session, release.id)}
    return write_out(files, folder)


def write_out(files: dict[str, bytes], folder: pathlib.Path) -> int:
    """Write `files` (path inside → bytes) into the empty or new `folder`; how many. Refuses FolderNotEmpty."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(folder=folder)
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return len(files)
