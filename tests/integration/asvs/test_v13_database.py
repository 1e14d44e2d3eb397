"""ASVS chapter 13, what the app may do in the database: change rows, and nothing else.

On PostgreSQL all tests connect with the role of this file, so it may do all that the app needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from flask import Flask

from tests.database import fresh_database, owner_of, plain
from tests.people import Person
from webapp import second_wall
from webapp.config import Settings

REFUSED = (
    "CREATE TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "CREATE EXTENSION pg_trgm",
    "DROP TABLE record",
    'ALTER TABLE "user" ADD COLUMN more int',
    "ALTER TABLE record DISABLE TRIGGER ALL",
    "TRUNCATE record",
    "CREATE INDEX mine ON record (kind)",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "UPDATE alembic_version SET version_num = '0001'",
    "ALTER ROLE postgres PASSWORD 'x'",
    "COPY record TO '/tmp/record'",
    "COPY record TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/passwd')",
    "SET SESSION AUTHORIZATION postgres",
)


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """Of SQLite there are no roles; without PostgreSQL this file is left out (conftest.py)."""
    with fresh_database("postgresql", tmp_path) as url:
        yield url


@pytest.fixture
def url(settings: Settings) -> str:
    """The database as the app meets it."""
    return settings.database_url


@pytest.mark.parametrize("statement", REFUSED)
def test_the_role_of_the_app_may_not(url: str, statement: str) -> None:
    with (
        psycopg.connect(plain(url), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_whoever_owns_the_tables_may(url: str) -> None:
    with psycopg.connect(plain(owner_of(url))) as connection:
        for statement in REFUSED[:1] + REFUSED[6:9]:
            connection.execute(statement.encode())
        connection.rollback()


def test_what_a_later_migration_makes_is_within_reach(url: str) -> None:
    with psycopg.connect(plain(owner_of(url)), autocommit=True) as owner:
        owner.execute("CREATE TABLE later (id bigserial PRIMARY KEY, said text)")
        try:
            with psycopg.connect(plain(url)) as connection:
                connection.execute("INSERT INTO later (said) VALUES ('x')")
                connection.execute("UPDATE later SET said = 'y'")
                assert connection.execute("SELECT said FROM later").fetchall() == [("y",)]
        finally:
            owner.execute("DROP TABLE later")


def test_the_command_prints_what_makes_the_role_and_it_can_be_run_again(
    app: Flask, alice: Person, url: str
) -> None:
    printed = app.test_cli_runner().invoke(args=["database-role", 'odd"; name']).output
    assert printed == second_wall.role('odd"; name')
    with psycopg.connect(plain(owner_of(url)), autocommit=True) as owner:
        for _ in range(2):
            owner.execute(printed.encode())
        found = owner.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin FROM pg_roles"
            " WHERE rolname = 'odd\"; name'"
        ).fetchall()
        assert found == [(False, False, False, False, True)]
        owner.execute('DROP OWNED BY "odd""; name"; DROP ROLE "odd""; name"')
