"""The tests know when a day is about to end, for the server and for the people."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.midnight import seconds_to_wait

SPARE = timedelta(minutes=2)


@pytest.mark.parametrize(
    ("now", "wait"),
    [
        ("2026-11-30T22:57:59", 0),
        ("2026-11-30T22:58:30", 90),  # 23:58:30 in Amsterdam
        ("2026-11-30T23:00:00", 0),
        ("2026-11-30T23:59:59", 1),
        ("2026-12-01T00:00:00", 0),
        ("2026-06-30T21:59:00", 60),
        ("2026-06-30T22:59:00", 0),
        ("2026-10-24T21:59:00", 60),  # the evening before the clock goes back
        ("2026-10-25T22:59:00", 60),  # and the one after it
        ("2026-03-29T21:59:00", 60),
    ],
)
def test_only_the_last_minutes_of_a_day_are_waited_for(now: str, wait: float) -> None:
    assert seconds_to_wait(datetime.fromisoformat(now).replace(tzinfo=UTC), SPARE) == wait
