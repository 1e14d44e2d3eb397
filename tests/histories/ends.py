"""Where a history ends: all that servers and devices hold, in one canonical form with a hash.

Ids that chance makes are left out or numbered, so that the real scripts and the real server,
which make others, come to the same.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tests.histories.store import Json, Store
from tests.histories.world import CRAMPS, DAYS, World


def ends(world: World) -> Json:
    """Everything that anybody holds, and what each step came to."""
    names = [_names(world, user) for user in world.users]
    server = world.server
    return {
        "log": list(world.log),
        "devices": [
            [
                _kept(device.stores.get(user), names[who], server.epoch(user))
                for who, user in enumerate(world.users)
            ]
            for device in world.devices
        ],
        "server": [_held(world, user, names[who]) for who, user in enumerate(world.users)],
    }


def digest(told: Any) -> str:
    """The hash of it."""
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _names(world: World, user: str) -> dict[str, int]:
    """The number of each record, by its id."""
    return {world.entry(user, record)[0]: record for record in range(CRAMPS + len(DAYS))}


def _kept(store: Store | None, names: dict[str, int], epoch: int) -> Json | None:
    if store is None:
        return None
    records = (_record(record, names) for record in store.records.values())
    return {
        "records": sorted(records, key=lambda record: record["id"]),
        "outbox": [_op(op, names) for op in store.waiting()],
        "refused": sorted((_op(op, names) for op in store.refused.values()), key=_by_number),
        "cursor": store.meta.get("cursor", 0),
        "mode": store.meta.get("mode", "full"),
        "level": store.meta.get("epoch") == epoch,
    }


def _held(world: World, user: str, names: dict[str, int]) -> Json:
    entries = world.server.entries(user)
    history = {names[str(entry.id)]: world.server.history(user, entry.id) for entry in entries}
    return {
        "rows": [_record(_told(entry), names) for entry in entries],
        "history": {str(key): [list(one) for one in value] for key, value in history.items()},
        "results": world.server.results(user),
    }


def _told(entry: Any) -> Json:
    names = ("id", "kind", "body", "deleted", "version", "seen")
    return {name: getattr(entry, name) for name in names}


def _record(record: Json, names: dict[str, int]) -> Json:
    told = {name: record[name] for name in ("kind", "body", "deleted", "version")}
    seen = [list(one) for one in record.get("seen", [])]
    return told | {"id": names[str(record["id"])], "seen": seen}


def _op(op: Json, names: dict[str, int]) -> Json:
    told = {name: op[name] for name in ("n", "kind", "base", "body", "fields", "deleted")}
    more = {name: op[name] for name in ("code", "problems", "was", "seen") if name in op}
    return told | more | {"id": names[op["id"]]}


def _by_number(op: Json) -> tuple[int, str]:
    return op["n"], json.dumps(op, sort_keys=True)
