"""What was worked out for somebody, kept in the memory of this process for as long as it holds.

Never on disk, never for long, and never for many: whoever is not here is worked out again.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast
from uuid import UUID

from flask import Flask, current_app

MOST = 256  # things, of everybody together
SECONDS = 3600

Made = TypeVar("Made")


class Memory:
    """Things by person, name and state of their diary; the one longest unused goes first."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept: OrderedDict[tuple[UUID, str], tuple[Hashable, float, Any]] = OrderedDict()
        self._most, self._clock, self._lock = most, clock, Lock()

    def get(self, user_id: UUID, name: str, state: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept of this person under `name` in this state, made now if it is not.

        Another state takes the place of the one before.
        """
        key = (user_id, name)
        with self._lock:
            was, until, made = self._kept.get(key, (None, 0.0, None))
            if was == state and self._clock() < until:
                self._kept.move_to_end(key)
                return cast("Made", made)
        fresh = make()
        with self._lock:
            self._kept[key] = (state, self._clock() + SECONDS, fresh)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return fresh

    def forget(self, user_id: UUID) -> None:
        """Forget everything of this person: they signed out, withdrew, or are erased."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == user_id]:
                del self._kept[key]

    def __len__(self) -> int:
        """How many things are kept."""
        return len(self._kept)


def memory() -> Memory:
    """The memory of this process."""
    kept: Memory = current_app.extensions["memory"]
    return kept


def init_app(app: Flask) -> None:
    """Begin with an empty one."""
    app.extensions["memory"] = Memory()
