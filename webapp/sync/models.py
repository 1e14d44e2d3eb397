"""What the server remembers of syncing: each change with its result, and each device."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Uuid, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Model, UtcDateTime, db
from webapp.tracker.diary import Code, Outcome
from webapp.tracker.keys import open_box, own_box
from webapp.tracker.records import Problem


class Operation(Model):
    """A change that was answered: when it comes again it is answered the same.

    The problems of a bad one are sealed, for they name fields.
    """

    __tablename__ = "operation"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    op: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    code: Mapped[Code] = mapped_column(String(8))
    problems: Mapped[bytes | None] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Device(Model):
    """A device of a person; `last_n` is the highest number of its changes seen so far."""

    __tablename__ = "device"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    device: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    last_n: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def outcomes_of(user_id: UUID, ops: Collection[UUID]) -> dict[UUID, Outcome]:
    """What became of those of this person's changes that came before."""
    question = select(Operation).where(Operation.user_id == user_id, Operation.op.in_(ops))
    return {row.op: _outcome(row) for row in db.session.scalars(question)}


def remember(user_id: UUID, op: UUID, outcome: Outcome, at: datetime) -> None:
    """Remember what became of a change."""
    sealed = None
    if outcome.problems:
        sealed = own_box(user_id).seal("operation", op, msgspec.json.encode(outcome.problems))
    db.session.add(Operation(user_id=user_id, op=op, code=outcome.code, problems=sealed, at=at))
    db.session.flush()


def last_number(user_id: UUID, device: UUID) -> int:
    """The highest number seen of this device, 0 if it is new."""
    row = db.session.get(Device, (user_id, device))
    return row.last_n if row else 0


def saw(user_id: UUID, device: UUID, last_n: int, at: datetime) -> None:
    """Remember how far this device has come."""
    row = db.session.get(Device, (user_id, device))
    if row is None:
        db.session.add(Device(user_id=user_id, device=device, last_n=last_n, seen_at=at))
    else:
        row.last_n, row.seen_at = last_n, at
    db.session.flush()


def _outcome(row: Operation) -> Outcome:
    if row.problems is None:
        return Outcome(row.code)
    opened = open_box(row.user_id).open("operation", row.op, row.problems)
    return Outcome(row.code, msgspec.json.decode(opened, type=list[Problem]))
