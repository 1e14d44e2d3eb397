"""What must hold whatever happens: nothing lost, nothing doubled, all devices the same."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import PASSWORD, Person
from webapp.tracker.history import earlier_of
from webapp.tracker.models import records_of


class Phone:
    """A device with an outbox, on a network that loses requests and answers."""

    def __init__(self, device: Device, chance: Random) -> None:
        self.device, self.chance = device, chance
        self.outbox: list[Json] = []

    def seen(self, record: str) -> Json | None:
        """The record with what waits laid over it."""
        body = self.device.body(record)
        for op in self.outbox:
            if op["id"] == record:
                changed = (
                    {name: op["body"].get(name) for name in op["fields"]} if op["body"] else {}
                )
                laid = {**body, **changed} if body is not None else op["body"]
                body = None if op["deleted"] else laid
        return body

    def queue(self, make: Callable[..., Json], record: str, *more: Any) -> None:
        """Put a change at the end of the outbox, based on what was seen first."""
        waiting = [op["base"] for op in self.outbox if op["id"] == record]
        known = self.device.records.get(record, {"version": 0})["version"]
        self.outbox.append(make(record, *more, base=min([*waiting, known])))

    def try_to_sync(self, luck: float) -> None:
        """Send what waits; the request or the answer may be lost, and the request doubled."""
        batch = self.outbox[:100]
        if self.chance.random() > luck:
            return
        for _ in range(2 if self.chance.random() > luck else 1):
            response = self.device.send(*batch)
        if self.chance.random() > luck:
            return
        self.device._apply(response)
        answered = {result["op"] for result in response.get_json()["results"]}
        self.outbox = [op for op in self.outbox if op["op"] not in answered]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_lost_on_the_way_all_devices_end_the_same(
    app: Flask, alice: Person, seed: int
) -> None:
    chance = Random(seed)
    phones = [Phone(device_of(alice), chance) for _ in range(3)]
    records = [str(uuid4()) for _ in range(4)]
    saved: set[tuple[str, str]] = set()
    replaced: set[tuple[str, str]] = set()
    removed: set[str] = set()
    for step in range(60):
        phone, record = chance.choice(phones), chance.choice(records)
        what = chance.random()
        if what < 0.45:
            body = phone.seen(record) or cramp(0)
            replaced.add((record, body.get("note", "")))
            phone.queue(phone.device.edit, record, {**body, "note": f"note {step}"}, "note")
            saved.add((record, f"note {step}"))
        elif what < 0.55 and phone.seen(record) is not None:
            phone.queue(phone.device.delete, record)
            removed.add(record)
        else:
            phone.try_to_sync(luck=0.7)
    for _ in range(2):
        for phone in phones:
            phone.try_to_sync(luck=2)
            phone.device.sync()
    assert [phone.outbox for phone in phones] == [[], [], []]
    first, *others = (phone.device.records for phone in phones)
    assert all(other == first for other in others)
    with app.app_context():
        now = {str(entry.id): entry.body for entry in records_of(alice.id)}
        assert now == {key: row["body"] for key, row in first.items() if not row["deleted"]}
        found = {(record, body.get("note", "")) for record, body in now.items()}
        for record in records:
            found |= {(record, one.value) for one in earlier_of(alice.id, UUID(record))}
    # A value is current, in the history, or somebody saw it and replaced or deleted it.
    lost = saved - found - replaced
    assert {record for record, _ in lost} <= removed


def test_the_whole_outbox_twice_more_changes_nothing(app: Flask, alice: Person) -> None:
    phone, tablet = device_of(alice), device_of(alice)
    records = [uuid4() for _ in range(5)]
    first = [phone.edit(record, cramp(3)) for record in records]
    phone.sync(*first)
    tablet.sync()
    second = [tablet.edit(records[0], cramp(8), "worst"), tablet.delete(records[1])]
    third = [phone.edit(records[0], cramp(1), "worst"), phone.edit(records[1], cramp(2), "worst")]
    phone.sync(*third)
    tablet.sync(*second)
    before = everything_in(app)
    for _ in range(2):
        phone.send(*first, *third)
        tablet.send(*second)
    assert everything_in(app) == before


def test_devices_that_send_at_once_lose_no_version_and_a_reader_skips_none(
    app: Flask, alice: Person
) -> None:
    writers = [Device(alice, _signed_in(app, alice)) for _ in range(3)]
    reader = Device(alice, _signed_in(app, alice))

    def write(device: Device) -> None:
        for _ in range(8):
            device.sync(device.edit(uuid4(), cramp()), device.edit(uuid4(), cramp()))

    with ThreadPoolExecutor() as pool:
        work = [pool.submit(write, device) for device in writers]
        while not all(one.done() for one in work):
            reader.sync()
        for one in work:
            one.result()
    reader.sync()
    assert sorted(record["version"] for record in reader.records.values()) == list(range(1, 49))


def test_the_same_request_twice_at_once_is_done_once(app: Flask, alice: Person) -> None:
    phone = device_of(alice)
    ops = [phone.edit(uuid4(), cramp()) for _ in range(20)]
    twins = [Device(alice, _signed_in(app, alice), id=phone.id) for _ in range(2)]
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda twin: twin.send(*ops).get_json(), twins))
    assert answers[0]["results"] == answers[1]["results"]
    assert {answer["cursor"] for answer in answers} == {20}


def _signed_in(app: Flask, person: Person) -> Any:
    client = app.test_client()
    client.post("/nl/inloggen", data={"email": person.email, "password": PASSWORD})
    return client
