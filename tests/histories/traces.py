"""Random histories: a seed gives a trace, the same one on every machine."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.histories.network import Step
from tests.histories.world import CRAMPS, DAYS, Trace

FAULTS = (
    "lost", "deaf", "twice", "late", "busy", "torn", "limit", "hotel", "odd", "half",
    "between", "tabs", "bad", "clock", "session", "switch", "consent", "evict", "putback",
    "burst", "room", "restore", "purge",
)  # fmt: skip
CARRIED = FAULTS[:10]
WORDS = ("rug", "na het tillen", "🙂 goed", "שלום", "é\u0301", "quote\" \\ ' <b>")
YEARS = 10 * 365 * 86_400_000


def trace(seed: int, steps: int = 40, without: tuple[str, ...] = ()) -> Trace:
    """The history of a seed. Each meets only some kinds of fault, so that each kind is met alone
    and together with every other."""
    return _Making(Random(seed), steps, without).made(seed)


class _Making:
    def __init__(self, chance: Random, steps: int, without: tuple[str, ...]) -> None:
        self.chance, self.length = chance, steps
        self.faults = {one for one in FAULTS if one not in without and chance.random() < 0.4}
        self.records = chance.randint(1, CRAMPS + len(DAYS))
        self.devices = chance.choice((2, 3, 3, 4))
        self.count = 0

    def made(self, seed: int) -> Trace:
        accounts = [0] * self.devices
        if self.chance.random() < 0.5:
            accounts[-1] = 1
        return {
            "seed": seed,
            "page": self.chance.choice((1, 2, 3, 500)),
            "room": self.chance.choice((1200, 3000)) if "room" in self.faults else 256 * 1024,
            "accounts": accounts,
            "steps": self._steps(),
        }

    def _steps(self) -> list[Step]:
        steps = [self._step() for _ in range(self.length)]
        if "restore" in self.faults:  # at least once there is something to lose
            half = self.length // 2
            steps.insert(half + self.chance.randrange(half), ["restore", self.chance.randrange(9)])
            steps.insert(self.chance.randrange(half), ["backup"])
        return steps

    def _step(self) -> Step:
        rare = [name for name in RARE if name in self.faults]
        often = 0.25 if "restore" in self.faults else 0.15
        if rare and self.chance.random() < often:
            return RARE[self.chance.choice(rare)](self)
        if self.late and self.chance.random() < 0.1:
            return ["deliver", self.chance.randrange(9)]
        return self._sync() if self.chance.random() < 0.45 else self._edit()

    @property
    def late(self) -> bool:
        return "late" in self.faults

    def _device(self) -> int:
        return self.chance.randrange(self.devices)

    def _edit(self) -> Step:
        record = self.chance.randrange(self.records)
        if self.chance.random() < 0.15:
            return ["remove", self._device(), record]
        filled = dict(self._value(record) for _ in range(self.chance.choice((1, 1, 2))))
        emptied = [name for name in ("note", "minutes") if self._now_and_then(name, filled)]
        return ["save", self._device(), record, filled, emptied]

    def _now_and_then(self, name: str, filled: dict[str, Any]) -> bool:
        return name not in filled and self.chance.random() < 0.05

    def _value(self, record: int) -> tuple[str, Any]:
        self.count += 1
        kind = self.chance.random()
        if record >= CRAMPS:
            return (
                ("caffeine_mg", self.count)
                if kind < 0.7
                else ("stress", self.chance.randint(0, 10))
            )
        if kind < 0.5:
            return "note", f"{self.chance.choice(WORDS)} {self.count}"
        if kind < 0.8:
            return "minutes", self.count
        if "bad" in self.faults and kind < 0.85:
            return "worst", 11
        return "worst", self.chance.randint(0, 10)

    def _sync(self, depth: int = 0) -> Step:
        fates = [self._fate(depth) for _ in range(self.chance.randint(0, 4))]
        tab = self.chance.randint(0, 1) if "tabs" in self.faults else 0
        return ["sync", self._device(), fates, tab]

    def _fate(self, depth: int) -> list[Any]:
        carried = [name for name in CARRIED if name in self.faults]
        what = self.chance.choice(carried) if carried and self.chance.random() < 0.35 else "ok"
        return [what, self._between(depth), self._between(depth)]

    def _between(self, depth: int) -> list[Step]:
        """What other devices, or this one, do while a request is on its way."""
        if "between" not in self.faults or depth > 1 or self.chance.random() > 0.2:
            return []
        server = [name for name in ("restore", "purge") if name in self.faults]
        if server and self.chance.random() < 0.15:
            return [RARE[self.chance.choice(server)](self)]
        return [self._edit() if self.chance.random() < 0.6 else self._sync(depth + 1)]

    def _clock(self) -> Step:
        by = self.chance.choice((61_000, 3_600_000, -3_600_000, YEARS, -YEARS))
        return ["clock", self._device(), by]

    def _session(self) -> Step:
        return ["cookie", self._device(), self.chance.choice((None, 0, 0, 1))]

    def _switch(self) -> Step:
        return ["account", self._device(), self.chance.choice((0, 0, 1))]

    def _consent(self) -> Step:
        return ["consent", self.chance.choice((0, 1)), self.chance.random() < 0.6]

    def _evict(self) -> Step:
        return ["evict", self._device()]

    def _put_back(self) -> Step:
        return [self.chance.choice(("keep", "keep", "putback")), self._device()]

    def _set_back(self) -> Step:
        return self.chance.choice((["backup"], ["restore", self.chance.randrange(9)]))

    def _purge(self) -> Step:
        return ["purge"]

    def _burst(self) -> Step:
        # More than one request takes, but seldom: it is slow.
        many = 130 if self.chance.random() < 0.05 else self.chance.choice((3, 6, 12))
        self.count += many
        return ["burst", self._device(), self.count - many + 1, many]


RARE: dict[str, Callable[[_Making], Step]] = {
    "clock": _Making._clock,
    "session": _Making._session,
    "switch": _Making._switch,
    "consent": _Making._consent,
    "evict": _Making._evict,
    "putback": _Making._put_back,
    "burst": _Making._burst,
    "restore": _Making._set_back,
    "purge": _Making._purge,
}
