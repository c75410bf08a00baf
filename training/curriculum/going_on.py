"""Where does somebody go on reading? In the module she was in last, else in the first one not read to its end."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy.orm import Session

from training.curriculum import progress
from training.curriculum.outline import LessonLine, PublishedCourse, PublishedModule, ReleaseOutline


@dataclasses.dataclass(frozen=True)
class GoingOn:
    """Where to continue: the module in the release she works on, and the lesson that comes next (None: all is read).
    `is_half_read` says that she stopped in the middle of it."""

    course: PublishedCourse
    module: PublishedModule
    release: ReleaseOutline
    reading: progress.Reading
    lesson: LessonLine | None
    is_half_read: bool


def going_on(session: Session, person_id: int, courses: Sequence[PublishedCourse]) -> GoingOn | None:
    """The lesson this person stopped in, else the first unread one of the module she was in last, else of the first
    module with something unread; None where nothing is published."""
    every = [(course, module) for course in courses for module in course.modules]
    if not every:
        return None
    place = progress.latest_place(session, person_id)
    last = next(((one, two) for one, two in every if place and two.id == place.id), None)
    course, module = last or _unread(session, person_id, every)
    release = progress.release_for(session, person_id, module)
    read = progress.lessons_read(session, person_id, release.id)
    stopped = release.lesson(place.lesson) if last else None
    is_half_read = stopped is not None and stopped.slug not in read
    lesson = stopped if is_half_read else next((line for line in release.lessons if line.slug not in read), None)
    reading = progress.Reading(len(read), len(release.lessons))
    return GoingOn(course, module, release, reading, lesson, is_half_read)


def _unread(session, person_id, every):
    state = progress.reading_state(session, person_id, [module for _course, module in every])
    return next((pair for pair in every if state[pair[1].id].part < 1), every[0])
