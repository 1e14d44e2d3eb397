"""What pain does by itself: level, trend and weekdays, and that a bad day is followed by another.

The noise is AR(1) in calendar days: two days that lie `gap` days apart go together by φ to the
power of the gap. Whitening takes that out, so that ordinary least squares is right again.
"""

from __future__ import annotations

import numpy as np

from webapp.insights.table import Floats, Ints, Table

GRID = np.arange(0, 0.901, 0.075)  # of φ
USUAL, SPREAD = 0.45, 0.20  # of φ before anything is known of this person
WEEKDAYS_FROM = 120  # observed days; with fewer only the weekend is told apart
SATURDAY = 5


def nuisance(table: Table) -> Floats:
    """What is no habit, one row for each calendar day: intercept, trend, and week."""
    days = np.arange(len(table.pain))
    trend = (days - days.mean()) / max(1.0, float(days.max()))
    weekday = table.weekday
    if len(table.observed) >= WEEKDAYS_FROM:
        week = (weekday[:, None] == np.arange(1, 7)).astype(float)
    else:
        week = (weekday >= SATURDAY).astype(float)[:, None]
    return np.column_stack([np.ones(len(days)), trend, week])


def persistence(table: Table, columns: Floats) -> float:
    """φ of this person's pain: the mode of its restricted likelihood and what is usual."""
    days = table.observed
    scores = [
        restricted(days, table.pain[days], columns[days], phi) - (phi - USUAL) ** 2 / 2 / SPREAD**2
        for phi in GRID
    ]
    return float(GRID[int(np.argmax(scores))])


def restricted(days: Ints, pain: Floats, columns: Floats, phi: float) -> float:
    """The restricted (REML) profile log likelihood of φ, up to a constant."""
    keep, scale = steps(days, phi)
    rows = whiten(np.column_stack([columns, pain]), keep, scale)
    design, outcome = rows[:, :-1], rows[:, -1]
    used = design[:, np.any(design != 0, axis=0)]
    triangle = np.linalg.qr(np.column_stack([used, outcome]), mode="r")
    diagonal = np.abs(np.diag(triangle)) + 1e-12
    free = len(days) - used.shape[1]
    return float(np.log(scale).sum() - np.log(diagonal[:-1]).sum() - free * np.log(diagonal[-1]))


def steps(days: Ints, phi: float) -> tuple[Floats, Floats]:
    """For each day how much of the day before it is taken off, and the scale of what is left."""
    keep = np.zeros(len(days))
    keep[1:] = phi ** np.diff(days)
    return keep, 1 / np.sqrt(1 - keep**2)


def whiten(rows: Floats, keep: Floats, scale: Floats) -> Floats:
    """Rows without what they have from the row before; the first row stays."""
    before = np.vstack([np.zeros_like(rows[:1]), rows[:-1]])
    return np.asarray((rows - keep[:, None] * before) * scale[:, None])
