"""What a device keeps of one person: the rules of static/src/store once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Store:
    """One IndexedDB; `made` numbers its edits, and a store that is put back numbers anew."""

    records: dict[str, Json] = field(default_factory=dict)
    outbox: dict[int, Json] = field(default_factory=dict)
    refused: dict[str, Json] = field(default_factory=dict)
    meta: Json = field(default_factory=dict)
    made: int = 0

    def copy(self) -> Store:
        """The same as a backup of the phone keeps it. Bodies are never changed in place."""
        return Store(
            records={key: dict(record) for key, record in self.records.items()},
            outbox={n: dict(op) for n, op in self.outbox.items()},
            refused=dict(self.refused),
            meta=dict(self.meta),
            made=max(self.outbox, default=0),
        )

    def view(self) -> dict[str, Json]:
        """What the person sees: id to {kind, body}."""
        return lay(self.records.values(), self.waiting())

    def shown(self, record: str) -> Json | None:
        """One entry as the person sees it."""
        held = self.records.get(record)
        waiting = (op for op in self.waiting() if op["id"] == record)
        return lay([held] if held else [], waiting).get(record)

    def waiting(self) -> list[Json]:
        """The edits that were not sent, oldest first."""
        return [self.outbox[n] for n in sorted(self.outbox)]

    def save(self, op: str, record: str, kind: str, body: Json) -> bool:
        """Keep an entry as it must become; false when nothing changed."""
        shown = self.shown(record)
        fields = changed_fields(shown["body"] if shown else {}, body)
        if shown and not fields:
            return False
        self._add(op, id=record, kind=kind, body=body, fields=fields, deleted=False)
        return True

    def remove(self, op: str, record: str) -> bool:
        """Delete an entry; false when there was none."""
        shown = self.shown(record)
        if shown is None:
            return False
        self._add(op, id=record, kind=shown["kind"], body=None, fields=[], deleted=True)
        return True

    def add(self, change: Json) -> None:
        """Put a whole op at the end of the outbox."""
        self.made += 1
        self.outbox[self.made] = {"n": self.made, **change}

    def _add(self, op: str, **change: Any) -> None:
        record = change["id"]
        told = self.records.get(record, {"version": 0})
        held = {"base": told["version"], "seen": told.get("seen")}
        waiting = [edit for edit in self.waiting() if edit["id"] == record]
        first = min(waiting, key=lambda edit: edit["base"], default=held)
        self.add({"op": op, "base": first["base"], **seen_by(first), **change})


def lay(records: Iterable[Json], ops: Iterable[Json]) -> dict[str, Json]:
    """The records with the edits laid over them."""
    entries: dict[str, Json | None] = {
        record["id"]: None if record["deleted"] else _entry(record) for record in records
    }
    for op in ops:
        entries[op["id"]] = _edited(entries.get(op["id"]), op)
    return {key: entry for key, entry in entries.items() if entry is not None}


def changed_fields(before: Json, after: Json) -> list[str]:
    """The names of the fields that differ."""
    get: Callable[[Json, str], Any] = lambda body, name: body.get(name)  # noqa: E731
    return sorted(name for name in before | after if get(before, name) != get(after, name))


def seen_by(one: Json) -> Json:
    """What a record or an edit says of what it had seen, if it says so."""
    return {"seen": one["seen"]} if one.get("seen") else {}


def _entry(record: Json) -> Json:
    return {"kind": record["kind"], "body": record["body"]}


def _edited(entry: Json | None, op: Json) -> Json | None:
    if op["deleted"]:
        return None
    if entry is None:
        return {"kind": op["kind"], "body": op["body"]}
    body = {name: value for name, value in entry["body"].items() if name not in op["fields"]}
    body |= {name: op["body"][name] for name in op["fields"] if name in op["body"]}
    return {"kind": op["kind"], "body": body}
