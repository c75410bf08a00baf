"""One application for all tests; a fresh copy of a prepared database for each. Tests that touch the database run on
SQLite, and on PostgreSQL too when TEST_DATABASE_URL names a server to make databases on (bin/test starts one)."""

import os

import argon2
import flask_migrate
import hypothesis
import pytest

from app import create_app
from blueprints.web import skeletons
from blueprints.web.database import db
from blueprints.web.settings import ROOT
from tests import cast as people
from tests.copies import PostgresCopies, SqliteCopies
from tests.pages import PageClient
from training.curriculum import catalogue_store as catalogue

SERVER = os.environ.get("TEST_DATABASE_URL", "")
DATABASES = ["sqlite", "postgresql"] if SERVER else ["sqlite"]

# On a busy machine an example may take long; that is no fault in what it tries.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session", params=DATABASES)
def database_kind(request):
    return request.param


@pytest.fixture(scope="session")
def prepared():
    """Database kind → (application, its copies); kept to the end, however the tests are ordered."""
    return {}


@pytest.fixture(scope="session")
def prepared_app(database_kind, prepared, tmp_path_factory):
    """The application over a database that holds the cast."""
    if database_kind not in prepared:
        is_sqlite = database_kind == "sqlite"
        copies = SqliteCopies(tmp_path_factory.mktemp("database")) if is_sqlite else PostgresCopies(SERVER)
        prepared[database_kind] = prepare(copies, tmp_path_factory.mktemp("data")), copies
    return prepared[database_kind][0]


@pytest.fixture(scope="session")
def copies(database_kind, prepared, prepared_app):
    return prepared[database_kind][1]


def prepare(copies, data_dir):
    app = create_app({
        "TESTING": True, "SECRET_KEY": "for tests only", "SQLALCHEMY_DATABASE_URI": copies.url,
        "DATA_DIR": data_dir, "RATELIMIT_ENABLED": False, "WTF_CSRF_ENABLED": False,
    })
    app.test_client_class = PageClient
    hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with app.app_context():
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
        people.enter(db.session, hasher.hash(people.PASSWORD))
        db.session.commit()
        db.session.remove()
        copies.keep()
    return app


@pytest.fixture
def app(prepared_app, copies):
    with prepared_app.app_context():
        copies.renew()
    catalogue.remembered_outlines.forget()
    catalogue.remembered_lessons.forget()
    skeletons.keep(prepared_app)
    return prepared_app


@pytest.fixture
def session(app):
    """A session on this test's database, for arranging and for looking at what is stored."""
    with app.app_context():
        yield db.session
        db.session.rollback()
        db.session.remove()


@pytest.fixture
def cast(session):
    return people.cast_of(session)


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def as_person(app):
    """`as_person("sari")` is a browser in which Sari has signed in."""

    def sign_in(key):
        browser = app.test_client()
        browser.post("/sign-in", data={"email": f"{key}@example.org", "password": people.PASSWORD}, expect=303)
        return browser

    return sign_in
