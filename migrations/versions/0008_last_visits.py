"""When somebody was last here, and how often they were told that their account will go"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = webapp.extensions.UtcDateTime(timezone=True)
    with op.batch_alter_table("user") as batch_op:
        batch_op.add_column(sa.Column("used_at", moment, nullable=True))
        batch_op.add_column(sa.Column("warnings", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("warned_at", moment, nullable=True))
        batch_op.add_column(sa.Column("claimed_at", moment, nullable=True))
    # Nobody knows when they were here: their time begins now.
    op.execute('UPDATE "user" SET used_at = CURRENT_TIMESTAMP WHERE confirmed_at IS NOT NULL')


def downgrade() -> None:
    with op.batch_alter_table("user") as batch_op:
        for name in ("claimed_at", "warned_at", "warnings", "used_at"):
            batch_op.drop_column(name)
