"""Who writes to SQLite waits for a turn, and is told when it does not come."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest

from tests.device import Device, cramp
from webapp import turns

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def writer(phone: Device, database_url: str) -> Iterator[sqlite3.Connection]:
    """Somebody else who is writing."""
    phone.sync()
    path = database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_a_sync_waits_until_whoever_writes_is_done(
    phone: Device, writer: sqlite3.Connection
) -> None:
    began = time.monotonic()
    done = threading.Timer(0.2, lambda: writer.execute("COMMIT"))
    done.start()
    assert phone.codes(phone.edit(uuid4(), cramp())) == ["ok"]
    assert time.monotonic() - began >= 0.2
    done.join()


def test_when_no_turn_comes_the_phone_is_asked_to_wait(
    phone: Device, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    op = phone.edit(uuid4(), cramp())
    answer = phone.send(op)
    assert answer.status_code == 503
    assert answer.get_json()["error"]["code"] == "busy"
    writer.execute("COMMIT")
    assert phone.codes(op) == ["ok"]


def test_who_has_nothing_to_write_waits_for_nobody(
    phone: Device, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    answer = phone.send(user=uuid4())
    assert answer.status_code == 403
    assert answer.get_json()["error"]["code"] == "wrong_user"
    assert writer.in_transaction
