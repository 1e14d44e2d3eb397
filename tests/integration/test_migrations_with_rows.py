"""Each migration goes up over a database in use, and down again: no row is lost on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Column, MetaData, Table, insert, select, text

from tests.database import owner_of
from webapp.config import ROOT, Settings
from webapp.extensions import db

PEOPLE = (UUID(int=1), UUID(int=2))
# What a way down cannot know any more.
FORGOTTEN = {"0005": {("record", "seen")}}
Row = dict[str, Any]
Tables = dict[str, list[Row]]


def _steps() -> list[tuple[str, str]]:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    scripts = reversed(list(ScriptDirectory.from_config(config).walk_revisions()))
    return [(str(one.down_revision or "base"), one.revision) for one in scripts]


STEPS = _steps()


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With the rights of who makes the tables."""
    return replace(settings, database_url=owner_of(settings.database_url))


@pytest.fixture
def inside(app: Flask) -> Iterator[None]:
    """In the app; afterwards the tables are those of today again, for the tests that follow."""
    with app.app_context():
        yield
        db.session.remove()
        upgrade()


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize(("before", "after"), STEPS)
def test_rows_of_before_are_there_after_it_and_after_the_way_back(before: str, after: str) -> None:
    downgrade(revision=before)
    _fill()
    there = _rows()
    upgrade(revision=after)
    assert _missing(there, _rows(), dropped=True) == []
    downgrade(revision=before)
    assert _missing(there, _rows(), FORGOTTEN.get(after, set())) == []
    assert _hanging() == []
    upgrade()
    assert _hanging() == []


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize(("before", "after"), STEPS)
def test_rows_of_after_stand_in_no_way_back(before: str, after: str) -> None:
    downgrade(revision=after)
    _fill()
    downgrade(revision=before)
    assert _hanging() == []
    upgrade()
    assert _hanging() == []


def _tables() -> list[Table]:
    found = MetaData()
    found.reflect(db.engine)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _fill() -> None:
    """Two rows in each table, one of each person: one whole, one with all left out that may be."""
    tables = _tables()
    with db.engine.begin() as connection:
        for table in tables:
            for number, person in enumerate(PEOPLE):
                row = {column.name: _value(column, number, person) for column in table.columns}
                connection.execute(insert(table), _bare(table, row) if number else row)


def _bare(table: Table, row: Row) -> Row:
    by_name = table.name == "user" and "name" in row
    return {
        name: value
        for name, value in row.items()
        if not table.columns[name].nullable or (by_name and name == "name")
    }


def _value(column: Column[Any], number: int, person: UUID) -> Any:
    kind: type = column.type.python_type
    length = getattr(column.type, "length", None)
    if column.name == "user_id" or (column.table.name == "user" and column.name == "id"):
        return person if kind is UUID else person.hex
    if kind is str:
        return (f"{number}{column.name}" * 9)[: length or 20].ljust(length if length == 32 else 0)
    values: dict[type, Any] = {
        UUID: UUID(int=10 + number),
        bool: number == 0,
        int: number + 1,
        bytes: bytes([number + 1]) * 32,
        date: date(2026, 3, 9),
        datetime: datetime(2026, 3, 9, 8, number, tzinfo=UTC),
    }
    return values[kind]


def _rows() -> Tables:
    tables = _tables()
    with db.engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in tables
        }


def _missing(
    there: Tables, now: Tables, but: Collection[tuple[str, str]] = (), *, dropped: bool = False
) -> list[str]:
    """What there was and is no more; with `dropped` a column or table may be gone as a whole."""
    found = []
    for table, rows in there.items():
        if table not in now and dropped:
            continue
        names = {name for row in now.get(table, []) for name in row}
        kept = [name for name in rows[0] if (table, name) not in but]
        kept = [name for name in kept if name in names or not dropped]
        have = [{name: row.get(name) for name in kept} for row in now.get(table, [])]
        found += [
            f"{table}: {row}"
            for row in ({name: row[name] for name in kept} for row in rows)
            if row not in have
        ]
    return found


def _hanging() -> list[Any]:
    """On SQLite, which does not look while tables are made anew: rows of nobody."""
    if db.engine.dialect.name != "sqlite":
        return []
    with db.engine.connect() as connection:
        return list(connection.execute(text("PRAGMA foreign_key_check")))
