"""The network of a history, and what becomes of each request on it."""

from __future__ import annotations

from typing import Any, Protocol
from uuid import UUID

from tests.histories.wire import Reply, refusal
from webapp.tracker.merge import Entry

Step = list[Any]
Fate = list[Any]  # what becomes of a request, the steps just before it and those just after
TRUE: Fate = ["ok", [], []]  # it arrives and is answered

REFUSALS = {
    "busy": refusal(503, "busy"),
    "torn": refusal(503, "busy", wait=10),
    "limit": refusal(429, "too_many", wait=60),
    "hotel": Reply(200, b"<h1>Hotel</h1>"),
    "odd": Reply(200, b'{"welcome": true}'),
}


class Server(Protocol):
    """What a history needs of a server."""

    def answer(self, cookie: str | None, payload: bytes) -> Reply: ...
    def torn(self, cookie: str | None, payload: bytes) -> None: ...
    def entries(self, user: str) -> list[Entry]: ...
    def history(self, user: str, record: UUID) -> list[tuple[str, object]]: ...
    def epoch(self, user: str) -> int: ...
    def known(self) -> set[str]: ...
    def results(self, user: str) -> dict[str, int]: ...
    def everything(self) -> object: ...
    def consents(self, user: str, given: bool) -> None: ...
    def backup(self) -> Any: ...
    def restore(self, backup: Any) -> None: ...
    def purge(self) -> None: ...


class Network:
    """Between the devices and a server; `heard` are the requests that were answered."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.late: list[tuple[str | None, bytes]] = []
        self.heard: list[tuple[str | None, bytes]] = []

    def carry(self, what: str, cookie: str | None, payload: bytes) -> Reply | None:
        """A request meets its fate; what comes back, if anything does."""
        if what == "late":
            self.late.append((cookie, payload))
        if what in ("lost", "late"):
            return None
        if what == "torn":
            self.server.torn(cookie, payload)
        if what in REFUSALS:
            return REFUSALS[what]
        reply = self.arrive(cookie, payload)
        if what == "twice":
            reply = self.arrive(cookie, payload)
        if what == "half":
            return Reply(reply.status, reply.body[: len(reply.body) // 2])
        return None if what == "deaf" else reply

    def deliver(self, which: int) -> None:
        """One that was late arrives."""
        if self.late:
            self.arrive(*self.late.pop(which % len(self.late)))

    def arrive(self, cookie: str | None, payload: bytes) -> Reply:
        """A request reaches the server."""
        reply = self.server.answer(cookie, payload)
        if reply.status == 200:
            self.heard.append((cookie, payload))
        return reply
