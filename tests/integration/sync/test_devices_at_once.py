"""Eight devices of one person in the same moment, from the very first sync on."""

from collections.abc import Callable
from uuid import uuid4

from flask import Flask

from tests.at_once import at_once, windows
from tests.device import Device, Json, cramp
from tests.people import Person

DEVICES = 8


def sending(device: Device, *ops: Json) -> Callable[[], Json]:
    return lambda: device.sync(*ops)


def test_eight_first_syncs_begin_one_diary_and_lose_nothing(app: Flask, alice: Person) -> None:
    devices = [Device(alice, client) for client in windows(app, alice, DEVICES)]
    new = [[device.edit(uuid4(), cramp()) for _ in range(5)] for device in devices]
    answers = at_once(*(sending(device, *ops) for device, ops in zip(devices, new, strict=True)))
    assert len({answer["epoch"] for answer in answers}) == 1
    assert [each["code"] for answer in answers for each in answer["results"]] == ["ok"] * 40
    for device in devices:
        device.sync()
    assert all(device.records == devices[0].records for device in devices)
    assert sorted(each["version"] for each in devices[0].records.values()) == list(range(1, 41))


def test_edits_of_different_fields_of_one_record_at_once_all_stay(
    app: Flask, alice: Person
) -> None:
    devices = [Device(alice, client) for client in windows(app, alice, DEVICES)]
    record = uuid4()
    devices[0].sync(devices[0].edit(record, cramp()))
    for device in devices:
        device.sync()
    fields = {
        "worst": 9, "note": "n", "zones": ["mid_left"], "feel": ["dull"], "relief": ["lying"],
    }  # fmt: skip
    edits = [
        sending(device, device.edit(record, cramp() | {field: value}, field))
        for device, (field, value) in zip(devices, fields.items(), strict=False)
    ]
    at_once(*edits)
    for device in devices:
        device.sync()
    assert all(device.body(record) == cramp() | fields for device in devices)
