"""What one value of a record may be: each check answers a problem's code, or None."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

Check = Callable[[Any, datetime], str | None]

NOTE_LIMIT = 2000  # characters (code points)
EARLIEST = date(2000, 1, 1)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Minutes, and the offset from Greenwich: the largest in use is +14:00.
_MOMENT = re.compile(
    _DAY.pattern + r"T([01][0-9]|2[0-3]):[0-5][0-9][+-](0[0-9]:[0-5][0-9]|1[0-3]:[0-5][0-9]|14:00)"
)


def yes_or_no(value: Any, _now: datetime) -> str | None:
    """A yes or a no."""
    return None if isinstance(value, bool) else "wrong_type"


def only_yes(value: Any, now: datetime) -> str | None:
    """A yes; a no is said by leaving it out."""
    # "No cramp: no" would say that there was a cramp without saying which; clear the field.
    return yes_or_no(value, now) or (None if value else "unknown_choice")


def number(low: float, high: float, whole: bool) -> Check:
    """A number from low to high, both included."""

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


def several(choices: Iterable[str]) -> Check:
    """A list of these choices, each at most once."""
    known = frozenset(choices)

    def problem(value: Any, _now: datetime) -> str | None:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "wrong_type"
        if not known.issuperset(value):
            return "unknown_choice"
        return "repeated" if len(set(value)) < len(value) else None

    return problem


def note(value: Any, _now: datetime) -> str | None:
    """Text of at most NOTE_LIMIT characters."""
    if not isinstance(value, str) or not _is_text(value):
        return "wrong_type"
    return "too_long" if len(value) > NOTE_LIMIT else None


def _is_text(value: str) -> bool:
    # Half of a surrogate pair is a string to Python and JavaScript, and no text to anything else.
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


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


def moment(value: Any, now: datetime) -> str | None:
    """A local time in minutes with its offset, on such a day."""
    if not isinstance(value, str):
        return "wrong_type"
    if not _MOMENT.fullmatch(value):
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

    def problem(value: Any, _now: datetime) -> str | None:
        if not isinstance(value, str):
            return "wrong_type"
        return None if known.fullmatch(value) else "unknown_choice"

    return problem
