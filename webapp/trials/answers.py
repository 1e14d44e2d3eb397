"""What the API of trials answers."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Chance = Annotated[float, Meta(ge=0, le=1)]


class TrialFigures(msgspec.Struct, frozen=True):
    """The chance that the habit helps, and that it does by the goal, which is in points.

    `median` with `low` and `high` (80 % interval) are points of pain on days with the habit;
    under 0 is less pain. `n` is the number of days that this comes from.
    """

    help: Chance
    target: Chance
    goal: float
    median: float
    low: float
    high: float
    n: int


class TrialTold(msgspec.Struct, frozen=True):
    """How one trial stands; `began` is its first day, and what it is known by.

    `look` is the number of days after which it was looked at; null, with all that follows from
    a look, before the first one. `figures` is null too where there are too few days.
    """

    began: date
    habit: str
    state: Literal["waiting", "running", "undecided", "finished", "stopped"]
    over: Annotated[int, Meta(ge=0)]
    look: int | None
    next_look: int | None
    answer: Literal["too_few", "clearly", "a_little", "worse", "no_gain", "undecided"] | None
    title: str | None
    sentences: Sequence[str]
    figures: TrialFigures | None


class DueToday(msgspec.Struct, frozen=True):
    """What the running trial asks on this day: the habit or not, and what was told of it."""

    habit: str
    began: date
    on: bool
    did: bool | None


class Trials(msgspec.Struct, frozen=True):
    """All trials of one person as they stand on `day`, the newest first."""

    day: date
    trials: Sequence[TrialTold]
    due: DueToday | None
    made: Annotated[datetime, Meta(tz=True)]
