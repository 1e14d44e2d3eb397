"""Runs the migrations over the app's own engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from webapp.extensions import db

config = context.config
metadata = db.metadata


@contextmanager
def _rows_kept(connection: Connection) -> Iterator[None]:
    """SQLite alters a table by making it anew and dropping the old one.

    With foreign keys on, that would delete all that hangs on its rows: of a person, everything.
    """
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    """Upgrade in one transaction, so that a broken migration leaves nothing half done."""
    options = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection, _rows_kept(connection):
        context.configure(
            connection=connection, target_metadata=metadata, transactional_ddl=True, **options
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations need a database: offline mode is not supported.")
run()
