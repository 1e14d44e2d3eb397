"""The same histories end the same on the real server as on its twin in memory.

So what a hundred thousand histories show of the twin is true of the server too. The promises
themselves are held against the real server in fewer of them, for each look at it costs time.
"""

import pytest
from flask import Flask
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.histories.ends import ends
from tests.histories.ledger import Ledger
from tests.histories.machine import AnyHistory
from tests.histories.promises import check_end, heal, live
from tests.histories.traces import trace
from tests.histories.world import Trace, World
from tests.integration.sync.real import RealServer

FIRST = 100_001  # other seeds than those of the unit tests
RUNS, WATCHED = 40, 5


@pytest.fixture
def real(app: Flask, monkeypatch: pytest.MonkeyPatch) -> RealServer:
    return RealServer(app, monkeypatch)


def lived(history: Trace, world: World) -> list[object]:
    for step in history["steps"]:
        world.step(step)
    before = ends(world)
    heal(world)
    return [before, ends(world)]


def test_the_real_server_ends_where_its_twin_ends(real: RealServer) -> None:
    for seed in range(FIRST, FIRST + RUNS):
        history, ledger = trace(seed, steps=20), Ledger()
        told = lived(history, World(history))
        world = World(history, real.begin(history, ledger), ledger)
        assert lived(history, world) == told, f"seed {seed}"
        check_end(world)


def test_the_real_server_keeps_every_promise_at_every_step(real: RealServer) -> None:
    for seed in range(FIRST + RUNS, FIRST + RUNS + WATCHED):
        history, ledger = trace(seed), Ledger()
        live(history, World(history, real.begin(history, ledger), ledger))


def test_no_history_that_hypothesis_finds_breaks_a_promise(real: RealServer) -> None:
    class RealHistory(AnyHistory):
        def __init__(self) -> None:
            super().__init__(real.begin)

    few = settings(max_examples=10, stateful_step_count=15, database=None)
    run_state_machine_as_test(RealHistory, settings=few)
