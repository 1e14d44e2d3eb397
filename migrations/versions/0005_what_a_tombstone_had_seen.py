"""What whoever deleted a record had seen of it, of each epoch"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('record') as batch_op:
        batch_op.add_column(sa.Column('seen_of_deleted', sa.Text(), nullable=True))
    op.execute("UPDATE record SET seen_of_deleted = '[[0,' || seen || ']]' WHERE deleted AND seen > 0")
    with op.batch_alter_table('record') as batch_op:
        batch_op.drop_column('seen')


def downgrade() -> None:
    with op.batch_alter_table('record') as batch_op:
        batch_op.add_column(sa.Column('seen', sa.BigInteger(), nullable=True))
        batch_op.drop_column('seen_of_deleted')
    # How far it had seen is not known to the versions before: as far as its own version.
    op.execute('UPDATE record SET seen = version WHERE deleted')
