"""The migrations make the very tables that the code describes, and can be walked down again."""

import flask_migrate
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from blueprints.web.database import db
from blueprints.web.migrations import installed_revision, wanted_revision
from blueprints.web.settings import ROOT
from tests.training.curriculum.drafting import opened, publish_course
from training.curriculum import drafts
from training.tables import metadata


def differences(session):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)


def test_migrating_makes_the_tables_of_the_code(session):
    session.rollback()
    assert installed_revision() == wanted_revision()
    assert differences(session) == []


def test_the_way_down_leaves_nothing_and_the_way_up_works_again(app):
    with app.app_context():
        flask_migrate.downgrade(directory=str(ROOT / "migrations"), revision="base")
        assert installed_revision() == ""
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
        assert differences(db.session) == []


def test_rows_that_point_to_each_other_go_down_and_up_unharmed(app, session, cast):
    publish_course(session)
    before = opened(session, cast.wayan)
    session.commit()
    for way, revision in ((flask_migrate.downgrade, "0001"), (flask_migrate.upgrade, "head")):
        way(directory=str(ROOT / "migrations"), revision=revision)
    assert drafts.draft(db.session, before.id).texts == before.texts
    db.session.rollback()
    assert differences(db.session) == []
    if db.engine.dialect.name == "sqlite":
        assert db.session.scalar(sa.text("PRAGMA foreign_keys")) == 1
