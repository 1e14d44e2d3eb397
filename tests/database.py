"""Fresh databases for tests: made once by the migrations, copied for every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

import psycopg
from flask_migrate import upgrade
from psycopg import sql

from webapp import second_wall


@contextmanager
def fresh_database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of a database of this kind with all tables and no rows."""
    if kind == "sqlite":
        path = folder / "test.db"
        shutil.copy(_migrated_sqlite(), path)
        yield f"sqlite:///{path}"
        return
    url = _migrated_postgres()
    yield url
    _empty(owner_of(url))


def owner_of(url: str) -> str:
    """The same database with the rights of its owner, who may do anything."""
    if url.startswith("sqlite"):
        return url
    return _postgres_url(url.rsplit("/", 1)[1])


@cache
def _migrated_sqlite() -> Path:
    path = Path(mkdtemp(prefix="rugwijs-")) / "template.db"
    _migrate(f"sqlite:///{path}", path.parent)
    return path


@cache
def _migrated_postgres() -> str:
    """One database for all tests of this process: emptying it is faster than making another."""
    name = f"rugwijs_{os.getpid()}"
    with psycopg.connect(plain(_postgres_url("postgres")), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    _migrate(_postgres_url(name), Path(mkdtemp(prefix="rugwijs-")))
    with psycopg.connect(plain(_postgres_url(name)), autocommit=True) as connection:
        connection.execute(second_wall.role(f"{name}_app").encode())
    return urlsplit(_postgres_url(name))._replace(netloc=_as(f"{name}_app")).geturl()


def _as(role: str) -> str:
    return f"{role}@" + urlsplit(os.environ["TEST_POSTGRES_URL"]).netloc.rpartition("@")[2]


def _empty(url: str) -> None:
    """Take every row out, and first everybody who still holds one."""
    with psycopg.connect(plain(url), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            " AND tablename <> 'alembic_version'"
        ).fetchall()
        names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in tables)
        connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))


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


def plain(url: str) -> str:
    """The URL as PostgreSQL's own programs know it."""
    return url.replace("postgresql+psycopg", "postgresql")
