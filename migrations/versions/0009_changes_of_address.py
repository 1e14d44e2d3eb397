"""Changes of address that wait for a link from a mail"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import webapp.extensions

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "address_change",
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("back", sa.Boolean(), nullable=False),
        sa.Column("asked_at", webapp.extensions.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_address_change_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_address_change")),
    )
    with op.batch_alter_table("address_change") as batch_op:
        batch_op.create_index(batch_op.f("ix_address_change_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    op.drop_table("address_change")
