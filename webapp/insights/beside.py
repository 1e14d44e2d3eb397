"""The plain comparison under a finding: pain on this person's low days and on their high days."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.insights.cells import lagged
from webapp.insights.table import Factor, Floats

THIRDS = (100 / 3, 200 / 3)  # percentiles


@dataclass(frozen=True)
class Side:
    """Days with values from `least` to `most`: how many they are, and their mean pain (0-10)."""

    least: float
    most: float
    days: int
    pain: float


def low_and_high(pain: Floats, factor: Factor, lag: int) -> tuple[Side, Side] | None:
    """The lowest and the highest third of the days on which both are known; None without two.

    `lag` is how many days before the pain the factor is taken. Equal values are never split.
    """
    values = lagged(factor.values, lag)
    known = ~np.isnan(pain) & ~np.isnan(values)
    pain, values = pain[known], values[known]
    if len(np.unique(values)) < 2:
        return None
    low, high = np.percentile(values, THIRDS)
    if low == high:
        above = bool((values > high).any())
        lows, highs = (values <= low, values > high) if above else (values < low, values >= high)
    else:
        lows, highs = values <= low, values >= high
    return _side(pain, values, lows), _side(pain, values, highs)


def _side(pain: Floats, values: Floats, chosen: np.ndarray) -> Side:
    return Side(
        least=float(values[chosen].min()),
        most=float(values[chosen].max()),
        days=int(chosen.sum()),
        pain=float(pain[chosen].mean()),
    )
