"""Which logged factors go together with pain, and how sure that is.

Every factor at lags of 0, 1 and 2 days is laid beside pain, with trend, weekdays and the noise
that a bad day leaves taken out. A spike-and-slab posterior says how likely it is that a factor
matters at all; what is found is taken out before the others are looked at again. The method and
its error rates are in docs/insights.md; `make bench-insights` measures them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.insights.cells import estimate, lagged
from webapp.insights.enough import Lack, lack_of
from webapp.insights.noise import nuisance, persistence
from webapp.insights.slab import interval, log_factor, normal_error, posterior
from webapp.insights.table import Factor, Floats, Table

LAGS = (0, 1, 2)
WEIGHTS = np.log([0.40, 0.35, 0.25])  # of the lags
SHOWN = 0.75  # "goes together"
PERHAPS = 0.50  # under it nothing is named
STEPS = 4
FREE = 5  # degrees of freedom that must be left
OWN = 1 / 50  # of a factor that must be no copy of the other columns
LOW, HIGH = 10, 90  # percentiles of a person's own days
NORMAL = 1.2816  # the same in SDs


@dataclass(frozen=True)
class Association:
    """One factor: `lack` says why nothing can be told, or the rest is told.

    `effect`, `low` and `high` are pain points from this person's low day (`from_`) to their high
    day (`to`), with its 90 % interval; `posterior` is the chance that the factor matters; `n`
    counts the days at `lag` on which the factor and pain are known.
    """

    factor: str
    n: int
    lack: Lack | None = None
    lag: int = 0
    effect: float = 0.0
    low: float = 0.0
    high: float = 0.0
    posterior: float = 0.0
    from_: float = 0.0
    to: float = 0.0

    @property
    def shown(self) -> bool:
        """Whether it may be said that the factor and pain go together."""
        return self.posterior >= SHOWN


class _Candidate:
    """A factor under way: its values of each lag before, its contrast, and what it lacks."""

    def __init__(self, factor: Factor, pain: Floats) -> None:
        self.factor = factor
        self.cells = np.array([lagged(factor.values, lag) for lag in LAGS])
        self.lacks = [lack_of(pain, cell, factor.yesno) for cell in self.cells]
        self.counts = (~np.isnan(self.cells) & ~np.isnan(pain)).sum(axis=1)
        self.able = None in self.lacks
        self.answer = Association(factor.key, int(self.counts[0]), self._least())
        self.from_, self.to = contrast(factor) if self.able else (0.0, 0.0)
        self.evidence = -np.inf  # log Bayes factor over all lags

    def filled(self) -> Floats:
        """The column at the lag of the answer, around 0, with its mean where it is missing."""
        column = self.cells[self.answer.lag]
        filled: Floats = np.nan_to_num(column - np.nanmean(column))
        return filled

    def _least(self) -> Lack | None:
        lacks = [lack for lack in self.lacks if lack]
        return min(lacks, key=lambda lack: lack.lacking) if not self.able else None


def associations(table: Table) -> list[Association]:
    """One answer for each factor, in their order; bad columns only come out as too few."""
    candidates = [_Candidate(factor, table.pain) for factor in table.factors]
    able = [each for each in candidates if each.able]
    if able:
        _look(table, able)
    return [each.answer for each in candidates]


def contrast(factor: Factor) -> tuple[float, float]:
    """This person's low and high day: no and yes, or the 10th and 90th percentile."""
    if factor.yesno:
        return 0.0, 1.0
    known = factor.values[~np.isnan(factor.values)]
    low, high = (float(value) for value in np.percentile(known, [LOW, HIGH]))
    if low < high:
        return low, high
    middle, reach = float(known.mean()), NORMAL * float(known.std())
    return middle - reach, middle + reach


def _look(table: Table, able: Sequence[_Candidate]) -> None:
    """Forward steps: what is found is taken out before the others are looked at again."""
    columns = nuisance(table)
    phi = persistence(table, columns)
    for _ in range(STEPS):
        _answer(able, table.pain, columns, phi)
        # By the log: two chances of 1.0 differ only there.
        best = max(able, key=lambda each: each.evidence)
        able = [each for each in able if each is not best]
        if best.answer.posterior < PERHAPS or not able:
            return
        columns = np.column_stack([columns, best.filled()])
    _answer(able, table.pain, columns, phi)


def _answer(able: Sequence[_Candidate], pain: Floats, columns: Floats, phi: float) -> None:
    """Estimate all of them beside these columns, and weigh what was found."""
    found = estimate(pain, columns, np.concatenate([each.cells for each in able]), phi)
    enough = np.array([lack is None for each in able for lack in each.lacks])
    enough &= (found.free >= FREE) & (found.tolerance >= OWN) & (found.error > 0)
    reach = np.repeat([each.to - each.from_ for each in able], len(LAGS))
    points = np.where(enough, found.slope, 0) * reach
    error = normal_error(points, np.where(enough, found.error, 1) * reach, found.free)
    weight = np.tile(WEIGHTS, len(able)) + log_factor(points, error)
    shape = (len(able), len(LAGS))
    weights = np.where(enough, weight, -np.inf).reshape(shape)
    for each, row, b, se in zip(
        able, weights, points.reshape(shape), error.reshape(shape), strict=True
    ):
        each.evidence = _pooled(row)
        each.answer = _told(each, row, b, se)


def _pooled(weights: Floats) -> float:
    present = np.isfinite(weights)
    if not present.any():
        return float("-inf")
    return float(np.logaddexp.reduce(weights[present]) - np.logaddexp.reduce(WEIGHTS[present]))


def _told(each: _Candidate, weights: Floats, points: Floats, errors: Floats) -> Association:
    if each.evidence == -np.inf:
        return Association(each.factor.key, int(each.counts[0]), Lack("copy"))
    lag = int(np.argmax(weights))
    effect, low, high = interval(float(points[lag]), float(errors[lag]))
    return Association(
        factor=each.factor.key,
        n=int(each.counts[lag]),
        lag=LAGS[lag],
        effect=effect,
        low=low,
        high=high,
        posterior=posterior(each.evidence),
        from_=each.from_,
        to=each.to,
    )
