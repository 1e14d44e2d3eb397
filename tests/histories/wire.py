"""One request and what its answer means: static/src/sync/wire.js once more."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.histories.store import Json


class Reply(NamedTuple):
    """What a server answered: status, body, and Retry-After in seconds where it was given."""

    status: int
    body: bytes
    wait: int | None = None


class Restored(NamedTuple):
    """The server was set back: its epoch now, and from where on it may have lost something."""

    epoch: int
    lost_from: int


class Understood(NamedTuple):
    """How the sync ended, or the answer, or else the code that says what to do next."""

    ended: str = ""
    answer: Json | None = None
    code: str = ""
    restored: Restored | None = None


Post = Callable[[bytes], Reply | None]  # None: the network failed


def understood(reply: Reply | None) -> Understood:
    """What a reply means."""
    if reply is None:
        return Understood("retry")
    if reply.status == 200:
        answer = _whole(reply.body)
        return Understood(answer=answer) if answer else Understood("retry")
    if reply.status == 409:
        return _conflict(reply)
    if reply.status == 410:
        code = _code(reply)
        return Understood(code=code) if code == "resync" else Understood("retry")
    if reply.status == 413:
        return Understood(code="halve")
    if reply.status == 403:
        return Understood(f"stopped:{_code(reply)}")
    if reply.status in (429, 503) and reply.wait is not None:
        return Understood(f"wait:{reply.wait * 1000}")
    return Understood({401: "signed-out", 426: "update"}.get(reply.status, "retry"))


def refusal(status: int, code: str, wait: int | None = None, **more: int) -> Reply:
    """An answer that refuses the whole request."""
    return Reply(status, json.dumps({"error": {"code": code, **more}}).encode(), wait)


def _conflict(reply: Reply) -> Understood:
    try:
        error = json.loads(reply.body)["error"]
    except ValueError:
        return Understood("retry")
    if error["code"] == "newdev":
        return Understood(code="newdev")
    return Understood(code="epoch", restored=Restored(error["epoch"], error["lost_from"]))


def _whole(body: bytes) -> Json | None:
    try:
        answer: Any = json.loads(body)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "more" in answer else None


def _code(reply: Reply) -> str:
    try:
        return str(json.loads(reply.body)["error"]["code"])
    except (ValueError, LookupError):
        return str(reply.status)
