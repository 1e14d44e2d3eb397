"""The conflict rule: what a record becomes when somebody changes it.

Edits of different fields both stay. Of the same field the later arrival wins, and the value it
replaces unseen goes to the record's history. A change that somebody made unseen beats a delete.
Order is the order of arrival; no clock is ever asked.
"""

from typing import Any
from uuid import UUID

import msgspec

Body = dict[str, Any]
FieldVersions = dict[str, tuple[int, UUID]]


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
    the names of what changed in it.
    """

    id: UUID
    kind: str
    base: int
    body: Body | None
    fields: list[str]
    deleted: bool


class Current(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it is now: per field the version that wrote it and the device it came from."""

    kind: str
    body: Body
    fields: FieldVersions
    deleted: bool


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What the record becomes.

    `kept` says that a delete was refused, `changed` whether there is anything to write, and
    `overwritten` holds values that were replaced without having been seen.
    """

    body: Body
    fields: FieldVersions
    deleted: bool
    kept: bool = False
    changed: bool = True
    overwritten: Body = {}


def merge(current: Current | None, change: Change, version: int, device: UUID) -> Merged:
    """Apply a valid change, which arrives as `version` from `device`."""
    if change.deleted:
        return _delete(current, change, device)
    if current is None or current.deleted:
        return _create(change, version, device)
    return _edit(current, change, version, device)


def _create(change: Change, version: int, device: UUID) -> Merged:
    # An unseen delete loses to an edit: the record comes back whole, from the full body.
    body = change.body or {}
    return Merged(body=dict(body), fields=dict.fromkeys(body, (version, device)), deleted=False)


def _edit(current: Current, change: Change, version: int, device: UUID) -> Merged:
    new = change.body or {}
    body, fields = dict(current.body), dict(current.fields)
    overwritten: Body = {}
    for field in change.fields:
        if _unseen(current, field, change.base) and body.get(field) != new.get(field):
            overwritten[field] = body.get(field)
        body.pop(field, None)
        if field in new:
            body[field] = new[field]
        fields[field] = (version, device)
    return Merged(
        body=body,
        fields=fields,
        deleted=False,
        changed=bool(change.fields),
        overwritten={field: value for field, value in overwritten.items() if value is not None},
    )


def _delete(current: Current | None, change: Change, device: UUID) -> Merged:
    if current is None or current.deleted:
        return Merged(body={}, fields={}, deleted=True, changed=current is None)
    if any(_unseen_of_another(current, field, change.base, device) for field in current.fields):
        return Merged(
            body=current.body, fields=current.fields, deleted=False, kept=True, changed=False
        )
    return Merged(body={}, fields={}, deleted=True)


def _unseen(current: Current, field: str, base: int) -> bool:
    return field in current.fields and current.fields[field][0] > base


def _unseen_of_another(current: Current, field: str, base: int, device: UUID) -> bool:
    return _unseen(current, field, base) and current.fields[field][1] != device
