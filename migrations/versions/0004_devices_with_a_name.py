"""The name of a device, and the mark of one that was forgotten"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('device') as batch_op:
        batch_op.add_column(sa.Column('name', sa.LargeBinary(), nullable=True))
        batch_op.add_column(
            sa.Column('forgotten_at', webapp.extensions.UtcDateTime(timezone=True), nullable=True)
        )


def downgrade() -> None:
    # What was forgotten may not come back as a device of the list.
    op.execute('DELETE FROM device WHERE forgotten_at IS NOT NULL')
    with op.batch_alter_table('device') as batch_op:
        batch_op.drop_column('forgotten_at')
        batch_op.drop_column('name')
