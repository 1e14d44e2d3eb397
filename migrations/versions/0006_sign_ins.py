"""Where people are signed in: a row for each browser"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'sign_in',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('user_id', sa.Uuid(), nullable=False),
        sa.Column('token_sha256', sa.LargeBinary(length=32), nullable=False),
        sa.Column('kind', sa.String(length=10), nullable=False),
        sa.Column('browser', sa.String(length=20), nullable=True),
        sa.Column('begun_at', webapp.extensions.UtcDateTime(timezone=True), nullable=False),
        sa.Column('last_seen_at', webapp.extensions.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'], ['user.id'], name=op.f('fk_sign_in_user_id_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in')),
        sa.UniqueConstraint('token_sha256', name=op.f('uq_sign_in_token_sha256')),
    )
    with op.batch_alter_table('sign_in') as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_user_id'), ['user_id'], unique=False)


def downgrade() -> None:
    op.drop_table('sign_in')
