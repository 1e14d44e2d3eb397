"""One change to a diary, whether it comes from a device or from a form on the server."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

import msgspec

from webapp.tracker.history import forget_earlier, keep_earlier
from webapp.tracker.merge import Body, Change, Current, merge
from webapp.tracker.models import current_of, lock_diary, raise_version, record_of, write
from webapp.tracker.records import FIELDS, Problem, check, check_id, cleaned

Code = Literal["ok", "bad", "kept"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of a change.

    ok: done. bad: refused for these problems. kept: not deleted, since somebody changed the
    record after the version that the person saw.
    """

    code: Code
    problems: list[Problem] = []


def apply(user_id: UUID, device: UUID, change: Change, version: int, now: datetime) -> Outcome:
    """Apply one change as `version`, which the caller raised the diary to; `now` is aware."""
    current = current_of(user_id, change.id)
    problems = _problems(user_id, change, current, version, now)
    if problems:
        return Outcome("bad", problems)
    if not change.deleted:
        change = msgspec.structs.replace(change, body=cleaned(change.kind, change.body or {}))
    merged = merge(current, change, version, device)
    if merged.changed:
        write(user_id, change.id, change.kind, merged, version)
    if merged.overwritten:
        keep_earlier(user_id, change.id, merged.overwritten, version, now)
    if merged.deleted:
        forget_earlier(user_id, change.id)
    return Outcome("kept" if merged.kept else "ok")


def save(
    user_id: UUID,
    kind: str,
    record_id: UUID,
    body: Body,
    now: datetime,
    seen: int | None = None,
) -> Outcome:
    """Save a whole body from a form that showed the record as version `seen` (None: as it is).

    Only the fields that differ from the record count as changed.
    """
    version = lock_diary(user_id).version
    problems = check(kind, body, now)
    if problems:
        return Outcome("bad", problems)
    entry = record_of(user_id, record_id)
    before, after = entry.body if entry else {}, cleaned(kind, body)
    fields = [name for name in FIELDS[kind] if before.get(name) != after.get(name)]
    if entry and not entry.deleted and not fields:
        return Outcome("ok")
    base = version if seen is None else seen
    change = Change(id=record_id, kind=kind, base=base, body=after, fields=fields, deleted=False)
    return apply(user_id, _forms(user_id), change, raise_version(user_id, 1), now)


def remove(user_id: UUID, record_id: UUID, now: datetime, seen: int | None = None) -> Outcome:
    """Delete a record from a form that showed it as version `seen` (as it is now, if None)."""
    version = lock_diary(user_id).version
    entry = record_of(user_id, record_id)
    if entry is None or entry.deleted:
        return Outcome("ok")
    if seen not in (None, entry.version):
        return Outcome("kept")  # all forms are one device to the merge, and yet two windows
    base = version if seen is None else seen
    change = Change(id=record_id, kind=entry.kind, base=base, body=None, fields=[], deleted=True)
    return apply(user_id, _forms(user_id), change, raise_version(user_id, 1), now)


def _forms(user_id: UUID) -> UUID:
    # The forms of the server count as one device of this person.
    return uuid5(user_id, "forms")


def _problems(
    user_id: UUID, change: Change, current: Current | None, version: int, now: datetime
) -> list[Problem]:
    if change.kind not in FIELDS:
        return [Problem("kind", "unknown_choice")]
    if current is not None and current.kind != change.kind:
        return [Problem("kind", "wrong_kind")]
    if change.base >= version:
        return [Problem("base", "out_of_range")]
    return [] if change.deleted else _problems_of_edit(user_id, change, now)


def _problems_of_edit(user_id: UUID, change: Change, now: datetime) -> list[Problem]:
    if change.body is None:
        return [Problem("body", "missing")]
    unknown = [
        Problem(field, "unknown_field")
        for field in change.fields
        if field not in FIELDS[change.kind] and field not in change.body
    ]
    found = unknown + check(change.kind, change.body, now)
    return found or check_id(change.kind, change.id, user_id, change.body)
