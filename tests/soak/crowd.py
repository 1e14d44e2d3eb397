"""Devices of one person that edit and sync at once, and a nemesis that cuts and kills."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from threading import Event, Lock, Thread

from tests.soak.line import Line
from tests.soak.phones import InJavaScript, InPython, Phone
from tests.soak.place import Place

KINDS: tuple[type[InPython | InJavaScript], ...] = (
    InPython,
    InPython,
    InPython,
    InJavaScript,
    InJavaScript,
)
RECORDS, ROUNDS = 12, 8
PACE = 2.5  # seconds: all of them together stay below the limit of requests


@dataclass
class Crowd:
    """What happened, and what was promised meanwhile."""

    place: Place
    chance: Random
    saved: set[str] = field(default_factory=set)
    excused: set[str] = field(default_factory=set)  # answered by a server that was set back since
    did: Counter[str] = field(default_factory=Counter)
    over: Event = field(default_factory=Event)
    guard: Lock = field(default_factory=Lock)

    def run(self, seconds: float) -> list[str]:
        """Let them live for so long, heal everything, and say what was broken."""
        cookie, user = self.place.cookie(), str(self.place.user)
        lines = [Line(self.place.server.url, cookie) for _ in KINDS]
        phones: list[Phone] = [kind(name, user) for name, kind in enumerate(KINDS)]
        try:
            return self._lived(list(zip(phones, lines, strict=True)), lines, seconds)
        finally:
            for phone in phones:
                phone.close()

    def _lived(
        self, pairs: list[tuple[Phone, Line]], lines: list[Line], seconds: float
    ) -> list[str]:
        threads = [Thread(target=self._live, args=pair) for pair in pairs]
        for thread in threads:
            thread.start()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._strike(lines)
            time.sleep(self.chance.uniform(0.5, 3))
        self.over.set()
        for thread in threads:
            thread.join()
        for line in lines:
            line.there = line.back = True
        return self._drained(pairs)

    def _live(self, phone: Phone, line: Line) -> None:
        chance = Random(self.chance.random())
        while not self.over.wait(chance.uniform(0, 2 * PACE)):
            for _ in range(chance.randrange(4)):
                self._edit(phone, chance)
            ended = phone.sync(line.post)
            with self.guard:
                self.did[f"sync {ended.partition(':')[0]}"] += 1

    def _edit(self, phone: Phone, chance: Random) -> None:
        key = f"cccccccc-0000-4000-8000-{chance.randrange(RECORDS):012x}"
        body = phone.shown(key) or {"began": "2026-03-09T08:30+01:00", "worst": 5}
        if chance.random() < 0.15:
            op = phone.remove(key)
        else:
            note = f"{phone.name} {chance.randrange(10**6)}"
            named = {"note": note} if chance.random() < 0.5 else {}
            op = phone.save(key, {**body, "worst": chance.randrange(11), **named})
        with self.guard:
            self.saved |= {op} if op else set()
            self.did[f"edits in {phone.language}"] += op is not None

    def _strike(self, lines: list[Line]) -> None:
        line, what = self.chance.choice(lines), self.chance.choice(STRIKES)
        if what == "restore" and not self.place.backed_up:
            what = "backup"
        self.did[what] += 1
        if what.startswith("cut"):
            line.there, line.back = what == "cut back", what == "cut there"
        elif what == "heal":
            for one in lines:
                one.there = one.back = True
        elif what == "freeze":
            self.place.server.freeze()
            time.sleep(self.chance.uniform(0.5, 4))
            self.place.server.thaw()
        elif what == "restore":
            self.excused |= self.place.restore()
        else:
            getattr(self.place, what)()

    def _drained(self, pairs: list[tuple[Phone, Line]]) -> list[str]:
        for _ in range(ROUNDS):
            ends = [phone.sync(line.post) for phone, line in pairs]
            if set(ends) == {"sent"} and self._is_level(pairs):
                return self._lost(pairs)
            time.sleep(20 if any(end.startswith("wait") for end in ends) else 1)
        return [f"not level after {ROUNDS} rounds: {ends}"]

    def _is_level(self, pairs: list[tuple[Phone, Line]]) -> bool:
        living = self.place.living()
        return all(phone.view() == living for phone, _ in pairs)

    def _lost(self, pairs: list[tuple[Phone, Line]]) -> list[str]:
        refused = {op for phone, _ in pairs for op in phone.refused()}
        lost = self.saved - self.place.answered() - self.excused - refused
        return [f"{len(lost)} saved edits are nowhere"] if lost else []


STRIKES = (
    "cut there", "cut back", "cut", "heal", "heal", "heal", "freeze", "kill", "kill",
    "purge", "backup", "restore",
)  # fmt: skip
