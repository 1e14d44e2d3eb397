"""Very many random histories, over all processors."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import reduce
from typing import NamedTuple

from tests.histories.ledger import Broken
from tests.histories.promises import live
from tests.histories.traces import trace

FIRST, TOGETHER = 1_000_001, 500  # other seeds than those of the tests
PROCESSES = 2


class Lived(NamedTuple):
    """How much was lived through, and which seeds broke what."""

    histories: int
    steps: int
    requests: int
    restores: int
    broken: list[str]


def live_through(count: int, first: int = FIRST) -> Lived:
    """Live through so many histories."""
    starts = range(first, first + count, TOGETHER)
    jobs = [(start, min(TOGETHER, first + count - start)) for start in starts]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return reduce(_sum, pool.map(_some, jobs))


def _some(job: tuple[int, int]) -> Lived:
    total = Lived(0, 0, 0, 0, [])
    for seed in range(job[0], job[0] + job[1]):
        total = _sum(total, _one(seed))
    return total


def _one(seed: int) -> Lived:
    history = trace(seed)
    try:
        world = live(history)
    except Broken as broken:
        return Lived(1, len(history["steps"]), 0, 0, [f"seed {seed}: {broken}"])
    return Lived(1, len(history["steps"]), len(world.network.heard), world.restores, [])


def _sum(one: Lived, other: Lived) -> Lived:
    return Lived(
        one.histories + other.histories,
        one.steps + other.steps,
        one.requests + other.requests,
        one.restores + other.restores,
        one.broken + other.broken,
    )
