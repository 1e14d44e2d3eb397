"""What some changes make of the records that they name: read at once, written at once.

A question to the database for each change would cost more than all the rest of it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from webapp.accounts.keys import own_box
from webapp.tracker.history import Replaced, forget_earlier, keep_earlier
from webapp.tracker.merge import Current, Merged
from webapp.tracker.models import count_records, current, rows_named, sealed_row, write_rows


class Draft:
    """The records of one person with these ids, and what they become until `write`.

    Make it with the diary locked. Of a record that changes twice only the last state is written.
    """

    def __init__(self, user_id: UUID, ids: Collection[UUID]) -> None:
        self.user_id = user_id
        rows = rows_named(user_id, ids)
        self._box = own_box(user_id)
        self._current = {row.id: current(self._box, row) for row in rows}
        self._known = frozenset(self._current)
        self._changed: dict[UUID, int] = {}  # with the version of the change
        self._replaced: list[Replaced] = []
        self._emptied: set[UUID] = set()
        self._held: int | None = None

    def current(self, record_id: UUID) -> Current | None:
        """A record as the conflict rule needs it; None if there never was one."""
        return self._current.get(record_id)

    def count(self) -> int:
        """How many records this person has, with the deleted ones and those of this draft."""
        if self._held is None:
            self._held = count_records(self.user_id)
        return self._held + len(self._changed.keys() - self._known)

    def put(self, record_id: UUID, kind: str, merged: Merged, version: int) -> None:
        """What a change made of a record, as `version`: its state and its history."""
        if merged.changed:
            self._current[record_id] = Current(
                kind=kind,
                body=merged.body,
                fields=merged.fields,
                deleted=merged.deleted,
                lost=merged.lost,
                healed=merged.healed,
                seen=merged.seen,
            )
            self._changed[record_id] = version
        if merged.overwritten:
            self._replaced.append(Replaced(record_id, merged.overwritten, version))
        if merged.deleted:
            self._emptied.add(record_id)
            self._replaced = [one for one in self._replaced if one.record_id != record_id]

    def write(self, now: datetime) -> None:
        """Write what changed; a deleted record loses its body and its history at once."""
        rows = [
            sealed_row(self.user_id, record_id, self._box, self._current[record_id], version, now)
            for record_id, version in self._changed.items()
        ]
        write_rows(
            new=[row for row in rows if row["id"] not in self._known],
            known=[row for row in rows if row["id"] in self._known],
        )
        forget_earlier(self.user_id, self._emptied)
        keep_earlier(self.user_id, self._replaced, now)
