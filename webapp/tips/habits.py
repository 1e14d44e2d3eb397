"""What a person's days show against a norm. An unknown value counts for nothing, either way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from webapp.insights.days import Day

# Measures that come from other entries than the day's own, tested like a factor.
PAIN = "worst"  # the worst pain of a day
CRAMPS = "cramps"  # how many cramps
EXERCISE = "exercise"  # whether an exercise was done; no entry of one says nothing
BOTH_SIDES = "both_sides"  # whether there were cramps on the left and on the right
FOLLOWED = "followed"  # whether a tip was done, or a week with one begun; else nothing is said
MEASURES = frozenset({PAIN, CRAMPS, EXERCISE, BOTH_SIDES, FOLLOWED})


class Norm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
           rename={"is_": "is"}):  # fmt: skip
    """A measure and exactly one test: `above`, `below`, `at_least`, `at_most` or `is`."""

    factor: str
    above: float | None = None
    below: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    is_: bool | None = None

    def __post_init__(self) -> None:
        """Refuse none or several tests at once."""
        tests = (self.above, self.below, self.at_least, self.at_most, self.is_)
        if sum(test is not None for test in tests) != 1:
            raise ValueError(f"{self.factor}: give one of above, below, at_least, at_most, is")

    @property
    def limit(self) -> float:
        """The figure that the test is about; yes and no have none, and answer 0 and 1."""
        if self.is_ is not None:
            return float(not self.is_)
        limits = (self.above, self.below, self.at_least, self.at_most)
        return next(limit for limit in limits if limit is not None)

    @property
    def upwards(self) -> bool:
        """Whether more is past the norm; otherwise less is."""
        return self.is_ is True or self.above is not None or self.at_least is not None

    def past(self, value: float) -> bool:
        """Whether a known value (yes = 1, no = 0) lies past the norm."""
        if self.at_least is not None:
            return value >= self.at_least
        if self.at_most is not None:
            return value <= self.at_most
        return value > self.limit if self.upwards else value < self.limit


@dataclass(frozen=True)
class Habit:
    """What one window shows: days known, the dates past the norm, and the sum of what is known.

    `distance` is the mean over the known days of how far each is past the norm, in the unit of
    the factor; a day that keeps to the norm counts as 0.
    """

    known: tuple[date, ...]
    beyond: tuple[date, ...]
    total: float
    distance: float

    @property
    def logged(self) -> int:
        """The number of days on which the factor is known."""
        return len(self.known)

    @property
    def per_week(self) -> float:
        """What a week comes to at the mean of the known days; 0 without any."""
        return 7 * self.total / self.logged if self.known else 0.0


def known(day: Day, factor: str) -> float | None:
    """The value of a factor or of a measure on a day; None when nobody knows."""
    value = _measured(day, factor) if factor in MEASURES else day.values.get(factor)
    return None if value is None else float(value)


def habit(
    days: Sequence[Day], norms: Sequence[Norm], length: int, norm: float | None = None
) -> Habit:
    """Hold the last `length` rows against `norms`, which a day must pass all at once.

    The first norm leads: its factor gives the total and the distance, measured from `norm` or
    else from its own limit. A day counts as known when every factor asked about is known.
    """
    lead = norms[0]
    start = lead.limit if norm is None else norm
    seen = [
        (day.date, values) for day in days[-length:] if (values := _values(day, norms)) is not None
    ]
    beyond = {
        when: abs(values[0] - start)
        for when, values in seen
        if all(each.past(value) for each, value in zip(norms, values, strict=True))
    }
    return Habit(
        known=tuple(when for when, _ in seen),
        beyond=tuple(beyond),
        total=sum(values[0] for _, values in seen),
        distance=sum(beyond.values()) / len(seen) if seen else 0.0,
    )


def _values(day: Day, norms: Sequence[Norm]) -> list[float] | None:
    values = [value for norm in norms if (value := known(day, norm.factor)) is not None]
    return values if len(values) == len(norms) else None


def _measured(day: Day, measure: str) -> float | None:
    if measure == PAIN:
        return day.worst
    if measure == CRAMPS:
        return None if day.worst is None else day.entries
    if measure == FOLLOWED:
        return True if day.followed else None
    if measure == EXERCISE:
        return True if day.exercised else day.values.get("strength")
    if day.sides:
        return {"left", "right"} <= day.sides
    return False if day.worst == 0 else None
