"""Versions come in sight in their order, whoever commits late and whoever reads meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from tests.at_once import windows
from tests.device import Device, Json, cramp
from tests.people import Person
from webapp.sync import exchange as exchange_module
from webapp.sync import views
from webapp.sync.exchange import exchange
from webapp.tracker.models import changes_after

A_WHILE = 1.0  # seconds: whoever is kept waiting by the lock is left waiting


@pytest.fixture
def devices(app: Flask, alice: Person) -> list[Device]:
    devices = [Device(alice, client) for client in windows(app, alice, 3)]
    # The first entry makes her key, which alone would put those who write in order.
    first = devices[0]
    first.sync(first.edit(uuid4(), cramp()))
    for device in devices:
        device.sync()
    return devices


def begin(pool: ThreadPoolExecutor, work: Callable[[], Json]) -> Future[Json]:
    """Begin, and go on when it is done or is kept waiting."""
    future = pool.submit(work)
    wait([future], timeout=A_WHILE)
    return future


def test_what_commits_late_is_skipped_by_no_reader(
    devices: list[Device], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick, reader = devices
    held, go = Event(), Event()

    def hold(user: Any, request: Any, now: Any) -> Any:
        answer = exchange(user, request, now)
        if request.device == slow.id:
            held.set()
            assert go.wait(timeout=30)
        return answer

    monkeypatch.setattr(views, "exchange_with", hold)
    records = [uuid4(), uuid4()]
    ops = [slow.edit(records[0], cramp()), quick.edit(records[1], cramp())]
    with ThreadPoolExecutor() as pool:
        work = [pool.submit(lambda: slow.sync(ops[0]))]
        assert held.wait(timeout=30)
        work += [begin(pool, lambda: quick.sync(ops[1])), begin(pool, reader.sync)]
        go.set()
        for one in work:
            one.result()
    reader.sync()
    assert set(reader.records) > {str(record) for record in records}


def test_what_comes_between_its_rows_and_its_answer_is_skipped_by_no_reader(
    devices: list[Device], monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, _, reader = devices
    record = uuid4()
    op = writer.edit(record, cramp())
    work: list[Future[Json]] = []

    with ThreadPoolExecutor() as pool:

        def write_between(*how: Any) -> Any:
            rows = changes_after(*how)
            if not work:
                work.append(pool.submit(lambda: writer.sync(op)))
                wait(work, timeout=A_WHILE)
            return rows

        monkeypatch.setattr(exchange_module, "changes_after", write_between)
        reader.sync()
        work[0].result()
    reader.sync()
    assert str(record) in reader.records
