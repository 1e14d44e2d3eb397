"""What was logged on some days; the device finds and counts the same (tests/cases/period.json)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from webapp.tracker.merge import Body, Entry

NAMED = ("pain", "day", "exercise")  # what people name; all else is "rest"


def day_of(body: Body) -> str:
    """The day that an entry belongs to, as 2026-11-22; empty for what belongs to none."""
    return str(body.get("day") or body.get("began") or "")[:10]


def within(entries: Iterable[Entry], first: date, last: date) -> list[Entry]:
    """The entries of the days `first` to `last`, both counted."""
    low, high = first.isoformat(), last.isoformat()
    return [entry for entry in entries if low <= day_of(entry.body) <= high]


def counts_of(entries: Iterable[Entry]) -> Mapping[str, int]:
    """How many there are of what people name, and of the rest; only of what there is."""
    found = Counter(entry.kind if entry.kind in NAMED else "rest" for entry in entries)
    return {kind: found[kind] for kind in (*NAMED, "rest") if found[kind]}
