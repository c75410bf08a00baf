"""Alembic's way to our tables: the engine comes from the application, batches make SQLite able to alter tables."""

import contextlib

import sqlalchemy as sa
from alembic import context
from flask import current_app

from training.core.database import Base

engine = current_app.extensions["migrate"].db.engine


def keep(object_, name, type_, reflected, compare_to) -> bool:
    return not (type_ == "table" and name.startswith("sqlite_"))


def in_plain_words(kind, thing, autogen_context):
    """Migrations outlive our code, so they name only what SQLAlchemy itself has."""
    is_ours = kind == "type" and isinstance(thing, sa.TypeDecorator)
    return f"sa.{type(thing.impl_instance).__name__}()" if is_ours else False


@contextlib.contextmanager
def tables_may_be_rebuilt(connection):
    """SQLite alters a table by building it anew, which its foreign keys would forbid as soon as other rows point to it.
    So they rest meanwhile, are all looked at afterwards, and are on again when the connection goes back."""
    if connection.dialect.name != "sqlite":
        yield
        return
    plain = connection.connection.driver_connection
    plain.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"{len(broken)} rows point to rows that are not there, the first in {broken[0][0]}")
    finally:
        connection.rollback()
        plain.execute("PRAGMA foreign_keys=ON")


with engine.connect() as connection, tables_may_be_rebuilt(connection):
    context.configure(
        connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True,
        include_object=keep, render_item=in_plain_words,
    )
    with context.begin_transaction():
        context.run_migrations()
