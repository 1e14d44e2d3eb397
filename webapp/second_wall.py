"""What PostgreSQL itself refuses: rows of somebody else, and anything but changing rows.

The tables of the diary show a transaction only the rows of the person for whom it says that it
acts. A request says so as soon as it knows who is there; before that, and for a query that forgot
whose rows it wants, there are none of anybody else. What runs outside a request (the commands of
flask) acts for everybody, and says that too.
"""

from __future__ import annotations

from typing import Any

from flask import has_request_context, request
from psycopg import sql
from sqlalchemy import Connection, Engine, String, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

READ_ONLY = "alembic_version"
PERSON = "app.person"
EVERYBODY = "*"
_ACTS_FOR = "rugwijs.acts_for"  # in the request


class acting_for(FunctionElement[str]):  # noqa: N801 - reads as the function that it is in SQL
    """Says within a query for whom this transaction acts: for the person in that column."""

    type = String()
    inherit_cache = True


@compiles(acting_for)
def _nothing(_element: Any, _compiler: Any, **_more: Any) -> str:
    return "NULL"


@compiles(acting_for, "postgresql")
def _set(element: Any, compiler: Any, **more: Any) -> str:
    whom = compiler.process(element.clauses, **more)
    return f"set_config('{PERSON}', CAST({whom} AS TEXT), true)"


def act_for(user_id: object) -> None:
    """Have every later transaction of this request say that it acts for this person."""
    request.environ[_ACTS_FOR] = str(user_id)


@event.listens_for(Engine, "begin")
def _say_for_whom(connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    whom = request.environ.get(_ACTS_FOR) if has_request_context() else EVERYBODY
    if whom:
        connection.exec_driver_sql("SELECT set_config(%s, %s, true)", (PERSON, whom))


def role(name: str) -> str:
    """The SQL, for whoever owns the tables, that makes the role with which the app connects.

    Afterwards it has all that it needs and no more, also on the tables of later migrations. It
    can be run again.
    """
    who = sql.Identifier(name)
    steps = [
        sql.SQL(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {}) THEN"
            " CREATE ROLE {} LOGIN; END IF; END $$"
        ).format(sql.Literal(name), who),
        sql.SQL(
            "ALTER ROLE {} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
        ).format(who),
        sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC, {}").format(who),
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(who),
        sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(
            who
        ),
        sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(who),
        sql.SQL("REVOKE INSERT, UPDATE, DELETE ON {} FROM {}").format(
            sql.Identifier(READ_ONLY), who
        ),
        sql.SQL(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
            " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}"
        ).format(who),
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {}").format(
            who
        ),
    ]
    return "".join(step.as_string(None) + ";\n" for step in steps)
