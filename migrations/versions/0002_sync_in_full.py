"""Sync in full: floors, epochs that ended, limits, what a tombstone remembers"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('diary') as batch_op:
        batch_op.add_column(sa.Column('start', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('floor', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('ops', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('ops_on', sa.Date(), nullable=True))
    with op.batch_alter_table('record') as batch_op:
        batch_op.add_column(
            sa.Column('deleted_at', webapp.extensions.UtcDateTime(timezone=True), nullable=True)
        )
        batch_op.add_column(sa.Column('seen', sa.BigInteger(), nullable=True))
    # Nobody knows when the old tombstones were made: their time begins now.
    op.execute('UPDATE record SET deleted_at = CURRENT_TIMESTAMP WHERE deleted')
    op.create_table('ended',
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('epoch', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('lost_from', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_ended_user_id_user'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', 'epoch', name=op.f('pk_ended'))
    )


def downgrade() -> None:
    op.drop_table('ended')
    with op.batch_alter_table('record') as batch_op:
        batch_op.drop_column('seen')
        batch_op.drop_column('deleted_at')
    with op.batch_alter_table('diary') as batch_op:
        batch_op.drop_column('ops_on')
        batch_op.drop_column('ops')
        batch_op.drop_column('floor')
        batch_op.drop_column('start')
