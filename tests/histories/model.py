"""What the server must hold of each record, told in another way than webapp/tracker/merge.py.

An edit claims its fields at the version with which it came, an offer claims the whole record at the
lost version at which it was so. Of each field the claim with the highest place wins, whatever the
order in which the claims came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tests.histories.store import Json
from webapp.sync.protocol import Op

Key = tuple[str, str]  # whose record, and its id


class Claim(NamedTuple):
    """What a record was at a place in the order; `fields` is None where all of it is claimed."""

    place: int
    fields: frozenset[str] | None
    body: Json


@dataclass(frozen=True)
class Life:
    """A record; without claims it is deleted, and whoever deleted it had seen up to `seen`."""

    claims: tuple[Claim, ...] = ()
    seen: int = 0

    def body(self) -> Json | None:
        """The record as it must be; None when it is deleted."""
        names = sorted({name for claim in self.claims for name in claim.body})
        won = {name: self._winner(name).body.get(name) for name in names}
        if not self.claims:
            return None
        return {name: value for name, value in won.items() if value is not None}

    def newest_offer(self) -> int:
        """The highest place at which the whole record was claimed."""
        return max((claim.place for claim in self.claims if claim.fields is None), default=0)

    def with_offer(self, was: int, body: Json | None) -> Life:
        """The whole record was so at a lost version; no body: it was deleted."""
        if body is None:
            return Life(seen=max(was, self.seen))
        return Life((*self.claims, Claim(was, None, body)))

    def with_edit(self, version: int, fields: Iterable[str], body: Json) -> Life:
        """Somebody changed these fields; of a deleted record the whole body counts."""
        before = self.claims or (Claim(self.seen, None, {}),)
        named = frozenset(fields if self.claims else body)
        return Life((*before, Claim(version, named, body)))

    def _winner(self, name: str) -> Claim:
        claims = [one for one in self.claims if one.fields is None or name in one.fields]
        return max(claims, key=lambda claim: claim.place)


def _had_seen(life: Life, was: int) -> bool:
    # No history makes so many changes: the thousand millions tell after how many restores it was.
    same_epoch = life.seen // 1_000_000_000 == was // 1_000_000_000
    return not life.claims and same_epoch and was <= life.seen


class Model:
    """Every record, fed with the changes in the order in which the server took them."""

    def __init__(self) -> None:
        self.lives: dict[Key, Life] = {}

    def copy(self) -> Model:
        """The same as a backup holds it."""
        model = Model()
        model.lives = dict(self.lives)
        return model

    def forget_deleted(self) -> None:
        """The tombstones are collected."""
        self.lives = {key: life for key, life in self.lives.items() if life.claims}

    def follow(self, key: Key, op: Op, version: int, start: int) -> None:
        """A change was done as `version`, in an epoch that began at `start`."""
        life = self.lives.get(key, Life())
        if op.deleted and op.was is None:
            if key not in self.lives or life.claims:
                life = Life(seen=op.base if op.base < start else life.newest_offer())
        elif op.was is not None:
            if not _had_seen(life, op.was):
                life = life.with_offer(op.was, op.body)
        else:
            life = life.with_edit(version, op.fields, op.body or {})
        self.lives[key] = life
