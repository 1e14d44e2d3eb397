"""The diary as one row a day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from webapp.insights.days import Day, days

TODAY = date(2026, 11, 22)


@dataclass
class Record:
    kind: str
    body: dict[str, Any] = field(default_factory=dict)
    deleted: bool = False


def pain(began: str, worst: int) -> Record:
    return Record("pain", {"began": began, "worst": worst})


def day(when: date = TODAY, **values: Any) -> Record:
    return Record("day", {"day": when.isoformat(), **values})


def today(*records: Record) -> Day:
    return days(records, TODAY, 3)[-1]


def test_every_date_has_a_row_oldest_first() -> None:
    rows = days([], TODAY, 4)
    assert [row.date for row in rows] == [date(2026, 11, n) for n in (19, 20, 21, 22)]


def test_a_day_without_entry_stays_unknown() -> None:
    assert today() == Day(TODAY, worst=None, entries=0, no_cramp=False, values={})
    assert not today().logged


def test_no_cramp_today_is_a_pain_of_zero() -> None:
    assert today(day(no_cramp=True)).worst == 0


def test_a_day_with_only_habits_says_nothing_about_pain() -> None:
    row = today(day(sitting_h=8.5))
    assert row.worst is None
    assert row.values == {"sitting_h": 8.5}
    assert row.logged


def test_the_worst_of_several_cramps_counts() -> None:
    cramps = [pain("2026-11-22T08:30+01:00", 4), pain("2026-11-22T21:00+01:00", 7)]
    assert (today(*cramps).worst, today(*cramps).entries) == (7, 2)
    assert today(*cramps[::-1]).worst == 7


def test_a_cramp_outweighs_no_cramp_on_the_same_day() -> None:
    assert today(day(no_cramp=True), pain("2026-11-22T21:00+01:00", 3)).worst == 3


def test_a_late_cramp_belongs_to_the_persons_own_day() -> None:
    # 23:30 in New York is already the next day in UTC.
    assert today(pain("2026-11-22T23:30-05:00", 5)).worst == 5
    assert today(pain("2026-11-23T00:30+13:00", 5)).worst is None


def test_deleted_records_and_other_kinds_leave_no_trace() -> None:
    gone = Record("pain", {}, deleted=True)
    others = [
        Record("profile", {"mecfs": True}),
        Record("tip", {"tip": "T06", "day": "2026-11-22"}),
    ]
    assert days([gone, *others], TODAY, 3) == days([], TODAY, 3)


def test_days_outside_the_window_are_left_out() -> None:
    outside = [day(TODAY - timedelta(days=3), sleep_h=7), day(TODAY + timedelta(days=1), sleep_h=7)]
    assert days(outside, TODAY, 3) == days([], TODAY, 3)


@given(st.dictionaries(st.sampled_from(["sleep_h", "walk_min", "stress"]), st.integers(0, 10)))
def test_a_row_knows_exactly_what_was_logged(values: dict[str, int]) -> None:
    logged = Record("day", {"day": TODAY.isoformat(), **values})
    assert today(logged).values == values


def test_a_done_exercise_and_the_sides_of_a_cramp_stand_on_their_day() -> None:
    done = Record("exercise", {"began": "2026-11-22T23:30+01:00", "exercise": "X01", "sets": 1})
    left = Record("pain", {"began": "2026-11-22T08:00+01:00", "worst": 3, "at_low_left": 2})
    right = Record(
        "pain",
        {"began": "2026-11-22T09:00+01:00", "worst": 2, "zones": ["low_right", "mid_middle"]},
    )
    row = today(done, left, right)
    assert row.exercised
    assert row.sides == {"left", "right", "middle"}
    assert not today(Record("exercise", done.body, deleted=True)).exercised
