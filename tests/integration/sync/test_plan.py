"""The walking programme: one record on all devices of a person, and nobody else's."""

from datetime import UTC, date, datetime
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import Person
from webapp.insights.days import days
from webapp.tips.views import today_of
from webapp.tracker.models import records_of
from webapp.tracker.records import day_id, plan_id

BEGAN = "2026-03-09"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
PLAN: Json = {"plan": "walking", "began": BEGAN, "minutes": 10}


def planned(device: Device, *fields: str, **more: object) -> Json:
    """The programme with these fields besides, as this device would queue it."""
    body = {**PLAN, **more}
    op = device.edit(plan_id(device.person.id, "walking", body["began"]), body, *fields)
    return {**op, "kind": "plan"}


def plans_on(device: Device) -> list[Json]:
    return [record["body"] for record in device.records.values() if record["kind"] == "plan"]


def test_two_devices_that_start_at_once_have_one_programme(phone: Device, tablet: Device) -> None:
    first, second = planned(phone), planned(tablet, minutes=15)
    phone.sync(first)
    tablet.sync(second)
    phone.sync()
    assert plans_on(phone) == plans_on(tablet) == [{**PLAN, "minutes": 15}]


def test_a_week_chosen_on_one_and_a_stop_on_the_other_both_stay(
    phone: Device, tablet: Device
) -> None:
    phone.sync(planned(phone))
    tablet.sync()
    chosen = planned(phone, "week_2", week_2=15)
    stopped = planned(tablet, "ended", ended="2026-03-12")
    phone.sync(chosen)
    tablet.sync(stopped)
    phone.sync()
    whole = {**PLAN, "week_2": 15, "ended": "2026-03-12"}
    assert plans_on(phone) == plans_on(tablet) == [whole]


def test_minutes_of_a_phone_leave_the_stress_of_the_tablet_alone(
    phone: Device, tablet: Device
) -> None:
    record = day_id(phone.person.id, BEGAN)
    stress = tablet.edit(record, {"day": BEGAN, "stress": 7})
    walked = phone.edit(record, {"day": BEGAN, "walk_min": 20})
    tablet.sync(stress)
    phone.sync(walked)
    tablet.sync()
    assert tablet.body(record) == phone.body(record) == {"day": BEGAN, "stress": 7, "walk_min": 20}


def test_a_programme_under_another_id_is_refused(phone: Device) -> None:
    elsewhere = {**planned(phone), "id": str(uuid4())}
    moved = {**planned(phone, began="2026-03-10"), "id": planned(phone)["id"]}
    assert phone.codes(elsewhere, moved) == ["bad", "bad"]


def test_bob_never_gets_alices_programme_and_cannot_write_it(alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    hers.sync(planned(hers))
    assert his.sync()["changes"] == []
    stolen = {**planned(his, minutes=30), "id": str(plan_id(alice.id, "walking", BEGAN))}
    assert his.codes(stolen) == ["bad"]
    hers.sync()
    assert plans_on(hers) == [PLAN]


def test_nobody_can_send_a_programme(app: Flask, alice: Person, client: FlaskClient) -> None:
    stranger = Device(alice, client)
    assert stranger.send(planned(stranger)).status_code == 401
    assert everything_in(app)["record"] == []


def test_a_programme_is_no_entry_of_the_diary_and_brings_no_tip(app: Flask, alice: Person) -> None:
    phone, today = device_of(alice), date(2026, 3, 10)
    phone.sync(phone.edit(uuid4(), cramp(6)))
    before = alice.client.get("/nl/dagboek/overzicht").text
    with app.app_context():
        without = records_of(alice.id)
    phone.sync(planned(phone))
    assert alice.client.get("/nl/dagboek/overzicht").text == before
    with app.app_context():
        both = records_of(alice.id)
        assert len(both) == len(without) + 1
        assert days(both, today, 14) == days(without, today, 14)
    with app.test_request_context():
        assert today_of(both, today, "nl", NOW) == today_of(without, today, "nl", NOW)
