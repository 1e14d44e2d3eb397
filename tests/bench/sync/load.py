"""Asking over many kept connections at once, with as little work on this side as can be."""

from __future__ import annotations

import queue
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

CONNECTIONS = 16
PATIENCE = 120  # seconds
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Connection:
    """One connection that stays open: a request goes out, its answer comes in."""

    def __init__(self, address: str) -> None:
        where = urlsplit(address)
        self._socket = socket.create_connection((where.hostname, where.port), timeout=PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._host = where.netloc
        self.times: list[float] = []  # seconds of each request

    def ask(self, method: str, path: str, headers: str, body: bytes = b"") -> bytes:
        """The body of the answer, which must be a good one."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\n{headers}"
        began = time.perf_counter()
        self._socket.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        status, answer = self._answer()
        self.times.append(time.perf_counter() - began)
        if not 200 <= status < 300:
            raise RuntimeError(f"{method} {path} was answered with {status}: {answer[:300]!r}")
        return answer

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _answer(self) -> tuple[int, bytes]:
        received = b""
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self._more()
        head, pieces = received[:end], [received[end + 4 :]]
        length = LENGTH.search(head)
        if length is None:
            raise RuntimeError("an answer does not tell its length")
        missing = int(length[1]) - len(pieces[0])
        while missing > 0:
            pieces.append(self._more())
            missing -= len(pieces[-1])
        return int(head[9:12]), b"".join(pieces)

    def _more(self) -> bytes:
        received = self._socket.recv(1 << 18)
        if not received:
            raise RuntimeError("the server hung up")
        return received


Job = Callable[[Connection], int]


@dataclass
class Measured:
    """What some jobs took: all seconds, the records that they told, the seconds of each request.

    `own` is the time that this process itself was busy: far from `seconds`, or the generator of
    the load was what was measured.
    """

    seconds: float
    records: int
    own: float
    times: list[float] = field(repr=False)

    @property
    def rate(self) -> float:
        """Records per second."""
        return self.records / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds that this share of the requests took at most."""
        return percentile(self.times, share)


def percentile(times: Sequence[float], share: float) -> float:
    """Milliseconds that this share of `times` (in seconds) took at most."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def at_once(address: str, jobs: Iterable[Job], connections: int = CONNECTIONS) -> Measured:
    """Do all jobs over so many connections; each job has one connection to itself at a time."""
    waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)
    workers = [_Worker(Connection(address), waiting) for _ in range(connections)]
    began, own = time.perf_counter(), time.process_time()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds, own = time.perf_counter() - began, time.process_time() - own
    for worker in workers:
        if worker.fault:
            raise worker.fault
    times = [one for worker in workers for one in worker.connection.times]
    return Measured(seconds, sum(worker.records for worker in workers), own, times)


class _Worker(threading.Thread):
    def __init__(self, connection: Connection, waiting: queue.SimpleQueue[Job]) -> None:
        super().__init__()
        self.connection, self.waiting = connection, waiting
        self.records = 0
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            while True:
                self.records += self.waiting.get_nowait()(self.connection)
        except queue.Empty:
            pass
        except Exception as fault:
            self.fault = fault
        finally:
            self.connection.close()
