"""Whether a rule is met and a gate is shut. Plain data in, plain data out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from webapp.insights.days import Day
from webapp.tips.conditions import (
    Average,
    Change,
    Condition,
    Count,
    Episodes,
    Logged,
    Measured,
    Never,
    Profile,
    Total,
)
from webapp.tips.habits import Habit, Norm, habit

WEEK = 7

# The exclusion letters, and what of the profile shuts a tip that carries the letter.
GATES: Mapping[str, tuple[str, ...]] = {
    "P": ("pregnant",),
    "M": ("mecfs",),
    "O": ("osteoporosis", "spine_fracture", "steroids"),  # prednisone makes bones weaker
    "K": ("kidney_disease", "heart_failure", "diuretic"),
    "S": ("recent_spine_surgery",),
    "H": ("numb_skin",),
    "W": ("eating_disorder",),
    "C": ("wheelchair",),
    "L": ("statin",),  # muscle pain may then come from the medicine
    "N": ("kidney_stones",),
    "A": ("over_70",),
    "U": ("stomach_ulcer",),
    "B": ("blood_thinner",),
    "T": ("blood_pressure",),  # some of those tablets keep potassium in
}


@dataclass(frozen=True)
class Found:
    """The ground of a condition that is met: the days behind it and the figures to name."""

    dates: tuple[date, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


def shut(letters: Sequence[str], profile: Mapping[str, bool]) -> bool:
    """Whether the profile closes a tip with these exclusion letters.

    An answer that is missing closes nothing: most people never fill in the profile, and would
    get no tip at all. Tips are therefore worded to be safe for those who did not answer, and
    name the exception ("Ben je zwanger? ...") where one matters.
    """
    return any(profile.get(key, False) for letter in letters for key in GATES[letter])


def met(
    conditions: Sequence[Condition], days: Sequence[Day], profile: Mapping[str, bool]
) -> Found | None:
    """The ground when every condition holds, else None; the first condition leads the figures.

    `days` are one row a date, oldest first and ending today.
    """
    grounds = []
    for each in conditions:
        ground = found(each, days, profile)
        if ground is None:
            return None
        grounds.append(ground)
    dates = sorted({when for ground in grounds for when in ground.dates})
    return Found(tuple(dates), grounds[0].figures)


def found(each: Condition, days: Sequence[Day], profile: Mapping[str, bool]) -> Found | None:
    """The ground of one condition, or None when it does not hold or too little is known."""
    if isinstance(each, Profile):
        return Found() if profile.get(each.profile, False) is each.is_ else None
    return _FINDERS[type(each)](each, days)


def distance(
    each: Measured, days: Sequence[Day], length: int, norm: float | None = None
) -> tuple[float, int]:
    """How far past `norm` (or its own limit) the last `length` days lie, and how many are known.

    In the unit of the condition: of the factor for a count, of a day or a week otherwise.
    """
    if isinstance(each, Count):
        seen = habit(days, each.norms, length, norm)
        return seen.distance, seen.logged
    if isinstance(each, Average):
        seen = _all(days, each.average, length)
        start = each.limit if norm is None else norm
        past = start - _mean(each, seen) if each.below is not None else _mean(each, seen) - start
        return (max(0.0, past) if seen.known else 0.0), seen.logged
    seen = _all(days, each.total, length)
    start = each.at_least if norm is None else norm
    return max(0.0, seen.total * WEEK / length - start), seen.logged


def _counted(each: Count, days: Sequence[Day]) -> Found | None:
    seen = habit(_until(days, each.ago), each.norms, each.of)
    if seen.logged < each.logged or len(seen.beyond) < each.days:
        return None
    figures = {"count": len(seen.beyond), "logged": seen.logged, "limit": each.limit}
    return Found(seen.beyond, figures)


def _averaged(each: Average, days: Sequence[Day]) -> Found | None:
    seen = _all(days, each.average, each.of)
    mean = _mean(each, seen)
    too_high = each.below is not None and mean >= each.below
    too_low = each.at_least is not None and mean < each.at_least
    if seen.logged < each.logged or too_high or too_low:
        return None
    figures = {"total": seen.total, "logged": seen.logged, "mean": mean, "limit": each.limit}
    return Found(seen.known, figures)


def _totalled(each: Total, days: Sequence[Day]) -> Found | None:
    seen = habit(days, (Norm(factor=each.total, above=0),), WEEK)
    if seen.logged < each.logged or seen.total < each.at_least:
        return None
    figures = {"total": seen.total, "logged": seen.logged, "limit": each.at_least}
    return Found(seen.beyond, figures)


def _logged(each: Logged, days: Sequence[Day]) -> Found | None:
    dates = tuple(day.date for day in days[-each.of :] if day.logged)
    return Found(dates, {"logged": len(dates)}) if len(dates) >= each.logged_days else None


def _never(each: Never, days: Sequence[Day]) -> Found | None:
    rows = _until(days, each.ago)[-each.of :]
    logged = sum(row.logged for row in rows)
    done = habit(rows, (Norm(factor=each.never, above=0),), each.of).beyond
    return Found((), {"logged": logged}) if logged >= each.logged and not done else None


def _changed(each: Change, days: Sequence[Day]) -> Found | None:
    recent = _all(days, each.change, each.of)
    before = _all(_until(days, each.ago), each.change, each.earlier)
    if min(recent.logged, before.logged) < each.logged:
        return None
    mean, start = recent.per_week / WEEK, before.per_week / WEEK
    if mean <= start * each.times + each.plus:
        return None
    return Found(recent.known, {"mean": mean, "before": start})


def _came_back(each: Episodes, days: Sequence[Day]) -> Found | None:
    rows = days[-each.of :]
    cramps = [n for n, row in enumerate(rows) if (row.worst or 0) > 0]
    begun = [
        rows[n].date
        for before, n in zip([None, *cramps], cramps, strict=False)
        if before is None or _apart(rows[before + 1 : n], each)
    ]
    return Found(tuple(begun), {"count": len(begun)}) if len(begun) >= each.episodes else None


def _apart(between: Sequence[Day], each: Episodes) -> bool:
    free = sum(row.worst == 0 for row in between)
    return len(between) >= each.apart and free >= each.free


def _until(days: Sequence[Day], ago: int) -> Sequence[Day]:
    return days[: len(days) - ago]


def _all(days: Sequence[Day], factor: str, length: int) -> Habit:
    # Every value is 0 or more, so this norm lets every known day through.
    return habit(days, (Norm(factor=factor, at_least=0),), length)


def _mean(each: Average, seen: Habit) -> float:
    return seen.per_week if each.over == "week" else seen.per_week / WEEK


_FINDERS: Mapping[type[Condition], Callable[[Any, Sequence[Day]], Found | None]] = {
    Count: _counted,
    Average: _averaged,
    Total: _totalled,
    Logged: _logged,
    Never: _never,
    Change: _changed,
    Episodes: _came_back,
}
