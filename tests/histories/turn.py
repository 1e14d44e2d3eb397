"""One turn of sync in the store: static/src/sync/turn.js once more."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from tests.histories.heal import Healing, offer_lost
from tests.histories.store import Json, Store
from tests.histories.wire import Restored
from webapp.sync.protocol import SCHEMA

NewId = Callable[[], str]


@dataclass
class Turn:
    """What one request asks; only the turn that began last may write its answer."""

    token: str
    user: str
    device: str
    epoch: int | None
    cursor: int
    full: bool
    floor: int
    passed: str
    ops: list[Json]

    def request(self) -> bytes:
        """The request, as it goes over the line."""
        asked = {
            "v": 1,
            "schema": SCHEMA,
            "user": self.user,
            "device": self.device,
            "epoch": self.epoch,
            "cursor": self.cursor,
            "fresh": self.full,
            "floor": self.floor,
            "ops": self.ops,
        }
        return json.dumps(asked, ensure_ascii=False, separators=(",", ":")).encode()


def begin(store: Store, user: str, size: int, now: int, new_id: NewId) -> Turn:
    """Begin a turn with at most `size` ops."""
    meta = store.meta
    meta.setdefault("device", new_id())
    meta.setdefault("pass", new_id())
    full = meta.get("mode") != "pull"
    turn = Turn(
        token=new_id(),
        user=user,
        device=meta["device"],
        epoch=meta.get("epoch"),
        cursor=meta.get("cursor", 0),
        full=full,
        floor=meta.get("floor", 0),
        passed=meta["pass"],
        ops=[] if full else store.waiting()[:size],
    )
    meta["turn"] = {"token": turn.token, "at": now}
    return turn


def rename(store: Store, turn: Turn, new_id: NewId) -> None:
    """Take another name: a phone that was put back from a backup numbers its ops anew."""
    if _is_last(store, turn):
        store.meta["device"] = new_id()


def start_over(store: Store, turn: Turn, new_id: NewId, restored: Restored | None) -> None:
    """Start over with a full pull."""
    if not _is_last(store, turn):
        return
    store.meta |= {"mode": "full", "cursor": 0, "pass": new_id()}
    if restored:
        lost_from = min(restored.lost_from, store.meta.get("lost_from", restored.lost_from))
        store.meta |= {"epoch": restored.epoch, "lost_from": lost_from}


def halved(store: Store, turn: Turn) -> int:
    """How many ops to send next; one that is too large by itself is set aside."""
    if len(turn.ops) > 1:
        return len(turn.ops) // 2
    if _is_last(store, turn):
        _settle(store, turn.ops, [{"op": turn.ops[0]["op"], "code": "too_large"}])
    return 1


def apply(store: Store, turn: Turn, answer: Json, new_id: NewId) -> str:
    """Write an answer; how the sync ended, or nothing when there is more to do."""
    if not _is_last(store, turn):
        return "busy"
    healing = Healing(answer["epoch"], store.meta.get("lost_from"), new_id)
    for record in answer["state"] + answer["changes"]:
        _lay_under(store, turn, record, healing)
    settled = _settle(store, turn.ops, answer["results"])
    done = turn.full and not answer["more"]
    if done:
        _sweep(store, turn.passed, healing)
        store.meta.pop("lost_from", None)
    mode = "full" if turn.full and not done else "pull"
    floor = answer["floor"] if turn.cursor == 0 else turn.floor
    store.meta |= {
        "epoch": answer["epoch"], "cursor": answer["cursor"], "floor": floor, "mode": mode,
    }  # fmt: skip
    if not answer["more"] and not store.outbox:
        del store.meta["turn"]
        return "sent"
    moved = done or settled or answer["cursor"] > turn.cursor
    return "" if moved else "retry"


def _is_last(store: Store, turn: Turn) -> bool:
    return bool(store.meta.get("turn", {}).get("token") == turn.token)


def _lay_under(store: Store, turn: Turn, told: Json, healing: Healing) -> None:
    held = store.records.get(told["id"])
    newer = held is None or told["version"] > held["version"]
    if newer or (turn.full and held and held["pass"] != turn.passed):
        offer_lost(store, held, told, healing)
        store.records[told["id"]] = told | {"pass": turn.passed, "epoch": healing.epoch}


def _settle(store: Store, ops: list[Json], results: list[Json]) -> bool:
    answered = {result["op"]: result for result in results}
    for op in ops:
        result = answered.get(op["op"])
        if result is None:
            continue
        store.outbox.pop(op["n"], None)
        if result["code"] not in ("ok", "kept"):
            problems = result.get("problems", [])
            store.refused[op["op"]] = op | {"code": result["code"], "problems": problems}
    return any(op["op"] in answered for op in ops)


def _sweep(store: Store, passed: str, healing: Healing) -> None:
    for key in sorted(key for key, record in store.records.items() if record["pass"] != passed):
        offer_lost(store, store.records.pop(key), None, healing)
