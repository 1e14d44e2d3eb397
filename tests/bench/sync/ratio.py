"""Records in and out per second: Rugwijs beside Kinto, in turns on the same machine.

A round is the same work for both: everybody sends so many entries, another device of each gets
them all, and then the few that came after.
"""

from __future__ import annotations

import os
import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.bench.sync import busy, kinto
from tests.bench.sync.load import Job, Measured, at_once
from tests.bench.sync.ours import Ours

DELTA = 5  # entries that came after

Round = Callable[[], None]


@dataclass
class Side:
    """One server and what it did, round after round."""

    name: str
    address: str
    database: int | None = None  # the process of its PostgreSQL
    rounds: dict[str, list[Measured]] = field(default_factory=lambda: defaultdict(list))
    used: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def measure(self, what: str, jobs: Sequence[Job], records: int) -> None:
        """Do these jobs at once; so many records must come of them."""
        processes = [os.getpid()] + ([self.database] if self.database else [])
        before = busy.seconds(*processes)
        measured = at_once(self.address, jobs)
        used = busy.seconds(*processes) - before - measured.own
        if measured.records != records:
            raise RuntimeError(f"{self.name}, {what}: {measured.records} instead of {records}")
        self.rounds[what].append(measured)
        self.used[what].append(1e6 * used / records)

    def rate(self, what: str) -> float:
        """Records per second, the middle one of all rounds.

        "both" is a record that goes in on one device and comes out on another.
        """
        if what == "both":
            return 1 / (1 / self.rate("in") + 1 / self.rate("out"))
        return statistics.median(one.rate for one in self.rounds[what])

    def busy(self, what: str) -> float:
        """Microseconds of processor per record, of the server and its database together."""
        return statistics.median(self.used[what])

    def percentile(self, what: str, share: float) -> float:
        """Milliseconds that this share of the requests took at most, the middle one of all."""
        return statistics.median(one.percentile(share) for one in self.rounds[what])

    def own(self) -> float:
        """The share of a core that making the load took, at most."""
        return max(one.own / one.seconds for rounds in self.rounds.values() for one in rounds)


def ours(side: Side, server: Ours, people: int, records: int, batch: int) -> Round:
    """A round of Rugwijs."""

    def go() -> None:
        phones = server.people(people)
        tablets = [server.other_device(phone) for phone in phones]
        at_once(side.address, [phone.pull() for phone in phones])  # the phones say hello
        side.measure("in", [phone.push(records, batch) for phone in phones], people * records)
        side.measure("out", [tablet.pull() for tablet in tablets], people * records)
        at_once(side.address, [phone.push(DELTA, DELTA) for phone in phones])
        side.measure("delta", [tablet.pull() for tablet in tablets], people * DELTA)

    return go


def kintos(side: Side, people: int, records: int, batch: int) -> Round:
    """A round of Kinto."""

    def go() -> None:
        phones = [kinto.Person() for _ in range(people)]
        # One after the other: it refuses some of those who begin at once.
        at_once(side.address, [phone.begin() for phone in phones], connections=1)
        side.measure("in", [phone.push(records, batch) for phone in phones], people * records)
        side.measure("out", [phone.pull() for phone in phones], people * records)
        at_once(side.address, [phone.push(DELTA, DELTA) for phone in phones])
        side.measure("delta", [phone.pull() for phone in phones], people * DELTA)

    return go
