"""ledger of more deeds; what readers of a release are served"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

# Not as a batch: that would build the table of entries anew, without its guards.


def upgrade():
    op.add_column('ledger_entries', sa.Column('earlier', sa.Integer(), nullable=True))
    op.add_column('ledger_entries', sa.Column('about', sa.Text(), nullable=False, server_default=''))
    op.add_column('ledger_entries', sa.Column('served_hash', sa.String(length=64), nullable=False, server_default=''))
    op.add_column('releases', sa.Column('served_hash', sa.String(length=64), nullable=False, server_default=''))


def downgrade():
    op.drop_column('releases', 'served_hash')
    op.drop_column('ledger_entries', 'served_hash')
    op.drop_column('ledger_entries', 'about')
    op.drop_column('ledger_entries', 'earlier')
