"""What is in a diary, and the queries on them: each for one person.

Bodies are sealed, and so are the names of their fields: a name tells about somebody's health
too. Nothing here commits.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    LargeBinary,
    Select,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.keys import open_box
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import add_rows
from webapp.tracker.merge import Body, Current, Entry, FieldVersions
from webapp.tracker.seen import Seen, told_apart
from webapp.vault import Box


class Record(Model):
    """One thing that was logged; a deleted one keeps its id and version, and no body.

    Of a deleted one: `deleted_at` for collecting it later, and what was seen (see State) as JSON.
    """

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
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_of_deleted: Mapped[str | None] = mapped_column(Text)


class _Told(msgspec.Struct, kw_only=True):
    """Of what is sealed of a record: what its owner is told."""

    body: Body
    seen: Seen = []


class _Contents(_Told, kw_only=True):
    """What is sealed of a record; see State."""

    fields: FieldVersions
    lost: dict[str, tuple[int, int]] = {}
    healed: int = 0


# Made once: making them takes longer than decoding. Reading a whole diary needs no more than the
# bodies, and passes over the rest in a third of the time.
_TOLD = msgspec.json.Decoder(_Told)
_CONTENTS = msgspec.json.Decoder(_Contents)
_SEEN = msgspec.json.Decoder(Seen)


class Row(NamedTuple):
    """A row as it is read: still sealed."""

    id: UUID
    kind: str
    sealed: bytes | None
    version: int
    deleted: bool
    seen_of_deleted: str | None


# Columns, not objects: a pull of years would spend its time on making them. And the questions of
# each sync are put together once: that takes longer than asking them.
_MINE = (
    select(*(getattr(Record, name) for name in Row._fields))
    .where(Record.user_id == bindparam("user"))
    .order_by(Record.version)
)
_NAMED = _MINE.where(Record.id.in_(bindparam("ids", expanding=True)))
_AFTER = _MINE.where(Record.version > bindparam("version")).limit(bindparam("limit"))


def records_of(user_id: UUID, *kinds: str) -> list[Entry]:
    """This person's living records of these kinds (of all kinds if none is named), opened."""
    question = _MINE.where(Record.deleted.is_(False))
    if kinds:
        question = question.where(Record.kind.in_(kinds))
    return opened(user_id, _read(question, user=user_id))


def records_named(user_id: UUID, ids: Collection[UUID]) -> list[Entry]:
    """This person's records with these ids, deleted ones too."""
    return opened(user_id, rows_named(user_id, ids))


def record_of(user_id: UUID, record_id: UUID) -> Entry | None:
    """One of this person's records, deleted or not; None if there never was one."""
    return next(iter(records_named(user_id, [record_id])), None)


def rows_named(user_id: UUID, ids: Collection[UUID]) -> list[Row]:
    """The rows of `records_named`, still sealed."""
    return _read(_NAMED, user=user_id, ids=ids) if ids else []


def changes_after(user_id: UUID, version: int, limit: int) -> list[Row]:
    """The first `limit` of this person's rows past `version`, still sealed."""
    return _read(_AFTER, user=user_id, version=version, limit=limit)


def opened(user_id: UUID, rows: Sequence[Row]) -> list[Entry]:
    """Rows of this person as their owner sees them; raises Unsealable if one was altered."""
    box = open_box(user_id) if any(row.sealed for row in rows) else None
    return [_entry(row, _told(box, row)) for row in rows]


def current(box: Box, row: Row) -> Current:
    """The same as the conflict rule needs it."""
    if not row.sealed:
        seen = _told(None, row).seen or [(0, row.version)]
        return Current(kind=row.kind, body={}, fields={}, deleted=True, seen=seen)
    contents = _CONTENTS.decode(_unsealed(box, row))
    return Current(
        kind=row.kind,
        body=contents.body,
        fields=contents.fields,
        deleted=False,
        lost=contents.lost,
        healed=contents.healed,
        seen=contents.seen or [(0, row.version)],
    )


def sealed_row(
    user_id: UUID, record_id: UUID, box: Box, state: Current, version: int, now: datetime
) -> dict[str, Any]:
    """The row that a record becomes, as `version`; a deleted one has no body."""
    sealed, seen = None, told_apart(state.seen, version)
    if not state.deleted:
        contents = _Contents(
            body=state.body,
            seen=seen,
            fields=state.fields,
            lost=state.lost,
            healed=state.healed,
        )
        sealed = box.seal("record", record_id, msgspec.json.encode(contents))
    return {
        "user_id": user_id,
        "id": record_id,
        "kind": state.kind,
        "sealed": sealed,
        "version": version,
        "deleted": state.deleted,
        "deleted_at": now if state.deleted else None,
        "seen_of_deleted": msgspec.json.encode(seen).decode() if state.deleted and seen else None,
    }


def write_rows(new: list[dict[str, Any]], known: list[dict[str, Any]]) -> None:
    """Add the new rows, and put the others in the place of those with their ids."""
    add_rows(Record, new)
    if known:
        db.session.execute(update(Record), known)


def count_records(user_id: UUID) -> int:
    """How many records this person has, with the deleted ones that are not collected yet."""
    question = select(func.count()).select_from(Record).where(Record.user_id == user_id)
    return db.session.scalar(question) or 0


def collect_tombstones(user_id: UUID, before: datetime) -> list[int]:
    """Forget this person's records that were deleted before `before`; the versions that went."""
    return list(
        db.session.scalars(
            delete(Record)
            .where(Record.user_id == user_id, Record.deleted, Record.deleted_at < before)
            .returning(Record.version)
            .execution_options(synchronize_session=False)
        )
    )


def _read(question: Select[Any], **values: object) -> list[Row]:
    # Past the session, which would look for objects in each row.
    db.session.flush()
    return [Row(*row) for row in db.session.connection().execute(question, values)]


def _entry(row: Row, told: _Told) -> Entry:
    return Entry(
        id=row.id,
        kind=row.kind,
        body=told.body,
        deleted=row.deleted,
        version=row.version,
        seen=told.seen,
    )


def _told(box: Box | None, row: Row) -> _Told:
    if box is None or not row.sealed:
        return _Told(body={}, seen=_SEEN.decode(row.seen_of_deleted or "[]"))
    return _TOLD.decode(_unsealed(box, row))


def _unsealed(box: Box, row: Row) -> bytes:
    return box.open("record", row.id, row.sealed or b"")
