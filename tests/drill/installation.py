"""An installation to be hurt: a folder, a database, pairs of a facilitator and her supervisor, and a module in which
every facilitator has done what a request needs."""

import pathlib

import flask_migrate
from flask import Flask

from app import create_app
from blueprints.web.database import db
from blueprints.web.settings import ROOT
from tests.cast import PASSWORD
from tests.published import Published, begin_supervision, publish_module
from tests.training.signoffs.asking import ready
from training.accounts import people
from training.accounts.passwords import hashed
from training.accounts.person import FACILITATOR, SUPERVISOR
from training.core.clock import now
from training.core.database import intending

SECRET = "only for the length of one drill, and no longer"


def environment(folder: pathlib.Path, url: str) -> dict[str, str]:
    """The environment in which a server serves this installation: two processes, as in production."""
    return {"DATA_DIR": str(folder), "DATABASE_URL": url, "SECRET_KEY": SECRET, "SEBAYA_MODE": "production",
            "WEB_CONCURRENCY": "2", "PUBLIC_URL": "", "REDIS_URL": "", "TRUSTED_PROXY": "", "HOST": "127.0.0.1"}


def install(folder: pathlib.Path, url: str, pairs: int) -> tuple[Flask, Published]:
    """Make it. Facilitator N is `f<N>@example.org`, her supervisor `s<N>@example.org`; their password is the cast's."""
    app = create_app({"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url, "SECRET_KEY": SECRET, "DEMO_MODE": False})
    with app.app_context(), intending(to_write=True):
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
        module, secret = publish_module(db.session), hashed(PASSWORD)
        for number in range(pairs):
            facilitator, supervisor = (_person(number, role, secret) for role in (FACILITATOR, SUPERVISOR))
            begin_supervision(db.session, supervisor, facilitator)
            ready(db.session, facilitator, module)
        db.session.commit()
        db.session.remove()
    return app, module


def _person(number, role, secret):
    return people.add(
        db.session, email=f"{role[0]}{number}@example.org", name=f"Peserta {role[0]}{number}", roles=(role,),
        zone="WIB", at=now(), password_hash=secret,
    )
