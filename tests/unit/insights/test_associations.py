"""What goes together with pain: found where it was planted, silent where nothing is."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tests.bench.insights.counts import Counts
from tests.bench.insights.world import person
from webapp.insights.associations import Association, associations, contrast
from webapp.insights.enough import Lack
from webapp.insights.table import Factor, Floats, Table

MONDAY = date(2026, 1, 5)


def one(pain: Floats, values: Floats, yesno: bool = False) -> Association:
    """The answer for a single factor."""
    return associations(Table(MONDAY, pain, (Factor("stress", values, yesno),)))[0]


def diary(
    length: int = 120, points: float = 0.0, lag: int = 0, seed: int = 1
) -> tuple[Floats, Floats]:
    """Pain and a scale from 0 to 10 that adds `points` over its own range, `lag` days later."""
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 11, length).astype(float)
    pain = 4 + rng.normal(0, 1, length)
    pain[lag:] += points * (values[: length - lag] - 5) / 8
    return np.clip(np.round(pain), 0, 10), values


@pytest.mark.parametrize("lag", [0, 1, 2])
@pytest.mark.parametrize("points", [2.0, -2.0])
def test_a_planted_trigger_is_found_at_its_lag_with_its_size(lag: int, points: float) -> None:
    found = one(*diary(points=points, lag=lag))
    assert found.shown
    assert found.lag == lag
    assert found.low < points < found.high
    assert found.low < found.effect < found.high


def test_where_nothing_is_planted_nothing_is_shown() -> None:
    assert not any(one(*diary(seed=seed)).shown for seed in range(20))


def test_a_missing_day_is_no_day_of_zero() -> None:
    pain, values = diary(points=2.0)
    gaps = np.arange(len(pain)) % 3 == 0
    pain, values = np.where(gaps, np.nan, pain), np.where(gaps, np.nan, values)
    kept = one(pain, values)
    assert kept.n == int((~gaps).sum())
    assert kept.shown
    zeros = one(np.nan_to_num(pain), np.nan_to_num(values))
    assert (zeros.n, zeros.effect) != (kept.n, kept.effect)


def test_what_only_rides_along_with_a_trigger_fades() -> None:
    rng = np.random.default_rng(3)
    pain, stress = diary(length=300, points=3.0)
    shadow = stress + rng.normal(0, 2, 300)
    both = Table(MONDAY, pain, (Factor("shadow", shadow, False), Factor("stress", stress, False)))
    alone = one(pain, shadow)
    beside, real = associations(both)
    assert alone.shown
    assert real.shown
    assert beside.posterior < 0.5


BAD = {
    "one day": (np.array([4.0]), np.array([3.0]), "days", 19),
    "no days": (np.array([]), np.array([]), "days", 20),
    "all missing": (np.full(60, np.nan), np.full(60, np.nan), "days", 20),
    "on three days": (diary()[0], np.where(np.arange(120) < 3, 5.0, np.nan), "days", 17),
    "always the same": (diary()[0], np.full(120, 7.0), "same", 2),
    "pain always 0": (np.zeros(60), diary(60)[1], "pain", 0),
    "pain always 10": (np.full(60, 10.0), diary(60)[1], "pain", 0),
}


@pytest.mark.parametrize("name", BAD)
def test_too_little_is_said_with_what_is_lacking(name: str) -> None:
    pain, values, reason, lacking = BAD[name]
    found = one(pain, values)
    assert found.lack == Lack(reason, lacking)  # type: ignore[arg-type]
    assert not found.shown


def test_a_yes_needs_days_of_both_kinds_and_separate_times() -> None:
    pain = diary(60)[0]
    days = np.arange(60)
    assert one(pain, (days < 3).astype(float), True).lack == Lack("yes", 2)
    assert one(pain, (days > 2).astype(float), True).lack == Lack("no", 2)
    assert one(pain, (days < 10).astype(float), True).lack == Lack("times", 2)
    assert one(pain, (days % 7 == 3).astype(float), True).lack is None


def test_what_follows_the_calendar_is_no_habit() -> None:
    pain = diary(150)[0]
    weekend = (np.arange(150) % 7 >= 5).astype(float)
    assert one(pain, weekend, True).lack == Lack("copy")
    assert one(pain, np.arange(150.0)).lack == Lack("copy")


def test_low_and_high_are_days_of_this_person() -> None:
    assert contrast(Factor("ill", np.array([0.0, 1.0]), True)) == (0, 1)
    assert contrast(Factor("sleep", np.arange(11.0), False)) == (1, 9)
    low, high = contrast(Factor("rare", np.array([0.0] * 95 + [8.0] * 5), False))
    assert low < 0.4 < high


def test_in_made_up_people_little_is_false_and_much_is_found() -> None:
    """A small version of make bench-insights, with bounds that a broken method does not meet."""
    shown = [any(x.shown for x in associations(person(s).table.until(180))) for s in range(200)]
    assert sum(shown) <= 10
    counts = Counts()
    for seed in range(60):
        counts.look(person(1_000_000 + seed, triggers=1 + seed % 3), 365)
    assert counts.share("found 2.0", "triggers 2.0") >= 0.8
    assert counts.share("found 1.0", "triggers 1.0") >= 0.35
    assert counts.share("false", "shown") <= 0.08
    assert counts.share("right lag", "true") >= 0.95
    assert counts.share("held", "true") >= 0.75
    assert 0.85 <= counts.exaggeration() <= 1.15
