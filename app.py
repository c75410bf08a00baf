"""Wiring only: settings, database, languages, doors. The rules are in training/, the pages in blueprints/."""

from flask import Flask

from blueprints import BLUEPRINTS
from blueprints.web import (
    access,
    database,
    forms,
    headers,
    languages,
    limits,
    pages,
    refusals,
    settings,
    skeletons,
    static_files,
)
from blueprints.web.application import Application
from blueprints.web.bounded import BoundedInteger


def create_app(overrides: dict | None = None) -> Flask:
    """The application. `overrides` replace settings read from the environment (tests use them)."""
    app = Application(__name__, static_folder=None)
    settings.apply(app, overrides or {})
    app.url_map.converters["int"] = BoundedInteger
    database.connect(app)
    static_files.serve(app)
    languages.speak(app)
    access.guard(app)
    forms.protect(app)
    limits.limit(app)
    headers.add(app)
    refusals.turn_into_pages(app)
    pages.furnish(app)
    skeletons.keep(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
