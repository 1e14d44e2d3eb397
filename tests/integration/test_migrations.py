"""The migrations make exactly the tables of the models, and can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from tests.database import owner_of
from webapp.config import Settings
from webapp.extensions import db


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With the rights of who makes the tables."""
    return replace(settings, database_url=owner_of(settings.database_url))


def test_models_and_migrations_agree(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_down_and_up_again_gives_the_same_tables(app: Flask) -> None:
    with app.app_context():
        tables = set(inspect(db.engine).get_table_names())
        downgrade(revision="base")
        assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
        upgrade()
        assert set(inspect(db.engine).get_table_names()) == tables
