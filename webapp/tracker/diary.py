"""One change to a diary, whether it comes from a device or from a form on the server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

import msgspec

from webapp.tracker.counter import Counter, lock_diary, raise_version
from webapp.tracker.draft import Draft
from webapp.tracker.kinds import FIELDS
from webapp.tracker.merge import Body, Change, Current, Entry, merge
from webapp.tracker.models import record_of
from webapp.tracker.records import Problem, check, check_id, cleaned
from webapp.tracker.seen import seen_until

RECORDS_LIMIT = 50_000  # with those deleted not long ago
AT_ONCE = 1_000  # records that are changed in one go

Code = Literal["ok", "bad", "kept"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of a change.

    ok: done. bad: refused for these problems. kept: not deleted, since somebody changed the
    record after the version that the person saw.
    """

    code: Code
    problems: list[Problem] = []


class Judged(NamedTuple):
    """A change, its body in canonical form, and what is wrong with it whatever the diary holds."""

    change: Change
    problems: list[Problem]


def judge(user_id: UUID, change: Change, now: datetime) -> Judged:
    """Judge a change that this person sends; `now` is aware. The diary is not read."""
    problems = _problems_alone(user_id, change, now)
    if problems or change.deleted:
        return Judged(change, problems)
    body = cleaned(change.kind, change.body or {})
    return Judged(msgspec.structs.replace(change, body=body), [])


def apply(draft: Draft, device: UUID, judged: Judged, version: int, start: int) -> Outcome:
    """Apply one change as `version`, which the caller raised the diary to.

    `start` is where the diary's epoch began. Nothing is written before the draft is.
    """
    change = judged.change
    current = draft.current(change.id)
    problems = _problems(draft, judged, current, version)
    if problems:
        return Outcome("bad", problems)
    merged = merge(current, change, version, device, start)
    draft.put(change.id, change.kind, merged, version)
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
    counter = lock_diary(user_id)
    problems = check(kind, body, now)
    if problems:
        return Outcome("bad", problems)
    entry = record_of(user_id, record_id)
    before, after = entry.body if entry else {}, cleaned(kind, body)
    fields = [name for name in FIELDS[kind] if before.get(name) != after.get(name)]
    if entry and not entry.deleted and not fields:
        return Outcome("ok")
    base = counter.version if seen is None else seen
    change = Change(id=record_id, kind=kind, base=base, body=after, fields=fields, deleted=False)
    return _apply_form(user_id, [_having_seen(change, entry)], counter, now)[0]


def remove(user_id: UUID, record_id: UUID, now: datetime, seen: int | None = None) -> Outcome:
    """Delete a record from a form that showed it as version `seen` (as it is now, if None)."""
    lock_diary(user_id)
    entry = record_of(user_id, record_id)
    if entry is None or entry.deleted:
        return Outcome("ok")
    return remove_all(user_id, [entry], now, seen)[0]


def remove_all(
    user_id: UUID, entries: Sequence[Entry], now: datetime, seen: int | None = None
) -> list[Outcome]:
    """Delete these entries, each by an edit of its own; they were read with the diary locked."""
    counter = lock_diary(user_id)
    base = counter.version if seen is None else seen
    outcomes: list[Outcome] = []
    # A database takes only so many ids in one question.
    for start in range(0, len(entries), AT_ONCE):
        changes = [_removal(entry, base) for entry in entries[start : start + AT_ONCE]]
        outcomes += _apply_form(user_id, changes, counter, now)
    return outcomes


def _removal(entry: Entry, base: int) -> Change:
    change = Change(id=entry.id, kind=entry.kind, base=base, body=None, fields=[], deleted=True)
    return _having_seen(change, entry)


def _having_seen(change: Change, entry: Entry | None) -> Change:
    if entry is None:
        return change
    seen = seen_until(entry.seen or [(0, entry.version)], change.base)
    return msgspec.structs.replace(change, seen=seen)


def _apply_form(
    user_id: UUID, changes: Sequence[Change], counter: Counter, now: datetime
) -> list[Outcome]:
    draft = Draft(user_id, [change.id for change in changes])
    first = raise_version(user_id, len(changes)) - len(changes) + 1
    outcomes = []
    for version, change in enumerate(changes, first):
        judged = judge(user_id, change, now)
        # Each form that is sent counts as a device of its own: two windows do not see each other.
        outcomes.append(apply(draft, uuid4(), judged, version, counter.start))
    draft.write(now)
    return outcomes


def _problems(draft: Draft, judged: Judged, current: Current | None, version: int) -> list[Problem]:
    change = judged.change
    if change.kind not in FIELDS:
        return judged.problems
    if current is not None and current.kind != change.kind:
        return [Problem("kind", "wrong_kind")]
    if change.base >= version:
        return [Problem("base", "out_of_range")]
    if change.was is not None and change.was >= version:
        return [Problem("was", "out_of_range")]
    if any(last >= version for _, last in change.seen):
        return [Problem("seen", "out_of_range")]
    # Who made fewer changes than that has fewer records too, and need not be counted.
    full = current is None and version > RECORDS_LIMIT
    if full and draft.count() >= RECORDS_LIMIT:
        return [Problem("id", "too_many")]
    return judged.problems


def _problems_alone(user_id: UUID, change: Change, now: datetime) -> list[Problem]:
    if change.kind not in FIELDS:
        return [Problem("kind", "unknown_choice")]
    if change.deleted:
        return []
    if change.body is None:
        return [Problem("body", "missing")]
    unknown = [
        Problem(field, "unknown_field")
        for field in change.fields
        if field not in FIELDS[change.kind] and field not in change.body
    ]
    found = unknown + check(change.kind, change.body, now)
    return found or check_id(change.kind, change.id, user_id, change.body)
