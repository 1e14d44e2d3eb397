"""Days as arrays: one row for each calendar day, and what nobody knows is not a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Factor:
    """A column: a number or a yes (1) and no (0) for each calendar day; unknown is NaN."""

    key: str
    values: Floats
    yesno: bool


@dataclass(frozen=True)
class Table:
    """Calendar days without a hole: `weekday` is 0 on a Monday, `pain` 0 to 10 or NaN."""

    first: date
    pain: Floats
    factors: tuple[Factor, ...]

    @property
    def weekday(self) -> Ints:
        """The weekday of each day, 0 for Monday."""
        return (np.arange(len(self.pain)) + self.first.weekday()) % 7

    @property
    def observed(self) -> Ints:
        """The days whose pain is known, as numbers from the first day on."""
        return np.flatnonzero(~np.isnan(self.pain))

    def until(self, length: int) -> Table:
        """The first `length` days."""
        factors = tuple(Factor(f.key, f.values[:length], f.yesno) for f in self.factors)
        return Table(self.first, self.pain[:length], factors)


def table(
    rows: Iterable[tuple[date, float | None, Mapping[str, float | bool]]],
    keys: Mapping[str, bool],
) -> Table:
    """Rows of (day, pain or None, values of factors), in any order, each day at most once.

    `keys` says of each factor whether it is a yes or no. Without rows the table has no days.
    """
    kept = sorted(rows, key=lambda row: row[0])
    first = kept[0][0] if kept else date(2000, 1, 1)
    length = (kept[-1][0] - first).days + 1 if kept else 0
    pain = np.full(length, np.nan)
    columns = {key: np.full(length, np.nan) for key in keys}
    for day, worst, values in kept:
        place = (day - first).days
        pain[place] = np.nan if worst is None else worst
        for key, column in columns.items():
            column[place] = float(values.get(key, np.nan))
    return Table(first, pain, tuple(Factor(key, columns[key], keys[key]) for key in keys))
