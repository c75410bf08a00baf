"""Where a learner stands in a module: which release she works on, what she has read, where she stopped.

It never moves anybody to another release by itself, and never takes a reading away.
"""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.core.language import N_
from training.core.refusal import NotFound, Refusal
from training.curriculum import catalogue_store as catalogue
from training.curriculum import progress_store as store
from training.curriculum.outline import PublishedModule, ReleaseOutline

LARGEST_ID = 2**31


class ReleaseGone(Refusal):
    """The page was opened in a release that this module does not have."""

    sentence = N_("Modul ini sudah berganti sejak halaman Anda dibuka. Muat ulang halamannya; catatan Anda tetap ada.")


@dataclasses.dataclass(frozen=True)
class Reading:
    """How much of a release was read: `read` of `total` lessons, `last_at` in UTC or None."""

    read: int
    total: int
    last_at: dt.datetime | None = None

    @property
    def part(self) -> float:
        """The share that was read, 0 to 1."""
        return self.read / self.total if self.total else 0.0


@dataclasses.dataclass(frozen=True)
class LearnersModule:
    """A module as one learner has it: `release` is what she works on, `newer` a release published since, or None;
    `place` is `(lesson, heading, permille)` where she stopped, or None."""

    id: int
    course: str
    slug: str
    position: int
    release: ReleaseOutline
    newer: ReleaseOutline | None
    place: tuple[str, str, int] | None


def learners_module(session: Session, person_id: int, course: str, slug: str) -> LearnersModule | None:
    """The module as this person has it: the release she began, else the current one. None for an unknown module."""
    row = store.module_for(session, person_id, course, slug)
    return row and learners_module_from(session, course, slug, row)


def learners_module_from(session: Session, course: str, slug: str, row: store.Standing) -> LearnersModule:
    """The same, when somebody has asked already how she stands there."""
    release_id = row.release_id or row.current_release_id
    newer = catalogue.release(session, row.current_release_id) if release_id != row.current_release_id else None
    place = (row.lesson, row.heading, row.permille) if row.lesson else None
    release = catalogue.release(session, release_id)
    return LearnersModule(row.id, course, slug, row.position, release, newer, place)


def release_for(session: Session, person_id: int, module: PublishedModule) -> ReleaseOutline:
    """The release this person works on: the one she began, else the current one."""
    begun = store.enrolled_release(session, person_id, module.id)
    return catalogue.release(session, begun) if begun else module.release


def begin(session: Session, person_id: int, module_id: int, release_id: int, *, at: dt.datetime) -> None:
    """Note that a person works on a release; the first thing she does there calls it. A repeat changes nothing."""
    if store.enrolled_release(session, person_id, module_id) is None:
        store.enrol(session, person_id, module_id, release_id, at)


def go_over(session: Session, person_id: int, module: LearnersModule, *, at: dt.datetime) -> None:
    """Move a person to the newest release of a module, by her own wish. What she did before stays with the old one."""
    if module.newer:
        store.enrol(session, person_id, module.id, module.newer.id, at)


def mark_read(session: Session, person_id: int, module: LearnersModule, release_id: int, lesson: str, language: str,
              *, at: dt.datetime) -> None:
    """Note that a lesson was read, in the release it was shown in (`release_id`, which the page carries). A repeat
    changes nothing. Refuses ReleaseGone for a release of some other module, NotFound for an unknown lesson."""
    shown = release_shown(session, module, release_id)
    if shown.lesson(lesson) is None:
        raise NotFound()
    begin(session, person_id, module.id, shown.id, at=at)
    store.read(session, person_id, shown.id, lesson, language, at)


def release_shown(session: Session, module: LearnersModule, release_id: int) -> ReleaseOutline:
    """The release a page says it was made from, also one that was replaced while the page was open: what somebody did
    there counts there. Refuses ReleaseGone for one that this module never had."""
    for release in (module.release, module.newer):
        if release and release.id == release_id:
            return release
    is_number = 0 < release_id < LARGEST_ID
    if is_number and catalogue.module_of_release(session, release_id) == (module.course, module.slug):
        return catalogue.release(session, release_id)
    raise ReleaseGone()


def keep_place(session: Session, person_id: int, module: LearnersModule, lesson: str, heading: str, permille: int,
               *, at: dt.datetime) -> None:
    """Remember where in a lesson somebody stopped: the heading above and how far down, in thousandths."""
    if module.release.lesson(lesson) is None:
        raise NotFound()
    store.keep_place(session, person_id, module.id, lesson, heading[:120], min(max(permille, 0), 1000), at)


def lessons_read(session: Session, person_id: int, release_id: int) -> dict[str, dt.datetime]:
    """Lesson slug → when this person read it (UTC), for the lessons of one release that she read."""
    return store.lessons_read(session, person_id, release_id)


def latest_place(session: Session, person_id: int):
    """`(course, module slug, lesson, heading, at, module id)` where this person was last, or None."""
    return store.latest_place(session, person_id)


def reading_state(session: Session, person_id: int, modules: list[PublishedModule]) -> dict[int, Reading]:
    """Module id → how much this person read of the release she works on. Two statements for any number of modules."""
    begun, counts = store.enrolled_releases(session, person_id), store.read_counts(session, person_id)
    state = {}
    for module in modules:
        release = catalogue.release(session, begun.get(module.id, module.release.id))
        read, last_at = counts.get(release.id, (0, None))
        state[module.id] = Reading(min(read, len(release.lessons)), len(release.lessons), last_at)
    return state
