"""Ways to find what goes together with pain: ours, and three that other apps and papers use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import NormalDist

import numpy as np

from webapp.insights.associations import LAGS, associations
from webapp.insights.cells import estimate, lagged
from webapp.insights.enough import lack_of
from webapp.insights.noise import nuisance, persistence
from webapp.insights.table import Floats, Table

ALPHA = 0.05
A_DIFFERENCE = 0.5  # pain points between days with much and with little
FEW = 5  # days of each kind


def ours(table: Table) -> set[str]:
    """The factors with a posterior of .75 or more."""
    return {each.factor for each in associations(table) if each.shown}


def averages(table: Table) -> set[str]:
    """Half a point between the days above and not above the median, as popular apps show it."""
    return {key for key, values in _cells(table) if _difference(table.pain, values) >= A_DIFFERENCE}


def pearson(table: Table) -> set[str]:
    """A correlation with p under .05, each cell by itself (Fisher's z)."""
    return {key for key, values in _cells(table) if _p_of_r(table.pain, values) < ALPHA}


def gls(table: Table) -> set[str]:
    """Regression with AR(1) noise, and Benjamini–Hochberg over all cells."""
    cells = list(_cells(table))
    if not cells:
        return set()
    columns = nuisance(table)
    phi = persistence(table, columns)
    found = estimate(table.pain, columns, np.array([values for _, values in cells]), phi)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.nan_to_num(found.slope / found.error)
    p = np.array([2 * NormalDist().cdf(-abs(each)) for each in z])
    order = np.argsort(p)
    passed = np.flatnonzero(p[order] <= ALPHA * np.arange(1, len(p) + 1) / len(p))
    return {cells[place][0] for place in order[: passed.max() + 1]} if len(passed) else set()


METHODS: dict[str, Callable[[Table], set[str]]] = {
    "with versus without": averages,
    "Pearson, p < .05": pearson,
    "AR(1) and Benjamini-Hochberg": gls,
    "ours": ours,
}


def _cells(table: Table) -> Iterator[tuple[str, Floats]]:
    for factor in table.factors:
        for lag in LAGS:
            values = lagged(factor.values, lag)
            if lack_of(table.pain, values, factor.yesno) is None:
                yield factor.key, values


def _both(pain: Floats, values: Floats) -> tuple[Floats, Floats]:
    known = ~np.isnan(pain) & ~np.isnan(values)
    return pain[known], values[known]


def _difference(pain: Floats, values: Floats) -> float:
    pain, values = _both(pain, values)
    much = values > np.median(values) if len(np.unique(values)) > 2 else values > 0
    if min(much.sum(), (~much).sum()) < FEW:
        return 0.0
    return float(abs(pain[much].mean() - pain[~much].mean()))


def _p_of_r(pain: Floats, values: Floats) -> float:
    pain, values = _both(pain, values)
    r = float(np.clip(np.corrcoef(pain, values)[0, 1], -0.999999, 0.999999))
    return 2 * NormalDist().cdf(-abs(np.arctanh(r)) * (len(pain) - 3) ** 0.5)
