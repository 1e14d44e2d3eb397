"""A spike and a slab: a factor does nothing, or something of a usual size.

The slab is normal around 0 with an SD of 1.25 pain points; one factor in ten is expected to do
something. An estimate gives a Bayes factor between the two, and is shrunk towards 0.
"""

from __future__ import annotations

from math import exp

import numpy as np

from webapp.insights.table import Floats, Ints

ODDS = 0.10 / 0.90  # that a factor matters, before anything is known
SLAB = 1.25  # pain points
WITHIN = 1.645  # SDs of a 90 % interval
LARGEST = 700.0  # exp of more does not fit a float


def normal_error(points: Floats, error: Floats, free: Ints) -> Floats:
    """The error with which a normal tail is as long as that of t (Wallace 1959)."""
    df = np.maximum(free, 1)
    t = points / error
    z = np.sqrt(df * np.log1p(t**2 / df)) * (8 * df + 1) / (8 * df + 3)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(z > 0, np.abs(points) / z, error)


def log_factor(points: Floats, error: Floats) -> Floats:
    """The log Bayes factor of slab against spike."""
    spike, slab = error**2, SLAB**2
    return np.asarray(
        0.5 * np.log(spike / (spike + slab)) + 0.5 * (points / error) ** 2 * slab / (spike + slab)
    )


def posterior(log_bayes_factor: float) -> float:
    """The chance that a factor matters."""
    odds = ODDS * exp(min(log_bayes_factor, LARGEST))
    return odds / (1 + odds)


def interval(points: float, error: float) -> tuple[float, float, float]:
    """The effect if the factor matters: mean, and the ends of its 90 % interval."""
    share = SLAB**2 / (SLAB**2 + error**2)
    mean, reach = share * points, WITHIN * share**0.5 * error
    return mean, mean - reach, mean + reach
