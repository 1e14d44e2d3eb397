"""The records of the last days, without opening ten years for them.

A day is found by its id, which follows from its date. The date of a cramp is sealed with it, so
each is opened, and only what is of these days is read further.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from webapp.accounts.keys import open_box
from webapp.extensions import db
from webapp.tracker.merge import Body, Entry
from webapp.tracker.models import Record
from webapp.tracker.records import day_id
from webapp.vault import Box

DATED = frozenset(
    {"pain", "exercise", "tip"}
)  # of a moment; other kinds are few, or belong to no day


class _When(msgspec.Struct):
    day: str = ""
    began: str = ""


class _Glance(msgspec.Struct):
    body: _When


class _Whole(msgspec.Struct):
    body: Body


_GLANCE, _WHOLE = msgspec.json.Decoder(_Glance), msgspec.json.Decoder(_Whole)
# In pieces: thousands of rows at once make Python look for garbage among them, again and again.
_COLUMNS = select(Record.id, Record.kind, Record.sealed, Record.version).execution_options(
    yield_per=500
)
_MINE = Record.user_id == bindparam("user")
_LIVING = Record.deleted.is_(False)
_THESE_DAYS = and_(Record.kind == "day", Record.id.in_(bindparam("ids", expanding=True)))
_OTHERS = Record.kind.in_(bindparam("kinds", expanding=True))


def lately(user_id: UUID, first: date, last: date, *kinds: str) -> list[Entry]:
    """This person's living records of these kinds, opened; of days, cramps, exercises and
    shown tips only those from `first` to `last`. Raises Unsealable if one was altered.
    """
    box: Box | None = None
    found = []
    for id_, kind, sealed, version in _rows(user_id, first, last, set(kinds)):
        box = box or open_box(user_id)
        body = _body(box.open("record", id_, sealed), kind, first, last)
        if body is not None:
            found.append(Entry(id=id_, kind=kind, body=body, deleted=False, version=version))
    return sorted(found, key=lambda entry: entry.version)


def _rows(user_id: UUID, first: date, last: date, kinds: Collection[str]) -> Any:
    wanted: list[ColumnElement[bool]] = []
    values: dict[str, object] = {"user": user_id}
    if "day" in kinds:
        dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
        wanted.append(_THESE_DAYS)
        values["ids"] = [day_id(user_id, each.isoformat()) for each in dates]
    if others := [kind for kind in kinds if kind != "day"]:
        wanted.append(_OTHERS)
        values["kinds"] = others
    return db.session.execute(_COLUMNS.where(_MINE, _LIVING, or_(*wanted)), values)


def _body(plain: bytes, kind: str, first: date, last: date) -> Body | None:
    if kind in DATED:
        when = _GLANCE.decode(plain).body
        if not first.isoformat() <= (when.day or when.began[:10]) <= last.isoformat():
            return None
    return _WHOLE.decode(plain).body
