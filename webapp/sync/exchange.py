"""One exchange between a device and the diary, inside one transaction.

The order is what keeps the promises: lock the diary, refuse what cannot go on, take the changes
in order, and only then read what the device lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError

from webapp.accounts.models import has_consent
from webapp.extensions import db
from webapp.mishaps import Refused
from webapp.sync.ages import must_resync
from webapp.sync.models import meet, outcomes_of, remember, see
from webapp.sync.protocol import (
    OPS_A_DAY,
    PAGE_BYTES,
    PAGE_LIMIT,
    SCHEMA,
    Answer,
    BadOp,
    Op,
    Request,
    Result,
)
from webapp.tracker.counter import Counter, count_ops, lock_diary, lost_from
from webapp.tracker.diary import Judged, Outcome, apply, judge
from webapp.tracker.draft import Draft
from webapp.tracker.models import (
    Row,
    changes_after,
    opened,
    rows_named,
)
from webapp.tracker.records import Problem
from webapp.turns import begin_writing

Changes = Mapping[UUID, Judged | None]  # in their order; None where one could not be read
Applying = Callable[[UUID, UUID, Changes, Counter, datetime], dict[UUID, Outcome]]

UNREADABLE = Outcome("bad", [Problem("op", "wrong_type")])
NOT_STORED = Outcome("bad", [Problem("op", "not_stored")])


def exchange(user_id: UUID, request: Request, now: datetime) -> Answer:
    """Take the changes of `request` and answer it; the caller commits before it is sent.

    Whatever this transaction read before is out of date afterwards.

    Raises Refused: 403 "consent" when the diary may not be kept, 409 "epoch" when the device knows
    another diary (a backup was restored), 410 "resync" when deletions that it missed are no longer
    known, 409 "newdev" when the device was set back and must take a new id, 429 "too_many" past
    the changes of one day. Raises Forgotten when the person had this device forgotten.
    """
    judged = {op.op: judge(user_id, op, now) if isinstance(op, Op) else None for op in request.ops}
    begin_writing()
    try:
        return _exchange(user_id, request, judged, now, _apply)
    except (IntegrityError, DataError):
        # One that the database refuses must leave the others standing: once more, each apart.
        db.session.rollback()
        return _exchange(user_id, request, judged, now, _apply_apart)


def _exchange(
    user_id: UUID, request: Request, judged: Changes, now: datetime, apply_all: Applying
) -> Answer:
    counter = lock_diary(user_id)
    if not has_consent(user_id):  # under the lock: whoever withdraws it waits for us
        raise Refused(403, "consent")
    _check_history(user_id, request, counter)
    results, version = _take(user_id, request, judged, counter, now, apply_all)
    page, more = _page(changes_after(user_id, request.cursor, PAGE_LIMIT + 1))
    named = {op.id for op in request.ops if isinstance(op, Op)}
    beside = rows_named(user_id, named - {row.id for row in page})
    entries = opened(user_id, [*page, *beside])
    return Answer(
        schema=SCHEMA,
        epoch=counter.epoch,
        floor=counter.floor,
        results=results,
        state=[entry for entry in entries if entry.id in named],
        changes=entries[: len(page)],
        # Known before the rows: a counter read after them could skip what arrives in between.
        cursor=page[-1].version if more else version,
        more=more,
        now=now,
    )


def _check_history(user_id: UUID, request: Request, counter: Counter) -> None:
    first_time = request.epoch is None and request.cursor == 0
    same = request.epoch == counter.epoch and request.cursor <= counter.version
    if not (same or first_time):
        lost = lost_from(user_id, request.epoch)
        raise Refused(409, "epoch", more={"epoch": counter.epoch, "lost_from": lost})
    if must_resync(request.cursor, request.fresh, request.floor, counter.floor):
        raise Refused(410, "resync")


def _take(
    user_id: UUID,
    request: Request,
    judged: Changes,
    counter: Counter,
    now: datetime,
    apply_all: Applying,
) -> tuple[list[Result], int]:
    """The fate of each change, and the version at which the diary stands then."""
    outcomes = outcomes_of(user_id, [op.op for op in request.ops])
    new = list({op.op: op for op in request.ops if op.op not in outcomes}.values())
    last_n = meet(user_id, request.device, now)
    if new:
        see(user_id, request.device, _last_number(last_n, new), now)
        _check_day(user_id, len(new), now)
        changes = {op.op: judged[op.op] for op in new}
        taken = apply_all(user_id, request.device, changes, counter, now)
        remember(user_id, taken, now)
        outcomes |= taken
    results = [
        Result(op.op, outcomes[op.op].code, tuple(outcomes[op.op].problems)) for op in request.ops
    ]
    return results, counter.version + len(new)


def _last_number(last_n: int, new: Sequence[Op | BadOp]) -> int:
    # A number at or below one that was seen, on a change that was not: this phone was put back
    # from a backup, and what it sends may be numbered like something that was lost.
    for op in new:
        if op.n <= last_n:
            raise Refused(409, "newdev")
        last_n = op.n
    return last_n


def _check_day(user_id: UUID, new: int, now: datetime) -> None:
    if count_ops(user_id, new, now.date()) > OPS_A_DAY:
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), UTC)
        raise Refused(429, "too_many", retry_after=ceil((tomorrow - now).total_seconds()))


def _apply(
    user_id: UUID, device: UUID, changes: Changes, counter: Counter, now: datetime
) -> dict[UUID, Outcome]:
    """What becomes of these changes, all written at once."""
    draft = Draft(user_id, {judged.change.id for judged in changes.values() if judged})
    outcomes = {
        op: apply(draft, device, judged, version, counter.start) if judged else UNREADABLE
        for version, (op, judged) in enumerate(changes.items(), counter.version + 1)
    }
    draft.write(now)
    return outcomes


def _apply_apart(
    user_id: UUID, device: UUID, changes: Changes, counter: Counter, now: datetime
) -> dict[UUID, Outcome]:
    """The same in a savepoint each: one that the database refuses leaves the others standing."""
    outcomes: dict[UUID, Outcome] = {}
    for before, (op, judged) in enumerate(changes.items(), counter.version):
        here = counter._replace(version=before)
        try:
            with db.session.begin_nested():
                outcomes |= _apply(user_id, device, {op: judged}, here, now)
        except (IntegrityError, DataError):
            outcomes[op] = NOT_STORED
    return outcomes


def _page(rows: list[Row]) -> tuple[list[Row], bool]:
    """As many rows as fit in one answer, and whether others are left; at least one fits."""
    size, fitting = 0, 0
    for row in rows[:PAGE_LIMIT]:
        size += len(row.sealed or b"")
        if fitting and size > PAGE_BYTES:
            break
        fitting += 1
    return rows[:fitting], fitting < len(rows)
