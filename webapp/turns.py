"""Whose turn it is to write: of all who write to SQLite one has the database at a time.

By default SQLAlchemy's SQLite driver runs SELECTs outside the transaction, and two requests that
read, change and write lose one of the changes. So transactions are begun by hand: IMMEDIATE where
a request may write, plain where it only reads. Importing this module sees to it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any, TypeVar

from flask import current_app, g, has_request_context, request
from sqlalchemy import Connection, Engine, event

from webapp.extensions import db

View = TypeVar("View", bound=Callable[..., Any])

PATIENCE = 10  # seconds that a writer waits
LOOK_AGAIN = 0.001
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})  # they write nothing
_at_the_door = Lock()  # of all who wait in this process only one looks


def reads_first(view: View) -> View:
    """A view, past GET, that only reads until it calls `begin_writing`.

    Who they are and what they ask is found out before it is their turn.
    """
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def begin_writing() -> None:
    """From here on this request may write; what it read before is out of date."""
    db.session.rollback()
    if has_request_context():
        g.writes = True


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, _record: object) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={PATIENCE * 1000}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if _may_write():
        _take_turn(connection)
    else:
        connection.exec_driver_sql("BEGIN")


def _may_write() -> bool:
    if not has_request_context():
        return True
    if request.method in SAFE_METHODS:
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    return not getattr(view, "reads_first", False) or bool(g.get("writes", False))


def _take_turn(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"{driver!r} is not of SQLite")
    until = time.monotonic() + PATIENCE
    driver.execute("PRAGMA busy_timeout=0")
    try:
        if _at_the_door.acquire(timeout=PATIENCE):
            try:
                while not _begun(driver) and time.monotonic() < until:
                    time.sleep(LOOK_AGAIN)
            finally:
                _at_the_door.release()
        if not driver.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # fails, with the error of SQLAlchemy
    finally:
        driver.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")


def _begun(driver: sqlite3.Connection) -> bool:
    # SQLite's own way of waiting sleeps ever longer, up to 100 ms, also while nobody writes: among
    # many writers one may never find its turn. Looking again soon gives each the same chance.
    with suppress(sqlite3.OperationalError):
        driver.execute("BEGIN IMMEDIATE")
    return driver.in_transaction
