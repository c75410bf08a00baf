"""In which order stand the lessons of a module, and the modules of a course? A lesson's place is the number before its
file's name; a module's is its place in the list of the course's file. Moving changes nothing else, and what learners
began stays as it was until a release comes out. Links from one lesson of a module to another follow."""

import datetime as dt
import re

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotFound, Refusal
from training.curriculum import drafts_store as store
from training.curriculum import keys
from training.curriculum.drafts import Draft, held, names_of
from training.curriculum.drafts_front import with_key
from training.curriculum.files import LESSON_FILE
from training.curriculum.front_matter import read_document
from training.curriculum.source import SourceFile
from training.permissions import WRITE_DRAFTS, insist

EARLIER, LATER = -1, 1
LINK = re.compile(r"(\]\((?:\./)?|^\[[^\]\n]+\]:[ ]*(?:\./)?)([\w.-]+\.md)", re.MULTILINE)


class OrderChanged(Refusal):
    """Somebody moved, added or took out something since the page was opened; nothing was moved."""

    sentence = N_("Urutannya berubah setelah halaman ini dibuka. Lihat urutan yang sekarang, lalu pindahkan lagi.")


def order_of(mine: Draft) -> tuple[str, ...]:
    """The slugs of the draft's lessons or, on a course's own page, of its modules, in reading order. Empty when the
    course's file cannot be read."""
    if mine.is_course_page:
        text = mine.texts.get("course.id.md", "")
        return tuple(map(str, read_document(SourceFile("", text), keys.COURSE)[0].get("modules", ())))
    return tuple(dict.fromkeys(found[2] for name in mine.texts if (found := LESSON_FILE.fullmatch(name))))


def move(session: Session, actor: Person, draft_id: int, slug: str, step: int, *, seen: tuple[str, ...],
         client_key: str, at: dt.datetime) -> None:
    """Move one lesson or module a place EARLIER or LATER. `seen` is the order the author saw; the same form sent again
    moves nothing further. Refuses OrderChanged, and NotFound for a slug that is not in it."""
    insist(actor, WRITE_DRAFTS)
    mine = held(session, draft_id)
    there, wanted = order_of(mine), _moved(seen, slug, step)
    if there == wanted:
        return
    if there != seen:
        raise OrderChanged()
    who = {"person_id": actor.id, "client_key": client_key, "at": at}
    (_order_modules if mine.is_course_page else _order_lessons)(session, mine, wanted, who)


def _moved(order: tuple[str, ...], slug: str, step: int) -> tuple[str, ...]:
    if slug not in order:
        raise NotFound()
    others = [one for one in order if one != slug]
    others.insert(max(order.index(slug) + (EARLIER if step < 0 else LATER), 0), slug)
    return tuple(others)


def _order_modules(session, mine: Draft, wanted, who) -> None:
    file = mine.files["course.id.md"]
    store.write(session, mine.id, file.name, with_key(file.text, "modules", list(wanted)), file.version + 1, **who)


def _order_lessons(session, mine: Draft, wanted, who) -> None:
    """Give each lesson the number of its new place. A renamed file goes on with the versions of its old name, so that
    whoever still has that one open is told, and loses nothing."""
    lessons = {name: found for name in mine.texts if (found := LESSON_FILE.fullmatch(name))}
    numbers = sorted({found[1] for found in lessons.values()}, key=int)
    if len(numbers) != len(wanted):
        numbers = [str(number) for number in range(1, len(wanted) + 1)]
    place = dict(zip(wanted, numbers, strict=True))
    moving = {name: f"{place[found[2]]}-{found[2]}.{found[3]}.md" for name, found in lessons.items()}
    for name, text in mine.texts.items():
        new, linked = moving.get(name, name), _links_renamed(text, moving)
        version = max(mine.files[one].version for one in names_of(mine, name) if one in mine.files)
        if new != name:
            store.write(session, mine.id, name, None, version + 1, **who)
            store.write(session, mine.id, new, linked, version + 2, **who)
        elif linked != text:
            store.write(session, mine.id, name, linked, version + 1, **who)


def _links_renamed(text: str, moving: dict[str, str]) -> str:
    """`text` with its links to the moved lessons of the same module under their new names."""
    return LINK.sub(lambda found: found[1] + moving.get(found[2], found[2]), text)


def moved_lessons(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """New name → old name of the lessons that stand under another number in `after`."""
    gone = {found.groups()[1:]: name for name in before if name not in after and (found := LESSON_FILE.fullmatch(name))}
    return {name: gone[found.groups()[1:]] for name in after
            if name not in before and (found := LESSON_FILE.fullmatch(name)) and found.groups()[1:] in gone}
