"""A trial's result as one of six answers, and the days on which somebody may look."""

from __future__ import annotations

from typing import Literal

from webapp.insights.trial.estimate import Result

Answer = Literal["too_few", "clearly", "a_little", "worse", "no_gain", "undecided"]

LOOKS = {3: (24, 36, 48, 60), 7: (28, 42, 56)}  # days, by the length of a block
PLANNED = 42  # days; before it an effect that only starts to show would be called none
CLEARLY = 0.80  # chance of the goal
LITTLE_EARLY, LITTLE_LAST = 0.98, 0.95  # chance of less pain
WORSE = 0.05
NO_GAIN = 0.10  # chance of the goal


def answer(result: Result | None, day: int, block: int) -> Answer:
    """What may be said after `day` days of a trial with blocks of 3 or 7 days."""
    if result is None:
        return "too_few"
    if result.target >= CLEARLY:
        return "clearly"
    if result.help >= (LITTLE_LAST if day >= LOOKS[block][-1] else LITTLE_EARLY):
        return "a_little"
    if result.help <= WORSE:
        return "worse"
    return "no_gain" if result.target <= NO_GAIN and day >= PLANNED else "undecided"
