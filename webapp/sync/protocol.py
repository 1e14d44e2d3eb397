"""The messages of `POST /api/sync`: their shapes, their limits, and how they are read.

A request that is broken is refused whole. A change in it that is broken is only marked so, with
its id: it is answered as bad, and the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from webapp.tracker.merge import Change, Entry
from webapp.tracker.records import Problem

PROTOCOL = 1
REQUEST_LIMIT = 256 * 1024  # bytes
OPS_LIMIT = 100
PAGE_LIMIT = 500  # records
PAGE_BYTES = 512 * 1024
LARGEST_NUMBER = 2**53 - 1  # JavaScript counts no further

Count = Annotated[int, Meta(ge=0, le=LARGEST_NUMBER)]


class Invalid(Exception):
    """A request that cannot be read; `code` is invalid, update or too_large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Op(Change, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change with its own id, and its number on its device; numbers only grow."""

    op: UUID
    n: Count
    base: Count


class BadOp(msgspec.Struct, frozen=True):
    """What is left of a change that cannot be read: enough to answer it."""

    op: UUID
    n: Count


class Request(msgspec.Struct, frozen=True):
    """A request that was read: who asks, what they have, and what they changed."""

    user: UUID
    device: UUID
    epoch: int | None
    cursor: int
    fresh: bool
    ops: Sequence[Op | BadOp]


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one change: ok, bad (with the problems) or kept."""

    op: UUID
    code: str
    problems: Sequence[Problem] = ()


class Answer(msgspec.Struct, frozen=True):
    """What the server says: the fate of each change, and the records as they are now.

    `state` holds every record that a change named; `changes` what is past the cursor, up to
    the new `cursor`; `more` says that another page waits.
    """

    epoch: int
    results: Sequence[Result]
    state: Sequence[Entry]
    changes: Sequence[Entry]
    cursor: int
    more: bool
    now: datetime


class _Version(msgspec.Struct):
    v: int


class _Request(msgspec.Struct, forbid_unknown_fields=True):
    v: int
    user: UUID
    device: UUID
    epoch: Count | None
    cursor: Count
    fresh: bool
    ops: list[msgspec.Raw]


def read(payload: bytes) -> Request:
    """The request in `payload`; raises Invalid. The error never holds what was sent."""
    try:
        return _read(payload)
    except msgspec.ValidationError:
        raise Invalid("invalid") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _read_mended(payload)


def written(answer: Answer) -> bytes:
    """The JSON of an answer."""
    return msgspec.json.encode(answer)


def _read(payload: bytes) -> Request:
    if msgspec.json.decode(payload, type=_Version).v != PROTOCOL:
        raise Invalid("update")
    request = msgspec.json.decode(payload, type=_Request)
    if len(request.ops) > OPS_LIMIT:
        raise Invalid("too_large")
    return Request(
        user=request.user,
        device=request.device,
        epoch=request.epoch,
        cursor=request.cursor,
        fresh=request.fresh,
        ops=[_op(raw) for raw in request.ops],
    )


def _op(raw: msgspec.Raw) -> Op | BadOp:
    try:
        return msgspec.json.decode(raw, type=Op)
    except msgspec.ValidationError:
        return msgspec.json.decode(raw, type=BadOp)


def _read_mended(payload: bytes) -> Request:
    # A browser writes half of an emoji that was cut in two as a lone escape. That is no text,
    # but refusing it would stop the whole queue for one letter: it becomes a question mark.
    try:
        content = json.loads(payload, parse_constant=_refuse)
        return _read(json.dumps(content, ensure_ascii=False).encode(errors="replace"))
    except (ValueError, RecursionError):
        raise Invalid("invalid") from None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
