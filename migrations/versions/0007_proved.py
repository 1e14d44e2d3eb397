"""When somebody last proved in a browser who they are"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = webapp.extensions.UtcDateTime(timezone=True)
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.add_column(sa.Column("proved_at", moment, nullable=True))
    op.execute("UPDATE sign_in SET proved_at = begun_at")
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.alter_column("proved_at", existing_type=moment, nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.drop_column("proved_at")
