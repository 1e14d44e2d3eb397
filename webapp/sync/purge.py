"""Forgetting what sync no longer needs, one diary at a time."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from webapp.sync.ages import cutoffs
from webapp.sync.devices import drop_marks
from webapp.sync.models import forget_operations
from webapp.tracker.counter import lock_diary, raise_floor
from webapp.tracker.history import forget_older
from webapp.tracker.models import collect_tombstones


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
