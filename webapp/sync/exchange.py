"""One exchange between a device and the diary, inside one transaction.

The order is what keeps the promises: lock the diary, refuse what cannot go on, take the changes
in order, and only then read what the device lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError

from webapp.extensions import db
from webapp.mishaps import Refused
from webapp.sync.models import last_number, outcomes_of, remember, saw
from webapp.sync.protocol import (
    PAGE_BYTES,
    PAGE_LIMIT,
    Answer,
    BadOp,
    Op,
    Request,
    Result,
)
from webapp.tracker.diary import Outcome, apply
from webapp.tracker.models import (
    Counter,
    Record,
    changes_after,
    lock_diary,
    opened,
    raise_version,
    records_named,
)
from webapp.tracker.records import Problem

UNREADABLE = Outcome("bad", [Problem("op", "wrong_type")])
NOT_STORED = Outcome("bad", [Problem("op", "not_stored")])


def exchange(user_id: UUID, request: Request, now: datetime) -> Answer:
    """Take the changes of `request` and answer it; the caller commits before it is sent.

    Raises Refused with 409 "epoch" when the device knows another diary (a backup was
    restored), and with 409 "newdev" when the device was set back and must take a new id.
    """
    counter = lock_diary(user_id)
    _check_epoch(request, counter)
    results = _take(user_id, request, counter, now)
    version = lock_diary(user_id).version
    page, more = _page(changes_after(user_id, request.cursor, PAGE_LIMIT + 1))
    return Answer(
        epoch=counter.epoch,
        results=results,
        state=records_named(user_id, {op.id for op in request.ops if isinstance(op, Op)}),
        changes=opened(user_id, page),
        # Read before the rows: a counter read after them could skip what arrives in between.
        cursor=page[-1].version if more else version,
        more=more,
        now=now,
    )


def _check_epoch(request: Request, counter: Counter) -> None:
    first_time = request.epoch is None and request.cursor == 0
    if request.epoch == counter.epoch and request.cursor <= counter.version:
        return
    if not first_time:
        raise Refused(409, "epoch", more={"epoch": counter.epoch})


def _take(user_id: UUID, request: Request, counter: Counter, now: datetime) -> list[Result]:
    outcomes = outcomes_of(user_id, [op.op for op in request.ops])
    new = list({op.op: op for op in request.ops if op.op not in outcomes}.values())
    if new:
        _check_numbers(user_id, request.device, new, now)
        raise_version(user_id, len(new))
    for version, op in enumerate(new, counter.version + 1):
        outcomes[op.op] = _take_one(user_id, request.device, op, version, now)
    return [
        Result(op.op, outcomes[op.op].code, tuple(outcomes[op.op].problems)) for op in request.ops
    ]


def _check_numbers(user_id: UUID, device: UUID, new: Sequence[Op | BadOp], now: datetime) -> None:
    # A number at or below one that was seen, on a change that was not: this phone was put back
    # from a backup, and what it sends may be numbered like something that was lost.
    last = last_number(user_id, device)
    for op in new:
        if op.n <= last:
            raise Refused(409, "newdev")
        last = op.n
    saw(user_id, device, last, now)


def _take_one(user_id: UUID, device: UUID, op: Op | BadOp, version: int, now: datetime) -> Outcome:
    try:
        # A savepoint each: one change that the database refuses leaves the others standing.
        with db.session.begin_nested():
            outcome = apply(user_id, device, op, version, now) if isinstance(op, Op) else UNREADABLE
    except (IntegrityError, DataError):
        outcome = NOT_STORED
    remember(user_id, op.op, outcome, now)
    return outcome


def _page(rows: list[Record]) -> tuple[list[Record], bool]:
    """As many rows as fit in one answer, and whether others are left; at least one fits."""
    size, fitting = 0, 0
    for row in rows[:PAGE_LIMIT]:
        size += len(row.sealed or b"")
        if fitting and size > PAGE_BYTES:
            break
        fitting += 1
    return rows[:fitting], fitting < len(rows)
