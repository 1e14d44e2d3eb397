"""Many rows at once, added and deleted in the current transaction without an object of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

import psycopg
from psycopg import sql
from sqlalchemy import Connection, CursorResult, Delete, Dialect, Table, insert
from sqlalchemy.exc import DBAPIError

from webapp.extensions import Model, db

Rows = Sequence[Mapping[str, Any]]


def rows_gone(statement: Delete) -> int:
    """Delete rows; how many went."""
    options = {"synchronize_session": False}
    gone = db.session.execute(statement, execution_options=options)
    return cast("CursorResult[Any]", gone).rowcount


def add_rows(model: type[Model], rows: Rows) -> None:
    """Add rows with the same columns, all or none; raises what SQLAlchemy raises of one."""
    if not rows:
        return
    table = cast("Table", model.__table__)
    db.session.flush()
    connection = db.session.connection()
    if connection.dialect.name == "postgresql":
        _at_once(connection, table, rows)
    else:
        connection.execute(insert(table), rows)


def _at_once(connection: Connection, table: Table, rows: Rows) -> None:
    # One statement with a list for each column takes half the time of as many statements. COPY
    # would be as fast, and is not to be had where the database looks at each row (second_wall.py).
    insertion = _insertion(table, tuple(rows[0]), connection.dialect)
    lists = [[bound(row[name]) for row in rows] for name, bound in insertion.columns.items()]
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    try:
        driver.execute(insertion.statement, lists, prepare=True, binary=True)
    except psycopg.Error as error:
        told = insertion.statement.as_string(None)
        raise DBAPIError.instance(told, None, error, psycopg.Error) from error


class _Insertion(NamedTuple):
    statement: sql.Composed
    columns: Mapping[str, Callable[[Any], Any]]  # with what makes of a value what is written


@cache
def _insertion(table: Table, names: Sequence[str], dialect: Dialect) -> _Insertion:
    columns = {name: table.columns[name].type for name in names}
    lists = (sql.SQL("%b::" + _type(kind.compile(dialect)) + "[]") for kind in columns.values())
    return _Insertion(
        sql.SQL("INSERT INTO {} ({}) SELECT * FROM unnest({})").format(
            sql.Identifier(table.name),
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join(lists),
        ),
        {name: _bound(kind.bind_processor(dialect)) for name, kind in columns.items()},
    )


def _type(declared: str) -> str:
    return declared.partition("(")[0].lower()


def _bound(process: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    return process or (lambda value: value)
