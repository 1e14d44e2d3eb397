"""Lives through a history: devices, people, a server and a network that does what the trace says.

tests/js/sync/world.js does the same with the real scripts; both end with the same hash.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from tests.histories.device import Device
from tests.histories.ledger import Ledger, Taken
from tests.histories.network import TRUE, Fate, Network, Server, Step
from tests.histories.risks import Stores
from tests.histories.server import TwinServer, restored_at
from tests.histories.store import Json, Store
from tests.histories.wire import Reply
from webapp.tracker.records import day_id

ALICE = "11111111-1111-4111-8111-111111111111"
BOB = "22222222-2222-4222-8222-222222222222"
CRAMPS = 4
DAYS = ("2026-03-09", "2026-03-10")

Trace = dict[str, Any]


class World:
    """One history under way; `log` is what each step came to."""

    def __init__(
        self, trace: Trace, server: Server | None = None, ledger: Ledger | None = None
    ) -> None:
        self.ledger = ledger or Ledger()
        self.users = (ALICE, BOB)
        self.page: int = trace["page"]
        self.roomy = trace["room"] >= 256 * 1024
        self.server = server or TwinServer(self.users, self.ledger, trace["page"], trace["room"])
        self.devices = [
            Device(name, self.users[who], self.users[who])
            for name, who in enumerate(trace["accounts"])
        ]
        self.network = Network(self.server)
        self.backups: dict[tuple[int, str], Store] = {}
        self.server_backups: list[tuple[Any, Taken]] = []
        self.restores = 0
        self.cursors: dict[tuple[int, str], tuple[int, int]] = {}  # epoch and cursor so far
        self.forgetful = False  # the server was set back, or forgot deletes
        self.log: list[str] = []

    def step(self, step: Step) -> None:
        """Do one step of a trace."""
        name, *how = step
        doing: Callable[..., str | None] = getattr(self, f"_{name}")
        ended = doing(*how)
        if ended is not None:
            self.log.append(f"{name} {ended}")

    def sync(self, device: Device, fates: list[Fate], tab: int = 0) -> str:
        """Sync a device; each request meets the next of `fates`, and all is well after them."""
        user = device.account
        waiting = iter(fates)
        return device.sync(
            user, lambda payload: self._meet(device, payload, next(waiting, TRUE)), tab
        )

    def stores(self) -> Stores:
        """Everybody's store on every device."""
        return {
            (device.name, user): store
            for device in self.devices
            for user, store in device.stores.items()
        }

    def deliver(self) -> None:
        """Everything that was still under way arrives."""
        while self.network.late:
            self.network.deliver(0)

    def _save(self, number: int, record: int, filled: Json, emptied: list[str]) -> str:
        device = self.devices[number]
        user, store = device.account, _own(device)
        key, kind, blank = self.entry(user, record)
        shown = store.shown(key)
        body = {**(shown["body"] if shown else blank), **filled}
        body = {name: value for name, value in body.items() if name not in emptied}
        op = device.new_id()
        if not store.save(op, key, kind, body):
            return "nothing"
        self.ledger.keep(number, user, store.outbox[store.made], shown)
        return "saved"

    def _remove(self, number: int, record: int) -> str:
        device = self.devices[number]
        user, store = device.account, _own(device)
        key, _, _ = self.entry(user, record)
        shown = store.shown(key)
        if not store.remove(device.new_id(), key):
            return "nothing"
        self.ledger.keep(number, user, store.outbox[store.made], shown)
        return "saved"

    def _burst(self, number: int, first: int, many: int) -> str:
        made = [
            self._save(number, n % CRAMPS, {"note": f"{n}"}, []) for n in range(first, first + many)
        ]
        return f"{made.count('saved')}"

    def _sync(self, number: int, fates: list[Fate], tab: int = 0) -> str:
        return self.sync(self.devices[number], fates, tab)

    def _deliver(self, which: int) -> None:
        self.network.deliver(which)

    def _clock(self, number: int, by: int) -> None:
        self.devices[number].now += by

    def _cookie(self, number: int, who: int | None) -> None:
        self.devices[number].cookie = None if who is None else self.users[who]

    def _account(self, number: int, who: int) -> None:
        self.devices[number].account = self.users[who]

    def _consent(self, who: int, given: bool) -> None:
        self.server.consents(self.users[who], given)

    def _evict(self, number: int) -> None:
        """The browser throws the storage of this site away."""
        device = self.devices[number]
        for user, store in device.stores.items():
            self._lose(device, user, store, Store())
        device.stores.clear()

    def _keep(self, number: int) -> None:
        """The phone is backed up."""
        device = self.devices[number]
        for user, store in device.stores.items():
            self.backups[number, user] = store.copy()

    def _putback(self, number: int) -> None:
        """The phone is put back from its backup, if there is one."""
        device = self.devices[number]
        for user in self.users:
            backup = self.backups.get((number, user))
            if backup:
                self._lose(device, user, device.stores.get(user, Store()), backup)
                device.stores[user] = backup.copy()

    def _backup(self) -> None:
        """The server is backed up."""
        self.server_backups.append((self.server.backup(), self.ledger.taken.copy()))

    def _restore(self, which: int) -> None:
        """The server is put back from one of its backups, if there is one."""
        if not self.server_backups:
            return
        backup, taken = self.server_backups[which % len(self.server_backups)]
        before = {user: self.server.entries(user) for user in self.users}
        self.ledger.forgive(self.server.known())
        self.server.restore(backup)
        self.restores += 1
        self.forgetful = True
        self.ledger.restored(taken, restored_at(self.restores))
        for user in self.users:
            after = self.server.entries(user)
            self.ledger.risks.lost(user, before[user], after, self.stores())
            for entry in after:
                self.ledger.found(user, entry)

    def _purge(self) -> None:
        """The server forgets its tombstones."""
        for user in self.users:
            for entry in self.server.entries(user):
                if entry.deleted:
                    self.ledger.risks.collected(user, str(entry.id))
        self.server.purge()
        self.forgetful = True
        self.ledger.taken.model.forget_deleted()

    def _lose(self, device: Device, user: str, store: Store, backup: Store) -> None:
        self.cursors.pop((device.name, user), None)
        self.ledger.risks.forget(device.name, user)
        held = {op["op"] for op in backup.outbox.values()} | backup.refused.keys()
        lost = {op["op"] for op in store.outbox.values()} | store.refused.keys()
        self.ledger.forgive(lost - held)

    def _meet(self, device: Device, payload: bytes, fate: Fate) -> Reply | None:
        """What becomes of a request; other things may happen just before and just after it."""
        what, before, after = fate
        for step in before:
            self.step(step)
        reply = self.network.carry(what, device.cookie, payload)
        for step in after:
            self.step(step)
        return reply

    def entry(self, user: str, record: int) -> tuple[str, str, Json]:
        """The id, the kind and the least body of a person's entry."""
        if record < CRAMPS:
            blank = {"began": "2026-03-09T08:30+01:00", "worst": 5}
            return f"cccccccc-0000-4000-8000-{record:012x}", "pain", blank
        day = DAYS[record - CRAMPS]
        return str(day_id(UUID(user), day)), "day", {"day": day}


def _own(device: Device) -> Store:
    store = device.store(device.account)
    assert store
    return store
