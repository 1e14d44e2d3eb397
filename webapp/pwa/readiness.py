"""Whether this process can do its work: its database answers, and has the tables it knows."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from alembic.script import ScriptDirectory
from sqlalchemy import Select, column, select, table
from sqlalchemy.exc import DatabaseError

from webapp.config import ROOT
from webapp.extensions import db

State = Literal["ok", "behind", "away"]
_REVISION: Select[Any] = select(column("version_num")).select_from(table("alembic_version"))


def state() -> State:
    """behind: the migrations are still to be run; away: the database does not answer."""
    try:
        return "ok" if db.session.scalar(_REVISION) == _newest() else "behind"
    except DatabaseError:
        db.session.rollback()
        return "away"


@cache
def _newest() -> str | None:
    return ScriptDirectory(str(ROOT / "migrations")).get_current_head()
