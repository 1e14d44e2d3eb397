"""One look at a person's own diary: what goes together with their pain, and what is lacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from webapp.insights.associations import PERHAPS, SHOWN, Association, associations
from webapp.insights.beside import Side, low_and_high
from webapp.insights.columns import TOGETHER_ONLY, Column, columns, logged, table_of
from webapp.insights.days import Day
from webapp.insights.enough import DAYS, Lack

MOST = 2  # named at once


@dataclass(frozen=True)
class Found:
    """An association that may be named, with the plain comparison under it."""

    column: Column
    association: Association
    beside: tuple[Side, Side] | None

    @property
    def together_only(self) -> bool:
        """Whether it may never become advice, as with food and coffee."""
        return self.column.key in TOGETHER_ONLY


@dataclass(frozen=True)
class Lacking:
    """A factor about which nothing can be told yet, and why."""

    column: Column
    lack: Lack
    known: int


@dataclass(frozen=True)
class Look:
    """What the diary shows.

    `found` are those that go together, the likeliest first; `perhaps` those of which one may only
    say that logging on is worth it; `looked` counts the factors that could be laid beside pain;
    `days` are those whose pain is known, and `needed` how many more it takes at least before
    anything can be told.
    """

    found: tuple[Found, ...]
    perhaps: tuple[Found, ...]
    lacking: tuple[Lacking, ...]
    looked: int
    days: int
    needed: int


def look(rows: Sequence[Day], profile: Mapping[str, Any], settings: Mapping[str, Any]) -> Look:
    """Look at one row a day, oldest first; `profile` and `settings` are bodies of those kinds."""
    kept = columns(profile, settings)
    made = table_of(rows, kept)
    known = logged(made)
    told = [each for each in associations(made) if each.factor in known]
    factors = {factor.key: factor for factor in made.factors}
    best = sorted((each for each in told if each.lack is None), key=_likely, reverse=True)
    named = [
        Found(kept[each.factor], each, low_and_high(made.pain, factors[each.factor], each.lag))
        for each in best
        if each.posterior >= PERHAPS
    ][:MOST]
    return Look(
        found=tuple(each for each in named if each.association.posterior >= SHOWN),
        perhaps=tuple(each for each in named if each.association.posterior < SHOWN),
        lacking=tuple(
            Lacking(kept[each.factor], each.lack, known[each.factor]) for each in told if each.lack
        ),
        looked=len(best),
        days=int((~np.isnan(made.pain)).sum()),
        needed=_needed(told, int((~np.isnan(made.pain)).sum())),
    )


def _likely(each: Association) -> tuple[float, float]:
    return each.posterior, abs(each.effect)


def _needed(told: Sequence[Association], days: int) -> int:
    """0 once anything could be looked at, or when no number of days is what lacks."""
    if any(each.lack is None for each in told):
        return 0
    lacking = [each.lack.lacking for each in told if each.lack and each.lack.reason == "days"]
    return min(lacking) if lacking else (max(0, DAYS - days) if not told else 0)
