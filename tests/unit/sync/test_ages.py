"""Who may go on with an old cursor, and what is old."""

from datetime import UTC, datetime

import pytest

from webapp.sync.ages import EARLIER, OPERATIONS, TOMBSTONES, cutoffs, must_resync


def test_each_sort_has_its_own_age() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    old = cutoffs(now)
    assert (now - old.operations, now - old.tombstones) == (OPERATIONS, TOMBSTONES)
    assert now - old.earlier == EARLIER


def test_a_change_is_known_for_as_long_as_a_delete() -> None:
    # Else a device could bring a change a second time without first being told to pull anew.
    assert OPERATIONS >= TOMBSTONES


@pytest.mark.parametrize(
    ("cursor", "fresh", "floor_at_start", "must"),
    [
        (10, False, 0, False),  # saw the last delete that was collected
        (9, False, 0, True),
        (9, False, 10, True),  # a floor counts only while everything is pulled anew
        (0, False, 0, True),
        (0, True, 0, False),  # begins anew
        (5, True, 10, False),  # goes on, and nothing was collected since
        (5, True, 9, True),
    ],
)
def test_whoever_missed_a_collected_delete_pulls_anew_from_the_start(
    cursor: int, fresh: bool, floor_at_start: int, must: bool
) -> None:
    assert must_resync(cursor, fresh, floor_at_start, floor=10) is must


def test_without_collected_deletes_everybody_goes_on() -> None:
    assert not must_resync(0, fresh=False, floor_at_start=0, floor=0)
