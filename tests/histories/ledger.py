"""What was promised to whom: every edit that was called saved, and every change the server took."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from tests.histories.model import Model
from tests.histories.risks import Risks
from tests.histories.store import Json
from tests.histories.values import Value, values
from webapp.sync.protocol import Op
from webapp.tracker.merge import Current, Entry, Merged


class Broken(AssertionError):
    """A promise was broken; `promise` is its number in tests/histories/promises.py."""

    def __init__(self, promise: int, told: str) -> None:
        super().__init__(f"I{promise}: {told}")
        self.promise = promise


@dataclass(frozen=True)
class Saved:
    """An edit that a device called saved: what it wrote, and what its person had seen by then."""

    device: int
    wrote: frozenset[Value]
    seen: frozenset[Value]


@dataclass
class Taken:
    """What the server did, as far as it remembers: a backup takes all of it back in time.

    `accepted` has what each op wrote, `replaced` the values that were replaced or deleted by
    somebody who had seen them, `earlier` the values in the histories of the records.
    """

    applied: Counter[str] = field(default_factory=Counter)
    accepted: dict[str, frozenset[Value]] = field(default_factory=dict)
    replaced: set[Value] = field(default_factory=set)
    earlier: set[Value] = field(default_factory=set)
    model: Model = field(default_factory=Model)

    def copy(self) -> Taken:
        """The same as a backup holds it."""
        return Taken(
            self.applied.copy(),
            dict(self.accepted),
            set(self.replaced),
            set(self.earlier),
            self.model.copy(),
        )


class Ledger:
    """Follows one history from the side, and compares nothing but what it was told."""

    def __init__(self) -> None:
        self.saved: dict[str, Saved] = {}
        self.forgiven: set[str] = set()
        self.let_go: set[Value] = set()
        self.taken = Taken()
        self.risks = Risks()
        self.start = 0
        self._made: dict[str, set[Value]] = {}
        self._seen: dict[int, set[Value]] = {}

    def keep(self, device: int, user: str, op: Json, shown: Json | None) -> None:
        """A device called `op` saved while its person saw `shown`."""
        before = values(user, op["id"], shown["body"] if shown else {})
        seen = self._seen.setdefault(device, set())
        seen |= before
        wrote = values(user, op["id"], op["body"] or {}, op["fields"])
        self.saved[op["op"]] = Saved(device, frozenset(wrote), frozenset(seen))
        seen |= wrote
        self._made.setdefault(user, set()).update(wrote)
        self.let_go |= {one for one in before if op["deleted"] or one.field in op["fields"]}

    def made(self, user: str) -> set[Value]:
        """Every value that this person ever saved."""
        return self._made.get(user, set())

    def forgive(self, ops: set[str]) -> None:
        """These were on a phone that lost them itself, or were thrown away on purpose."""
        self.forgiven |= ops

    def restored(self, backup: Taken, start: int) -> None:
        """The server was set back to `backup`, and began an epoch at version `start`.

        What only its histories held stays lost: no device knows them.
        """
        self.let_go |= self.taken.earlier - backup.earlier
        self.taken, self.start = backup.copy(), start

    def found(self, user: str, entry: Entry) -> None:
        """The server was set back, and holds this."""
        key = user, str(entry.id)
        went_into = self.taken.model.went_into.get(key, {})
        self.risks.found(key, went_into.get(entry.version, frozenset()))

    def took(
        self, user: UUID, op: Op, version: int, code: str, before: Current | None, merged: Merged
    ) -> None:
        """The server applied a change (see diary.Watcher)."""
        name = str(op.op)
        self.taken.applied[name] += 1
        if self.taken.applied[name] > 1:
            raise Broken(2, f"{name} was done twice")
        if code == "ok":
            self.taken.model.follow((str(user), str(op.id)), op, version, self.start)
            self._follow_values(str(user), op, before, merged)
            self.risks.touched(user, op)

    def _follow_values(self, user: str, op: Op, before: Current | None, merged: Merged) -> None:
        taken, record = self.taken, str(op.id)
        kept = values(user, record, merged.body) | values(user, record, merged.overwritten)
        gone = values(user, record, before.body if before else {}) - kept
        wrote = self._wrote(user, op)
        unseen = gone - self._known_to(op)
        if unseen:
            raise Broken(11 if op.deleted else 4, f"{unseen} went unseen by {op.op}")
        lost = wrote - kept - (self.let_go if op.was is not None else set())
        if lost and not op.deleted:
            raise Broken(4, f"{lost} of {op.op} was not written")
        taken.accepted[str(op.op)] = frozenset(wrote & kept)
        taken.replaced |= gone
        taken.earlier |= values(user, record, merged.overwritten)
        if merged.deleted:
            emptied = {one for one in taken.earlier if (one.user, one.record) == (user, record)}
            taken.earlier -= emptied
            taken.replaced |= emptied
            self.let_go |= emptied
        taken.replaced -= kept

    def _wrote(self, user: str, op: Op) -> frozenset[Value]:
        if op.was is None:
            return self.saved[str(op.op)].wrote
        return frozenset(values(user, str(op.id), op.body or {}))

    def _known_to(self, op: Op) -> frozenset[Value] | set[Value]:
        # An offer is nobody's edit: what goes by it must have been let go by somebody.
        return self.let_go if op.was is not None else self.saved[str(op.op)].seen
