"""Random histories of several devices of two people, on every kind of bad network.

`make soak` runs a hundred thousand of them. A seed that failed is kept in
tests/cases/histories.json as the steps that it made, for the making may change.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.histories.ends import ends
from tests.histories.ledger import Broken, Ledger
from tests.histories.plain import PlainServer
from tests.histories.promises import live
from tests.histories.traces import FAULTS, trace
from tests.histories.world import ALICE, BOB, World

RUNS, TOGETHER = 3_000, 100
KEPT: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "histories.json").read_text()
)["cases"]


@pytest.mark.parametrize("first", range(1, RUNS, TOGETHER))
def test_whatever_happens_every_promise_is_kept(first: int) -> None:
    for seed in range(first, first + TOGETHER):
        try:
            live(trace(seed))
        except Broken as broken:
            raise AssertionError(f"seed {seed}: {broken}") from broken


def test_what_once_went_wrong_stays_right() -> None:
    for case in KEPT:
        live(case["trace"])


@pytest.mark.parametrize("first", range(1, 300, TOGETHER))
def test_where_nothing_goes_amiss_the_simplest_server_says_the_same(first: int) -> None:
    for seed in range(first, first + TOGETHER):
        history = trace(seed, without=FAULTS)
        ledger = Ledger()
        simple = live(history, World(history, PlainServer((ALICE, BOB), ledger), ledger))
        twin = live(history)
        assert ends(simple)["server"] == ends(twin)["server"], f"seed {seed}"
