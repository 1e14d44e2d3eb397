"""The tables of the diary, and the queries on them: each for one person.

Bodies are sealed, and so are the names of their fields: a name tells about somebody's health
too. Nothing here commits.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    Uuid,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Model, db
from webapp.tracker.keys import open_box, own_box
from webapp.tracker.merge import Body, Current, Entry, FieldVersions, Merged
from webapp.vault import Box

EPOCHS = 2**31 - 1


class Diary(Model):
    """A person's counter of versions; `epoch` is another one after a backup was restored."""

    __tablename__ = "diary"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Integer)


class Record(Model):
    """One thing that was logged; a deleted one keeps its id and version, and no body."""

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("user_id", "version"),)

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column(BigInteger)
    deleted: Mapped[bool] = mapped_column(Boolean)


class Counter(NamedTuple):
    """Where a diary stands."""

    version: int
    epoch: int


class _Contents(msgspec.Struct):
    """What is sealed of a record."""

    body: Body
    fields: FieldVersions


def lock_diary(user_id: UUID) -> Counter:
    """Where this person's diary stands, held until the transaction ends; begins it if needed.

    The lock puts one person's writes in order, so versions become visible in order. (SQLite
    needs none: a request that may write holds the whole database.)
    """
    question = select(Diary.version, Diary.epoch).where(Diary.user_id == user_id).with_for_update()
    row = db.session.execute(question).one_or_none()
    if row is None:
        _begin_diary(user_id)
        row = db.session.execute(question).one()
    return Counter(*row)


def raise_version(user_id: UUID, by: int) -> int:
    """Raise this person's counter, and say where it stands now; the diary has begun."""
    raised = (
        update(Diary)
        .where(Diary.user_id == user_id)
        .values(version=Diary.version + by)
        .returning(Diary.version)
        .execution_options(synchronize_session=False)
    )
    return db.session.execute(raised).scalar_one()


def records_of(user_id: UUID, *kinds: str) -> list[Entry]:
    """This person's living records of these kinds (of all kinds if none is named), opened."""
    question = select(Record).where(Record.user_id == user_id, Record.deleted.is_(False))
    if kinds:
        question = question.where(Record.kind.in_(kinds))
    return opened(user_id, db.session.scalars(question.order_by(Record.version)))


def records_named(user_id: UUID, ids: Collection[UUID]) -> list[Entry]:
    """This person's records with these ids, deleted ones too."""
    question = select(Record).where(Record.user_id == user_id, Record.id.in_(ids))
    return opened(user_id, db.session.scalars(question.order_by(Record.version)))


def record_of(user_id: UUID, record_id: UUID) -> Entry | None:
    """One of this person's records, deleted or not; None if there never was one."""
    return next(iter(records_named(user_id, [record_id])), None)


def changes_after(user_id: UUID, version: int, limit: int) -> list[Record]:
    """The first `limit` of this person's rows past `version`, still sealed."""
    question = select(Record).where(Record.user_id == user_id, Record.version > version)
    return list(db.session.scalars(question.order_by(Record.version).limit(limit)))


def opened(user_id: UUID, rows: Iterable[Record]) -> list[Entry]:
    """Rows of this person as their owner sees them; raises Unsealable if one was altered."""
    rows = list(rows)
    box = open_box(user_id) if any(row.sealed for row in rows) else None
    return [
        Entry(
            id=row.id,
            kind=row.kind,
            body=_contents(box, row).body if box and row.sealed else {},
            deleted=row.deleted,
            version=row.version,
        )
        for row in rows
    ]


def current_of(user_id: UUID, record_id: UUID) -> Current | None:
    """The same record as the conflict rule needs it."""
    row = db.session.get(Record, (user_id, record_id))
    if row is None:
        return None
    if not row.sealed:
        return Current(kind=row.kind, body={}, fields={}, deleted=True)
    contents = _contents(open_box(user_id), row)
    return Current(kind=row.kind, body=contents.body, fields=contents.fields, deleted=False)


def write(user_id: UUID, record_id: UUID, kind: str, merged: Merged, version: int) -> None:
    """Write what a record became, as `version`; a deleted one loses its body at once."""
    sealed = None
    if not merged.deleted:
        contents = _Contents(body=merged.body, fields=merged.fields)
        sealed = own_box(user_id).seal("record", record_id, msgspec.json.encode(contents))
    row = db.session.get(Record, (user_id, record_id))
    if row is None:
        row = Record(user_id=user_id, id=record_id, kind=kind)
        db.session.add(row)
    row.sealed, row.deleted, row.version = sealed, merged.deleted, version
    db.session.flush()


def _begin_diary(user_id: UUID) -> None:
    # Two devices may begin at once; the second waits for the first and then finds its row.
    # The epoch is random, so that a restored backup never meets one that a device knows.
    with suppress(IntegrityError), db.session.begin_nested():
        db.session.add(Diary(user_id=user_id, version=0, epoch=1 + secrets.randbelow(EPOCHS)))


def _contents(box: Box, row: Record) -> _Contents:
    return msgspec.json.decode(box.open("record", row.id, row.sealed or b""), type=_Contents)
