"""reminders that were read"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "reminders_read",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id", name="fk_reminders_read_person_id_people")),
        sa.Column("about", sa.String(length=40)),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "about", name="pk_reminders_read"),
    )


def downgrade():
    op.drop_table("reminders_read")
