"""What a trial says: how much pain changes on days with the habit, and how sure that is.

Pain is laid beside half of today's and half of yesterday's assignment, so an effect may build in a
day and no day is thrown away; level, trend, weekend and AR(1) noise are taken out. The posterior
is worked out on a grid of the effect, over all values of φ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.insights.noise import SATURDAY, SPREAD, USUAL, steps, whiten
from webapp.insights.table import Floats, Ints

PHIS = np.arange(0, 0.851, 0.085)
EFFECTS = np.round(np.arange(-6, 6.001, 0.02), 2)
SLAB = 1.25  # pain points: SD of the prior of the effect
FLOOR = 0.5  # added to the squares, so that equal numbers give no certainty
DAYS, EACH = 10, 4  # needed in all, and of each arm
MONTH = 28


@dataclass(frozen=True)
class Result:
    """`help` is the chance of less pain on days with the habit, `target` that of `goal` points
    less or more; `median`, `low` and `high` (80 % interval) are points, under 0 is less pain.
    """

    n: int
    help: float
    target: float
    goal: float
    median: float
    low: float
    high: float


def result(pain: Floats, assigned: Floats, weekday: Ints, goal: float) -> Result | None:
    """One value for each day of the trial: pain (NaN: missing), habit 1 or 0, weekday from 0.

    None while there are too few days, or where pain was always the same.
    """
    days = np.flatnonzero(~np.isnan(pain))
    with_habit = int(assigned[days].sum())
    if len(days) < DAYS or min(with_habit, len(days) - with_habit) < EACH:
        return None
    if len(np.unique(pain[days])) < 2:
        return None
    before = np.concatenate([[0.0], assigned[:-1]])
    exposure = (assigned + before) / 2
    count = np.arange(len(pain))
    columns = np.column_stack([np.ones(len(pain)), weekday >= SATURDAY, count / MONTH, exposure])
    chances = _posterior(days, columns[days], pain[days])
    return _read(chances, goal, len(days))


def goal_of(usual: float) -> float:
    """What counts as a noticeable gain: 30 % of the usual pain, between 1 and 2 points."""
    return float(np.clip(0.3 * usual, 1, 2))


def _posterior(days: Ints, columns: Floats, pain: Floats) -> Floats:
    """The chance of each effect of the grid."""
    logs = np.array([_likelihood(days, columns, pain, phi) for phi in PHIS])
    logs -= (PHIS[:, None] - USUAL) ** 2 / 2 / SPREAD**2
    logs -= EFFECTS**2 / 2 / SLAB**2
    chances = np.exp(logs - logs.max()).sum(axis=0)
    return np.asarray(chances / chances.sum())


def _likelihood(days: Ints, columns: Floats, pain: Floats, phi: float) -> Floats:
    """The log likelihood of each effect, with level, trend, weekend and size of noise out."""
    keep, scale = steps(days, phi)
    rows = whiten(np.column_stack([columns, pain]), keep, scale)
    used = rows[:, :3][:, np.any(rows[:, :3] != 0, axis=0)]
    basis, triangle = np.linalg.qr(used)
    x, y = (rows[:, place] - basis @ (basis.T @ rows[:, place]) for place in (3, 4))
    rest = y @ y - 2 * EFFECTS * (x @ y) + EFFECTS**2 * (x @ x) + FLOOR
    free = len(days) - used.shape[1]
    constant = np.log(scale).sum() - np.log(np.abs(np.diag(triangle))).sum()
    return np.asarray(constant - free / 2 * np.log(rest))


def _read(chances: Floats, goal: float, n: int) -> Result:
    reached = np.cumsum(chances)
    low, median, high = (float(np.interp(q, reached, EFFECTS)) for q in (0.1, 0.5, 0.9))
    # The 0 in the middle of the grid is half a help.
    help_ = chances[EFFECTS < 0].sum() + chances[EFFECTS == 0].sum() / 2
    target = chances[-goal >= EFFECTS].sum()
    return Result(n, float(help_), float(target), goal, median, low, high)
