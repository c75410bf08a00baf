"""bin/serve: production refuses with a sentence and the next command; demo mode stays on this machine."""

import pytest
import sqlalchemy as sa

from blueprints.web import server
from blueprints.web.database import db


@pytest.fixture
def ready(app, monkeypatch):
    monkeypatch.setitem(app.config, "SECRET_KEY", "x" * 40)
    monkeypatch.setattr(server, "is_at_head", lambda: True)
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    return app


def test_production_starts_when_all_is_right(ready):
    server.check_production(ready)


@pytest.mark.parametrize("key", ["", None, "short"])
def test_production_wants_a_secret(ready, monkeypatch, key):
    monkeypatch.setitem(ready.config, "SECRET_KEY", key)
    with pytest.raises(SystemExit, match=r"SECRET_KEY(.|\n)*Next: export SECRET_KEY"):
        server.check_production(ready)


def test_production_wants_a_migrated_database(ready, monkeypatch):
    monkeypatch.setattr(server, "is_at_head", lambda: False)
    with pytest.raises(SystemExit, match="Next: bin/sebaya database upgrade"):
        server.check_production(ready)


def test_production_refuses_the_debugger(ready, monkeypatch):
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(SystemExit, match="unset FLASK_DEBUG"):
        server.check_production(ready)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])
def test_the_demo_world_is_not_shown_to_the_network(app, host):
    with pytest.raises(SystemExit, match="loopback only"):
        server.prepare_demo(app, host)


def test_sqlite_keeps_what_it_acknowledged(session):
    if session.get_bind().dialect.name != "sqlite":
        return
    connection = db.session.connection()
    assert connection.execute(sa.text("PRAGMA synchronous")).scalar() == 2
    assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1
    assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() in ("wal", "delete")
