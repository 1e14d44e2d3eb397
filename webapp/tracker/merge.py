"""The conflict rule: what a record becomes when somebody changes it.

Edits of different fields both stay. Of the same field the later arrival wins, and what another
device had written there unseen goes to the record's history. A change that somebody made unseen
beats a delete. Order is the order of arrival; no clock is ever asked.

After a backup was restored, devices offer again what it lacks. An offer is no edit: it takes the
place that it had in the lost order, so the newest lost state wins whichever device comes first,
and whatever was changed after the restore wins over it.
"""

from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from webapp.tracker.seen import Seen, has_seen, newest_before, seen_together

Body = dict[str, Any]
FieldVersions = dict[str, tuple[int, UUID]]


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record as its owner sees it; `body` is empty once it is deleted.

    `seen` as of State, for devices; empty where it is [(0, version)].
    """

    id: UUID
    kind: str
    body: Body
    deleted: bool
    version: int
    seen: Seen = []


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a person did to one record.

    `base` is the version of the record that the person saw, `body` the full new body, `fields`
    the names of what changed in it. `was` makes it an offer: the whole record, as it was at that
    version before the server was set back. `seen` is what the record had seen at `base`, if that
    is not all of the first epoch up to it.
    """

    id: UUID
    kind: str
    base: int
    body: Body | None
    fields: list[str]
    deleted: bool
    was: int | None = None
    seen: Seen = []

    def had_seen(self) -> Seen:
        """What whoever made this had seen of the record."""
        return self.seen or [(0, self.base)]


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What the server holds of a record.

    `fields` has per field, an emptied one too, the version that wrote it and the device it came
    from. Of a field that an offer brought, `lost` has its version in the lost order and the one
    with which the epoch after it began: 0 where a delete that had seen it was kept out, for then
    nobody who knew the lost time has seen it since. `healed` is the version of the newest offer:
    what it did not name was empty by then. `seen` is what went into the record as it is; of a
    deleted one, what whoever deleted it had seen.
    """

    body: Body
    fields: FieldVersions
    deleted: bool
    lost: dict[str, tuple[int, int]] = {}
    healed: int = 0
    seen: Seen = []


class Current(State, frozen=True, kw_only=True):
    """A record as it is now."""

    kind: str


class Merged(State, frozen=True, kw_only=True):
    """What the record becomes.

    `kept` says that a delete was refused, `changed` whether there is anything to write, and
    `overwritten` holds values that lost without having been seen.
    """

    kept: bool = False
    changed: bool = True
    overwritten: Body = {}


class _Arrival(NamedTuple):
    """A change as it comes in: its version, its device, and where the epoch began."""

    version: int
    device: UUID
    start: int

    @property
    def mark(self) -> tuple[int, UUID]:
        return self.version, self.device

    @property
    def seen(self) -> Seen:
        return [(self.start, self.version)]


def merge(
    current: Current | None, change: Change, version: int, device: UUID, start: int = 0
) -> Merged:
    """Apply a valid change, which arrives as `version` from `device`.

    `start` is the version with which the epoch began: every base below it is of an earlier one.
    """
    arrival = _Arrival(version, device, start)
    if change.was is not None:
        return _heal(current, change, change.was, arrival)
    if change.deleted:
        return _delete(current, change, arrival)
    if current is None or current.deleted:
        return _create(current, change, arrival)
    return _edit(current, change, arrival)


def _create(current: Current | None, change: Change, arrival: _Arrival) -> Merged:
    # An unseen delete loses to an edit: the record comes back whole, from the full body.
    body = change.body or {}
    fields = dict.fromkeys(body, arrival.mark)
    seen = current.seen if current else []
    return Merged(
        body=dict(body),
        fields=fields,
        deleted=False,
        healed=newest_before(seen, arrival.start),
        seen=seen_together(seen, arrival.seen),
    )


def _edit(current: Current, change: Change, arrival: _Arrival) -> Merged:
    new = change.body or {}
    body, fields, lost = dict(current.body), dict(current.fields), dict(current.lost)
    overwritten: Body = {}
    for field in change.fields:
        unseen = _unseen_of_another(current, field, change, arrival.device)
        if unseen and body.get(field) != new.get(field):
            overwritten[field] = body.get(field)
        _put(body, field, new)
        fields[field] = arrival.mark
        lost.pop(field, None)
    return Merged(
        body=body,
        fields=fields,
        deleted=False,
        lost=lost,
        healed=current.healed,
        seen=seen_together(current.seen, arrival.seen),
        changed=bool(change.fields),
        overwritten={field: value for field, value in overwritten.items() if value is not None},
    )


def _delete(current: Current | None, change: Change, arrival: _Arrival) -> Merged:
    if current is not None and current.deleted:
        return _deleted(current.seen, changed=False)
    fields = current.fields if current else {}
    if current and any(_unseen_of_another(current, one, change, arrival.device) for one in fields):
        return _kept(current)
    return _deleted(seen_together(change.had_seen(), arrival.seen))


def _heal(current: Current | None, offer: Change, was: int, arrival: _Arrival) -> Merged:
    if current is None or current.deleted:
        return _bring_back(current, offer, was, arrival)
    if not offer.deleted:
        return _lay_into(current, offer, was, arrival)
    unseen = [field for field in current.fields if _unseen(current, field, offer)]
    if unseen:
        return _kept_whole(current, unseen, arrival)
    return _deleted(seen_together(offer.had_seen(), arrival.seen))


def _bring_back(current: Current | None, offer: Change, was: int, arrival: _Arrival) -> Merged:
    seen = current.seen if current else []
    if current is not None and has_seen(seen, was):
        return _deleted(seen, changed=False)
    seen = seen_together(seen, offer.had_seen(), arrival.seen)
    if offer.deleted:
        return _deleted(seen)
    body = offer.body or {}
    return Merged(
        body=dict(body),
        fields=dict.fromkeys(body, arrival.mark),
        deleted=False,
        lost=dict.fromkeys(body, (was, arrival.start)),
        healed=was,
        seen=seen,
    )


def _lay_into(current: Current, offer: Change, was: int, arrival: _Arrival) -> Merged:
    body, fields, lost = dict(current.body), dict(current.fields), dict(current.lost)
    offered = offer.body or {}
    overwritten: Body = {}
    known = has_seen(current.seen, was)  # the record comes of it, or of its being deleted
    for field in sorted({*fields, *offered}):
        theirs, mine = body.get(field), offered.get(field)
        newer = not known and was > _place(current, field)
        loser = theirs if newer else mine
        if loser is not None and mine != theirs:
            overwritten[field] = loser
        if newer:
            _put(body, field, offered)
            fields[field], lost[field] = arrival.mark, (was, arrival.start)
    return Merged(
        body=body,
        fields=fields,
        deleted=False,
        lost=lost,
        healed=max(was, current.healed),
        seen=seen_together(current.seen, offer.had_seen(), arrival.seen),
        changed=not known,
        overwritten=overwritten,
    )


def _kept_whole(current: Current, unseen: list[str], arrival: _Arrival) -> Merged:
    """A delete of the lost time is kept out by what it had not seen.

    As ever, an unseen edit of what was deleted brings back the whole record: also what the delete
    had seen is there by that edit now, and whoever saw the delete has not seen it again.
    """
    mark = max(current.fields[field] for field in unseen)
    fields, lost = dict(current.fields), dict(current.lost)
    for field in current.fields.keys() - set(unseen):
        fields[field], lost[field] = mark, (_place(current, field), 0)
    if len(unseen) == len(fields):
        return _kept(current)
    seen = seen_together(current.seen, arrival.seen)
    return msgspec.structs.replace(
        _kept(current), fields=fields, lost=lost, seen=seen, changed=True
    )


def _place(current: Current, field: str) -> int:
    """Where the value of a field stands in the order of all that was lost, and what came after."""
    if field in current.lost:
        return current.lost[field][0]
    return current.fields[field][0] if field in current.fields else current.healed


def _unseen(current: Current, field: str, change: Change) -> bool:
    seen = change.had_seen()
    if field not in current.fields or has_seen(seen, current.fields[field][0]):
        return False
    # Who knew the lost state itself has seen what an offer brought back of it.
    was, start = current.lost.get(field, (0, 0))
    return not (change.base < start and has_seen(seen, was))


def _unseen_of_another(current: Current, field: str, change: Change, device: UUID) -> bool:
    if not _unseen(current, field, change):
        return False
    return current.fields[field][1] != device or field in current.lost


def _put(body: Body, field: str, new: Body) -> None:
    body.pop(field, None)
    if field in new:
        body[field] = new[field]


def _deleted(seen: Seen, changed: bool = True) -> Merged:
    return Merged(body={}, fields={}, deleted=True, changed=changed, seen=seen)


def _kept(current: Current) -> Merged:
    return Merged(
        body=current.body,
        fields=current.fields,
        deleted=False,
        lost=current.lost,
        healed=current.healed,
        seen=current.seen,
        kept=True,
        changed=False,
    )
