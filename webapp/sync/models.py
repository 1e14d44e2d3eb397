"""What the server remembers of syncing: each change with its result, and each device."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    ForeignKey,
    LargeBinary,
    String,
    Uuid,
    bindparam,
    delete,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.keys import open_box, own_box
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import add_rows, rows_gone
from webapp.tracker.diary import Code, Outcome
from webapp.tracker.records import Problem

DEVICES_LIMIT = 20  # each signing in on a wiped phone makes another
AN_HOUR = timedelta(hours=1)


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
    """A device of a person; `last_n` is the highest number of its changes seen so far.

    Its name is sealed: people call a phone after whose it is. One that was forgotten leaves a
    mark without a name, by which it hears so when it comes back.
    """

    __tablename__ = "device"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    device: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    last_n: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    forgotten_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Forgotten(Exception):
    """The person had this device forgotten, at that time; it may not go on as it was."""

    def __init__(self, at: datetime) -> None:
        super().__init__("forgotten")
        self.at = at


_ANSWERED = select(Operation.op, Operation.code, Operation.problems).where(
    Operation.user_id == bindparam("user"), Operation.op.in_(bindparam("ops", expanding=True))
)
_MET = select(Device.last_n, Device.seen_at, Device.forgotten_at).where(
    Device.user_id == bindparam("user"), Device.device == bindparam("its_id")
)
_SEEN = (
    update(Device)
    .where(Device.user_id == bindparam("user"), Device.device == bindparam("its_id"))
    .execution_options(synchronize_session=False)
)


def outcomes_of(user_id: UUID, ops: Collection[UUID]) -> dict[UUID, Outcome]:
    """What became of those of this person's changes that came before."""
    if not ops:
        return {}
    rows = db.session.execute(_ANSWERED, {"user": user_id, "ops": ops})
    return {op: _outcome(user_id, op, code, problems) for op, code, problems in rows}


def remember(user_id: UUID, outcomes: Mapping[UUID, Outcome], at: datetime) -> None:
    """Remember what became of changes."""
    rows = [
        {
            "user_id": user_id,
            "op": op,
            "code": outcome.code,
            "problems": _sealed(user_id, op, outcome),
            "at": at,
        }
        for op, outcome in outcomes.items()
    ]
    add_rows(Operation, rows)


def forget_operations(user_id: UUID, before: datetime) -> int:
    """Forget changes that were answered before `before`; how many went."""
    return rows_gone(delete(Operation).where(Operation.user_id == user_id, Operation.at < before))


def meet(user_id: UUID, device: UUID, now: datetime) -> int:
    """The highest number of this device's changes so far; and that it came by at `now`.

    That is known to the hour, or each pull would write. Of the devices past the limit the one
    that stayed away longest is forgotten. When it comes back it is met as a new one, and nothing
    of it is lost. Raises Forgotten for one that its person had forgotten.
    """
    row = db.session.execute(_MET, {"user": user_id, "its_id": device}).one_or_none()
    if row is None:
        _make_room(user_id)
        new = {"user_id": user_id, "device": device, "last_n": 0, "seen_at": now}
        add_rows(Device, [new])
        return 0
    if row.forgotten_at is not None:
        raise Forgotten(row.forgotten_at)
    if now - row.seen_at >= AN_HOUR:
        see(user_id, device, row.last_n, now)
    return int(row.last_n)


def see(user_id: UUID, device: UUID, last_n: int, now: datetime) -> None:
    """This device came by at `now` with changes up to this number."""
    values = {"user": user_id, "its_id": device, "last_n": last_n, "seen_at": now}
    db.session.execute(_SEEN, values)


def _make_room(user_id: UUID) -> None:
    mine = (Device.user_id == user_id, Device.forgotten_at.is_(None))
    newest = select(Device.device).where(*mine).order_by(Device.seen_at.desc())
    stay = newest.limit(DEVICES_LIMIT - 1)
    rows_gone(delete(Device).where(*mine, Device.device.not_in(stay)))


def _sealed(user_id: UUID, op: UUID, outcome: Outcome) -> bytes | None:
    if not outcome.problems:
        return None
    return own_box(user_id).seal("operation", op, msgspec.json.encode(outcome.problems))


def _outcome(user_id: UUID, op: UUID, code: Code, problems: bytes | None) -> Outcome:
    if problems is None:
        return Outcome(code)
    opened = open_box(user_id).open("operation", op, problems)
    return Outcome(code, msgspec.json.decode(opened, type=list[Problem]))
