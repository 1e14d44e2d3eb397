"""The conflict rule: what a record becomes when somebody changes it.

Edits of different fields both stay. Of the same field the later arrival wins, and what another
device had written there unseen goes to the record's history. A change that somebody made unseen
beats a delete. Order is the order of arrival; no clock is ever asked.

After a backup was restored, devices offer again what it lacks. An offer is no edit: it takes the
place that it had in the lost order, so the newest lost state wins whichever device comes first,
and whatever was changed after the restore wins over it.
"""

from typing import Any
from uuid import UUID

import msgspec

Body = dict[str, Any]
FieldVersions = dict[str, tuple[int, UUID]]

# Each epoch begins at least a million versions, or the milliseconds since the last restore, past
# the one before: versions that are further apart than this are taken to be of two epochs.
ONE_EPOCH = 10_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A record as its owner sees it; `body` is empty once it is deleted."""

    id: UUID
    kind: str
    body: Body
    deleted: bool
    version: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a person did to one record.

    `base` is the version of the record that the person saw, `body` the full new body, `fields`
    the names of what changed in it. `was` makes it an offer: the whole record, as it was at that
    version before the server was set back.
    """

    id: UUID
    kind: str
    base: int
    body: Body | None
    fields: list[str]
    deleted: bool
    was: int | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What the server holds of a record.

    `fields` has per field, an emptied one too, the version that wrote it and the device it came
    from. Of a field that an offer brought, `lost` has its version in the lost order and the one
    with which the epoch after it began. `healed` is the version of the newest offer: what it did
    not name was empty by then. `seen`, of a deleted record: the newest lost version that whoever
    deleted it may have seen.
    """

    body: Body
    fields: FieldVersions
    deleted: bool
    lost: dict[str, tuple[int, int]] = {}
    healed: int = 0
    seen: int = 0


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


def merge(
    current: Current | None, change: Change, version: int, device: UUID, start: int = 0
) -> Merged:
    """Apply a valid change, which arrives as `version` from `device`.

    `start` is the version with which the epoch began: every base below it is of an earlier one.
    """
    if change.was is not None:
        return _heal(current, change, change.was, (version, device), start)
    if change.deleted:
        return _delete(current, change, device, start)
    if current is None or current.deleted:
        return _create(current, change, version, device)
    return _edit(current, change, version, device)


def _create(current: Current | None, change: Change, version: int, device: UUID) -> Merged:
    # An unseen delete loses to an edit: the record comes back whole, from the full body.
    body = change.body or {}
    fields = dict.fromkeys(body, (version, device))
    healed = current.seen if current else 0
    return Merged(body=dict(body), fields=fields, deleted=False, healed=healed)


def _edit(current: Current, change: Change, version: int, device: UUID) -> Merged:
    new = change.body or {}
    body, fields, lost = dict(current.body), dict(current.fields), dict(current.lost)
    overwritten: Body = {}
    for field in change.fields:
        unseen = _unseen_of_another(current, field, change.base, device)
        if unseen and body.get(field) != new.get(field):
            overwritten[field] = body.get(field)
        _put(body, field, new)
        fields[field] = (version, device)
        lost.pop(field, None)
    return Merged(
        body=body,
        fields=fields,
        deleted=False,
        lost=lost,
        healed=current.healed,
        changed=bool(change.fields),
        overwritten={field: value for field, value in overwritten.items() if value is not None},
    )


def _delete(current: Current | None, change: Change, device: UUID, start: int) -> Merged:
    if current is not None and current.deleted:
        return _deleted(current.seen, changed=False)
    fields = current.fields if current else {}
    if current and any(_unseen_of_another(current, field, change.base, device) for field in fields):
        return _kept(current)
    healed = current.healed if current else 0
    return _deleted(seen=change.base if change.base < start else healed)


def _heal(
    current: Current | None, offer: Change, was: int, mark: tuple[int, UUID], start: int
) -> Merged:
    if current is None or current.deleted:
        return _bring_back(current, offer, was, mark, start)
    if not offer.deleted:
        return _lay_into(current, offer.body or {}, was, mark, start)
    unseen = any(_unseen(current, field, was) for field in current.fields)
    return _kept(current) if unseen else _deleted(was)


def _bring_back(
    current: Current | None, offer: Change, was: int, mark: tuple[int, UUID], start: int
) -> Merged:
    seen = current.seen if current else 0
    if current is not None and (_had_seen(seen, was) or (offer.deleted and was <= seen)):
        return _deleted(seen, changed=False)
    if offer.deleted:
        return _deleted(was)
    body = offer.body or {}
    return Merged(
        body=dict(body),
        fields=dict.fromkeys(body, mark),
        deleted=False,
        lost=dict.fromkeys(body, (was, start)),
        healed=was,
    )


def _lay_into(
    current: Current, offered: Body, was: int, mark: tuple[int, UUID], start: int
) -> Merged:
    body, fields, lost = dict(current.body), dict(current.fields), dict(current.lost)
    overwritten: Body = {}
    for field in sorted({*fields, *offered}):
        theirs, mine = body.get(field), offered.get(field)
        newer = was > _place(current, field)
        loser = theirs if newer else mine
        if loser is not None and mine != theirs:
            overwritten[field] = loser
        if newer:
            _put(body, field, offered)
            fields[field], lost[field] = mark, (was, start)
    healed = max(was, current.healed)
    changed = fields != current.fields or healed != current.healed
    return Merged(
        body=body,
        fields=fields,
        deleted=False,
        lost=lost,
        healed=healed,
        changed=changed,
        overwritten=overwritten,
    )


def _place(current: Current, field: str) -> int:
    """Where the value of a field stands in the order of all that was lost, and what came after."""
    if field in current.lost:
        return current.lost[field][0]
    return current.fields[field][0] if field in current.fields else current.healed


def _unseen(current: Current, field: str, base: int) -> bool:
    if field not in current.fields or current.fields[field][0] <= base:
        return False
    # Who knew the lost state itself has seen what an offer brought back of it.
    was, start = current.lost.get(field, (0, 0))
    return not (base < start and _had_seen(base, was))


def _had_seen(version: int, was: int) -> bool:
    """Whether who saw a lost version had seen what was lost at `was`.

    Of two restores each lost a time of its own: who was there in the later one has not seen the
    earlier, though its versions are lower.
    """
    return was <= version < was + ONE_EPOCH


def _unseen_of_another(current: Current, field: str, base: int, device: UUID) -> bool:
    if not _unseen(current, field, base):
        return False
    return current.fields[field][1] != device or field in current.lost


def _put(body: Body, field: str, new: Body) -> None:
    body.pop(field, None)
    if field in new:
        body[field] = new[field]


def _deleted(seen: int, changed: bool = True) -> Merged:
    return Merged(body={}, fields={}, deleted=True, changed=changed, seen=seen)


def _kept(current: Current) -> Merged:
    return Merged(
        body=current.body,
        fields=current.fields,
        deleted=False,
        lost=current.lost,
        healed=current.healed,
        kept=True,
        changed=False,
    )
