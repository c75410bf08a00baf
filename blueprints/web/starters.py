"""Publishing the courses that come with Sebaya when a demo world starts. A folder is never put over what somebody
published here after it: then a sentence says what differs and which command publishes the folder all the same."""

import datetime as dt
import hashlib
import json
import pathlib

from flask import current_app

from blueprints.web.database import db
from blueprints.web.folders import check_against_published, publish
from training.curriculum import releases
from training.curriculum.course import Course
from training.curriculum.parse import course_folders
from training.curriculum.shared import shared_root

EXPLANATION = """{folder} was not published: since it was last, somebody published another release here of {what}.
Next: bin/sebaya courses publish {folder}, to put the folder over that; or leave it, and readers keep that release."""
TROUBLE = "{folder} has errors, left out.\nNext: bin/sebaya courses check {folder}"


def publish_starters(folder: pathlib.Path, *, at: dt.datetime | None = None) -> None:
    """Publish each course of `folder` that changed since it was published as a starter, unless its current releases are
    others by now. A start that finds nothing new reads no Markdown. `at` dates the releases for a demo world that began
    before today."""
    known = _remembered()
    seen = {course.name: _look_at(course, known.get(course.name, {}), at) for course in course_folders(folder)}
    db.session.commit()
    if seen != known:
        _mark().write_text(json.dumps(seen))


def remember(paths: list[pathlib.Path]) -> None:
    """The terminal published these folders: what readers get now came from them. Only a demo world remembers."""
    if _mark().exists():
        folders = [folder for path in paths for folder in course_folders(path)]
        _mark().write_text(json.dumps(_remembered() | {folder.name: _published(folder) for folder in folders}))


def _mark() -> pathlib.Path:
    return current_app.config["DATA_DIR"] / "starters-published"


def _published(folder: pathlib.Path) -> dict:
    return {"folder": fingerprint_of(folder), "published": releases.imprint(db.session, folder.name)}


def _remembered() -> dict:
    """Course → its folder's fingerprint when it was last looked at, and the imprint it left when last published."""
    try:
        known = json.loads(_mark().read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _look_at(folder: pathlib.Path, last: dict, at: dt.datetime | None) -> dict:
    fingerprint, imprint = fingerprint_of(folder), releases.imprint(db.session, folder.name)
    if imprint and last.get("folder") == fingerprint:
        return last
    report = check_against_published([folder])
    if report.errors:
        print(TROUBLE.format(folder=folder), flush=True)
        return {**last, "folder": fingerprint}
    differing = [name for course in report.courses for name in releases.differing(db.session, course)]
    if imprint and differing and not _is_ours(imprint, last, report.courses):
        print(EXPLANATION.format(folder=folder, what=", ".join(differing)), flush=True)
        return {**last, "folder": fingerprint}
    publish(report, shared_root(folder), at)
    return _published(folder)


def _is_ours(imprint: str, last: dict, courses: list[Course]) -> bool:
    """Whether what readers get came from the folder. Where nothing was remembered, the releases say it themselves."""
    if "published" in last:
        return imprint == last["published"]
    return not any(releases.by_a_person(db.session, course.id) for course in courses)


def fingerprint_of(folder: pathlib.Path) -> str:
    """Changes when a file of the folder does, or the database is another one."""
    lines = [current_app.config["SQLALCHEMY_DATABASE_URI"]]
    for path in sorted(folder.resolve().rglob("*")):
        if path.is_file():
            facts = path.stat()
            lines.append(f"{path} {facts.st_size} {facts.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
