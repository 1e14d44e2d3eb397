"""Forgetting what sync no longer needs, and diaries that may be kept no more, one at a time."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, update

from webapp.accounts.ages import WITHDRAWN
from webapp.accounts.erase import fold_journal
from webapp.accounts.withdrawn import withdrew_at, withdrew_before
from webapp.extensions import db
from webapp.rows import rows_gone
from webapp.sync.ages import cutoffs
from webapp.sync.devices import drop_marks
from webapp.sync.models import Device, Operation, forget_operations
from webapp.tracker.counter import begin_anew, diaries, lock_diary, raise_floor
from webapp.tracker.history import Earlier, forget_older
from webapp.tracker.models import Record, collect_tombstones


class Purged(NamedTuple):
    """How many rows of each kind went."""

    operations: int
    tombstones: int
    earlier: int


def purge(user_id: UUID, now: datetime) -> Purged:
    """Forget what is too old in one person's diary; `now` is aware, the caller commits."""
    old = cutoffs(now)
    # Without the lock a device could read the old floor and the rows without the tombstones.
    lock_diary(user_id)
    versions = collect_tombstones(user_id, old.tombstones)
    raise_floor(user_id, max(versions, default=0))
    drop_marks(user_id, old.devices)
    return Purged(
        operations=forget_operations(user_id, old.operations),
        tombstones=len(versions),
        earlier=forget_older(user_id, old.earlier),
    )


def erase_withdrawn(now: datetime) -> int:
    """Erase the diary of whoever took their consent back long ago; how many. Commits each."""
    long_ago = now - WITHDRAWN
    begun = set(diaries())
    left = [user_id for user_id in withdrew_before(long_ago) if user_id in begun]
    erased = sum(_erase_if_still(user_id, long_ago, now) for user_id in left)
    if erased:
        fold_journal()
    return erased


def erase_diary(user_id: UUID, now: datetime) -> bool:
    """Erase what somebody logged, and all traces of it; whether there was anything.

    Their devices keep what they have, and bring it again if it may ever be kept anew. So a device
    stays in the list, from where it can be forgotten, but begins to count its changes again.
    """
    lock_diary(user_id)
    gone = [
        rows_gone(delete(Record).where(Record.user_id == user_id)),
        rows_gone(delete(Earlier).where(Earlier.user_id == user_id)),
        rows_gone(delete(Operation).where(Operation.user_id == user_id)),
    ]
    if not any(gone):
        return False
    db.session.execute(update(Device).where(Device.user_id == user_id).values(last_n=0))
    begin_anew(user_id, now)
    return True


def _erase_if_still(user_id: UUID, long_ago: datetime, now: datetime) -> bool:
    lock_diary(user_id)  # whoever agrees again in this moment waits, or was first
    since = withdrew_at(user_id)
    erased = since is not None and since <= long_ago and erase_diary(user_id, now)
    db.session.commit()
    return erased
