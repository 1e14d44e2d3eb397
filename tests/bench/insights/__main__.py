"""make bench-insights: how often our method is right, and how often others are, in made-up people.

Arguments: people without a trigger, people with triggers, people of each odd world, trials.
Every row has what is demanded of it; 1 when any is not met.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a process: people are the batch

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import Pool
from typing import Any

from tests.bench.insights.counts import SIZES, Counts
from tests.bench.insights.methods import METHODS, ours
from tests.bench.insights.rows import Report
from tests.bench.insights.speed import speed
from tests.bench.insights.trials import HELPS, STEADY, foretold, told, trial
from tests.bench.insights.world import BENT, ODD, USUAL, Odd, person

SIZE = (2000, 600, 600, 600)  # people, as the arguments
LOOKS = (28, 60, 90, 120, 180, 270, 365)
LENGTHS = (90, 180, 365)
DEMANDED = {1.0: (0.04, 0.18, 0.50), 1.5: (0.17, 0.54, 0.84), 2.0: (0.33, 0.74, 0.93)}
WITH = 1_000_000  # the first seed of the people with triggers
EFFECTS = ((0.0, 3), (-1.0, 3), (-1.5, 3), (0.0, 7), (-1.0, 7), (-1.5, 7))


def main(sizes: tuple[int, int, int, int]) -> int:
    """Print the table."""
    report = Report()
    speed(report)
    with Pool(2) as pool:
        each: Callable[[Any, Iterable[Any]], Any] = partial(pool.imap_unordered, chunksize=10)
        without(report, each, sizes[0])
        with_triggers(report, each, sizes[1])
        odd_worlds(report, each, sizes[2])
        trials(report, each, sizes[3])
    report.end()
    return report.failed


def without(report: Report, each: Any, many: int) -> None:
    """People without any trigger: nothing should be shown."""
    report.heading(f"{many} people without a trigger: share that is shown one")
    falls: Counter[tuple[str, int]] = Counter()
    ever = 0
    for shown in each(shown_without, range(many)):
        falls.update(shown)
        ever += any(method == "ours" for method, _ in shown)
    for method in METHODS:
        for length in LENGTHS:
            limit = 0.03 if method == "ours" else None
            report.at_most(f"{method}, {length} days", falls[method, length] / many, limit)
    report.at_most("ours, in any of 7 looks over a year", ever / many, 0.09)


def with_triggers(report: Report, each: Any, many: int) -> None:
    """People with 1 to 3 triggers of 1, 1.5 or 2 points: they should be found."""
    report.heading(f"{many} people with 1 to 3 triggers")
    sums = {length: Counts() for length in LENGTHS}
    others: Counter[str] = Counter()
    for counts, found in each(looked_with, range(WITH, WITH + many)):
        sums = {length: sums[length] + counts[length] for length in LENGTHS}
        others.update(found)
    for place, length in enumerate(LENGTHS):
        for size in SIZES:
            share = sums[length].share(f"found {size}", f"triggers {size}")
            report.at_least(f"{length} days, {size} points: found", share, DEMANDED[size][place])
        report.at_most(
            f"{length} days: false among shown", sums[length].share("false", "shown"), 0.03
        )
        report.within(f"{length} days: shown over planted", sums[length].exaggeration(), 0.9, 1.1)
    year = sums[365]
    report.at_most("365 days: wrong sign", year.share("wrong sign", "true"), 0.01)
    report.at_least("365 days: right lag", year.share("right lag", "true"), 0.95)
    report.at_least("365 days: 90 % interval holds", year.share("held", "true"), 0.86)
    for name, said, was, cases in year.bins():
        report.within(f"posterior {name}: true, of {cases}", was, said - 0.10, said + 0.10)
    for method in METHODS:
        report.at_least(f"{method}, 365 days: found of all", others[method] / others["all"], None)


def odd_worlds(report: Report, each: Any, many: int) -> None:
    """Worlds that push one assumption each: still nearly nothing false."""
    report.heading(f"{many} people without a trigger in each odd world, 180 days")
    for odd in ODD:
        falls = sum(each(partial(false_in, odd), range(2 * WITH, 2 * WITH + many)))
        report.at_most(odd.name, falls / many, 0.04)


def trials(report: Report, each: Any, many: int) -> None:
    """Trials on oneself: what is said, and whether a chance of 87 % is right 87 % of the time."""
    report.heading(f"{many} trials each: share that is told it helps")
    bounds = {(0.0, 3): (None, 0.07), (-1.0, 3): (0.55, None), (-1.5, 3): (0.80, None)}
    for odd in (STEADY, USUAL):
        for effect, block in EFFECTS:
            ended = list(each(partial(one_trial, odd, effect, block), range(many)))
            low, high = bounds.get((effect, block), (None, None)) if odd is STEADY else (None, None)
            said = told(ended)
            share = sum(said[word] for word in HELPS) / many
            days = sum(one.day for one in ended) / many
            name = f"{odd.name}: {effect:g} points, {block}-day blocks, {days:.0f} days"
            report.within(name, share, low, high)
    chances = Counts()
    for foretold_one in filter(None, each(foretold, range(4 * many))):
        chances.judge(*foretold_one)
    for name, chance, helped, cases in chances.bins():
        report.within(f"chance {name}: helped, of {cases}", helped, chance - 0.08, chance + 0.08)


def shown_without(seed: int) -> set[tuple[str, int]]:
    """Which method shows something false to this person, after how many days."""
    table = person(seed).table
    looks = {("ours", length) for length in LOOKS if ours(table.until(length))}
    return looks | {
        (name, length)
        for name, method in METHODS.items()
        if name != "ours"
        for length in LENGTHS
        if method(table.until(length))
    }


def looked_with(seed: int) -> tuple[dict[int, Counts], Counter[str]]:
    """What our method finds of this person's triggers, and how many each method finds."""
    made = person(seed, triggers=1 + seed % 3)
    sums = {length: Counts() for length in LENGTHS}
    for length in LENGTHS:
        sums[length].look(made, length)
    real = {each.factor for each in made.triggers}
    found = {name: len(real & method(made.table)) for name, method in METHODS.items()}
    return sums, Counter(found | {"all": len(real)})


def false_in(odd: Odd, seed: int) -> bool:
    """Whether something false is shown; what pain itself changed that day is not false."""
    shown = ours(person(seed, odd=odd).table.until(180))
    return bool(shown - set(BENT) if odd.pain_to_same else shown)


def one_trial(odd: Odd, effect: float, block: int, seed: int) -> Any:
    """A trial, with the arguments in the order that a pool needs."""
    return trial(seed, effect, block, odd)


if __name__ == "__main__":
    began = time.monotonic()
    given = tuple(int(each) for each in sys.argv[1:]) + SIZE[len(sys.argv) - 1 :]
    code = main(given)  # type: ignore[arg-type]
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(code)
