"""What shuts tips whatever the diary shows: an alarm sign, strong pain, or being under 18.

Who has an alarm sign must call or be seen first, and a tip to walk more would say the opposite.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from webapp.insights.days import Day

# "call": no tip at all until the person called; "visit" and "strong": only tips that may stand
# beside a doctor's visit; "young": none, for what is known here was studied in adults.
Hold = Literal["young", "call", "visit", "strong"]

STRONG = 8  # pain from which the alarm signs are asked after anew
LATELY = 2  # days: today and yesterday

_ANSWERS: Sequence[tuple[str, Hold]] = (
    ("under_18", "young"),
    ("alarm_call", "call"),
    ("alarm_visit", "visit"),
)
ANSWERS = tuple(answer for answer, _ in _ANSWERS)


def hold(days: Sequence[Day], profile: Mapping[str, bool]) -> Hold | None:
    """The first that applies; None when tips may be given. `days` end today.

    Strong pain was no answer to whether there is an alarm sign: until two days after, tips wait.
    """
    said = next((hold for answer, hold in _ANSWERS if profile.get(answer, False)), None)
    if said is None and any((day.worst or 0) >= STRONG for day in days[-LATELY:]):
        return "strong"
    return said


def lets(hold: Hold | None, during_visit: bool) -> bool:
    """Whether a tip may be given under this hold."""
    return hold is None or (hold in ("visit", "strong") and during_visit)
