"""What one value of a record may be: each check answers a problem's code, or None.

Each says the same as data too, its rule, by which a device checks (static/src/tracker/check.js).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

Judge = Callable[[Any, datetime], str | None]


@dataclass(frozen=True)
class Check:
    """A check of one value, and its rule: the sort of check, and its limits."""

    judge: Judge
    rule: Mapping[str, Any]

    def __call__(self, value: Any, now: datetime) -> str | None:
        """A problem's code, or None."""
        return self.judge(value, now)


def _rule(**rule: Any) -> Callable[[Judge], Check]:
    return lambda judge: Check(judge, rule)


NOTE_LIMIT = 2000  # characters (code points)
FIGURE_LIMIT = 1_000_000
EARLIEST = date(2000, 1, 1)

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Minutes, and the offset from Greenwich: the largest in use is +14:00.
A_MOMENT = re.compile(
    _DAY.pattern + r"T([01][0-9]|2[0-3]):[0-5][0-9][+-](0[0-9]:[0-5][0-9]|1[0-3]:[0-5][0-9]|14:00)"
)


@_rule(sort="yes_or_no")
def yes_or_no(value: Any, _now: datetime) -> str | None:
    """A yes or a no."""
    return None if isinstance(value, bool) else "wrong_type"


@_rule(sort="only_yes")
def only_yes(value: Any, now: datetime) -> str | None:
    """A yes; a no is said by leaving it out."""
    # "No cramp: no" would say that there was a cramp without saying which; clear the field.
    return yes_or_no(value, now) or (None if value else "unknown_choice")


def number(low: float, high: float, whole: bool) -> Check:
    """A number from low to high, both included."""

    @_rule(sort="number", low=low, high=high, whole=whole)
    def problem(value: Any, _now: datetime) -> str | None:
        # bool is an int to Python; a yes is not the number 1.
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "wrong_type"
        if not low <= value <= high:
            return "out_of_range"
        # A device may send 7.3 as 7.3000000000000007.
        fits = value == round(value) if whole else abs(value * 100 - round(value * 100)) < 1e-6
        return None if fits else "not_a_step"

    return problem


def one_of(*choices: int) -> Check:
    """One of these whole numbers."""

    @_rule(sort="one_of", of=choices)
    def problem(value: Any, _now: datetime) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "wrong_type"
        return None if value in choices else "unknown_choice"

    return problem


def several(choices: Iterable[str]) -> Check:
    """A list of these choices, each at most once."""
    known = frozenset(choices)

    @_rule(sort="several", of=tuple(choices))
    def problem(value: Any, _now: datetime) -> str | None:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "wrong_type"
        if not known.issuperset(value):
            return "unknown_choice"
        return "repeated" if len(set(value)) < len(value) else None

    return problem


@_rule(sort="note", limit=NOTE_LIMIT)
def note(value: Any, _now: datetime) -> str | None:
    """Text of at most NOTE_LIMIT characters."""
    if not isinstance(value, str) or not _is_text(value):
        return "wrong_type"
    return "too_long" if len(value) > NOTE_LIMIT else None


def text(limit: int) -> Check:
    """One line of 1 to `limit` characters, without spaces around it."""

    @_rule(sort="text", limit=limit)
    def problem(value: Any, _now: datetime) -> str | None:
        if not isinstance(value, str) or not _is_text(value) or not value.isprintable():
            return "wrong_type"
        if value != value.strip() or not value:
            return "wrong_type"
        return "too_long" if len(value) > limit else None

    return problem


@_rule(sort="figure_or_yes", high=FIGURE_LIMIT)
def figure_or_yes(value: Any, now: datetime) -> str | None:
    """The answer to a question of one's own: yes, no, or a number with at most two decimals."""
    if isinstance(value, bool):
        return None
    return number(-FIGURE_LIMIT, FIGURE_LIMIT, whole=False)(value, now)


def _is_text(value: str) -> bool:
    # Half of a surrogate pair is a string to Python and JavaScript, and no text to anything else.
    return _HALF_PAIR.search(value) is None


@_rule(sort="day")
def day(value: Any, now: datetime) -> str | None:
    """A day, as 2026-11-22, at most one day after `now`."""
    if not isinstance(value, str):
        return "wrong_type"
    if not _DAY.fullmatch(value):
        return "bad_date"
    try:
        return _when(date.fromisoformat(value), now)
    except ValueError:
        return "bad_date"


@_rule(sort="moment")
def moment(value: Any, now: datetime) -> str | None:
    """A local time in minutes with its offset, on such a day."""
    if not isinstance(value, str):
        return "wrong_type"
    if not A_MOMENT.fullmatch(value):
        return "bad_date"
    return day(value[:10], now)


def _when(day: date, now: datetime) -> str | None:
    if day < EARLIEST:
        return "too_long_ago"
    tomorrow = now.astimezone(UTC).date() + timedelta(days=1)
    return "in_the_future" if day > tomorrow else None


def code(pattern: str) -> Check:
    """The name of something in the library, as T06 or X01, or a problem."""
    known = re.compile(pattern)

    @_rule(sort="code", pattern=pattern)
    def problem(value: Any, _now: datetime) -> str | None:
        if not isinstance(value, str):
            return "wrong_type"
        return None if known.fullmatch(value) else "unknown_choice"

    return problem
