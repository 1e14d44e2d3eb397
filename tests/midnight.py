"""No test begins just before a day ends: what it says of today must hold until it is done."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

# The server's day, and that of the people in the tests.
ZONES = (UTC, ZoneInfo("Europe/Amsterdam"))


def seconds_to_wait(now: datetime, spare: timedelta) -> float:
    """How long until the day begins that ends within `spare` of this moment; 0 when none does."""
    left = [_until_midnight(now.astimezone(zone)) for zone in ZONES]
    return max((each.total_seconds() for each in left if each < spare), default=0.0)


def wait_past_midnight(spare: timedelta) -> None:
    """Sleep over midnight when it comes within `spare`."""
    if wait := seconds_to_wait(datetime.now(UTC), spare):
        time.sleep(wait + 1)


def _until_midnight(now: datetime) -> timedelta:
    tomorrow = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return tomorrow.astimezone(UTC) - now.astimezone(UTC)
