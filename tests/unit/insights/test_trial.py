"""Trials on oneself: their order, what they say, and what they may not say."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.bench.insights.trials import HELPS, told, trial
from webapp.insights.table import Floats
from webapp.insights.trial.design import plan
from webapp.insights.trial.estimate import Result, goal_of, result
from webapp.insights.trial.verdict import answer

WEEKDAYS = np.arange(42) % 7


def done(effect: float, seed: int = 1) -> tuple[Floats, Floats]:
    """Pain and plan of six weeks, with this effect of the habit."""
    rng = np.random.default_rng(seed)
    assigned = np.array(plan(seed, 3, 7), float)
    pain = 5 + rng.normal(0, 0.7, 42) + effect * assigned
    return np.clip(np.round(pain), 0, 10), assigned


@pytest.mark.parametrize("block", [3, 7])
def test_every_pair_of_blocks_is_balanced_and_the_lot_decides_its_order(block: int) -> None:
    firsts: Counter[bool] = Counter()
    for seed in range(300):
        days = plan(seed, block, 3)
        for start in range(0, len(days), 2 * block):
            one, other = days[start : start + block], days[start + block : start + 2 * block]
            assert len(set(one)) == len(set(other)) == 1
            assert one[0] is not other[0]
            firsts[one[0]] += 1
    assert 380 < firsts[True] < 520


def test_a_seed_always_makes_the_same_order() -> None:
    assert plan(7, 3, 7) == plan(7, 3, 7)
    assert len({tuple(plan(seed, 3, 7)) for seed in range(50)}) > 30
    assert plan(2**32 + 7, 3, 7) == plan(7, 3, 7)


def test_a_habit_that_helps_is_told_to_help() -> None:
    pain, assigned = done(-3)
    found = result(pain, assigned, WEEKDAYS, 1.5)
    assert found
    assert found.help > 0.99
    assert found.low < found.median < found.high < 0
    assert answer(found, 42, 3) == "clearly"


def test_a_habit_that_hurts_is_told_to_hurt() -> None:
    assert answer(result(*done(2.5), WEEKDAYS, 1.5), 42, 3) == "worse"


def test_a_missed_day_counts_for_nothing() -> None:
    pain, assigned = done(-2)
    pain[::4] = np.nan
    found = result(pain, assigned, WEEKDAYS, 1)
    assert found
    assert found.n == int((~np.isnan(pain)).sum())


def test_with_an_empty_arm_nothing_can_be_told() -> None:
    pain, assigned = done(-3)
    assert result(np.where(assigned == 1, np.nan, pain), assigned, WEEKDAYS, 1) is None
    assert result(np.where(assigned == 0, np.nan, pain), assigned, WEEKDAYS, 1) is None
    assert result(pain[:9], assigned[:9], WEEKDAYS[:9], 1) is None
    assert answer(None, 60, 3) == "too_few"


@pytest.mark.parametrize("always", [0.0, 4.0, 10.0])
def test_equal_numbers_give_no_certainty(always: float) -> None:
    assert result(np.full(42, always), done(0)[1], WEEKDAYS, 1) is None


def test_the_goal_is_a_third_of_the_usual_pain_within_limits() -> None:
    assert [goal_of(usual) for usual in (0, 2, 5, 9)] == [1, 1, 1.5, 2]


def said(help_: float, target: float, day: int = 60, block: int = 3) -> str:
    return answer(Result(40, help_, target, 1, 0, 0, 0), day, block)


def test_what_is_said_follows_the_chances_and_the_day() -> None:
    assert said(0.99, 0.80) == "clearly"
    assert said(0.96, 0.30) == "a_little"
    assert said(0.96, 0.30, day=48) == "undecided"
    assert said(0.985, 0.30, day=24) == "a_little"
    assert said(0.96, 0.30, day=56, block=7) == "a_little"
    assert said(0.05, 0.01) == "worse"
    assert said(0.60, 0.10) == "no_gain"
    assert said(0.60, 0.10, day=36) == "undecided"
    assert said(0.60, 0.30) == "undecided"


def test_in_made_up_trials_no_effect_is_seldom_told_to_help() -> None:
    none = told([trial(seed, 0.0, 3) for seed in range(60)])
    strong = told([trial(seed, -1.5, 3) for seed in range(60)])
    assert sum(none[word] for word in HELPS) <= 7
    assert sum(strong[word] for word in HELPS) >= 40
