"""texts of the organisation"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "organisation_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("template", sa.String(length=60), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("professional", sa.String(length=160), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_organisation_texts_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_texts")),
    )
    with op.batch_alter_table("organisation_texts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_texts_key"), ["key"], unique=False)


def downgrade():
    with op.batch_alter_table("organisation_texts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_texts_key"))

    op.drop_table("organisation_texts")
