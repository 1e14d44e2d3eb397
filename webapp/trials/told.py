"""From the records of one person to what is told about their trials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from math import floor

from webapp.insights.days import days
from webapp.insights.trial.estimate import Result
from webapp.tracker.merge import Entry
from webapp.trials.answers import DueToday, TrialFigures, Trials, TrialTold
from webapp.trials.course import Trial, due, trials_of, tried_in
from webapp.trials.habits import habits
from webapp.trials.outcome import BEFORE, Outcome, Pain, gain, outcome
from webapp.trials.words import sentences, title


def trials_told(records: Sequence[Entry], day: date, lang: str, now: datetime) -> Trials:
    """What the records come to on `day`, made at `now`."""
    asked = due(records, day)
    return Trials(
        day=day,
        trials=[_told(trial, each, lang) for trial, each in reversed(_outcomes(records, day))],
        due=DueToday(**asdict(asked)) if asked else None,
        made=now,
    )


def gains(records: Sequence[Entry], day: date) -> dict[str, float]:
    """By tip, what a decided trial of one's own says of it (P of the ranking, -1 to 1).

    Of two trials of one habit the later counts.
    """
    known = habits()
    return {
        tip: points
        for trial, each in _outcomes(records, day)
        if trial.habit in known and (points := gain(each)) is not None
        for tip in known[trial.habit].tips
    }


def first_day(records: Sequence[Entry]) -> date | None:
    """The first day whose pain matters to any trial; None without trials."""
    began = [trial.began for trial in trials_of(records)]
    return min(began) - timedelta(days=BEFORE) if began else None


def _outcomes(records: Sequence[Entry], day: date) -> list[tuple[Trial, Outcome]]:
    first = first_day(records)
    if first is None:
        return []
    rows = days(records, day, max(1, (day - first).days + 1))
    pain: Pain = {row.date: row.worst for row in rows if row.worst is not None}
    did = tried_in(records)
    return [
        (trial, outcome(trial, pain, did.get(trial.began, {}), day)) for trial in trials_of(records)
    ]


def _told(trial: Trial, found: Outcome, lang: str) -> TrialTold:
    habit = habits().get(trial.habit)
    looked = found.look is not None
    chance = habit.words(lang).chance if habit else _UNKNOWN[lang]
    return TrialTold(
        began=trial.began,
        habit=trial.habit,
        state=found.state,
        over=found.over,
        look=found.look,
        next_look=found.next_look,
        answer=found.answer,
        title=title(found, lang) if looked else None,
        sentences=sentences(found, chance, lang) if looked else [],
        figures=_figures(found.result) if found.result else None,
    )


def _figures(found: Result) -> TrialFigures:
    return TrialFigures(
        help=floor(1000 * found.help) / 1000,  # 0.9799 is not the 0.98 from which it is told
        target=round(found.target, 3),
        goal=round(found.goal, 3),
        median=round(found.median, 3),
        low=round(found.low, 3),
        high=round(found.high, 3),
        n=found.n,
    )


# A newer phone may know a habit that this server does not have yet.
_UNKNOWN = {"nl": "Kans dat dit bij jou helpt", "en": "Chance that this helps you"}
