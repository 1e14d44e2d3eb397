"""One person's diary on the server of a history: how a change becomes a row.

The checks and the merge are the real ones, the bookkeeping is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

import msgspec

from webapp.sync.protocol import BadOp, Op
from webapp.tracker.kinds import FIELDS
from webapp.tracker.merge import Current, Entry, Merged, merge
from webapp.tracker.records import Problem, check, check_id, cleaned

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Watcher(Protocol):
    """Is told of every change that the server takes, in the order it takes them."""

    def took(
        self, user: UUID, op: Op, version: int, code: str, before: Current | None, merged: Merged
    ) -> None:
        """The record was `before`, and became `merged` as `version`."""


@dataclass
class Row:
    """A record as the server holds it."""

    current: Current
    version: int


@dataclass
class Outcome:
    """What became of an op."""

    code: str
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Diary:
    """All that the server holds of one person."""

    epoch: int
    version: int = 0
    rows: dict[UUID, Row] = field(default_factory=dict)
    outcomes: dict[UUID, Outcome] = field(default_factory=dict)
    last: dict[UUID, int] = field(default_factory=dict)
    earlier: list[tuple[UUID, str, object, int]] = field(default_factory=list)
    start: int = 0
    floor: int = 0
    ended: dict[int, int] = field(default_factory=dict)

    def take(
        self, user: UUID, device: UUID, op: Op | BadOp, version: int, watcher: Watcher
    ) -> Outcome:
        """Apply one change as `version`."""
        if isinstance(op, BadOp):
            return Outcome("bad", [Problem("op", "wrong_type")])
        row = self.rows.get(op.id)
        before = row.current if row else None
        problems = _problems(user, op, before, version)
        if problems:
            return Outcome("bad", problems)
        if op.body is not None:
            op = msgspec.structs.replace(op, body=cleaned(op.kind, op.body))
        merged = merge(before, op, version, device, self.start)
        self.write(op, merged, version)
        code = "kept" if merged.kept else "ok"
        watcher.took(user, op, version, code, before, merged)
        return Outcome(code)

    def copy(self) -> Diary:
        """The same as a backup holds it. Rows and outcomes are never changed in place."""
        return replace(
            self,
            rows=dict(self.rows),
            outcomes=dict(self.outcomes),
            last=dict(self.last),
            earlier=list(self.earlier),
            ended=dict(self.ended),
        )

    def begin_epoch(self, epoch: int, version: int) -> None:
        """Begin another epoch, at `version`, after a backup was put back."""
        self.ended[self.epoch] = self.version
        self.epoch, self.version, self.start = epoch, version, version

    def collect(self) -> None:
        """Forget every tombstone."""
        gone = {key: row.version for key, row in self.rows.items() if row.current.deleted}
        self.floor = max(self.floor, *gone.values(), 0)
        self.rows = {key: row for key, row in self.rows.items() if key not in gone}

    def write(self, op: Op, merged: Merged, version: int) -> None:
        """Write what a record became."""
        if merged.changed:
            current = Current(
                kind=op.kind,
                body=merged.body,
                fields=merged.fields,
                deleted=merged.deleted,
                lost=merged.lost,
                healed=merged.healed,
                seen=merged.seen,
            )
            self.rows[op.id] = Row(current, version)
        for name, value in merged.overwritten.items():
            self.earlier.append((op.id, name, value, version))
        if merged.deleted:
            self.earlier = [one for one in self.earlier if one[0] != op.id]


def entries(rows: Mapping[UUID, Row]) -> list[Entry]:
    """Rows as their owner sees them, in the order of their versions."""
    told = [
        Entry(
            id=key,
            kind=row.current.kind,
            body={} if row.current.deleted else row.current.body,
            deleted=row.current.deleted,
            version=row.version,
            seen=[] if row.current.seen == [(0, row.version)] else row.current.seen,
        )
        for key, row in rows.items()
    ]
    return sorted(told, key=lambda entry: entry.version)


def _problems(user: UUID, op: Op, before: Current | None, version: int) -> list[Problem]:
    if op.kind not in FIELDS:
        return [Problem("kind", "unknown_choice")]
    if before is not None and before.kind != op.kind:
        return [Problem("kind", "wrong_kind")]
    if op.base >= version:
        return [Problem("base", "out_of_range")]
    if op.was is not None and op.was >= version:
        return [Problem("was", "out_of_range")]
    if any(last >= version for _, last in op.seen):
        return [Problem("seen", "out_of_range")]
    if op.deleted:
        return []
    if op.body is None:
        return [Problem("body", "missing")]
    unknown = [
        Problem(name, "unknown_field")
        for name in op.fields
        if name not in FIELDS[op.kind] and name not in op.body
    ]
    found = unknown + check(op.kind, op.body, NOW)
    return found or check_id(op.kind, op.id, user, op.body)
