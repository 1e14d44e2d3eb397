"""Kinto, a well-kept server for records with sync, in an environment of its own.

`make bench-sync` installs it in .venv-kinto. It runs on the same server program as Rugwijs, with
as many workers and threads, over PostgreSQL. Where its settings leave a choice, the faster one is
taken: a plain check of passwords, and a cache in memory.
"""

from __future__ import annotations

import base64
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from uuid import uuid4

from tests.bench.sync import postgres
from tests.bench.sync.bodies import BODIES
from tests.bench.sync.load import Connection, Job
from webapp.__main__ import THREADS, WORKERS
from webapp.config import ROOT

BIN = ROOT / ".venv-kinto" / "bin"
BATCH = 25  # its own limit, unless it is told another
LARGEST_BATCH = 200
RECORDS = "/v1/buckets/default/collections/entries/records"
SETTINGS = """
[app:main]
use = egg:kinto
kinto.includes = kinto.plugins.default_bucket
kinto.storage_backend = kinto.core.storage.postgresql
kinto.storage_url = {database}
kinto.cache_backend = kinto.core.cache.memory
kinto.permission_backend = kinto.core.permission.postgresql
kinto.permission_url = {database}
kinto.userid_hmac_secret = {secret}
kinto.default_bucket_hmac_secret = {secret}
kinto.batch_max_requests = {batch}
multiauth.policies = basicauth

[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = WARNING
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = plain
[formatter_plain]
format = %(message)s
"""
LOADER = """
from pyramid.paster import get_app, setup_logging
def made():
    setup_logging("kinto.ini")
    return get_app("kinto.ini")
"""


@dataclass
class Person:
    """Somebody with a collection of records, on a device that sends or pulls."""

    password: str = field(default_factory=lambda: uuid4().hex)
    seen: str = ""

    def begin(self) -> Job:
        """Make the collection."""

        def job(connection: Connection) -> int:
            connection.ask("PUT", RECORDS.removesuffix("/records"), self._headers(), b"{}")
            return 0

        return job

    def push(self, records: int, batch: int) -> Job:
        """Send so many new entries, so many at a time."""
        sizes = [min(batch, records - start) for start in range(0, records, batch)]

        def job(connection: Connection) -> int:
            return sum(self._good(connection, size) for size in sizes)

        return job

    def pull(self) -> Job:
        """Get everything, or what is new since the last time."""

        def job(connection: Connection) -> int:
            path = RECORDS + (f"?_since={self.seen}" if self.seen else "")
            answer = connection.ask("GET", path, self._headers())
            stamps = [int(piece.split(b"}")[0].split(b",")[0]) for piece in _stamps(answer)]
            self.seen = str(max(stamps, default=int(self.seen or 0)))
            return len(stamps)

        return job

    def _good(self, connection: Connection, batch: int) -> int:
        answer = connection.ask("POST", "/v1/batch", self._headers(), _payload(batch))
        good = answer.count(b'"status":201') + answer.count(b'"status": 201')
        if good != batch:
            raise RuntimeError(f"not all was taken: {answer[:300]!r}")
        return good

    def _headers(self) -> str:
        who = base64.b64encode(f"somebody:{self.password}".encode()).decode()
        return f"Authorization: Basic {who}\r\nContent-Type: application/json\r\n"


@cache
def _payload(batch: int) -> bytes:
    entries = [f'{{"body":{{"data":{BODIES[number % len(BODIES)]}}}}}' for number in range(batch)]
    defaults = f'{{"method":"POST","path":"{RECORDS.removeprefix("/v1")}"}}'
    return f'{{"defaults":{defaults},"requests":[{",".join(entries)}]}}'.encode()


def _stamps(answer: bytes) -> Sequence[bytes]:
    return answer.split(b'"last_modified":')[1:]


def is_here() -> bool:
    """Whether Kinto is installed for this."""
    return (BIN / "kinto").is_file()


@contextmanager
def running(postgres_url: str, folder: Path, port: int) -> Iterator[str]:
    """The address of Kinto over a fresh database of this PostgreSQL."""
    database = postgres.plain(postgres.database(postgres_url, "kinto"))
    settings = SETTINGS.format(database=database, secret=uuid4().hex, batch=LARGEST_BATCH)
    (folder / "kinto.ini").write_text(settings)
    (folder / "loader.py").write_text(LOADER)
    with (folder / "kinto.log").open("ab") as log:
        migrate: list[str | Path] = [BIN / "kinto", "migrate", "--ini", "kinto.ini"]
        subprocess.run(migrate, cwd=folder, check=True, stdout=log, stderr=log)
        server = subprocess.Popen(_command(port), cwd=folder, stdout=log, stderr=log)
        try:
            _wait(port, folder / "kinto.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _command(port: int) -> list[str]:
    size = ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    where = ["--host", "127.0.0.1", "--port", str(port)]
    kind = ["--interface", "wsgi", "--factory", "--no-ws"]
    return [str(BIN / "granian"), *kind, *size, *where, "loader:made"]


def _wait(port: int, log: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"Kinto did not start:\n{log.read_text()}")
