"""What a later release of a module says differently, in the words of one language, for whoever judges work that was
done on an earlier one. It compares the texts as they were frozen, never what stands in a folder or a draft now."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from sqlalchemy.orm import Session

from training.core.language import LANGUAGES
from training.curriculum import releases_store as store
from training.curriculum.difference import Passage, woven
from training.curriculum.reading_form import reading_lines

WORDS_AT_ONCE = 3_000
_ORDER = ("module", "lesson", "quiz", "practice")


@dataclasses.dataclass(frozen=True)
class LaterRelease:
    """A release published after another. `announced` is what its author said of it, by language; `is_editorial` says
    that nobody need read again."""

    id: int
    number: int
    published_at: dt.datetime
    is_editorial: bool
    announced: dict[str, str]


@dataclasses.dataclass(frozen=True)
class TextChange:
    """One text that differs. `kind` is module, lesson, quiz or practice; `part` names it in an address; `gone` and
    `come` count words. Without `passages` it is only named: the page has enough already."""

    part: str
    kind: str
    title: str
    is_new: bool
    is_removed: bool
    gone: int
    come: int
    passages: tuple[Passage, ...] = ()


@dataclasses.dataclass(frozen=True)
class ReleaseChanges:
    """The texts that differ in reading order, and the paths of pictures and recordings that do. `is_same` says that
    the later release went back to the very files of the earlier one, `elsewhere` in which other language words differ
    while none do in this one."""

    texts: tuple[TextChange, ...]
    pictures: tuple[str, ...]
    is_same: bool = False
    elsewhere: str | None = None


def later_releases(session: Session, module_id: int, number: int) -> tuple[LaterRelease, ...]:
    """The releases of a module after release `number`, newest first. One statement."""
    return tuple(
        LaterRelease(row.id, row.number, row.published_at, row.change == "editorial", {
            language: text.get("changes", "") for language, text in row.outline["texts"].items()
        })
        for row in store.later_than(session, module_id, number)
    )


def changes_between(
    session: Session, before_id: int, after_id: int, language: str, *, part: str | None = None,
) -> ReleaseChanges:
    """What differs from one release to another in `language`. The words are told until WORDS_AT_ONCE of them stand
    there, later texts are only named; with `part`, the words of that text alone. Four statements."""
    files = [store.source_of(session, one) or {} for one in (before_id, after_id)]
    found, told = [], 0
    for change in _differing(files, language):
        is_told = change.part == part if part else told < WORDS_AT_ONCE
        told += is_told and change.gone + change.come
        found.append(change if is_told else dataclasses.replace(change, passages=()))
    pictures = _pictures(session, before_id, after_id)
    elsewhere = None if found else next((one for one in LANGUAGES if any(_differing(files, one))), None)
    return ReleaseChanges(tuple(found), pictures, files[0] == files[1] and not pictures, elsewhere)


def _differing(files: list[dict[str, str]], language: str) -> Iterator[TextChange]:
    """The texts whose words differ, in reading order."""
    before, after = (_texts(source, language) for source in files)
    for name in sorted({**before, **after}, key=lambda one: _place(one, before, after)):
        change = _change(name, before.get(name), after.get(name), language)
        if change.passages:
            yield change


def _texts(source: dict[str, str], language: str) -> dict[str, tuple[str, str]]:
    """Part → (the file's number or kind, its text). A lesson keeps its name when it moves to another place."""
    found = {}
    for path, text in source.items():
        stem, _, spoken = path.rsplit("/", 1)[-1].removesuffix(".md").rpartition(".")
        number, _, slug = stem.partition("-")
        if spoken == language:
            found[f"lesson.{slug}" if number.isdigit() else stem] = (number if number.isdigit() else stem, text)
    return found


def _kind(mark: str) -> str:
    return "lesson" if mark.isdigit() else mark


def _place(name, before, after):
    mark = (after.get(name) or before[name])[0]
    kind = _kind(mark)
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), int(mark) if mark.isdigit() else 0, name


def _change(name, before, after, language) -> TextChange:
    old, new = (reading_lines(one[1], language) if one else [] for one in (before, after))
    passages = tuple(woven(old, new))
    kind = _kind((after or before)[0])
    title = (new or old or [name])[0] if kind == "lesson" else ""
    parts = [one for passage in passages for one in passage.parts]
    gone, come = (sum(len(text.split()) for side, text in parts if side == of) for of in ("del", "add"))
    return TextChange(name, kind, title, before is None, after is None, gone, come, passages)


def _pictures(session, before_id, after_id) -> tuple[str, ...]:
    before, after = (dict(map(tuple, store.asset_hashes(session, one))) for one in (before_id, after_id))
    return tuple(sorted(path for path in {*before, *after} if before.get(path) != after.get(path)))
