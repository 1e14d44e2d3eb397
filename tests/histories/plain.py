"""A server too simple to be wrong: it keeps every change, and works all out anew each time.

It knows no cursor, no page, no mark and no epoch, so it can serve only where nothing goes amiss.
The histories are tried on it first: what fails here is a fault of the tests.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from tests.histories.diary import NOW
from tests.histories.ledger import Ledger
from tests.histories.wire import Reply
from webapp.sync.protocol import SCHEMA, Answer, Op, Request, Result, read, written
from webapp.tracker.merge import Body, Current, Entry, Merged


class Change(NamedTuple):
    """One change, in the order of arrival: its place is its version."""

    op: Op
    device: UUID
    version: int
    kept: bool  # a delete that was refused


@dataclass
class Replayed:
    """What a record is after its changes: who wrote each field last, and what was pushed aside."""

    kind: str
    version: int
    body: Body | None = None
    written: dict[str, Change] = field(default_factory=dict)
    earlier: list[tuple[str, object]] = field(default_factory=list)


class PlainServer:
    """The diaries of several people, each as the list of what was changed."""

    def __init__(self, users: tuple[str, ...], ledger: Ledger) -> None:
        self.changes: dict[UUID, list[Change]] = {UUID(user): [] for user in users}
        self.answered: dict[UUID, str] = {}
        self.ledger = ledger

    def answer(self, cookie: str | None, payload: bytes) -> Reply:
        """Take what is new, and tell everything."""
        request = read(payload)
        assert str(request.user) == cookie
        for op in request.ops:
            assert isinstance(op, Op)
            if op.op not in self.answered:
                self.answered[op.op] = self._take(request, op)
        return Reply(200, written(self._told(request)))

    def torn(self, cookie: str | None, payload: bytes) -> None:
        """No request ever fails here."""

    def entries(self, user: str) -> list[Entry]:
        """Every record of a person, deleted ones too, in the order of their versions."""
        told = [
            Entry(
                id=key,
                kind=one.kind,
                body=one.body or {},
                deleted=one.body is None,
                version=one.version,
            )
            for key, one in self._replayed(UUID(user)).items()
        ]
        return sorted(told, key=lambda entry: entry.version)

    def history(self, user: str, record: UUID) -> list[tuple[str, object]]:
        """The earlier values of a record."""
        return self._replayed(UUID(user))[record].earlier

    def results(self, user: str) -> dict[str, int]:
        """How many ops came to what."""
        return Counter("kept" if change.kept else "ok" for change in self.changes[UUID(user)])

    def known(self) -> set[str]:
        """Every op that was answered."""
        return {str(op) for op in self.answered}

    def epoch(self, user: str) -> int:
        """There is but one history of each."""
        return 1 if UUID(user) in self.changes else 0

    def everything(self) -> object:
        """All that is held."""
        return repr(self.changes)

    def consents(self, user: str, given: bool) -> None:
        """Everybody consents."""

    def backup(self) -> None:
        """Nothing is ever lost here, so nothing is put back,"""

    def restore(self, backup: object) -> None:
        """not even by this,"""

    def purge(self) -> None:
        """and nothing is forgotten."""

    def _take(self, request: Request, op: Op) -> str:
        before = self._replayed(request.user).get(op.id)
        kept = op.deleted and before and _unseen_of_another(before, op, request.device)
        changes = self.changes[request.user]
        changes.append(Change(op, request.device, len(changes) + 1, bool(kept)))
        if kept:
            return "kept"
        after = self._replayed(request.user)[op.id]
        pushed_aside = dict(after.earlier[len(before.earlier) if before else 0 :])
        merged = _merged(after, pushed_aside)
        version = len(changes)
        self.ledger.took(request.user, op, version, "ok", _current(before), merged)
        return "ok"

    def _told(self, request: Request) -> Answer:
        told = self.entries(str(request.user))
        return Answer(
            schema=SCHEMA,
            epoch=1,
            floor=0,
            results=[Result(op.op, self.answered[op.op]) for op in request.ops],
            state=[],
            changes=told,
            cursor=len(self.changes[request.user]),
            more=False,
            now=NOW,
        )

    def _replayed(self, user: UUID) -> dict[UUID, Replayed]:
        records: dict[UUID, Replayed] = {}
        for change in self.changes[user]:
            op = change.op
            if not change.kept:
                record = records.setdefault(op.id, Replayed(op.kind, change.version))
                _replay(record, change)
        return records


def _replay(record: Replayed, change: Change) -> None:
    op = change.op
    if op.deleted and record.body is None and record.version < change.version:
        return  # it was gone already
    record.version = change.version
    if op.deleted:
        record.body, record.written, record.earlier = None, {}, []
        return
    new = op.body or {}
    fields = op.fields if record.body is not None else list(new)
    body = record.body or {}
    for name in fields:
        unseen = name in body and _unseen(record, name, op, change.device)
        if unseen and body[name] != new.get(name):
            record.earlier.append((name, body[name]))
        record.written[name] = change
    record.body = {name: value for name, value in body.items() if name not in fields}
    record.body |= {name: new[name] for name in fields if name in new}


def _unseen_of_another(record: Replayed, op: Op, device: UUID) -> bool:
    return any(_unseen(record, name, op, device) for name in record.written)


def _unseen(record: Replayed, name: str, op: Op, device: UUID) -> bool:
    last = record.written.get(name)
    return last is not None and last.version > op.base and last.device != device


def _current(record: Replayed | None) -> Current | None:
    if record is None:
        return None
    body, deleted = record.body or {}, record.body is None
    return Current(kind=record.kind, body=body, fields={}, deleted=deleted)


def _merged(record: Replayed, overwritten: Body) -> Merged:
    body, deleted = record.body or {}, record.body is None
    return Merged(body=body, fields={}, deleted=deleted, overwritten=overwritten)
