"""People without an e-mail address, who sign in with a name"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("user") as batch_op:
        batch_op.add_column(sa.Column("name", sa.String(length=32), nullable=True))
        batch_op.alter_column("email", existing_type=sa.String(length=254), nullable=True)
        batch_op.alter_column("password", existing_type=sa.String(length=255), nullable=True)
        batch_op.create_unique_constraint(batch_op.f("uq_user_name"), ["name"])
        batch_op.create_check_constraint("has_a_login", "email IS NOT NULL OR name IS NOT NULL")


def downgrade() -> None:
    gone = 'FROM "user" WHERE email IS NULL OR password IS NULL'
    # On SQLite nothing goes along with a person while tables are altered (migrations/env.py).
    there = sa.inspect(op.get_bind())
    for table in there.get_table_names():
        if any(column["name"] == "user_id" for column in there.get_columns(table)):
            op.execute(f"DELETE FROM {table} WHERE user_id IN (SELECT id {gone})")
    op.execute(f"DELETE {gone}")
    with op.batch_alter_table("user") as batch_op:
        batch_op.drop_constraint("has_a_login", type_="check")
        batch_op.drop_constraint(batch_op.f("uq_user_name"), type_="unique")
        batch_op.alter_column("password", existing_type=sa.String(length=255), nullable=False)
        batch_op.alter_column("email", existing_type=sa.String(length=254), nullable=False)
        batch_op.drop_column("name")
