"""The order of a trial: pairs of blocks with and without the habit, each pair in turn by lot.

The order follows from a seed that is kept with the trial, so that every device and the server
make the same; static/src/insights/ does it with the same numbers (tests/cases/trials.json).
"""

from __future__ import annotations

from collections.abc import Iterator

PAIRS = {3: 7, 7: 3}  # by the length of a block in days
LONGEST = {3: 10, 7: 4}  # pairs, when somebody goes on
SEEDS = 2**32


def plan(seed: int, block: int, pairs: int) -> list[bool]:
    """Whether each day of the trial is one with the habit; `block` is 3 or 7 days."""
    draws = _lots(seed)
    days: list[bool] = []
    for _ in range(pairs):
        first = next(draws)
        days += [first] * block + [not first] * block
    return days


def _lots(seed: int) -> Iterator[bool]:
    """Yes or no without end (mulberry32, which JavaScript can do exactly too)."""
    state = seed % SEEDS
    while True:
        state = (state + 0x6D2B79F5) % SEEDS
        mixed = (state ^ (state >> 15)) * (1 | state) % SEEDS
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (61 | mixed)) % SEEDS
        yield (mixed ^ (mixed >> 14)) % SEEDS < SEEDS // 2
