"""Which part is behind, since when, and whether for longer than docs/security.md allows. Pure.

A fault that is mended is mended in a newer release. So whoever took every release within the
deadline has no part with a fault that was mended before it, known to a database or not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import msgspec
from packaging.version import Version

# Days that a newer release may be there: for what is served or run, and for what only builds or
# tests. The table in docs/security.md says the same.
DAYS = {True: 30, False: 90}
LOOKED_AT_AGAIN = timedelta(days=184)


@dataclass(frozen=True)
class Part:
    """What a lock names; `run` is whether it is served or run."""

    name: str
    version: str
    run: bool

    def __str__(self) -> str:
        """As it is told."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True)
class Release:
    """What a registry tells: since when it is there, and why it was taken back, if it was.

    `needs` is the Python that it asks for, where the oldest of ours is too old.
    """

    version: str
    since: datetime
    withdrawn: str | None = None
    needs: str = ""


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody looked, and this part stays: below a release, or at one that was taken back."""

    part: str
    why: str
    until: date
    below: str = ""
    withdrawn: str = ""


class Reviewed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file tools/held.toml."""

    held: list[Held]


@dataclass(frozen=True)
class Found:
    """A line about a part; `breach` is None where the registry's dates are not to be believed."""

    text: str
    breach: bool | None


class NotTold(Exception):
    """The registry answered, and not what was asked."""


def look(
    part: Part, told: Iterable[Release], held: Iterable[Held], now: datetime, *, dated: bool = True
) -> list[Found]:
    """What is to be said of a part: nothing when it is the newest.

    `dated` is whether the registry's dates are believed. Those of a copy may be later than the
    truth and are never earlier: what is too long ago by them is so in truth.
    """
    releases = {Version(one.version): one for one in told}
    ours = Version(part.version)
    if ours not in releases:
        raise NotTold(f"{part}: this release is not there")
    spoken = [one for one in held if one.part == part.name]
    newer = {one: it for one, it in releases.items() if one > ours and it.withdrawn is None}
    return [
        *_withdrawn(part, releases[ours], spoken, now.date()),
        *_held(part, newer, spoken, now.date()),
        *_behind(part, _counted(newer, spoken, now.date()), now, dated),
    ]


def expired(held: Held, today: date) -> bool:
    """Whether it has to be looked at again, or was put off for longer than half a year."""
    return not today <= held.until <= today + LOOKED_AT_AGAIN


def _withdrawn(part: Part, ours: Release, held: list[Held], today: date) -> list[Found]:
    if ours.withdrawn is None:
        return []
    text = f"{part}: taken back ({ours.withdrawn or 'no reason told'})"
    for one in held:
        if one.withdrawn == part.version:
            return [Found(f"{text}; {_why(one, today)}", expired(one, today))]
    return [Found(text, True)]


def _held(part: Part, newer: dict[Version, Release], held: list[Held], today: date) -> list[Found]:
    return [
        Found(f"{part}: held below {one.below}; {_why(one, today)}", False)
        for one in held
        if one.below and any(version >= Version(one.below) for version in newer)
    ]


def _why(held: Held, today: date) -> str:
    over = "; THIS DATE IS OVER or too far" if expired(held, today) else ""
    return f"{held.why} (to look at again by {held.until}{over})"


def _counted(
    newer: dict[Version, Release], held: list[Held], today: date
) -> dict[Version, Release]:
    ends = [Version(one.below) for one in held if one.below and not expired(one, today)]
    return {one: it for one, it in newer.items() if all(one < end for end in ends)}


def _behind(part: Part, newer: dict[Version, Release], now: datetime, dated: bool) -> list[Found]:
    if not newer:
        return []
    first = min(newer.values(), key=lambda one: one.since)
    days, most = (now - first.since).days, DAYS[part.run]
    newest = newer[max(newer)]
    since = f"{first.since:%Y-%m-%d}" if dated else f"{first.since:%Y-%m-%d} or before"
    text = f"{part}: {first.version} is there since {since}, {days} days (at most {most})"
    text += f"; the newest is {newest.version}"
    text += f", which needs Python {newest.needs}" if newest.needs else ""
    late = days > most
    return [Found(text, late if late or dated else None)]
