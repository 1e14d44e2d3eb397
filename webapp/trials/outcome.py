"""What came of a trial: at its looks, from the days that are over by then, and never before.

Days count by the plan and not by what was done: who does it only on good days would otherwise
find that it helps. What was done is told beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np

from webapp.insights.table import Floats
from webapp.insights.trial.design import LONGEST
from webapp.insights.trial.estimate import Result, goal_of, result
from webapp.insights.trial.verdict import LOOKS, Answer, answer
from webapp.trials.course import Trial

Pain = Mapping[date, int]
State = Literal["waiting", "running", "undecided", "finished", "stopped"]

BEFORE = 28  # days before a trial, whose pain is the usual
KNOWN = 5  # of those days, or the trial's own days without the habit tell it
GRACE = timedelta(days=3)  # after the plan, within which one may still go on
OPEN = ("too_few", "undecided")
SELDOM = 0.5  # share of the days with the habit on which it was done


@dataclass(frozen=True)
class Outcome:
    """How a trial stands.

    `over` days are over. `look` is the number of days that `answer` and `result` are of (None
    before the first look), `next_look` the one to come. `seldom`: on the days with the habit it
    was mostly not done, as far as was told.
    """

    state: State
    over: int
    look: int | None
    next_look: int | None
    answer: Answer | None
    result: Result | None
    seldom: bool


def outcome(trial: Trial, pain: Pain, did: Mapping[date, bool], today: date) -> Outcome:
    """What may be said on `today`. `pain` holds the days on which it is known (0 to 10).

    Looks follow each other until one gives an answer; that answer then stands.
    """
    over = trial.over(today)
    look, said, found = _looked(trial, pain, over, _may_go_on(trial, today))
    state = _state(trial, over, today, said)
    coming = next((each for each in trial.looks() if each > over), None)
    return Outcome(
        state=state,
        over=over,
        look=look,
        next_look=coming if state in ("waiting", "running") else None,
        answer=said,
        result=found,
        seldom=_seldom(trial, did, over),
    )


def gain(outcome: Outcome) -> float | None:
    """What a finished trial says of the habit in the ranking of tips: points less pain.

    It lies in -1 to 1 and takes the place of what the diary shows (P); None while nothing is
    decided.
    """
    if outcome.result is None or outcome.answer is None or outcome.answer in OPEN:
        return None
    return float(np.clip(-outcome.result.median, -1, 1))


def _looked(
    trial: Trial, pain: Pain, over: int, going_on: bool
) -> tuple[int | None, Answer | None, Result | None]:
    told: tuple[int | None, Answer | None, Result | None] = (None, None, None)
    for look in trial.looks():
        if look > over:
            break
        found = _result(trial, pain, look)
        said = answer(found, look, trial.block)
        # Said at the end of a plan that may still go on, it would hide what only begins to show.
        if said == "no_gain" and going_on and look not in LOOKS[trial.block]:
            said = "undecided"
        told = look, said, found
        if said not in OPEN:
            break
    return told


def _state(trial: Trial, over: int, today: date, said: Answer | None) -> State:
    if said is not None and said not in OPEN:
        return "finished"
    if trial.ended and trial.ended <= today:
        return "stopped"
    if over < len(trial.order):
        return "waiting" if said is None else "running"
    return "undecided" if _may_go_on(trial, today) else "finished"


def _may_go_on(trial: Trial, today: date) -> bool:
    longest = 2 * trial.block * LONGEST[trial.block]
    stopped = trial.ended is not None and trial.ended <= today
    return not stopped and len(trial.order) < longest and today <= trial.last + GRACE


def _result(trial: Trial, pain: Pain, length: int) -> Result | None:
    worst = _row(pain, trial.began, length)
    assigned = np.array(trial.order[:length], float)
    weekday = (np.arange(length) + trial.began.weekday()) % 7
    usual = _usual(trial, pain, worst, assigned)
    if usual is None:
        return None
    return result(worst, assigned, weekday, trial.target or goal_of(usual))


def _usual(trial: Trial, pain: Pain, worst: Floats, assigned: Floats) -> float | None:
    before = _row(pain, trial.began - timedelta(days=BEFORE), BEFORE)
    known = before[~np.isnan(before)]
    if len(known) < KNOWN:
        known = worst[(assigned == 0) & ~np.isnan(worst)]
    return float(known.mean()) if len(known) else None


def _row(pain: Pain, first: date, length: int) -> Floats:
    days = (first + timedelta(days=n) for n in range(length))
    return np.array([pain.get(day, np.nan) for day in days], float)


def _seldom(trial: Trial, did: Mapping[date, bool], over: int) -> bool:
    days: Sequence[date] = [trial.began + timedelta(days=n) for n in range(over)]
    kept = [did[day] for day, on in zip(days, trial.order, strict=False) if on and day in did]
    return bool(kept) and sum(kept) < SELDOM * len(kept)
