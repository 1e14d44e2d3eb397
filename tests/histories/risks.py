"""What a server that was set back had lost and some device still knew: all must come back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from tests.histories.model import Key, Versions
from tests.histories.store import Json, Store
from tests.histories.values import Value, values
from webapp.sync.protocol import Op
from webapp.tracker.merge import Entry

Holder = tuple[int, str]  # a device, and whose store on it
Stores = dict[Holder, Store]


@dataclass
class Risk:
    """What was lost, and who still knows it."""

    version: int
    lost: Json | None  # the body; None for a delete
    holders: set[Holder] = field(default_factory=set)


class Risks:
    """Values that were current, and the last state of each record, by their own names."""

    def __init__(self) -> None:
        self.values: dict[Value, set[Holder]] = {}
        self.states: dict[Key, Risk] = {}

    def lost(self, user: str, before: Iterable[Entry], after: list[Entry], stores: Stores) -> None:
        """The server held `before` of a person, and holds `after` since it was set back."""
        left = {entry.id: entry.version for entry in after}
        for entry in before:
            knowing = {
                holder: store.records[str(entry.id)]
                for holder, store in stores.items()
                if holder[1] == user and str(entry.id) in store.records
            }
            if left.get(entry.id, 0) < entry.version:
                self._lost_state(user, entry, knowing)
            for value in values(user, str(entry.id), entry.body):
                holders = {
                    holder
                    for holder, held in knowing.items()
                    if held["body"].get(value.field) == value.value
                }
                self.values.setdefault(value, set()).update(holders)

    def found(self, key: Key, seen: Versions) -> None:
        """The server was set back, and holds what came of these versions of a record."""
        risk = self.states.get(key)
        if risk and risk.version in seen:
            del self.states[key]  # nothing of it is lacking

    def collected(self, user: str, record: str) -> None:
        """The server forgot that this record was deleted: an offer of it is like any other now."""
        risk = self.states.get((user, record))
        if risk and risk.lost is None:
            del self.states[user, record]

    def touched(self, user: UUID, op: Op) -> None:
        """Somebody changed a record since: its last state is no longer what was lost."""
        if op.was is None:
            self.states.pop((str(user), str(op.id)), None)

    def forget(self, device: int, user: str) -> None:
        """This store is gone, or was put back from a backup of its own."""
        for holders in self.values.values():
            holders.discard((device, user))
        for risk in self.states.values():
            risk.holders.discard((device, user))

    def known_values(self) -> set[Value]:
        """The values that some device still knew."""
        return {value for value, holders in self.values.items() if holders}

    def known_states(self) -> dict[Key, Risk]:
        """The last states that some device still knew."""
        return {key: risk for key, risk in self.states.items() if risk.holders}

    def _lost_state(self, user: str, entry: Entry, knowing: dict[Holder, Json]) -> None:
        holders = {holder for holder, held in knowing.items() if held["version"] == entry.version}
        earlier = self.states.get((user, str(entry.id)))
        if earlier and earlier.holders and earlier.version > entry.version:
            return  # of another restore before, and newer still
        lost = None if entry.deleted else entry.body
        self.states[user, str(entry.id)] = Risk(entry.version, lost, holders)
