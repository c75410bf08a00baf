"""The page of all words that Sebaya explains, open to anyone."""

import itertools

from flask import Blueprint, render_template

from blueprints.web import glossary
from blueprints.web.access import open_to_all

blueprint = Blueprint("glossary", __name__)


@blueprint.get("/glossary")
@open_to_all
def every():
    letters = itertools.groupby(glossary.every(), key=lambda one: one["name"][:1].upper())
    return render_template("glossary/every.html", letters=[(letter, list(terms)) for letter, terms in letters])
