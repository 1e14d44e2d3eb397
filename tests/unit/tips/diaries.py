"""Short diaries for the tests of the tips."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from webapp.insights.days import Day
from webapp.tips.tip import WINDOW

TODAY = date(2026, 11, 22)
UNKNOWN = "."


def diary(columns: Mapping[str, str], length: int = WINDOW) -> list[Day]:
    """Rows ending today from columns such as `sitting_h="9 . 9"`; a dot is an unknown day.

    `y` and `n` are yes and no; `worst` is the worst pain of the day, `cramps` how many there were,
    `exercise` and `followed` say that an exercise or a tip was done; `sides` is `l`, `r` or `lr`.
    """
    rows = [Day(TODAY - timedelta(days=length - 1 - n)) for n in range(length)]
    for name, column in columns.items():
        values = column.split()
        for row, value in zip(rows[length - len(values) :], values, strict=True):
            if value != UNKNOWN:
                put(row, name, value)
    return rows


def put(row: Day, name: str, value: str) -> None:
    if name == "worst":
        row.worst = int(value)
        row.entries = row.entries or int(row.worst > 0)
    elif name == "cramps":
        row.entries = int(value)
    elif name == "exercise":
        row.exercised = True
    elif name == "followed":
        row.followed = True
    elif name == "sides":
        row.sides = frozenset({"l": "left", "r": "right"}[side] for side in value)
    else:
        row.values[name] = value == "y" if value in "yn" else float(value)


def ago(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=n) for n in days)


def blank(rows: Sequence[Day], keep: int) -> list[Day]:
    """The same diary, with all but the last `keep` days unknown."""
    return [Day(row.date) if n < len(rows) - keep else row for n, row in enumerate(rows)]
