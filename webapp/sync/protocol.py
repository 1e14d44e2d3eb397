"""The messages of `POST /api/sync`: their shapes, their limits, and how they are read.

A request that is broken is refused whole. A change in it that is broken is only marked so, with
its id: it is answered as bad, and the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from math import isfinite
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from webapp.sync.schemas import meant
from webapp.tracker.merge import Change, Entry
from webapp.tracker.records import Problem
from webapp.tracker.seen import MOST

PROTOCOL = 1
SCHEMA = 4  # one up when a kind or a field is added to records; static/src/sync/engine.js knows it
OLDEST_SCHEMA = 1  # an app that knows less must be renewed first
REQUEST_LIMIT = 256 * 1024  # bytes
OPS_LIMIT = 100
OPS_A_DAY = 25_000  # of one person, by UTC days: ten years move in at once, and out again
PAGE_LIMIT = 500  # records
PAGE_BYTES = 512 * 1024
LARGEST_NUMBER = 2**53 - 1  # JavaScript counts no further

Count = Annotated[int, Meta(ge=0, le=LARGEST_NUMBER)]
Epochs = Annotated[list[tuple[Count, Count]], Meta(max_length=MOST)]


class Invalid(Exception):
    """A request that cannot be read; `code` is invalid, too_large, update (the app is too old)
    or ahead (this server is).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Op(Change, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change with its own id, and its number on its device; numbers only grow."""

    op: UUID
    n: Count
    base: Count
    was: Count | None = None
    seen: Epochs = msgspec.field(default_factory=list)


class BadOp(msgspec.Struct, frozen=True):
    """What is left of a change that cannot be read: enough to answer it."""

    op: UUID
    n: Count


class SyncRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A request as it is sent: a change that cannot be read does not stop the others."""

    v: Annotated[int, Meta(extra_json_schema={"const": PROTOCOL})]
    schema: Annotated[int, Meta(extra_json_schema={"minimum": OLDEST_SCHEMA, "maximum": SCHEMA})]
    user: UUID
    device: UUID
    epoch: Count | None
    cursor: Count
    fresh: bool
    floor: Count = 0
    ops: Annotated[list[msgspec.Raw], Meta(extra_json_schema={"maxItems": OPS_LIMIT})]


class Request(msgspec.Struct, frozen=True):
    """A request that was read: who asks, what they have, and what they changed.

    `fresh` says that the device pulls everything anew; `floor` is the floor of the first page.
    """

    user: UUID
    device: UUID
    epoch: int | None
    cursor: int
    fresh: bool
    floor: int
    ops: Sequence[Op | BadOp]


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one change: ok, bad (with the problems) or kept."""

    op: UUID
    code: Annotated[str, Meta(extra_json_schema={"enum": ["ok", "bad", "kept"]})]
    problems: Sequence[Problem] = ()


class Answer(msgspec.Struct, frozen=True):
    """What the server says: the fate of each change, and the records as they are now.

    `state` holds every record that a change named; `changes` what is past the cursor, up to
    the new `cursor`; `more` says that another page waits.
    """

    schema: int
    epoch: int
    floor: int
    results: Sequence[Result]
    state: Sequence[Entry]
    changes: Sequence[Entry]
    cursor: int
    more: bool
    now: Annotated[datetime, Meta(tz=True)]


class _Version(msgspec.Struct):
    v: int
    schema: int = 0


def read(payload: bytes) -> Request:
    """The request in `payload`; raises Invalid. The error never holds what was sent."""
    try:
        return _read(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _read_mended(payload)


def written(answer: Answer) -> bytes:
    """The JSON of an answer."""
    return msgspec.json.encode(answer)


def _read(payload: bytes) -> Request:
    asked = msgspec.json.decode(payload, type=_Version)
    if asked.v != PROTOCOL or asked.schema < OLDEST_SCHEMA:
        raise Invalid("update")
    if asked.schema > SCHEMA:
        raise Invalid("ahead")
    request = msgspec.json.decode(payload, type=SyncRequest)
    if len(request.ops) > OPS_LIMIT:
        raise Invalid("too_large")
    return Request(
        user=request.user,
        device=request.device,
        epoch=request.epoch,
        cursor=request.cursor,
        fresh=request.fresh,
        floor=request.floor,
        ops=[_op(raw, request.schema) for raw in request.ops],
    )


def _op(raw: msgspec.Raw, schema: int) -> Op | BadOp:
    try:
        op = msgspec.json.decode(raw, type=Op)
        return msgspec.structs.replace(op, fields=meant(op, schema))
    except msgspec.ValidationError:
        mended = _mended(bytes(raw))
    try:
        return msgspec.json.decode(mended, type=Op)
    except msgspec.ValidationError:
        return msgspec.json.decode(mended, type=BadOp)


def _read_mended(payload: bytes) -> Request:
    try:
        return _read(_mended(payload))
    except (ValueError, RecursionError):
        raise Invalid("invalid") from None


def _mended(payload: bytes) -> bytes:
    """JSON that msgspec takes, from what is JSON to others.

    A browser writes half of an emoji that was cut in two as a lone escape. That is no text, but
    refusing it would stop the whole queue for one letter: it becomes a question mark. And 5.0 is
    the whole number 5.
    """
    content = json.loads(payload, parse_constant=_refuse, parse_float=_number, parse_int=_whole)
    return json.dumps(content, ensure_ascii=False).encode(errors="replace")


def _number(written: str) -> int | float | str:
    value = float(written)
    if value.is_integer():
        return int(value)
    return value if isfinite(value) else written  # 1e400 is no number that can be kept


def _whole(written: str) -> int | str:
    try:
        return int(written)
    except ValueError:  # Python reads no thousands of digits: no number that can be kept either
        return written


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
