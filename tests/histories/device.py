"""A device of a history: static/src/sync/engine.js and lock.js once more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.histories.store import Store
from tests.histories.turn import Turn, apply, begin, halved, rename, start_over
from tests.histories.wire import Post, Understood, understood

MOST_OPS = 100
MOST_STARTS = 2
STUCK_AFTER = 60_000  # milliseconds
START = 1_795_338_000_000  # the moment at which every clock begins


@dataclass
class _Course:
    size: int = MOST_OPS
    starts: int = 0


@dataclass
class Device:
    """A phone: whose it is, who is signed in on it, and a store for each person who was here."""

    name: int
    account: str
    cookie: str | None
    stores: dict[str, Store] = field(default_factory=dict)
    now: int = START
    locks: dict[int, object] = field(default_factory=dict)
    ids: int = 0

    def new_id(self) -> str:
        """An id that no other device makes."""
        self.ids += 1
        return f"{self.name:08x}-0000-4000-8000-{self.ids:012x}"

    def store(self, user: str) -> Store | None:
        """This person's store; only the account of the device may begin one."""
        if user not in self.stores and user == self.account:
            self.stores[user] = Store()
        return self.stores.get(user)

    def sync(self, user: str, post: Post, tab: int = 0) -> str:
        """One sync, unless another is at work in this tab; how it ended."""
        if tab in self.locks and not self._stuck(user):
            return "busy"
        with self._alone(tab):
            return self._rounds(user, post)

    def _stuck(self, user: str) -> bool:
        store = self.store(user)
        turn = store.meta.get("turn") if store else None
        return turn is not None and abs(self.now - turn["at"]) > STUCK_AFTER

    @contextmanager
    def _alone(self, tab: int) -> Iterator[None]:
        mine = self.locks[tab] = object()
        try:
            yield
        finally:
            if self.locks.get(tab) is mine:
                del self.locks[tab]

    def _rounds(self, user: str, post: Post) -> str:
        course = _Course()
        while self.account == user:
            turn = begin(self._opened(user), user, course.size, self.now, self.new_id)
            told = understood(post(turn.request()))
            if self.account != user:
                break
            ended = told.ended or self._next(self._opened(user), turn, told, course)
            if ended:
                return ended
        return "stopped:other_account"

    def _next(self, store: Store, turn: Turn, told: Understood, course: _Course) -> str:
        """How the sync ended, or nothing when it goes on."""
        if told.code == "halve":
            course.size = halved(store, turn) if turn.ops else 0
            return "" if turn.ops else "problem:too_large"
        if told.answer:
            return apply(store, turn, told.answer, self.new_id)
        course.starts += 1
        if course.starts > MOST_STARTS:
            return "retry"
        if told.code == "newdev":
            rename(store, turn, self.new_id)
        else:
            start_over(store, turn, self.new_id, told.restored)
        return ""

    def _opened(self, user: str) -> Store:
        store = self.store(user)
        assert store
        return store
