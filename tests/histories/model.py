"""What the server must hold of each record, told in another way than webapp/tracker/merge.py.

An edit claims its fields at the version with which it came, an offer claims the whole record at the
lost version at which it was so. Of each field the claim with the highest place wins, whatever the
order in which the claims came. What went into a record is remembered change by change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tests.histories.store import Json
from webapp.sync.protocol import Op

Key = tuple[str, str]  # whose record, and its id
Versions = frozenset[int]


class Claim(NamedTuple):
    """What a record was at a place in the order; `fields` is None where all of it is claimed."""

    place: int
    fields: frozenset[str] | None
    body: Json


@dataclass(frozen=True)
class Life:
    """A record, and the versions that went into it; without claims it is deleted, and these are
    the ones that whoever deleted it had seen.
    """

    claims: tuple[Claim, ...] = ()
    seen: Versions = frozenset()

    def body(self) -> Json | None:
        """The record as it must be; None when it is deleted."""
        names = sorted({name for claim in self.claims for name in claim.body})
        won = {name: self._winner(name).body.get(name) for name in names}
        if not self.claims:
            return None
        return {name: value for name, value in won.items() if value is not None}

    def made_by(self) -> set[int]:
        """The versions at which what is in the record was claimed."""
        return {self._winner(name).place for name in self.body() or ()}

    def with_offer(self, was: int, body: Json | None) -> Life:
        """The whole record was so at a lost version; no body: it was deleted."""
        if body is None:
            return replace(self, claims=())
        return replace(self, claims=(*self.claims, Claim(was, None, body)))

    def with_edit(self, version: int, fields: Iterable[str], body: Json, start: int) -> Life:
        """Somebody changed these fields; of a deleted record the whole body counts."""
        empty_since = max((one for one in self.seen if one < start), default=0)
        before = self.claims or (Claim(empty_since, None, {}),)
        named = frozenset(fields if self.claims else body)
        return replace(self, claims=(*before, Claim(version, named, body)))

    def _winner(self, name: str) -> Claim:
        claims = [one for one in self.claims if one.fields is None or name in one.fields]
        return max(claims, key=lambda claim: claim.place)


@dataclass
class Model:
    """Every record, fed with the changes in the order in which the server took them.

    `went_into` has what went into each version that ever was; no restore takes it back.
    """

    lives: dict[Key, Life] = field(default_factory=dict)
    went_into: dict[Key, dict[int, Versions]] = field(default_factory=dict)

    def copy(self) -> Model:
        """The same as a backup holds it."""
        return Model(dict(self.lives), self.went_into)

    def forget_deleted(self) -> None:
        """The tombstones are collected."""
        self.lives = {key: life for key, life in self.lives.items() if life.claims}

    def follow(self, key: Key, op: Op, version: int, start: int) -> None:
        """A change was done as `version`, in an epoch that began at `start`."""
        known = self.went_into.setdefault(key, {})
        before = self.lives.get(key, Life())
        after = self._changed(key, op, version, start)
        if after is not before:
            seen = {*after.seen, version, *(one for one in known if one >= start)}
            after = replace(after, seen=frozenset(seen))
        known[version] = after.seen
        self.lives[key] = after

    def _changed(self, key: Key, op: Op, version: int, start: int) -> Life:
        life = self.lives.get(key, Life())
        had_seen = self.went_into[key].get(op.base, frozenset())
        if op.was is not None:
            if op.deleted and life.claims:
                return Life(seen=had_seen)
            if op.was in life.seen:
                return life
            return replace(life.with_offer(op.was, op.body), seen=life.seen | had_seen)
        if op.deleted:
            return life if key in self.lives and not life.claims else Life(seen=had_seen)
        return life.with_edit(version, op.fields, op.body or {}, start)
