"""The device does the same: tests/js/trials/course.test.js reads the same cases."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.insights.trial.design import LONGEST, PAIRS, plan
from webapp.insights.trial.verdict import LOOKS
from webapp.trials.course import due, trials_of

CASES: dict[str, Any] = json.loads(Path("tests/cases/trials.json").read_text(encoding="utf-8"))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
TRIAL = st.fixed_dictionaries(
    {
        "habit": st.sampled_from(["walk", "breaks"]),
        "began": DAYS.map(date.isoformat),
        "seed": st.integers(0, 2**32 - 1),
        "block": st.sampled_from([3, 7]),
        "pairs": st.integers(1, 10),
    },
    optional={"ended": DAYS.map(date.isoformat)},
)


def records(bodies: list[dict[str, Any]], kind: str = "trial") -> list[Any]:
    return [SimpleNamespace(kind=kind, body=body) for body in bodies]


@pytest.mark.parametrize("case", CASES["orders"], ids=lambda case: f"{case['seed']}")
def test_a_seed_draws_this_order(case: dict[str, Any]) -> None:
    days = plan(case["seed"], case["block"], case["pairs"])
    assert "".join("+" if on else "-" for on in days) == case["days"]
    assert case["days"].count("+") == case["block"] * case["pairs"]


def test_lengths_and_looks_are_those_of_the_device() -> None:
    for name, ours in (("pairs", PAIRS), ("longest", LONGEST), ("looks", LOOKS)):
        assert json.loads(json.dumps(ours)) == CASES[name]


@pytest.mark.parametrize("case", CASES["courses"], ids=lambda case: case["says"])
def test_a_trial_goes_as_on_the_device(case: dict[str, Any]) -> None:
    kept = [SimpleNamespace(**record) for record in case["records"]]
    trials = trials_of(kept)
    for trial, said in zip(trials, case["trials"], strict=True):
        ended = trial.ended and trial.ended.isoformat()
        assert [trial.began.isoformat(), trial.last.isoformat(), ended, trial.looks()] == [
            said[name] for name in ("began", "last", "ended", "looks")
        ]
    for told in case["days"]:
        day = date.fromisoformat(told["day"])
        assert [trial.over(day) for trial in trials] == told["over"]
        assert [trial.runs(day) for trial in trials] == told["runs"]
        asked = due(kept, day)
        found = asked and asdict(asked) | {"began": asked.began.isoformat()}
        assert found == told["due"]


@given(st.lists(TRIAL, max_size=6, unique_by=lambda body: body["began"]), DAYS)
def test_at_most_one_trial_runs_on_a_day(bodies: list[dict[str, Any]], day: date) -> None:
    trials = trials_of(records(bodies))
    running = [trial for trial in trials if trial.runs(day)]
    assert len(running) <= 1
    asked = due(records(bodies), day)
    assert (asked is not None) == bool(running)
    for trial in trials:
        assert 0 <= trial.over(day) <= len(trial.order)
        assert all(LOOKS[trial.block][0] <= look <= len(trial.order) for look in trial.looks())
