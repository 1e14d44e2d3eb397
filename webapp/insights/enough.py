"""Whether there are enough days to say anything about a factor, and what is lacking if not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from webapp.insights.table import Floats

DAYS = 20  # with the factor and pain both known
EACH = 5  # days of yes, and days of no
RUNS = 3  # separate times that a yes came
VALUES = 3  # different numbers

Reason = Literal["days", "yes", "no", "times", "same", "pain", "copy"]


@dataclass(frozen=True)
class Lack:
    """Why nothing can be told, and how many days (or times) are lacking at least.

    days: too few complete days; yes, no: too few of them; times: too few separate times of yes;
    same: always the same; pain: the pain was always the same; copy: it follows the calendar or
    another factor.
    """

    reason: Reason
    lacking: int = 0


def lack_of(pain: Floats, values: Floats, yesno: bool) -> Lack | None:
    """What is lacking to lay `values` beside `pain`, day by day (NaN: unknown); None if nothing."""
    complete = ~np.isnan(pain) & ~np.isnan(values)
    pain, values = pain[complete], values[complete]
    if len(values) < DAYS:
        return Lack("days", DAYS - len(values))
    if len(np.unique(pain)) < 2:
        return Lack("pain")
    return _of_answers(values > 0) if yesno else _of_numbers(values)


def _of_answers(yes: np.ndarray) -> Lack | None:
    many = int(yes.sum())
    if many < EACH:
        return Lack("yes", EACH - many)
    if len(yes) - many < EACH:
        return Lack("no", EACH - (len(yes) - many))
    times = int((yes & ~np.concatenate([[False], yes[:-1]])).sum())
    return Lack("times", RUNS - times) if times < RUNS else None


def _of_numbers(values: Floats) -> Lack | None:
    different = len(np.unique(values))
    return Lack("same", VALUES - different) if different < VALUES else None
