"""The diary as one row a day. Missing stays missing: an absent key is unknown, never zero."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from webapp.zones import PLACES, marked


class Opened(Protocol):
    """A record whose body has been unsealed, as `tracker` gives it."""

    @property
    def kind(self) -> str:
        """Of the kinds that `tracker/records` names."""

    @property
    def body(self) -> Mapping[str, Any]:
        """The flat JSON object of that kind."""

    @property
    def deleted(self) -> bool:
        """Whether the person threw it away; its body is then empty."""


@dataclass(slots=True)
class Day:
    """One calendar day of the person's own.

    `worst` is the highest pain (0-10) of that day's entries, 0 when the person said that there
    was no cramp, and None when nobody knows. `values` holds the factors that were filled in.
    `exercised` says that a done exercise is kept, and nothing when false; `sides` are those of
    the places where the cramps were. `followed` says that a tip was done or begun.
    """

    date: date
    worst: int | None = None
    entries: int = 0
    no_cramp: bool = False
    values: dict[str, float | bool] = field(default_factory=dict)
    exercised: bool = False
    sides: frozenset[str] = frozenset()
    followed: bool = False

    @property
    def logged(self) -> bool:
        """Whether anything at all is known about this day."""
        return self.worst is not None or bool(self.values)


def days(records: Iterable[Opened], today: date, length: int) -> list[Day]:
    """Give `length` rows up to and including `today`, oldest first, one for each date."""
    first = today - timedelta(days=length - 1)
    rows = {first + timedelta(days=n): Day(first + timedelta(days=n)) for n in range(length)}
    for record in records:
        day = None if record.deleted else own_day(record)
        if day in rows:
            _add(rows[day], record)
    for row in rows.values():
        if row.no_cramp and row.entries == 0:
            row.worst = 0
    return list(rows.values())


def own_day(record: Opened) -> date | None:
    """Give the date on the person's own calendar; None for kinds that belong to no day."""
    if record.kind == "day":
        return date.fromisoformat(record.body["day"])
    if record.kind in ("pain", "exercise"):
        # The part before the T is local already; turning it into UTC would move late evenings.
        return date.fromisoformat(record.body.get("day") or record.body["began"][:10])
    return None


def _add(row: Day, record: Opened) -> None:
    if record.kind == "pain":
        row.entries += 1
        row.worst = max(row.worst or 0, record.body["worst"])
        row.sides |= {PLACES[place].side for place in marked(record.body)}
        return
    if record.kind == "exercise":
        row.exercised = True
        return
    row.no_cramp = row.no_cramp or record.body.get("no_cramp") is True
    row.values |= {
        key: value for key, value in record.body.items() if key not in ("day", "no_cramp", "note")
    }
