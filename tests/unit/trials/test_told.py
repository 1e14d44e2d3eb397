"""What the device is told of a trial, from the records of one person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from tests.unit.trials.test_outcome import BEGAN, pain_of, trial
from webapp.trials.told import trials_told


def test_a_chance_just_under_what_is_waited_for_is_not_rounded_up_to_it() -> None:
    plan = {"habit": "walk", "began": BEGAN.isoformat(), "seed": 5, "block": 3, "pairs": 7}
    pain = pain_of(trial(), -0.9, 36, seed=12)
    cramps = [{"began": f"{day}T20:00+01:00", "worst": worst} for day, worst in pain.items()]
    records: Any = [
        SimpleNamespace(kind="trial", body=plan, deleted=False),
        *(SimpleNamespace(kind="pain", body=body, deleted=False) for body in cramps),
    ]
    [told] = trials_told(records, BEGAN + timedelta(days=36), "nl", datetime.now(UTC)).trials
    assert told.figures
    assert (told.answer, told.figures.help) == ("undecided", 0.979)
    assert told.sentences[0].endswith(": 97 %.")
