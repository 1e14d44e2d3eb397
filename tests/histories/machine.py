"""The rules of the histories as a state machine: hypothesis looks for the shortest that fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.histories.ledger import Ledger
from tests.histories.network import Server, Step
from tests.histories.promises import check, check_end, heal
from tests.histories.traces import CARRIED, YEARS
from tests.histories.world import CRAMPS, DAYS, Trace, World

DEVICES = 4  # the last one is Bob's
devices = st.integers(0, DEVICES - 1)
records = st.integers(0, CRAMPS + len(DAYS) - 1)
people = st.integers(0, 1)
fates = st.lists(st.sampled_from(("ok", "ok", "ok", *CARRIED)), max_size=3)


class AnyHistory(RuleBasedStateMachine):
    """A history that hypothesis makes up; `begin` makes its server, if not the twin."""

    def __init__(self, begin: Callable[[Trace, Ledger], Server] | None = None) -> None:
        super().__init__()
        self.make_server = begin
        self.count = 0
        self.steps: list[Step] = []

    @initialize(page=st.sampled_from((1, 3, 500)), room=st.sampled_from((1200, 256 * 1024)))
    def begin(self, page: int, room: int) -> None:
        self.trace: dict[str, Any] = {"page": page, "room": room, "accounts": [0, 0, 0, 1]}
        ledger = Ledger()
        server = self.make_server(self.trace, ledger) if self.make_server else None
        self.world = World(self.trace, server, ledger)

    @rule(device=devices, record=records, emptied=st.sampled_from(([], ["note"], ["minutes"])))
    def save(self, device: int, record: int, emptied: list[str]) -> None:
        self.count += 1
        name = "caffeine_mg" if record >= CRAMPS else ("note", "minutes")[self.count % 2]
        value = f"note {self.count}" if name == "note" else self.count
        self.do("save", device, record, {name: value}, [one for one in emptied if one != name])

    @rule(device=devices, record=st.integers(0, CRAMPS - 1))
    def save_what_is_refused(self, device: int, record: int) -> None:
        self.do("save", device, record, {"worst": 11}, [])

    @rule(device=devices, record=records)
    def remove(self, device: int, record: int) -> None:
        self.do("remove", device, record)

    @rule(device=devices, fates=fates)
    def sync(self, device: int, fates: list[str]) -> None:
        self.do("sync", device, [[what, [], []] for what in fates], 0)

    @rule(device=devices, other=devices, record=records, what=st.sampled_from(("ok", *CARRIED)))
    def sync_while_another_edits_and_syncs(
        self, device: int, other: int, record: int, what: str
    ) -> None:
        self.count += 1
        filled = {"caffeine_mg" if record >= CRAMPS else "minutes": self.count}
        between: list[Step] = [["save", other, record, filled, []], ["sync", other, [], 1]]
        self.do("sync", device, [["ok", between, []], [what, [], between[:1]]], 0)

    @rule(which=st.integers(0, 9))
    def deliver(self, which: int) -> None:
        self.do("deliver", which)

    @rule(device=devices, by=st.sampled_from((61_000, -3_600_000, YEARS, -YEARS)))
    def clock(self, device: int, by: int) -> None:
        self.do("clock", device, by)

    @rule(device=devices, who=st.one_of(st.none(), people))
    def cookie(self, device: int, who: int | None) -> None:
        self.do("cookie", device, who)

    @rule(device=devices, who=people)
    def account(self, device: int, who: int) -> None:
        self.do("account", device, who)

    @rule(who=people, given=st.booleans())
    def consent(self, who: int, given: bool) -> None:
        self.do("consent", who, given)

    @rule()
    def backup(self) -> None:
        self.do("backup")

    @rule(which=st.integers(0, 3))
    def restore(self, which: int) -> None:
        self.do("restore", which)

    @rule(device=devices, which=st.integers(0, 3), fates=fates)
    def restore_while_a_device_syncs(self, device: int, which: int, fates: list[str]) -> None:
        between: list[Step] = [["restore", which]]
        rest = [[what, [], []] for what in fates]
        self.do("sync", device, [["ok", [], []], ["ok", between, []], *rest], 0)

    @rule()
    def purge(self) -> None:
        self.do("purge")

    @rule(device=devices, other=devices, record=records)
    def delete_and_purge_while_a_device_syncs(self, device: int, other: int, record: int) -> None:
        between: list[Step] = [["remove", other, record], ["sync", other, [], 1], ["purge"]]
        self.do("sync", device, [["ok", [], between]], 0)

    @rule(device=devices, what=st.sampled_from(("evict", "keep", "putback")))
    def phone(self, device: int, what: str) -> None:
        self.do(what, device)

    @invariant()
    def promises(self) -> None:
        if self.steps:
            check(self.world)

    def teardown(self) -> None:
        if not self.steps:
            return
        note(json.dumps(self.trace | {"steps": self.steps}))
        heal(self.world)
        check_end(self.world)

    def do(self, *step: Any) -> None:
        self.steps.append(list(step))
        self.world.step(list(step))
