"""When an account that nobody uses is warned of, and when it goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from webapp.accounts.ages import UNUSED, WARNINGS, Silence, Step, next_step

LAST = datetime(2024, 2, 29, 12, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


def silence(warnings: int = 0, warned_at: datetime | None = None, mail: bool = True) -> Silence:
    return Silence(LAST, warnings, warned_at, mail)


def test_two_years_and_three_warnings() -> None:
    assert UNUSED.days == 2 * 365
    assert [warning.days for warning in WARNINGS] == [90, 30, 7]


@pytest.mark.parametrize("mail", [True, False])
def test_nothing_is_due_before_its_second(mail: bool) -> None:
    due = LAST + UNUSED - (WARNINGS[0] if mail else timedelta(0))
    assert next_step(silence(mail=mail), due - A_SECOND) is None
    assert next_step(silence(mail=mail), due) is (Step.WARN if mail else Step.ERASE)


@pytest.mark.parametrize(("warned", "gap"), [(1, 60), (2, 23), (3, 7)])
def test_every_warning_leaves_the_time_that_it_promised(warned: int, gap: int) -> None:
    told = silence(warned, LAST + UNUSED)
    due = LAST + UNUSED + timedelta(days=gap)
    assert next_step(told, due - A_SECOND) is None
    assert next_step(told, due) is (Step.ERASE if warned == 3 else Step.WARN)


def test_from_day_to_day_it_takes_two_years() -> None:
    steps: list[tuple[Step, int]] = []
    told, day = silence(), LAST
    while not steps or steps[-1][0] is not Step.ERASE:
        day += timedelta(days=1)
        step = next_step(told, day)
        if step:
            steps.append((step, (day - LAST).days))
            told = silence(told.warnings + 1, day)
    assert steps == [(Step.WARN, 640), (Step.WARN, 700), (Step.WARN, 723), (Step.ERASE, 730)]


def test_where_mail_was_away_for_a_year_nobody_goes_without_three_warnings() -> None:
    late = LAST + UNUSED + timedelta(days=365)
    assert next_step(silence(), late) is Step.WARN
    assert next_step(silence(1, late), late + timedelta(days=59)) is None
    assert next_step(silence(2, late), late + timedelta(days=23)) is Step.WARN
