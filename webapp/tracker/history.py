"""Earlier values: what a later edit replaced unseen, sealed with the name of its field."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, Uuid, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Model, UtcDateTime, db
from webapp.tracker.keys import open_box, own_box
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


def keep_earlier(user_id: UUID, record_id: UUID, values: Body, version: int, at: datetime) -> None:
    """Put values that `version` replaced unseen into the record's history."""
    for field, value in values.items():
        named = msgspec.json.encode([field, value])
        sealed = own_box(user_id).seal("earlier", record_id, named)
        db.session.add(
            Earlier(user_id=user_id, record_id=record_id, sealed=sealed, version=version, at=at)
        )
    db.session.flush()


def earlier_of(user_id: UUID, record_id: UUID) -> list[EarlierValue]:
    """The history of one of this person's records, oldest first."""
    question = select(Earlier).where(Earlier.user_id == user_id, Earlier.record_id == record_id)
    return [
        EarlierValue(*_opened(row), row.version, row.at)
        for row in db.session.scalars(question.order_by(Earlier.version, Earlier.id))
    ]


def forget_earlier(user_id: UUID, record_id: UUID) -> None:
    """Empty the history of a record that its owner deleted."""
    db.session.execute(
        delete(Earlier).where(Earlier.user_id == user_id, Earlier.record_id == record_id)
    )


def _opened(row: Earlier) -> tuple[str, Any]:
    opened = open_box(row.user_id).open("earlier", row.record_id, row.sealed)
    return msgspec.json.decode(opened, type=tuple[str, Any])
