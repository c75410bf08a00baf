"""The whole course as it would be with a draft in it: what is checked, looked at and published."""

import dataclasses

from sqlalchemy.orm import Session

from training.core.problem import Problem
from training.curriculum import drafts_store, releases_store
from training.curriculum.checks import Report, check_folder
from training.curriculum.course import Course, Module
from training.curriculum.drafts import Draft
from training.curriculum.drafts_front import with_module_listed
from training.curriculum.files import Folder
from training.curriculum.releases import published_ids
from training.curriculum.shared import Shared


@dataclasses.dataclass(frozen=True)
class Checked:
    """A draft after the check. `course` and `module` are None when they could not be read at all (a course's own page
    has no module); `problems` are those of the draft itself, not of the course around it."""

    report: Report
    course: Course | None
    module: Module | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that stop this draft."""
        return tuple(one for one in self.problems if one.is_error)


def folder_of(session: Session, draft: Draft) -> Folder:
    """The published course as a folder in memory, its module or its own page replaced by the draft's files."""
    page = releases_store.latest_course(session, draft.course)
    pages = draft.texts if draft.is_course_page else page.source if page else {}
    contents = {path: text.encode() for path, text in pages.items()}
    for slug, release in releases_store.current_releases(session, draft.course).items():
        if slug != draft.module:
            contents |= {path: text.encode() for path, text in release.source.items()}
            contents |= {f"{slug}/{one.path}": one.data for one in releases_store.assets_of(session, release.id)}
    if draft.is_course_page:
        return Folder(draft.course, f"courses/{draft.course}", contents)
    if "course.id.md" in contents:
        contents["course.id.md"] = with_module_listed(contents["course.id.md"].decode(), draft.module).encode()
    contents |= {f"{draft.module}/{name}": text.encode() for name, text in draft.texts.items()}
    assets = drafts_store.asset_data(session, draft.id)
    contents |= {f"{draft.module}/{path}": data for path, data in assets.items()}
    return Folder(draft.course, f"courses/{draft.course}", contents)


def check(session: Session, draft: Draft, shared: Shared) -> Checked:
    """The same check as in the terminal, over the course with this draft in it."""
    report = check_folder(folder_of(session, draft), shared, published_ids(session, [draft.course]))
    course = next(iter(report.courses), None)
    module = next((one for one in course.modules if one.id == draft.module), None) if course else None
    folder = f"courses/{draft.course}/{draft.module}"
    own = (f"courses/{draft.course}/course.", *(() if draft.is_course_page else (f"{folder}/",)))
    problems = tuple(one for one in report.problems if one.path == folder or one.path.startswith(own))
    return Checked(report, course, module, problems)
