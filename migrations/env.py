"""Runs the migrations over the app's own engine."""

from __future__ import annotations

from alembic import context
from flask import current_app

from webapp.extensions import db

config = context.config
metadata = db.metadata


def run() -> None:
    """Upgrade in one transaction, so that a broken migration leaves nothing half done."""
    options = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=metadata, transactional_ddl=True, **options
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations need a database: offline mode is not supported.")
run()
