"""The conditions that a tip can ask for: one table of TOML each, told apart by its first key.

Windows end today and count calendar days (`of`); `logged` is how many of them must be known
before anything is said.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

import msgspec

from webapp.tips.habits import Norm


class Count(Norm, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"is_": "is"}):
    """At least `days` days lie past the norm; `also` must hold on those same days.

    The window ends `ago` days before today, as for days in a row that yesterday was the last of.
    """

    FIGURES: ClassVar[frozenset[str]] = frozenset({"count", "logged", "limit"})
    days: int
    of: int = 7
    logged: int = 3
    ago: int = 0
    also: tuple[Norm, ...] = ()

    @property
    def norms(self) -> tuple[Norm, ...]:
        """Everything that one day must pass, the leading norm first."""
        return (self, *self.also)


class Average(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The mean of the known days, as it is or times seven, is `below` or `at_least` a figure."""

    FIGURES: ClassVar[frozenset[str]] = frozenset({"total", "logged", "mean", "limit"})
    average: str
    over: Literal["day", "week"]
    below: float | None = None
    at_least: float | None = None
    of: int = 7
    logged: int = 4

    def __post_init__(self) -> None:
        """Refuse an average without a figure to compare it to."""
        if self.below is None and self.at_least is None:
            raise ValueError(f"{self.average}: give below, at_least or both")

    @property
    def limit(self) -> float:
        """The figure that the condition is about; the upper one where there are two."""
        return self.below if self.below is not None else self.at_least or 0.0


class Total(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The known days of a week add up to `at_least`; what was not logged is not guessed at."""

    FIGURES: ClassVar[frozenset[str]] = frozenset({"total", "logged", "limit"})
    total: str
    at_least: float
    logged: int = 3


class Logged(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything at all was logged on at least `logged_days` days."""

    FIGURES: ClassVar[frozenset[str]] = frozenset({"logged"})
    logged_days: int
    of: int = 7


class Never(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something was on no day of the window, though on `logged` days anything at all was logged.

    It says only that nobody wrote it down, and its words must say no more than that.
    """

    FIGURES: ClassVar[frozenset[str]] = frozenset({"logged"})
    never: str
    of: int = 7
    logged: int = 3
    ago: int = 0


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The mean of the last `of` days is more than `times` that of `earlier` days before.

    Or, with `plus`, more than that mean plus a figure, which may be below zero. The earlier days
    end `ago` days before today, and `logged` of either must be known.
    """

    FIGURES: ClassVar[frozenset[str]] = frozenset({"mean", "before"})
    change: str
    times: float = 1
    plus: float = 0
    of: int = 7
    earlier: int = 7
    ago: int = 7
    logged: int = 3


class Episodes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """At least `episodes` times a cramp came back within `of` days.

    A cramp begins an episode when the last one was more than `apart` days before, and on at least
    `free` of the days between it is known that there was none.
    """

    FIGURES: ClassVar[frozenset[str]] = frozenset({"count"})
    episodes: int
    of: int
    apart: int = 14
    free: int = 7


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
              rename={"is_": "is"}):  # fmt: skip
    """An answer of the profile; no answer is read as "no"."""

    FIGURES: ClassVar[frozenset[str]] = frozenset()
    profile: str
    is_: bool


Measured = Count | Average | Total
Condition = Measured | Logged | Never | Change | Episodes | Profile

_KINDS: Mapping[str, type[Condition]] = {
    "factor": Count,
    "average": Average,
    "total": Total,
    "logged_days": Logged,
    "never": Never,
    "change": Change,
    "episodes": Episodes,
    "profile": Profile,
}


def condition(table: Mapping[str, Any]) -> Condition:
    """Turn one table of the catalogue into a condition; raises `ValueError` when it is none."""
    kind = next((kind for key, kind in _KINDS.items() if key in table), None)
    if kind is None:
        raise ValueError(f"a condition needs one of {', '.join(_KINDS)}: {dict(table)}")
    return msgspec.convert(table, kind)


def names(each: Condition) -> frozenset[str]:
    """The factors, or the answer of the profile, that a condition asks about."""
    match each:
        case Count():
            return frozenset(norm.factor for norm in each.norms)
        case Average():
            return frozenset({each.average})
        case Total():
            return frozenset({each.total})
        case Never():
            return frozenset({each.never})
        case Change():
            return frozenset({each.change})
        case Profile():
            return frozenset({each.profile})
    return frozenset()
