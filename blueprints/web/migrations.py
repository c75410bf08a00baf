"""Which migration the database has, and which one this version wants."""

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from blueprints.web.database import db
from blueprints.web.settings import ROOT


def installed_revision() -> str:
    """The migration the database has, or "" when it has none."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def wanted_revision() -> str:
    """The newest migration of this version."""
    return ScriptDirectory.from_config(Config(str(ROOT / "migrations" / "alembic.ini"))).get_current_head()


def is_at_head() -> bool:
    return installed_revision() == wanted_revision()
