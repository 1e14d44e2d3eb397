"""How long the server remembers what sync needs, and who may go on with an old cursor.

Nothing here is about living entries: those stay until their owner deletes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

OPERATIONS = timedelta(days=180)  # a change that comes again after this counts as new
TOMBSTONES = timedelta(days=180)  # a device that is away for longer pulls everything anew
DEVICES = timedelta(days=180)  # the mark of one that was forgotten; no sign-in lasts longer
EARLIER = timedelta(days=90)  # earlier values can be put back for so long


@dataclass(frozen=True)
class Cutoffs:
    """What is older than these moments may go."""

    operations: datetime
    tombstones: datetime
    devices: datetime
    earlier: datetime


def cutoffs(now: datetime) -> Cutoffs:
    """The moments as of `now`, which is aware."""
    return Cutoffs(now - OPERATIONS, now - TOMBSTONES, now - DEVICES, now - EARLIER)


def must_resync(cursor: int, fresh: bool, floor_at_start: int, floor: int) -> bool:
    """Whether a device has missed deletions of which no trace is left, up to `floor`.

    A device that pulls everything anew (`fresh`) drops what it does not meet. It may go on page
    by page as long as nothing was collected since its first page, which told `floor_at_start`;
    by the cursor alone it would be sent back to the beginning without end.
    """
    if cursor >= floor:
        return False
    return not (fresh and (cursor == 0 or floor_at_start == floor))
