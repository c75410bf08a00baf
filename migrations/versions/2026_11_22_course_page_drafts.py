"""drafts of a course's own page"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("drafts") as batch_op:
        batch_op.add_column(sa.Column("base_course_release_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_drafts_base_course_release_id"), "course_releases", ["base_course_release_id"], ["id"]
        )
    with op.batch_alter_table("draft_publications") as batch_op:
        batch_op.alter_column("release_id", existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column("course_release_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_draft_publications_course_release_id"), "course_releases", ["course_release_id"], ["id"]
        )


def downgrade():
    # A publication of a course's page cannot be said without this column.
    op.execute(sa.text("DELETE FROM draft_publications WHERE release_id IS NULL"))
    with op.batch_alter_table("draft_publications") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_draft_publications_course_release_id"), type_="foreignkey")
        batch_op.drop_column("course_release_id")
        batch_op.alter_column("release_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("drafts") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_drafts_base_course_release_id"), type_="foreignkey")
        batch_op.drop_column("base_course_release_id")
