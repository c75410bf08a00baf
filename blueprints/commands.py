"""The terminal's doors: bin/sebaya courses and database. Each reads its words, calls one rule and tells."""

import json
import pathlib
import sys

import click
from flask import Blueprint, current_app
from flask_migrate import revision, upgrade

from blueprints.web import folders, starters
from blueprints.web.database import db
from blueprints.web.languages import terminal_language
from blueprints.web.settings import ROOT
from training.core.database import intending
from training.curriculum.report import as_json, tell_all
from training.curriculum.shared import shared_root

blueprint = Blueprint("commands", __name__, cli_group=None)

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=pathlib.Path))
LANGUAGE = click.option("--language", type=click.Choice(["id", "en"]), help="of the messages; else the terminal's")


def told(report, language: str | None) -> None:
    click.echo(tell_all(report, terminal_language(language)))


@blueprint.cli.group("courses")
def courses_group():
    """Check, publish and write back course folders."""


@courses_group.command("check")
@PATHS
@click.option("--json", "as_data", is_flag=True, help="a list of problems for programs")
@LANGUAGE
def check(paths, as_data, language):
    """Find everything to mend in course folders. Touches no database."""
    report = folders.check(paths)
    if as_data:
        problems = [as_json(one, terminal_language(language)) for one in report.problems]
        click.echo(json.dumps(problems, ensure_ascii=False))
    else:
        told(report, language)
    sys.exit(1 if report.errors else 0)


@courses_group.command("publish")
@PATHS
@LANGUAGE
def publish(paths, language):
    """Check course folders, then publish a release of each module whose content changed."""
    report = folders.check_against_published(paths)
    if report.errors:
        told(report, language)
        sys.exit(1)
    with intending(to_write=True):
        done = folders.publish(report, shared_root(paths[0]))
        db.session.commit()
    starters.remember(paths)
    for one in done:
        state = "published" if one.is_new else "unchanged"
        click.echo(f"{one.course}/{one.module}  release {one.number}  {one.content_hash}  {state}")


@courses_group.command("export")
@click.argument("course")
@click.argument("folder", type=click.Path(path_type=pathlib.Path))
def export(course, folder):
    """Write a published course, or `role-plays`, back as a folder; publishing that folder again changes nothing."""
    count = folders.export(course, folder)
    click.echo(f"{count} files in {folder}")


@blueprint.cli.group("database")
def database_group():
    """The database's own upkeep."""


@database_group.command("upgrade")
def upgrade_database():
    """Bring the database to this version. Takes a copy first, where it is a SQLite file."""
    if db.engine.dialect.name == "sqlite":
        source = pathlib.Path(db.engine.url.database)
        if source.exists() and source.stat().st_size:
            keep_copy(source)
    upgrade(directory=str(ROOT / "migrations"))
    click.echo("The database is at this version. Next: bin/serve --production")


@database_group.command("revision")
@click.argument("message")
def write_revision(message):
    """Write a migration from what the tables now say; for developers."""
    revision(directory=str(ROOT / "migrations"), message=message, autogenerate=True)


def keep_copy(source: pathlib.Path) -> None:
    """A consistent copy beside the file, also while a server writes."""
    target = current_app.config["DATA_DIR"] / "before-upgrade.sqlite3"
    target.unlink(missing_ok=True)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.connection.driver_connection.execute("VACUUM INTO ?", (str(target),))
    click.echo(f"A copy of {source.name} is at {target}")
