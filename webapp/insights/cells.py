"""The estimates of every factor at every lag in one batch of arrays.

A cell is a factor at a lag: pain of day t beside the factor of day t − lag. Each cell has its own
complete days, and so its own gaps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.insights.table import Floats, Ints

TINY = 1e-10


@dataclass(frozen=True)
class Estimates:
    """Of each cell: complete days, slope in pain points for one unit, its error, its freedom.

    `tolerance` is the share of the factor that is no copy of the other columns. A slope is not a
    number where nothing varies.
    """

    count: Ints
    slope: Floats
    error: Floats
    free: Ints
    tolerance: Floats


def lagged(values: Floats, lag: int) -> Floats:
    """The value of `lag` days before, on each day; NaN before the first."""
    return np.concatenate([np.full(lag, np.nan), values])[: len(values)]


def estimate(pain: Floats, columns: Floats, cells: Floats, phi: float) -> Estimates:
    """Least squares of whitened pain on whitened columns and, last, one cell.

    Shapes: pain (days,), columns (days, p) without NaN, cells (cells, days); NaN is missing.
    """
    known = ~np.isnan(pain)
    pain, columns, cells = pain[known], columns[known], cells[:, known]
    complete = ~np.isnan(cells)
    keep, scale, before = _steps(complete, np.flatnonzero(known), phi)
    y = _white(np.broadcast_to(pain, cells.shape), keep, scale, before)
    x = _white(np.where(complete, cells, 0.0), keep, scale, before)
    z = (columns[None] - keep[..., None] * columns[before]) * scale[..., None]
    return _solve(y, x, z, complete.sum(axis=1))


def _steps(complete: NDArray[np.bool_], days: Ints, phi: float) -> tuple[Floats, Floats, Ints]:
    """As noise.steps, for each cell; the scale of a day that is not complete is 0."""
    places = np.where(complete, np.arange(complete.shape[1]), -1)
    reached = np.maximum.accumulate(places, axis=1)
    before = np.concatenate([np.full((len(complete), 1), -1), reached[:, :-1]], axis=1)
    gaps = days - days[before]
    keep = np.where(before < 0, 0.0, phi ** np.where(before < 0, 1, gaps))
    scale = np.where(complete, 1 / np.sqrt(1 - keep**2), 0.0)
    return keep, scale, np.maximum(before, 0)


def _white(rows: Floats, keep: Floats, scale: Floats, before: Ints) -> Floats:
    return (rows - keep * np.take_along_axis(rows, before, axis=1)) * scale


def _solve(y: Floats, x: Floats, z: Floats, count: Ints) -> Estimates:
    norms = np.sqrt(np.einsum("cnp,cnp->cp", z, z))
    used = norms > TINY
    z = z / np.where(used, norms, 1.0)[:, None, :]
    turned = z.transpose(0, 2, 1)
    # A column that is 0 on all complete days, such as a weekday, must not spoil the others.
    square = turned @ z + np.where(used, TINY, 1.0)[..., None] * np.eye(z.shape[2])
    sides = turned @ np.stack([x, y], axis=2)
    u, v = np.moveaxis(np.linalg.solve(np.linalg.cholesky(square), sides), 2, 0)
    sxx, sxy = _dot(x, x) - _dot(u, u), _dot(x, y) - _dot(u, v)
    syy = _dot(y, y) - _dot(v, v)
    alone = _dot(x, x) - _dot(z[..., 0], x) ** 2  # beside the intercept only
    free = count - used.sum(axis=1) - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = sxy / sxx
        rest = np.maximum(syy - sxy * slope, 0) / free
        error = np.sqrt(rest / sxx)
        tolerance = np.where(alone > TINY, sxx / alone, 0.0)
    return Estimates(count, slope, error, free, tolerance)


def _dot(one: Floats, other: Floats) -> Floats:
    return np.asarray(np.einsum("cn,cn->c", one, other))
