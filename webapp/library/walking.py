"""The walking programme: how long it lasts and how it grows. Minutes are those of one day.

The steps of the device (static/src/library/walking/rule.js) are the same; tests/cases/walking.json
holds them together.
"""

WEEKS = 12
START = 10
STEP = 3
LEAST = 5
MOST = 30


def course(minutes: int = START) -> tuple[int, ...]:
    """The minutes a day of every week, when each week goes well."""
    return tuple(min(MOST, minutes + STEP * week) for week in range(WEEKS))
