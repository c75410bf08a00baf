"""Checking and publishing whole folders, as the terminal and the server's start do it."""

import datetime as dt
import hashlib
import pathlib

from flask import current_app

from blueprints.web.database import db
from training.core.clock import now
from training.curriculum import releases, role_plays
from training.curriculum.checks import Report, check_everything
from training.curriculum.parse import course_folders
from training.curriculum.releases import Published
from training.curriculum.role_play import FOLDER
from training.curriculum.shared import read_shared, shared_root


def check(paths) -> Report:
    """Everything wrong with these folders; touches no database."""
    return check_everything(paths, fallback=current_app.config["COURSES_DIR"], today=now().date())


def check_against_published(paths) -> Report:
    """The same, and ids are held against what is published already."""
    names = [folder.name for path in paths for folder in course_folders(pathlib.Path(path))]
    previous = releases.published_ids(db.session, names)
    return check_everything(paths, fallback=current_app.config["COURSES_DIR"], previous=previous, today=now().date())


def publish(report: Report, root: pathlib.Path | None, at: dt.datetime | None = None) -> list[Published]:
    """Publish every course of a report that has no errors."""
    shared, _problems = read_shared(root or current_app.config["COURSES_DIR"])
    at = at or now()
    return [done for course in report.courses for done in releases.publish(db.session, course, shared, at=at)]


def publish_starters(folder: pathlib.Path, *, at: dt.datetime | None = None) -> None:
    """Publish the courses that come with Sebaya, when they changed since they were looked at last: a start that finds
    nothing new reads no Markdown. `at` dates the releases for a demo world that began before today."""
    mark = current_app.config["DATA_DIR"] / "starters-published"
    fingerprint = fingerprint_of(folder)
    if mark.exists() and mark.read_text() == fingerprint:
        return
    for course in course_folders(folder):
        report = check_against_published([course])
        if report.errors:
            current_app.logger.error("%s has errors, left out; next: bin/sebaya courses check %s", course, course)
        else:
            publish(report, shared_root(folder), at)
    db.session.commit()
    mark.write_text(fingerprint)


def export(course: str, folder: pathlib.Path) -> int:
    """Write a published course, or the role plays, back as a folder; the number of files."""
    if course == FOLDER:
        return role_plays.export(current_app.config["COURSES_DIR"] / FOLDER, folder)
    return releases.export(db.session, course, folder)


def fingerprint_of(folder: pathlib.Path) -> str:
    """Changes when a file of the folder does, or the database is another one."""
    lines = [current_app.config["SQLALCHEMY_DATABASE_URI"]]
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            facts = path.stat()
            lines.append(f"{path} {facts.st_size} {facts.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
