"""Five thousand questions by the description of the API, and each answer held against it.

They are the same each time, and a fault is told with the command that asks it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.database import fresh_database
from tests.device import cramp, device_of
from tests.integration.api.asking import MARK, Asked, StaysSignedIn, ask, of_hers, served
from tests.people import Person

CASES = 5_000


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """One database is enough here: what differs between them is tried with other tests."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url


def check(asked: Asked) -> None:
    """No fault of ours, and nothing that the description does not say."""
    assert asked.faults == [], "\n\n".join(asked.faults[:5])
    bad = {found for found in asked.answers if found[1] >= 500 and found[2] != "ahead"}
    assert bad == set()


def test_whatever_is_asked_by_who_is_signed_in_is_answered_as_described(
    app: Flask, alice: Person
) -> None:
    phone = device_of(alice)
    assert set(phone.codes(*(phone.edit(uuid4(), cramp(note="x")) for _ in range(5)))) == {"ok"}
    epoch = phone.send().get_json()["epoch"]
    description = of_hers(alice.client.get("/api/openapi.json").get_json(), phone, epoch)
    with served(StaysSignedIn(app, alice)) as address:
        asked = ask(
            description, address, examples=60, auth={"openapi": {"session": {"api_key": MARK}}}
        )
    check(asked)
    assert asked.cases >= CASES
    assert asked.answers["POST /api/sync", 200, ""] > CASES / 2, "it got behind the door"
    for name in ("me", "today", "insights", "trials", "earlier", "devices", "openapi.json"):
        assert 200 in asked.statuses(f"GET /api/{name}"), name
    assert 204 in asked.statuses(f"PATCH /api/devices/{phone.id}")
    assert 204 in asked.statuses(f"DELETE /api/devices/{phone.id}")


def test_whatever_a_stranger_asks_is_answered_as_described(app: Flask, client: FlaskClient) -> None:
    description = client.get("/api/openapi.json").get_json()
    with served(app) as address:
        asked = ask(description, address, examples=30, phases={"coverage": {"enabled": False}})
    check(asked)
    for path, methods in description["paths"].items():
        if any(one["security"] for one in methods.values()):
            found = {status for name, status, _ in asked.answers if name.endswith(path)}
            assert found <= {401, 405}, path
    assert 401 in asked.statuses("POST /api/sync")
    assert 200 in asked.statuses("GET /healthz")
