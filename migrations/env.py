"""Alembic's way to our tables: the engine comes from the application, batches make SQLite able to alter tables."""

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


with engine.connect() as connection:
    context.configure(
        connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True,
        include_object=keep, render_item=in_plain_words,
    )
    with context.begin_transaction():
        context.run_migrations()
