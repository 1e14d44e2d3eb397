"""python -m tests.histories FIRST COUNT: histories and the hash of their ends, one JSON a line."""

from __future__ import annotations

import json
import sys

from tests.histories.ends import digest, ends
from tests.histories.promises import check_end, heal
from tests.histories.traces import trace
from tests.histories.world import Trace, World


def lived(history: Trace) -> tuple[World, list[object]]:
    """A world after a history, and what everybody held before it was healed and after."""
    world = World(history)
    for step in history["steps"]:
        world.step(step)
    before = ends(world)
    heal(world)
    told: list[object] = [before, ends(world)]
    check_end(world)
    return world, told


def main(first: int, count: int) -> None:
    """Print them."""
    for seed in range(first, first + count):
        history = trace(seed)
        _, told = lived(history)
        sys.stdout.write(json.dumps({"trace": history, "hash": digest(told)}) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
