"""How long an account that nobody uses is kept, and when its owner is warned.

Plain rules: what each step does stands in unused.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

UNUSED = timedelta(days=730)  # 24 months without a visit, and an account goes
WARNINGS = (timedelta(days=90), timedelta(days=30), timedelta(days=7))  # before that, by mail
WITHDRAWN = timedelta(days=30)  # to think again: a diary that may be kept no more, sealed, unused
UNCONFIRMED = timedelta(days=30)  # an address that was never confirmed may be somebody else's
USED_EVERY = timedelta(days=1)  # how exactly the last visit is kept


class Step(Enum):
    """What is done next with an account that is not used."""

    WARN = "warn"
    ERASE = "erase"


class Silence(NamedTuple):
    """Since when nobody came, and how often and when last they were told so by mail."""

    since: datetime
    warnings: int
    warned_at: datetime | None
    by_mail: bool


def next_step(silence: Silence, now: datetime) -> Step | None:
    """What is due; all moments are aware.

    Whoever has an address gets every warning, each as long before the end as it says: where mail
    was away for a while, the end moves too. Without an address there is nobody to warn.
    """
    if not silence.by_mail:
        return Step.ERASE if silence.since <= now - UNUSED else None
    if silence.warned_at is None:
        return Step.WARN if silence.since <= now - UNUSED + WARNINGS[0] else None
    left = (*WARNINGS, timedelta(0))
    if now < silence.warned_at + left[silence.warnings - 1] - left[silence.warnings]:
        return None
    return Step.WARN if silence.warnings < len(WARNINGS) else Step.ERASE
