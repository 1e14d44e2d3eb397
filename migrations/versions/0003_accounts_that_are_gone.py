"""A mark of each account that was erased"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('gone',
    sa.Column('mark', sa.LargeBinary(length=32), nullable=False),
    sa.PrimaryKeyConstraint('mark', name=op.f('pk_gone'))
    )


def downgrade() -> None:
    op.drop_table('gone')
