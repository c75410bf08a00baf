"""How a draft begins: from the published release of a module, from a course's own page, or as a new module from
the template; and how a lesson is added to it."""

import datetime as dt
import re

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import LANGUAGES, N_
from training.core.refusal import NotFound, NotUnderstood
from training.curriculum import catalogue_store, drafts_store, releases_store
from training.curriculum.assets import is_asset, read_asset
from training.curriculum.drafts import held_module
from training.curriculum.drafts_front import with_key
from training.curriculum.files import LESSON_FILE, Folder
from training.curriculum.release_hash import canonical_text
from training.permissions import WRITE_DRAFTS, insist

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{1,3}")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
START = {
    "id": "---\nid: {slug}\ntitle: {title}\nminutes: 8\n---\n\nMulailah dengan situasi pendek.\n\n"
          "## Gagasan pertama\n\nSatu gagasan, dua atau tiga paragraf pendek.\n\n"
          "> [!kelompok]\n> Satu hal yang bisa dilakukan di pertemuan.\n",
    "en": "---\ntitle: {title}\n---\n\nBegin with a short situation.\n\n## First idea\n\n"
          "One idea, two or three short paragraphs.\n\n> [!group]\n> One thing to do at the next meeting.\n",
}


class UnfitCode(NotUnderstood):
    sentence = N_("Kode modul terdiri dari huruf kecil, tanda hubung, dan nomor, misalnya “tic-6”.")


class CodeTaken(NotUnderstood):
    sentence = N_("Modul “%(code)s” sudah ada di kursus ini. Buka modul itu, atau pilih kode lain.")


class UnfitSlug(NotUnderstood):
    sentence = N_("Nama berkas terdiri dari huruf kecil, angka, dan tanda hubung, misalnya “memberi-jeda”.")


class SlugTaken(NotUnderstood):
    sentence = N_("Pelajaran “%(slug)s” sudah ada di naskah ini. Pilih nama lain.")


class TitleMissing(NotUnderstood):
    sentence = N_("Isi judulnya dulu. Judul bisa diubah nanti.")


def open_module(session: Session, actor: Person, course: str, module: str, *, client_key: str, at: dt.datetime) -> int:
    """A draft of a published module, with its present texts and pictures; the draft's id. The same key opens one."""
    insist(actor, WRITE_DRAFTS)
    there = catalogue_store.published_module(session, course, module)
    if there is None:
        raise NotFound()
    title = there.release.texts.get("id", {}).get("title") or module
    draft_id = _begin(session, actor, course, module, title, there.release.id, client_key, at)
    if draft_id is None:
        return drafts_store.draft_by_key(session, actor.id, client_key)
    source = releases_store.source_of(session, there.release.id)
    texts = {path.removeprefix(f"{module}/"): text for path, text in source.items()}
    _put(session, draft_id, texts, actor, client_key, at)
    for one in releases_store.asset_hashes(session, there.release.id):
        drafts_store.refer_to_asset(session, draft_id, one.path, one.sha256, person_id=actor.id, at=at)
    return draft_id


def open_course(session: Session, actor: Person, course: str, *, client_key: str, at: dt.datetime) -> int:
    """A draft of a published course's own page: its title, introduction and the order of its modules; the draft's id.
    The same key opens one."""
    insist(actor, WRITE_DRAFTS)
    page = releases_store.latest_course(session, course)
    if page is None:
        raise NotFound()
    title = page.texts.get("id", {}).get("title") or course
    draft_id = _begin(session, actor, course, "", title, None, client_key, at, page.id)
    if draft_id is None:
        return drafts_store.draft_by_key(session, actor.id, client_key)
    _put(session, draft_id, page.source, actor, client_key, at)
    return draft_id


def open_new(session: Session, actor: Person, course: str, code: str, title: str, template: Folder, *,
             client_key: str, at: dt.datetime) -> int:
    """A draft of a module that is not there yet, filled from the one module of the `template`; the draft's id.
    Refuses an unknown course, an unfit or taken code and a missing title."""
    insist(actor, WRITE_DRAFTS)
    if catalogue_store.published_course(session, course) is None:
        raise NotFound()
    if not CODE.fullmatch(code) or len(code) > 40:
        raise UnfitCode()
    if not title.strip():
        raise TitleMissing()
    if catalogue_store.find_module(session, course, code) is not None:
        raise CodeTaken(code=code)
    draft_id = _begin(session, actor, course, code, title, None, client_key, at)
    if draft_id is None:
        return drafts_store.draft_by_key(session, actor.id, client_key)
    texts = {}
    for path, data in template.contents.items():
        name = path.partition("/")[2]
        if is_asset(path):
            drafts_store.put_asset(session, draft_id, read_asset(name, data, path)[0], person_id=actor.id, at=at)
        elif name.endswith(".md"):
            texts[name] = data.decode()
    texts["module.id.md"] = with_key(with_key(texts["module.id.md"], "id", code), "title", title)
    texts["module.id.md"] = with_key(texts["module.id.md"], "author", actor.name)
    _put(session, draft_id, texts, actor, client_key, at)
    return draft_id


def add_lesson(session: Session, actor: Person, draft_id: int, slug: str, titles: dict[str, str], *, client_key: str,
               at: dt.datetime) -> str:
    """A new lesson behind the others, with a text to start from in each language; the name of its Indonesian file.
    Refuses an unfit or taken slug and a missing title."""
    insist(actor, WRITE_DRAFTS)
    mine = held_module(session, draft_id)
    lessons = [found for name in mine.texts if (found := LESSON_FILE.fullmatch(name))]
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        raise UnfitSlug()
    if slug in {found[2] for found in lessons}:
        raise SlugTaken(slug=slug)
    if not titles["id"].strip():
        raise TitleMissing()
    number = max((int(found[1]) for found in lessons), default=0) + 1
    texts = {
        f"{number}-{slug}.{language}.md": with_key(
            START[language].format(slug=slug, title=""), "title", titles.get(language) or titles["id"])
        for language in LANGUAGES
    }
    _put(session, draft_id, texts, actor, client_key, at, mine.files)
    return f"{number}-{slug}.id.md"


def _begin(session, actor, course, module, title, base_release_id, client_key, at, base_course=None) -> int | None:
    return drafts_store.add_draft(
        session, course=course, module=module, title=title[:200], base_release_id=base_release_id,
        base_course_release_id=base_course, created_by_id=actor.id, created_at=at, client_key=client_key,
    )


def _put(session, draft_id, texts, actor, client_key, at, there=None) -> None:
    for name, text in sorted(texts.items()):
        version = there[name].version + 1 if there and name in there else 1
        drafts_store.write(session, draft_id, name, canonical_text(text), version, person_id=actor.id,
                           client_key=client_key, at=at)
