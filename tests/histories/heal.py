"""What a device offers of what a restored server lost: static/src/sync/heal.js once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.histories.store import Json, Store, seen_by


@dataclass(frozen=True)
class Healing:
    """The server's epoch now, and from where on it may have lost something (None: nowhere)."""

    epoch: int
    lost_from: int | None
    new_id: Callable[[], str]


def offer_lost(store: Store, held: Json | None, told: Json | None, healing: Healing) -> None:
    """Offer a record as this device held it, when the server may have lost that state."""
    if held is None or healing.lost_from is None or held["epoch"] == healing.epoch:
        return
    if held["version"] > healing.lost_from:
        _offer(store, held, told, healing.new_id())


def _offer(store: Store, held: Json, told: Json | None, op: str) -> None:
    key, gone, version = held["id"], held["deleted"], held["version"]
    behind = [edit for edit in store.waiting() if edit["id"] == key and "was" not in edit]
    store.add(
        {
            "op": op,
            "id": key,
            "kind": held["kind"],
            "base": version,
            "was": version,
            **seen_by(held),
            "body": None if gone else held["body"],
            "fields": [] if gone else sorted({*(told["body"] if told else ()), *held["body"]}),
            "deleted": gone,
        }
    )
    # What the person changed since stands behind it, in sight and on its way.
    for edit in behind:
        del store.outbox[edit["n"]]
        store.add({name: value for name, value in edit.items() if name != "n"})
