"""What the pages of the authors' room share: the blueprint, finding a draft, the files all courses lean on, and the
words of a problem."""

import dataclasses

from flask import Blueprint

from blueprints.web.access import found
from blueprints.web.database import db
from blueprints.web.door_counts import counted_at
from blueprints.web.languages import language
from blueprints.web.shared import shared
from training.accounts.person import THERAPIST
from training.core.language import pick
from training.core.problem import Problem
from training.curriculum import drafts, drafts_folder, drafts_shelf
from training.curriculum.drafts import Draft
from training.curriculum.drafts_front import value_of
from training.curriculum.files import LESSON_FILE
from training.curriculum.report import hint, words_for

blueprint = Blueprint("authoring", __name__, url_prefix="/authoring")


def waiting_here(person) -> int:
    return drafts_shelf.waiting_count(db.session, person) if person.is_a(THERAPIST) else 0


blueprint.record(lambda setup: counted_at(setup, "authoring.drafts", waiting_here))


@dataclasses.dataclass(frozen=True)
class Told:
    """A problem in the reader's language; `file` is the file's name in the draft, or "" for the course's own."""

    file: str
    line: int | None
    is_error: bool
    title: str
    says: str
    expected: str
    hint: str
    quote: str


def the_draft(draft_id: int) -> Draft:
    return found(drafts.draft(db.session, draft_id))


def the_module_draft(draft_id: int) -> Draft:
    """The same for what only modules have; a course's own page has no pictures, questions or lessons."""
    mine = the_draft(draft_id)
    return found(None if mine.is_course_page else mine)


def lesson_titles(mine) -> dict[str, str]:
    """Slug → title in the reader's language, else in the other one."""
    titles: dict[str, dict] = {}
    for name, written in mine.texts.items():
        if found := LESSON_FILE.fullmatch(name):
            titles.setdefault(found[2], {})[found[3]] = value_of(written, "title")
    return {slug: pick(words, language())[0] for slug, words in titles.items()}


def checked(draft: Draft) -> drafts_folder.Checked:
    return drafts_folder.check(db.session, draft, shared())


def told(problems: tuple[Problem, ...], draft: Draft, first: str = "") -> list[Told]:
    """The problems in words: those of the file `first` before all others, and errors before warnings."""
    found = [_told(one, draft, language()) for one in problems]
    return sorted(found, key=lambda one: (one.file != first, not one.is_error))


def _told(problem: Problem, draft: Draft, spoken: str) -> Told:
    words, name = words_for(problem, spoken), problem.path.rpartition("/")[2]
    return Told(
        name if name in draft.files else "", problem.line, problem.is_error, words.title, words.says, words.expected,
        hint(problem, spoken), problem.lines[-1][1] if problem.lines else "",
    )
