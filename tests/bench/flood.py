"""make bench-flood: 200 sign-ins a second from as many networks, while people go on syncing.

Each attempt comes from a network of its own and types an address of its own, so that no limit is
what saves us; behind it stands the app as `make run` serves it. The flood is a process by itself
and does not wait for answers: it knocks on time, whatever happens behind the door.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit

from tests.bench.line import line
from tests.bench.sync import ours, postgres
from tests.bench.sync.load import Connection, percentile
from tests.bench.sync.ours import Device, Ours
from tools.postgres import running_postgres

RATE = 200  # sign-ins a second
SECONDS = 30
PEOPLE = 6  # who sync, each once a second: more often would meet their limit
WITHIN = 500  # ms
PATIENCE = 30  # seconds for one answer


def main() -> None:
    """Print, for each database, what sync takes without and within a flood."""
    with TemporaryDirectory() as name, running_postgres(postgres.DURABLE) as server:
        urls = {"SQLite": f"sqlite:///{Path(name) / 'flood.db'}"}
        if server:
            urls["PostgreSQL"] = postgres.database(server, "flood")
        else:
            print("No PostgreSQL on this machine: its figures are left out.")
        for kind, url in urls.items():
            with ours.running(url, PROXIES="1") as running:
                _measure(kind, running)


def _measure(kind: str, server: Ours) -> None:
    people = server.people(PEOPLE)
    calm = _sync(server, people)
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, server.address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as flood:
        time.sleep(2)  # let it rise
        within = _sync(server, people)
        told, _ = flood.communicate()
    print(f"{kind}: the flood was answered with {told.strip()}")
    for name, times in (("calm", calm), ("flood", within)):
        half, most = percentile(times, 0.5), percentile(times, 0.95)
        print(f"{kind}: {len(times)} syncs in the {name}: half within {half:.0f} ms")
        line(f"{kind}: 95 of 100 syncs in the {name}", most, WITHIN, "ms")


def _sync(server: Ours, people: list[Device]) -> list[float]:
    """Seconds of each sync of these people, who send an entry every second."""
    times: list[list[float]] = [[] for _ in people]
    threads = [
        Thread(target=_one, args=(server, device, kept))
        for device, kept in zip(people, times, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for kept in times for one in kept]


def _one(server: Ours, device: Device, kept: list[float]) -> None:
    until = time.monotonic() + SECONDS - 5
    while time.monotonic() < until:
        connection = Connection(server.address)  # a phone comes anew each time
        began = time.perf_counter()
        device.sync(connection, [device.op()])
        kept.append(time.perf_counter() - began)
        connection.close()
        time.sleep(max(0.0, 1 - kept[-1]))


async def flood(address: str) -> Counter[str]:
    """Knock so often a second, and count the answers by their status."""
    answers: Counter[str] = Counter()
    knocks = []
    began = time.monotonic()
    for n in range(RATE * SECONDS):
        await asyncio.sleep(max(0.0, began + n / RATE - time.monotonic()))
        knocks.append(asyncio.create_task(_knock(address, n, answers)))
    await asyncio.gather(*knocks)
    return answers


async def _knock(address: str, n: int, answers: Counter[str]) -> None:
    where = urlsplit(address)
    typed = f"email=someone{n}%40example.com&password=correct+horse+battery+{n}"
    head = (
        f"POST /nl/inloggen HTTP/1.1\r\nHost: {where.netloc}\r\nSec-Fetch-Site: same-origin\r\n"
        f"X-Forwarded-For: 10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(typed)}\r\n\r\n"
    )
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(where.hostname, where.port)
            writer.write((head + typed).encode())
            answer = await reader.read()
            writer.close()
            answers[answer[9:12].decode() or "hung up"] += 1
    except (OSError, TimeoutError) as trouble:
        answers[type(trouble).__name__] += 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(dict(asyncio.run(flood(sys.argv[1]))))
    else:
        main()
