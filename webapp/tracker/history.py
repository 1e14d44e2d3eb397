"""Earlier values: what a later edit replaced unseen, sealed with the name of its field."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Uuid,
    delete,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.keys import open_box, own_box
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import add_rows, rows_gone
from webapp.tracker.merge import Body


class Earlier(Model):
    """One replaced value; `version` is what replaced it."""

    __tablename__ = "earlier"
    __table_args__ = (Index(None, "user_id", "record_id"),)

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    user_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("user.id", ondelete="CASCADE"))
    record_id: Mapped[UUID] = mapped_column(Uuid)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class EarlierValue(NamedTuple):
    """A value of a field before `version` replaced it."""

    field: str
    value: Any
    version: int
    at: datetime


class Replaced(NamedTuple):
    """The values of a record that `version` replaced unseen."""

    record_id: UUID
    values: Body
    version: int


def keep_earlier(user_id: UUID, replaced: Sequence[Replaced], at: datetime) -> None:
    """Put what was replaced unseen into the history of its record."""
    if not replaced:
        return
    box = own_box(user_id)
    rows = [
        {
            "user_id": user_id,
            "record_id": record_id,
            "sealed": box.seal("earlier", record_id, msgspec.json.encode([field, value])),
            "version": version,
            "at": at,
        }
        for record_id, values, version in replaced
        for field, value in values.items()
    ]
    add_rows(Earlier, rows)


def earlier_of(user_id: UUID, record_id: UUID) -> list[EarlierValue]:
    """The history of one of this person's records, oldest first."""
    question = select(Earlier).where(Earlier.user_id == user_id, Earlier.record_id == record_id)
    return [
        EarlierValue(*_opened(row), row.version, row.at)
        for row in db.session.scalars(question.order_by(Earlier.version, Earlier.id))
    ]


def newest_earlier(user_id: UUID, limit: int) -> list[tuple[UUID, EarlierValue]]:
    """Each record with one of its earlier values, of the whole diary, newest first."""
    question = select(Earlier).where(Earlier.user_id == user_id)
    newest = question.order_by(Earlier.version.desc(), Earlier.id.desc()).limit(limit)
    return [
        (row.record_id, EarlierValue(*_opened(row), row.version, row.at))
        for row in db.session.scalars(newest)
    ]


def forget_earlier(user_id: UUID, record_ids: Collection[UUID]) -> None:
    """Empty the history of records that their owner deleted."""
    if record_ids:
        mine = delete(Earlier).where(Earlier.user_id == user_id)
        rows_gone(mine.where(Earlier.record_id.in_(record_ids)))


def forget_older(user_id: UUID, before: datetime) -> int:
    """Forget earlier values that were replaced before `before`; how many went."""
    old = delete(Earlier).where(Earlier.user_id == user_id, Earlier.at < before)
    return rows_gone(old)


def _opened(row: Earlier) -> tuple[str, Any]:
    opened = open_box(row.user_id).open("earlier", row.record_id, row.sealed)
    return msgspec.json.decode(opened, type=tuple[str, Any])
