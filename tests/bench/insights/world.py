"""Made-up people whose truth is known: habits, pain, and what of it was written down.

Pain goes its own way (level, drift, bad days that last, flares, weekdays); a trigger adds points
from the person's low day to their high day of one habit, 0 to 2 days later. Habits go together
with each other, have weekdays of their own and drift. People log on some days, a little less on
bad ones, and leave single answers open. `Odd` pushes one assumption far.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import NormalDist

import numpy as np

from webapp.insights.associations import contrast
from webapp.insights.table import Factor, Floats, Table

START = date(2025, 1, 6)
YEAR = 365
SLOW = 0.99  # of drifts: they go on for months
RUNS = 0.6
EVENINGS = 0.07  # of the answers are left open on a day that was logged

# Name, mean, SD, step, lowest; a share instead of a mean and SD makes it a yes or no.
NUMBERS = (
    ("sitting", 8, 2.2, 0.5, 0),
    ("walking", 35, 20, 5, 0),
    ("breaks", 4, 2, 1, 0),
    ("sleep", 7, 1.0, 0.25, 0),
    ("sleep_quality", 6, 1.8, 1, 0),
    ("stress", 4.5, 2, 1, 0),
    ("fluids", 1.7, 0.4, 0.1, 0),
    ("caffeine", 220, 90, 20, 0),
    ("alcohol", 0.8, 1.2, 1, 0),
    ("driving", 1.2, 0.8, 0.5, 0),
    ("worry", 3.5, 2, 1, 0),
)
ANSWERS = (("lifting", 0.30), ("effort", 0.30), ("strength", 0.35), ("rushed", 0.40))
NAMES = tuple(row[0] for row in NUMBERS) + tuple(row[0] for row in ANSWERS)
TOGETHER = {
    ("sitting", "walking"): -0.35, ("stress", "sleep"): -0.35, ("breaks", "walking"): 0.30,
    ("sleep", "sleep_quality"): 0.4, ("stress", "worry"): 0.4, ("stress", "rushed"): 0.3,
    ("worry", "sleep_quality"): -0.3, ("alcohol", "sleep_quality"): -0.25,
    ("lifting", "effort"): 0.35, ("walking", "strength"): 0.2, ("sitting", "driving"): 0.2,
}  # fmt: skip


@dataclass(frozen=True)
class Odd:
    """A world in which one thing is far from usual; everything else is as ever."""

    name: str
    base: tuple[float, float] = (2.0, 5.5)
    sticky: tuple[float, float] = (0.3, 0.6)
    noise: tuple[float, float] = (0.8, 1.6)
    flaring: float = 0.4
    drift: float = 0.7
    trend: float = 0.0
    weekend: float = 0.4
    weekday: float = 0.15
    logs: tuple[float, float] = (0.5, 0.7)
    shy: float = 0.02
    pain_to_next: float = 0.0
    pain_to_same: float = 0.0


USUAL = Odd("usual")
ODD = (
    Odd("floor", base=(-1.0, 1.0)),
    Odd("sticky", sticky=(0.6, 0.8)),
    Odd("flares", flaring=1.0),
    Odd("trends", trend=2.5, drift=1.0),
    Odd("weekdays", weekend=1.2, weekday=0.4),
    Odd("logging by pain", shy=0.12),
    Odd("60 % missing", logs=(0.38, 0.42)),
    Odd("nearly complete", logs=(0.96, 0.99)),
    Odd("pain changes tomorrow", pain_to_next=0.15),
    Odd("pain changes today", pain_to_same=0.15),
)
BENT = ("walking", "stress")  # what today's pain changes in the last two worlds


@dataclass(frozen=True)
class Trigger:
    """A habit that adds `points` of pain, `lag` days later."""

    factor: str
    lag: int
    points: float


@dataclass(frozen=True)
class Person:
    """What a person wrote down, and the truth behind it."""

    table: Table
    triggers: tuple[Trigger, ...]


def person(seed: int, triggers: int = 0, odd: Odd = USUAL, length: int = YEAR) -> Person:
    """The person of a seed, with so many triggers of 1, 1.5 or 2 points."""
    rng = np.random.default_rng(seed)
    own = own_pain(rng, odd, length)
    latent = _latent(rng, length, own, odd)
    columns = tuple(_recorded(rng, name, latent[:, place]) for place, name in enumerate(NAMES))
    chosen = _triggers(rng, triggers)
    pain = own + sum((_added(columns, each) for each in chosen), np.zeros(length))
    recorded = np.clip(np.round(pain), 0, 10)
    return Person(_logged(rng, recorded, columns, odd), chosen)


def own_pain(rng: np.random.Generator, odd: Odd, length: int) -> Floats:
    """Pain by itself, without any habit, before it is rounded to 0 to 10."""
    days = np.arange(length)
    weekday = (days + START.weekday()) % 7
    noise = _ar(rng, length, rng.uniform(*odd.sticky)) * rng.uniform(*odd.noise)
    drift = _ar(rng, length, SLOW) * odd.drift + rng.normal(0, odd.trend) * days / YEAR
    week = rng.normal(0, odd.weekday, 7)[weekday] + rng.normal(0, odd.weekend) * (weekday >= 5)
    flares = _flares(rng, length) if rng.random() < odd.flaring else 0
    return np.asarray(rng.uniform(*odd.base) + noise + drift + week + flares)


def _flares(rng: np.random.Generator, length: int) -> Floats:
    added = np.zeros(length)
    for start in np.flatnonzero(rng.random(length) < 1 / 60):
        lasts = int(rng.integers(3, 9))
        shape = rng.uniform(1, 3) * np.linspace(1, 0.2, lasts)
        added[start : start + lasts] += shape[: length - start]
    return added


def _latent(rng: np.random.Generator, length: int, own: Floats, odd: Odd) -> Floats:
    """Habits as standard normal columns, with weekdays, drift, and what pain does to them."""
    root = np.linalg.cholesky(_correlation())
    fast = np.column_stack([_ar(rng, length, phi) for phi in rng.uniform(0.1, 0.5, len(NAMES))])
    weekday = (np.arange(length) + START.weekday()) % 7
    week = rng.normal(0, 0.25, (7, len(NAMES)))
    week[5:] += rng.normal(0, 0.4, len(NAMES))
    drift = np.column_stack([_ar(rng, length, SLOW) for _ in NAMES]) * 0.4
    latent = fast @ root.T + week[weekday] + drift
    worse = (own - own.mean()) / own.std()
    for name, sign in zip(BENT, (-1, 1), strict=True):
        place = NAMES.index(name)
        latent[:, place] += sign * 2 * odd.pain_to_same * worse
        latent[1:, place] += sign * 2 * odd.pain_to_next * worse[:-1]
    return np.asarray(latent)


def _correlation() -> Floats:
    matrix = np.eye(len(NAMES))
    for (one, other), strength in TOGETHER.items():
        a, b = NAMES.index(one), NAMES.index(other)
        matrix[a, b] = matrix[b, a] = strength
    return matrix


def _recorded(rng: np.random.Generator, name: str, latent: Floats) -> Factor:
    for one, mean, spread, step, low in NUMBERS:
        if one == name:
            own = mean + rng.normal(0, 0.4) * spread
            values = np.maximum(low, np.round((own + spread * latent) / step) * step)
            return Factor(name, values, yesno=False)
    share = dict(ANSWERS)[name] * rng.uniform(0.7, 1.3)
    return Factor(name, (latent > np.quantile(latent, 1 - share)).astype(float), yesno=True)


def _triggers(rng: np.random.Generator, count: int) -> tuple[Trigger, ...]:
    names = rng.choice(NAMES, size=count, replace=False)
    return tuple(
        Trigger(str(name), int(rng.integers(0, 3)), float(rng.choice([1.0, 1.5, 2.0])) * sign)
        for name, sign in zip(names, rng.choice([-1, 1, 1], size=count), strict=True)
    )


def _added(columns: tuple[Factor, ...], trigger: Trigger) -> Floats:
    column = columns[NAMES.index(trigger.factor)]
    low, high = contrast(column)
    values = (column.values - column.values.mean()) / (high - low) * trigger.points
    return np.concatenate([np.zeros(trigger.lag), values[: len(values) - trigger.lag]])


def _logged(rng: np.random.Generator, pain: Floats, columns: tuple[Factor, ...], odd: Odd) -> Table:
    share = np.clip(rng.uniform(*odd.logs) - odd.shy * (pain - pain.mean()), 0.02, 0.99)
    # People log in runs: who wrote yesterday is likelier to write today.
    logged = _ar(rng, len(pain), RUNS) < [NormalDist().inv_cdf(each) for each in share]
    kept = tuple(
        Factor(
            each.key,
            np.where(logged & (rng.random(len(pain)) > EVENINGS), each.values, np.nan),
            each.yesno,
        )
        for each in columns
    )
    return Table(START, np.where(logged, pain, np.nan), kept)


def _ar(rng: np.random.Generator, length: int, phi: float) -> Floats:
    """A stationary AR(1) row with SD 1."""
    shocks = rng.normal(0, 1, length) * np.sqrt(1 - phi**2)
    shocks[0] = rng.normal()
    row = np.empty(length)
    level = 0.0
    for day, shock in enumerate(shocks):
        level = phi * level + shock if day else shock
        row[day] = level
    return row
