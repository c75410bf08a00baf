"""bin/sebaya backup and restore."""

import pathlib

import click
from flask import Blueprint, current_app

from blueprints.web.database import db
from blueprints.web.migrations import installed_revision
from training import backup
from training.core.clock import now
from training.core.database import intending

blueprint = Blueprint("backup_commands", __name__, cli_group=None)

FILE = click.argument("file", type=click.Path(path_type=pathlib.Path))


@blueprint.cli.command("backup")
@FILE
def write(file):
    """Write a consistent copy of everything into FILE, also while the server runs."""
    with intending(to_write=False):
        rows = backup.write(db.session, file.resolve(), keys(), installed_revision(), at=now())
        db.session.rollback()
    click.echo(f"{rows} rows in {file} ({file.stat().st_size} bytes). It holds keys and private texts: keep it safe.")


@blueprint.cli.command("restore")
@FILE
def restore(file):
    """Put the copy in FILE into an empty installation."""
    if not installed_revision():
        raise click.ClickException("There is no database to restore into yet.\nNext: bin/sebaya database upgrade")
    with intending(to_write=True):
        rows = backup.restore(db.session, file.resolve(), keys(), installed_revision())
        db.session.commit()
    click.echo(f"{rows} rows restored. Next: bin/sebaya ledger verify, then bin/serve --production")


def keys() -> pathlib.Path:
    return current_app.config["DATA_DIR"] / "keys"
