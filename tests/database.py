"""Fresh databases for tests: made once by the migrations, copied for every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import psycopg
from flask_migrate import upgrade
from psycopg import sql

TEMPLATE = f"rugwijs_template_{os.getpid()}"


@contextmanager
def fresh_database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of a database of this kind with all tables and no rows."""
    if kind == "sqlite":
        path = folder / "test.db"
        shutil.copy(_migrated_sqlite(), path)
        yield f"sqlite:///{path}"
        return
    _migrated_postgres()
    name = f"rugwijs_{uuid4().hex}"
    _postgres("CREATE DATABASE {} TEMPLATE {}", name, TEMPLATE)
    yield _postgres_url(name)
    _postgres("DROP DATABASE {} WITH (FORCE)", name)


@cache
def _migrated_sqlite() -> Path:
    path = Path(mkdtemp(prefix="rugwijs-")) / "template.db"
    _migrate(f"sqlite:///{path}", path.parent)
    return path


@cache
def _migrated_postgres() -> None:
    _postgres("CREATE DATABASE {}", TEMPLATE)
    _migrate(_postgres_url(TEMPLATE), Path(mkdtemp(prefix="rugwijs-")))


def _migrate(url: str, folder: Path) -> None:
    from tests.conftest import SECRETS
    from webapp import create_app
    from webapp.config import Settings
    from webapp.extensions import db

    app = create_app(
        Settings.from_environment({**SECRETS, "DATABASE_URL": url, "DATA_DIR": str(folder)})
    )
    with app.app_context():
        upgrade()
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def _postgres_url(name: str) -> str:
    return os.environ["TEST_POSTGRES_URL"].rsplit("/", 1)[0] + f"/{name}"


def _postgres(command: str, *names: str) -> None:
    url = os.environ["TEST_POSTGRES_URL"].replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
