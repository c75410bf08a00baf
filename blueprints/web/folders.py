"""Checking and publishing whole folders, as the terminal and the server's start do it (starters.py)."""

import datetime as dt
import pathlib

from flask import current_app

from blueprints.web.database import db
from training.core.clock import now
from training.curriculum import releases, role_plays
from training.curriculum.checks import Report, check_everything
from training.curriculum.parse import course_folders
from training.curriculum.releases import Published
from training.curriculum.role_play import FOLDER
from training.curriculum.shared import read_shared


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


def export(course: str, folder: pathlib.Path) -> int:
    """Write a published course, or the role plays, back as a folder; the number of files."""
    if course == FOLDER:
        return role_plays.export(current_app.config["COURSES_DIR"] / FOLDER, folder)
    return releases.export(db.session, course, folder)
