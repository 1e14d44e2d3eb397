"""A network between a phone and the server, that breaks on order; tests/e2e/breaks.py says how."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE = 120  # seconds; only a test that is wrong waits so long
BETWEEN = ("connection", "transfer-encoding", "content-length", "keep-alive")
SYNC = "/api/sync"


@dataclass(frozen=True)
class Answer:
    """A whole answer, as it came from the server or as a fault invents it."""

    status: int
    headers: dict[str, str]
    body: bytes

    def written(self) -> bytes:
        """As it goes over the wire; one connection for each, so that a cut is a cut."""
        lines = [
            f"HTTP/1.1 {self.status} .",
            *(f"{name}: {text}" for name, text in self.headers.items()),
        ]
        lines += [f"Content-Length: {len(self.body)}", "Connection: close", "", ""]
        return "\r\n".join(lines).encode("latin-1") + self.body


@dataclass
class Crossing:
    """One request on its way; a fault may ask the server, write to the browser, or hang up.

    `whole` is set when the network that it met has become whole.
    """

    proxy: Proxy
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    write: Callable[[bytes], object]
    whole: threading.Event = field(default_factory=threading.Event)
    at: float = field(default_factory=time.monotonic)

    def ask(self) -> Answer:
        """Pass the request on to the server; its whole answer."""
        server = HTTPConnection("127.0.0.1", self.proxy.server_port, timeout=PATIENCE)
        try:
            server.request(self.method, self.path, self.body or None, self.headers)
            got = server.getresponse()
            kept = {name: text for name, text in got.getheaders() if name.lower() not in BETWEEN}
            return Answer(got.status, kept, got.read())
        finally:
            server.close()

    def asked(self) -> dict[str, Any]:
        """What a request to sync says."""
        asked: dict[str, Any] = json.loads(self.body)
        return asked

    def ops(self) -> list[dict[str, Any]]:
        """The changes that a request to sync carries."""
        ops: list[dict[str, Any]] = self.asked()["ops"]
        return ops


Fault = Callable[[Crossing], None]


def well(crossing: Crossing) -> None:
    """What a network does that is whole."""
    crossing.write(crossing.ask().written())


class Proxy:
    """Listens on a port of its own; `heard` is every request to sync, oldest first.

    `busiest` is how many of those were ever under way at once.
    """

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.heard: list[Crossing] = []
        self.late: list[Crossing] = []
        self._opened = threading.Event()
        self.busiest = 0
        self._busy = 0
        self._lock = threading.Lock()
        self._orders: defaultdict[str, list[Fault]] = defaultdict(list)
        self._always: dict[str, Fault] = {}
        self._listener = _Listener(("127.0.0.1", 0), _handler_of(self))
        threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where a browser meets the site."""
        return f"http://127.0.0.1:{self._listener.server_port}"

    def order(self, *faults: Fault, path: str = SYNC) -> None:
        """The next requests to this path meet these faults, one each."""
        self._orders[path] += faults

    def always(self, fault: Fault, path: str = SYNC) -> None:
        """Every request to a path that begins so meets this fault, once orders are done."""
        self._always[path] = fault

    def whole(self) -> None:
        """The network is whole again, and what was held goes on."""
        with self._lock:
            self._orders.clear()
            self._always.clear()
            self._opened.set()
            self._opened = threading.Event()

    def deliver_late(self) -> list[int]:
        """What was held back arrives at the server now; with which status."""
        late, self.late = self.late, []
        return [crossing.ask().status for crossing in late]

    def close(self) -> None:
        """Stop listening."""
        self.whole()
        self._listener.shutdown()
        self._listener.server_close()

    def carry(self, crossing: Crossing) -> None:
        """Let one request meet what was ordered for it."""
        syncs = crossing.path == SYNC
        with self._lock:
            fault = self._fault_for(crossing.path)
            crossing.whole = self._opened
            if syncs:
                self.heard.append(crossing)
                self._busy += 1
                self.busiest = max(self.busiest, self._busy)
        try:
            fault(crossing)
        except (OSError, HTTPException):
            pass  # the server is away, or the browser did not wait: it sees a cut connection
        finally:
            with self._lock:
                self._busy -= syncs

    def _fault_for(self, path: str) -> Fault:
        if self._orders[path]:
            return self._orders[path].pop(0)
        return next((f for begin, f in self._always.items() if path.startswith(begin)), well)


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


def _handler_of(proxy: Proxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65_537)
            self.close_connection = True
            if self.raw_requestline and self.parse_request():
                size = int(self.headers.get("Content-Length", 0))
                headers = {n: t for n, t in self.headers.items() if n.lower() not in BETWEEN}
                body = self.rfile.read(size)
                self.close_connection = True
                met = (proxy, self.command, self.path, headers, body, self.wfile.write)
                proxy.carry(Crossing(*met))

    return Handler
