"""How much one person can put in: what goes over is refused alone or later, and nothing is lost."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask

from tests.device import Device, cramp, device_of, everything_in
from tests.people import Person
from webapp.extensions import db
from webapp.sync import exchange as exchange_module
from webapp.sync.models import DEVICES_LIMIT
from webapp.sync.models import Device as Known
from webapp.sync.protocol import OPS_A_DAY
from webapp.tracker import diary
from webapp.tracker.counter import Diary, count_ops
from webapp.tracker.records import BODY_LIMIT


def test_a_record_past_the_limit_is_refused_alone_with_its_reason(
    phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "RECORDS_LIMIT", 3)
    records = [uuid4() for _ in range(3)]
    assert phone.codes(*(phone.edit(record, cramp()) for record in records)) == ["ok"] * 3
    over, edit = phone.edit(uuid4(), cramp()), phone.edit(records[0], cramp(9), "worst")
    answer = phone.sync(over, edit)
    assert [result["code"] for result in answer["results"]] == ["bad", "ok"]
    assert answer["results"][0]["problems"] == [{"field": "id", "code": "too_many"}]
    assert len([row for row in phone.records.values() if not row["deleted"]]) == 3


def test_a_form_cannot_pass_the_limit_either(
    app: Flask, phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "RECORDS_LIMIT", 1)
    phone.sync(phone.edit(uuid4(), cramp()))
    answer = phone.person.client.post(
        "/nl/noteren/kramp", data={"began": "2026-03-09T08:30", "worst": "3"}
    )
    assert answer.status_code == 422
    assert "Je dagboek is vol" in answer.text


def test_a_body_past_its_size_is_refused_alone(phone: Device) -> None:
    # Signs of 4 bytes: as many characters as a note may have, and yet too many bytes.
    large = phone.edit(uuid4(), cramp(note="💥" * 2000, relief=["lying"]))
    assert len("💥".encode()) * 2000 < BODY_LIMIT
    answer = phone.sync(large, phone.edit(uuid4(), cramp(note="x" * 2001)))
    assert [result["code"] for result in answer["results"]] == ["ok", "bad"]
    assert answer["results"][1]["problems"] == [{"field": "note", "code": "too_long"}]


def test_past_the_changes_of_a_day_the_queue_waits_until_tomorrow(
    app: Flask, phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange_module, "OPS_A_DAY", 5)
    first = [phone.edit(uuid4(), cramp()) for _ in range(5)]
    phone.sync(*first)
    over = phone.edit(uuid4(), cramp())
    before = everything_in(app)
    answer = phone.send(over)
    assert answer.status_code == 429
    assert answer.get_json()["error"]["code"] == "too_many"
    assert 0 < int(answer.headers["Retry-After"]) <= 24 * 60 * 60
    assert everything_in(app) == before
    assert phone.send(*first).status_code == 200  # what is known already is no new change
    assert phone.send().status_code == 200
    with app.app_context():
        db.session.query(Diary).update({"ops_on": datetime.now(UTC).date() - timedelta(days=1)})
        db.session.commit()
    assert phone.codes(over) == ["ok"]


def test_ten_years_move_in_and_out_again_on_one_day() -> None:
    days = 3650
    cramps, exercises, tips = 5000, 1500, 2 * days
    assert days + cramps + exercises + tips <= OPS_A_DAY
    assert 2 * (days + cramps) <= OPS_A_DAY


def test_the_count_of_a_day_begins_anew_on_the_next(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    today = datetime.now(UTC).date()
    with app.app_context():
        user = phone.person.id
        assert count_ops(user, 10, today) == 11
        assert count_ops(user, OPS_A_DAY, today + timedelta(days=1)) == OPS_A_DAY


def test_the_device_that_stayed_away_longest_makes_room_and_loses_nothing(
    app: Flask, alice: Person, bob_phone: Device
) -> None:
    bob_phone.sync()
    devices = [device_of(alice) for _ in range(DEVICES_LIMIT + 1)]
    entries = [device.edit(uuid4(), cramp()) for device in devices]
    for device, entry in zip(devices, entries, strict=True):
        device.sync(entry)
    assert known(app, alice) == {device.id for device in devices[1:]}
    assert known(app, bob_phone.person) == {bob_phone.id}
    first = devices[0]
    assert first.codes(entries[0], first.edit(uuid4(), cramp())) == ["ok", "ok"]
    assert len(first.records) == DEVICES_LIMIT + 2
    assert known(app, alice) == {first.id, *(device.id for device in devices[2:])}


def test_a_pull_tells_once_an_hour_that_a_device_is_still_there(app: Flask, phone: Device) -> None:
    phone.sync()
    before = everything_in(app)
    phone.sync()
    assert everything_in(app) == before
    with app.app_context():
        long_ago = datetime.now(UTC) - timedelta(hours=1)
        db.session.query(Known).update({"seen_at": long_ago})
        db.session.commit()
    phone.sync()
    with app.app_context():
        assert db.session.query(Known).one().seen_at > long_ago + timedelta(minutes=59)


def known(app: Flask, person: Person) -> set[object]:
    with app.app_context():
        return {row.device for row in db.session.query(Known).filter_by(user_id=person.id)}
