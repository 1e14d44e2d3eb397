"""Made-up trials: people who keep to a plan on most days, and write down pain on most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from tests.bench.insights.world import Odd, own_pain
from webapp.insights.table import Floats
from webapp.insights.trial.design import PAIRS, plan
from webapp.insights.trial.estimate import SLAB, Result, goal_of, result
from webapp.insights.trial.verdict import LOOKS, answer

STEADY = Odd("steady", noise=(0.55, 1.1))
LOGS, KEEPS = 0.80, 0.85  # shares of days
HELPS = ("clearly", "a_little")
EFFECT_SEEDS = 5_000_000
DECIDED = (*HELPS, "worse", "no_gain")


@dataclass(frozen=True)
class Ended:
    """How a made-up trial ended: the last answer, on which day, and the chance that it helps."""

    answer: str
    day: int
    result: Result | None


def trial(seed: int, effect: float, block: int, odd: Odd = STEADY) -> Ended:
    """Live through a trial whose habit changes pain by `effect` points, with its looks."""
    rng = np.random.default_rng(seed)
    # Whoever cannot tell goes on: at the end of the plan it is looked at as well.
    looks = sorted({*LOOKS[block], 2 * block * PAIRS[block]})
    assigned = np.array(plan(int(rng.integers(2**32)), block, -(-looks[-1] // (2 * block))), float)
    done = assigned * (rng.random(len(assigned)) < KEEPS)
    pain = own_pain(rng, odd, len(done) + 30)
    usual, during = float(pain[:30].mean()), pain[30:] + effect * _building(done)
    recorded = np.clip(np.round(during), 0, 10)
    known = np.where(rng.random(len(done)) < LOGS, recorded, np.nan)
    weekday = np.arange(len(done)) % 7
    for day in looks:
        found = result(known[:day], assigned[:day], weekday[:day], goal_of(usual))
        said = answer(found, day, block)
        if said in DECIDED and (said != "no_gain" or day in LOOKS[block]):
            break
    return Ended(said, day, found)


def foretold(seed: int) -> tuple[float, bool] | None:
    """The chance that the habit helps, as told at the end, and whether it does.

    Effects are drawn from what the method takes for usual.
    """
    effect = float(np.random.default_rng(seed + EFFECT_SEEDS).normal(0, SLAB))
    found = trial(seed, effect, 3).result
    return (found.help, effect < 0) if found else None


def told(ended: list[Ended]) -> Counter[str]:
    """How often each answer was given."""
    return Counter(each.answer for each in ended)


def _building(done: Floats) -> Floats:
    """Half of today's and half of yesterday's habit."""
    return np.asarray((done + np.concatenate([[0.0], done[:-1]])) / 2)
