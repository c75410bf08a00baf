"""What the pages of the authors' room share: the blueprint, finding a draft, the files all courses lean on, and the
words of a problem."""

import dataclasses

from flask import Blueprint, current_app

from blueprints.web.access import found
from blueprints.web.database import db
from blueprints.web.languages import language
from training.core.problem import Problem
from training.curriculum import drafts, drafts_folder
from training.curriculum.drafts import Draft
from training.curriculum.report import hint, words_for
from training.curriculum.shared import Shared, read_shared

blueprint = Blueprint("authoring", __name__, url_prefix="/authoring")

_kept: dict = {}


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


def shared() -> Shared:
    """The framework, contacts, glossary and sources, read again whenever one of them changes."""
    root = current_app.config["COURSES_DIR"]
    files = sorted([*root.glob("*.yml"), *root.glob("competencies/*.yml")])
    key = (root, tuple((path, path.stat().st_mtime_ns) for path in files))
    if _kept.get("key") != key:
        _kept.update(key=key, shared=read_shared(root)[0])
    return _kept["shared"]


def checked(draft: Draft) -> drafts_folder.Checked:
    return drafts_folder.check(db.session, draft, shared())


def told(problems: tuple[Problem, ...], draft: Draft) -> list[Told]:
    """The problems in words, errors first."""
    spoken = language()
    return [_told(one, draft, spoken) for one in sorted(problems, key=lambda one: not one.is_error)]


def _told(problem: Problem, draft: Draft, spoken: str) -> Told:
    words, name = words_for(problem, spoken), problem.path.rpartition("/")[2]
    return Told(
        name if name in draft.files else "", problem.line, problem.is_error, words.title, words.says, words.expected,
        hint(problem, spoken), problem.lines[-1][1] if problem.lines else "",
    )
