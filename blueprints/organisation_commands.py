"""The terminal's doors to the organisation's own texts: bin/sebaya organisation texts, choose and adapt."""

import pathlib

import click
from flask import Blueprint

from blueprints.web.database import db
from blueprints.web.shared import shared
from training.core.clock import now
from training.core.database import intending
from training.curriculum import organisation_texts

blueprint = Blueprint("organisation_commands", __name__, cli_group=None)

FILE = click.Path(exists=True, dir_okay=False, path_type=pathlib.Path)


@blueprint.cli.group("organisation")
def organisation_group():
    """The texts that an organisation decides for itself."""


@organisation_group.command("texts")
def texts():
    """Which templates there are, and where each text stands."""
    organisation = shared().organisation
    for one in organisation.templates.values():
        click.echo(f"template {one.key}  {one.name['en']}. {one.when['en']}")
    for one in organisation_texts.texts_now(db.session, organisation).values():
        standing = f"adapted by {one.professional}" if one.is_adapted else "NOT ADAPTED YET"
        click.echo(f"text {one.key}  from {one.template}  {one.at:%Y-%m-%d}  {standing}" if one.at
                   else f"text {one.key}  from {one.template}  nobody chose yet  {standing}")


@organisation_group.command("choose")
@click.argument("template")
def choose(template):
    """Begin from this template. A professional then adapts each text."""
    with intending(to_write=True):
        organisation_texts.choose(db.session, None, template, shared().organisation, at=now())
        db.session.commit()
    click.echo(f"{template} is shown from now on. Next: bin/sebaya organisation adapt KEY, with a professional")


@organisation_group.command("adapt")
@click.argument("key")
@click.option("--professional", required=True, help="name and profession of who adapted the text")
@click.option("--indonesian", required=True, type=FILE, help="a file with the text in Indonesian (Markdown)")
@click.option("--english", required=True, type=FILE, help="a file with the text in English (Markdown)")
def adapt(key, professional, indonesian, english):
    """Make a text this organisation's own."""
    said = {"id": indonesian.read_text("utf-8"), "en": english.read_text("utf-8")}
    with intending(to_write=True):
        organisation_texts.adapt(db.session, None, key, said, professional, shared(), at=now())
        db.session.commit()
    click.echo(f"{key} is shown in lessons from now on, adapted by {professional}")
