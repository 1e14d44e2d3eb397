"""Made-up diaries, row by row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from webapp.insights.days import Day

FIRST = date(2026, 1, 5)


def rows(pain: Any, **factors: Any) -> list[Day]:
    """One row a day; None and NaN are unknown."""
    made = []
    for n, worst in enumerate(pain):
        day = Day(FIRST + timedelta(days=n))
        day.worst = None if worst is None or np.isnan(worst) else int(worst)
        for key, values in factors.items():
            if values[n] is not None and not (isinstance(values[n], float) and np.isnan(values[n])):
                day.values[key] = values[n]
        made.append(day)
    return made


def planted(
    length: int = 120, points: float = 2.5, lag: int = 1, key: str = "stress", seed: int = 1
) -> list[Day]:
    """Pain that follows a scale of 0 to 10, beside two factors that do nothing."""
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 11, length)
    pain = 4 + rng.normal(0, 1, length)
    pain[lag:] += points * (values[: length - lag] - 5) / 8
    others = {"sleep_h": rng.integers(5, 9, length), "walk_min": rng.integers(0, 60, length)}
    said = {key: values.tolist()} | {name: each.tolist() for name, each in others.items()}
    return rows(np.clip(np.round(pain), 0, 10).tolist(), **said)
