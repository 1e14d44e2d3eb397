"""A person's counter of versions: every change of their diary gets the next number.

The number is the only order there is; no clock is asked. What a device has seen is told by the
epoch of the diary and one such number.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    Uuid,
    bindparam,
    case,
    delete,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.erase import gone
from webapp.extensions import Model, db
from webapp.rows import rows_gone

EPOCHS = 2**31 - 1
JUMP = 1_000_000  # versions: more than anybody makes between a backup and its being put back


class Diary(Model):
    """Where a person's diary stands.

    `epoch` is another one after a backup was restored, and began at version `start`. Of
    deletions up to `floor` no trace is left: whoever has not seen them must pull everything
    anew. `ops` counts the changes that devices sent on the UTC day `ops_on`.
    """

    __tablename__ = "diary"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Integer)
    start: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    floor: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    ops: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    ops_on: Mapped[date | None] = mapped_column(Date)


class Ended(Model):
    """An epoch that ended because a backup was put back.

    What a device of that epoch knows past the version `lost_from`, the server may have lost.
    """

    __tablename__ = "ended"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    epoch: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    lost_from: Mapped[int] = mapped_column(BigInteger)


class Counter(NamedTuple):
    """Where a diary stands."""

    version: int
    epoch: int
    start: int
    floor: int


class State(NamedTuple):
    """By which a diary is known to be unchanged."""

    epoch: int
    version: int


# What each sync does is put together once: that takes longer than doing it.
_LOCKED = (
    select(*(getattr(Diary, name) for name in Counter._fields))
    .where(Diary.user_id == bindparam("user"))
    .with_for_update()
)
_COUNTED = (
    update(Diary)
    .where(Diary.user_id == bindparam("user"))
    .values(
        version=Diary.version + bindparam("by"),
        ops=case((Diary.ops_on == bindparam("day"), Diary.ops), else_=0) + bindparam("by"),
        ops_on=bindparam("day"),
    )
    .returning(Diary.ops)
    .execution_options(synchronize_session=False)
)


def state_of(user_id: UUID) -> State:
    """The state of this person's diary, without a lock; zeros before it has begun."""
    question = select(Diary.epoch, Diary.version).where(Diary.user_id == user_id)
    row = db.session.execute(question).one_or_none()
    return State(*row) if row else State(0, 0)


def lock_diary(user_id: UUID) -> Counter:
    """Where this person's diary stands, held until the transaction ends; begins it if needed.

    Raises Refused (410) when the person was erased meanwhile.

    The lock puts one person's writes in order, so versions become visible in order. (SQLite
    needs none: a request that may write holds the whole database.)
    """
    row = db.session.execute(_LOCKED, {"user": user_id}).one_or_none()
    if row is None:
        _begin_diary(user_id)
        row = db.session.execute(_LOCKED, {"user": user_id}).first()
    if row is None:
        raise gone()
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


def raise_floor(user_id: UUID, floor: int) -> None:
    """From now on nothing is known of deletions up to `floor`."""
    _change(user_id, Diary.floor < floor, floor=floor)


def count_ops(user_id: UUID, by: int, day: date) -> int:
    """Raise this person's counter by changes that a device sent on the UTC day `day`.

    Answers how many this person's devices sent on it so far; the diary has begun.
    """
    return db.session.execute(_COUNTED, {"user": user_id, "by": by, "day": day}).scalar_one()


def begin_epoch(user_id: UUID, now: datetime) -> None:
    """Begin another epoch of this person's diary, after a backup was put back; `now` is aware.

    The versions jump past every one that was lost. The time in milliseconds is past those of an
    earlier restore too, of which a still older backup knows nothing.
    """
    counter = lock_diary(user_id)
    _end_epoch(user_id, counter, now, lost_from=counter.version)


def begin_anew(user_id: UUID, now: datetime) -> None:
    """Begin another epoch of a diary that was erased whole; `now` is aware.

    It is as if the oldest backup of all was put back: whatever a device of any epoch knows of it
    is lost here, and may be brought again.
    """
    counter = lock_diary(user_id)
    rows_gone(delete(Ended).where(Ended.user_id == user_id))
    _end_epoch(user_id, counter, now, lost_from=0)
    _change(user_id, floor=0, ops=0, ops_on=None)


def lost_from(user_id: UUID, epoch: int | None) -> int:
    """The version past which a device of that epoch may know what the server lost.

    Of an epoch that nobody knows here, the lowest of all: it began and ended in lost time.
    """
    ended = db.session.scalars(select(Ended).where(Ended.user_id == user_id))
    known = {one.epoch: one.lost_from for one in ended}
    return known.get(epoch, min(known.values(), default=0)) if epoch else 0


def diaries() -> list[UUID]:
    """Whose diaries have begun."""
    return list(db.session.scalars(select(Diary.user_id)))


def _begin_diary(user_id: UUID) -> None:
    # Two devices may begin at once; the second waits for the first and then finds its row.
    with suppress(IntegrityError), db.session.begin_nested():
        db.session.add(Diary(user_id=user_id, version=0, epoch=_random_epoch()))


def _end_epoch(user_id: UUID, counter: Counter, now: datetime, lost_from: int) -> None:
    db.session.add(Ended(user_id=user_id, epoch=counter.epoch, lost_from=lost_from))
    version = max(counter.version + JUMP, int(now.timestamp() * 1000))
    _change(user_id, epoch=_random_epoch(), version=version, start=version)


def _random_epoch() -> int:
    # Random, so that a restored backup never meets one that a device knows.
    return 1 + secrets.randbelow(EPOCHS)


def _change(user_id: UUID, *where: ColumnElement[bool], **values: Any) -> None:
    db.session.execute(
        update(Diary)
        .where(Diary.user_id == user_id, *where)
        .values(values)
        .execution_options(synchronize_session=False)
    )
