"""The terminal's door to the ledger: bin/sebaya ledger."""

import sys

import click
from flask import Blueprint
from flask_babel import force_locale
from flask_babel import gettext as _

from blueprints.web.database import db
from training.signoffs import chain, cross_check

blueprint = Blueprint("ledger_commands", __name__, cli_group=None)

REASONS = {**chain.REASONS, **cross_check.REASONS}


@blueprint.cli.group("ledger")
def ledger_group():
    """The ledger of sign-offs."""


@ledger_group.command("verify")
def verify():
    """Recompute every entry and all it commits to; name the first that does not fit."""
    found = cross_check.verify_everything(db.session)
    if found.misfit is not None:
        with force_locale("en"):
            click.echo(f"Entry {found.misfit} does not fit: {_(REASONS[found.reason])}", err=True)
        sys.exit(1)
    click.echo(f"{found.count} entries fit. Head: {found.head}")
