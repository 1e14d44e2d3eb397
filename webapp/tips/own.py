"""What the own diary adds to a tip: where a factor goes together with pain, what moving to the norm
may be worth."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from webapp.insights.days import Day
from webapp.tips.conditions import Average, Condition, Count, Total
from webapp.tips.habits import known
from webapp.tips.tip import Trigger
from webapp.tracker.factors import FACTORS

RECENT = 14  # days of the own mean
WEEK = 7


class Own(Protocol):
    """An association as `webapp/insights/associations.py` finds it; only shown ones may come."""

    @property
    def effect(self) -> float:
        """Pain points from the low day to the high day."""

    @property
    def posterior(self) -> float:
        """The chance that the factor matters."""

    @property
    def from_(self) -> float:
        """The person's own low day."""

    @property
    def to(self) -> float:
        """The person's own high day."""


def factor_of(lead: Condition) -> str | None:
    """The factor that a trigger is about; None for a measure such as pain itself."""
    name = {Count: "factor", Average: "average", Total: "total"}.get(type(lead))
    factor = getattr(lead, name) if name else None
    return factor if factor in FACTORS else None


def expected(trigger: Trigger, days: Sequence[Day], own: Mapping[str, Own]) -> float:
    """P of the ranking: points of pain less, by moving from the own mean to the norm, -1 to 1.

    0 while the diary says nothing about the factor.
    """
    factor = factor_of(trigger.lead)
    found = own.get(factor) if factor else None
    mean = _mean(days, factor) if found and factor else None
    if found is None or mean is None or found.to <= found.from_:
        return 0.0
    share = (norm_a_day(trigger) - mean) / (found.to - found.from_)
    return max(-1.0, min(1.0, -found.posterior * found.effect * share))


def norm_a_day(trigger: Trigger) -> float:
    """What the tip would move a day to, in the unit of the factor."""
    match trigger.lead:
        case Count() as lead:
            return lead.limit if trigger.norm is None else trigger.norm
        case Average() as lead:
            norm = lead.limit if trigger.norm is None else trigger.norm
            return norm / WEEK if lead.over == "week" else norm
        case Total() as lead:
            return (lead.at_least if trigger.norm is None else trigger.norm) / WEEK
    return 0.0


def _mean(days: Sequence[Day], factor: str) -> float | None:
    values = [value for day in days[-RECENT:] if (value := known(day, factor)) is not None]
    return sum(values) / len(values) if values else None
