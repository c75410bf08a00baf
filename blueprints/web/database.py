"""The engine behind the session, and the one place where a request's transaction is committed."""

import contextlib
import pathlib

from flask import Flask, Response, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import make_url
from sqlalchemy.orm import scoped_session

from training.core.database import engine_options, intend, intending, tune
from training.core.signing_key import FILE_NAME, give_key
from training.tables import metadata


class Sessions(scoped_session):
    """This request's session, made when something needs one. Two questions are answered without making it, so that a
    page read in single statements (training/core/often.py) pays for no transaction."""

    def get_bind(self, *given, **named):
        return super().get_bind(*given, **named) if self.registry.has() else db.engine

    def in_transaction(self) -> bool:
        return self.registry.has() and self().in_transaction()


db = SQLAlchemy(metadata=metadata, session_options={"expire_on_commit": False})
db.session = Sessions(db.session.session_factory, db.session.registry.scopefunc)
migrate = Migrate(directory="migrations", render_as_batch=True, compare_type=True)

READING = frozenset({"GET", "HEAD", "OPTIONS"})


def connect(app: Flask) -> None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(url)
    if url.startswith("sqlite:///"):
        app.config["DATA_DIR"].mkdir(parents=True, exist_ok=True)
        keep_to_oneself(pathlib.Path(make_url(url).database))
    db.init_app(app)
    migrate.init_app(app, db)
    with app.app_context():
        tune(db.engine)
        give_key(db.engine, app.config["DATA_DIR"] / "keys" / FILE_NAME)
    app.before_request(declare_intent)
    app.after_request(settle)


def keep_to_oneself(file: pathlib.Path) -> None:
    """A new database file is for this account of the machine only; what SQLite puts beside it is as the file is."""
    if file.parent.is_dir():
        file.touch(mode=0o600, exist_ok=True)


def declare_intent() -> None:
    intend(to_write=request.method not in READING)


@contextlib.contextmanager
def only_reading():
    """Look something up before slow work (a password hash), without holding the write lock meanwhile."""
    db.session.rollback()
    with intending(to_write=False):
        yield db.session
        db.session.rollback()


def settle(response: Response) -> Response:
    """Commit what the request did, unless it ended in a refusal or an error: then nothing of it happened."""
    if request.method in READING or response.status_code >= 400:
        give_up()
    else:
        db.session.commit()
    return response


def give_up() -> None:
    """Leave the transaction, where there is one."""
    if db.session.registry.has():
        db.session.rollback()
