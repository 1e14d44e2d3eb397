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
        _copy(connection, table, rows)
    else:
        connection.execute(insert(table), rows)


def _copy(connection: Connection, table: Table, rows: Rows) -> None:
    # PostgreSQL takes a stream of rows in well under half the time of as many statements.
    stream = _stream(table, tuple(rows[0]), connection.dialect)
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(stream.statement) as copy:
            copy.set_types(stream.types)
            for row in rows:
                copy.write_row([bound(row[name]) for name, bound in stream.columns.items()])
    except psycopg.Error as error:
        told = stream.statement.as_string(None)
        raise DBAPIError.instance(told, None, error, psycopg.Error) from error


class _Stream(NamedTuple):
    statement: sql.Composed
    types: Sequence[str]
    columns: Mapping[str, Callable[[Any], Any]]  # with what makes of a value what is written


@cache
def _stream(table: Table, names: Sequence[str], dialect: Dialect) -> _Stream:
    columns = {name: table.columns[name].type for name in names}
    return _Stream(
        sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
            sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
        ),
        [_type(kind.compile(dialect)) for kind in columns.values()],
        {name: _bound(kind.bind_processor(dialect)) for name, kind in columns.items()},
    )


def _type(declared: str) -> str:
    return declared.partition("(")[0].lower()


def _bound(process: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    return process or (lambda value: value)
