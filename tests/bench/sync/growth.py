"""What sync costs when there is much: a first sync of years, and a few changes in a large table."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import func, select

from tests.bench.line import line
from tests.bench.sync import ours, postgres
from tests.bench.sync.load import Connection
from tests.bench.sync.ours import Device, Ours
from webapp.sync.protocol import OPS_LIMIT

YEARS = 10_000  # entries: ten years of days and cramps, and some
SMALL, LARGE = 10_000, 2_000_000  # rows of the table
FEW = 10  # changes in one sync
SYNCS = 20  # of each person: more would meet the limit of a minute
PEOPLE = 10
SEALED = 300  # bytes of a row


def measure(large: int, folder: Path, server: str | None) -> None:
    """Print the figures of each database."""
    urls = {"SQLite": f"sqlite:///{folder / 'growth.db'}"}
    if server:
        urls["PostgreSQL"] = postgres.database(server, "growth")
    for name, url in urls.items():
        with ours.running(url) as running:
            _first_sync(name, running)
            _flat(name, running, large)


def _first_sync(name: str, server: Ours) -> None:
    (phone,) = server.people(1)
    connection = Connection(server.address)
    began = time.perf_counter()
    phone.push(YEARS, OPS_LIMIT)(connection)
    line(f"{name}: sending {YEARS} entries", time.perf_counter() - began, 5, "s")
    began = time.perf_counter()
    pulled = server.other_device(phone).pull()(connection)
    line(f"{name}: a first sync of {pulled} entries", time.perf_counter() - began, 5, "s")
    connection.close()
    if pulled != YEARS:
        raise RuntimeError(f"{pulled} entries came instead of {YEARS}")


def _flat(name: str, server: Ours, large: int) -> None:
    people = server.people(PEOPLE)
    small = _fill(server, SMALL)
    _few(server, people)  # a server that just started is slow
    before = _few(server, people)
    grown = _fill(server, large)
    after = _few(server, people)
    print(f"{name}: {FEW} changes, among {small} rows: {before:.1f} ms, {grown}: {after:.1f} ms")
    line(f"{name}: that is", after / before, 1.2, "x")


def _few(server: Ours, people: Sequence[Device]) -> float:
    """Milliseconds that a sync of a few changes takes, the middle one."""
    connection = Connection(server.address)
    for _ in range(SYNCS):
        for person in people:
            person.sync(connection, [person.op() for _ in range(FEW)])
    connection.close()
    return 1000 * statistics.median(connection.times)


def _fill(server: Ours, rows: int) -> int:
    """Let the table have at least so many rows, of people with ten years each; how many it has."""
    while (held := _count(server)) < rows:
        (person,) = server.people(1)
        _add(server, _rows(person.user, min(YEARS, rows - held)))
    return held


def _count(server: Ours) -> int:
    from webapp.extensions import db
    from webapp.tracker.models import Record

    with server.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Record)) or 0


def _add(server: Ours, rows: list[dict[str, object]]) -> None:
    from webapp.extensions import db
    from webapp.rows import add_rows
    from webapp.tracker.models import Record

    with server.app.app_context():
        add_rows(Record, rows)
        db.session.commit()


def _rows(user: UUID, many: int) -> list[dict[str, object]]:
    # Nobody opens them, so their bytes need not be sealed.
    return [
        {
            "user_id": user,
            "id": uuid4(),
            "kind": "pain",
            "sealed": os.urandom(SEALED),
            "version": version,
            "deleted": False,
            "deleted_at": None,
            "seen_of_deleted": None,
        }
        for version in range(1, many + 1)
    ]
