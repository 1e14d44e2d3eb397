"""Kept and read articles: one record of a person, the same on each device, and nobody else's."""

from datetime import UTC, date, datetime
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import Person
from webapp.insights.days import days
from webapp.tips.views import today_of
from webapp.tracker.models import records_of
from webapp.tracker.records import marks_id

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def marked(device: Device, *names: str, changed: tuple[str, ...] = ()) -> Json:
    """A change after which exactly these marks stand, as this device would queue it."""
    body = dict.fromkeys(names, True)
    op = device.edit(marks_id(device.person.id), body, *(changed or names))
    return {**op, "kind": "marks"}


def marks_on(device: Device) -> set[str]:
    return set(device.body(marks_id(device.person.id)) or {})


def test_a_mark_of_the_phone_comes_to_the_tablet(phone: Device, tablet: Device) -> None:
    assert phone.codes(marked(phone, "kept_B04")) == ["ok"]
    tablet.sync()
    assert marks_on(tablet) == {"kept_B04"}


def test_two_devices_that_mark_without_network_keep_each_others_marks(
    phone: Device, tablet: Device
) -> None:
    first, second = marked(phone, "kept_B04", "read_B04"), marked(tablet, "read_A01", "kept_X01")
    phone.sync(first)
    tablet.sync(second)
    phone.sync()
    assert marks_on(phone) == marks_on(tablet) == {"kept_B04", "read_B04", "read_A01", "kept_X01"}
    assert len(phone.records) == 1


def test_one_keeps_an_article_while_the_other_reads_it(phone: Device, tablet: Device) -> None:
    phone.sync(marked(phone, "kept_B04"))
    tablet.sync()
    taken_off = marked(phone, changed=("kept_B04",))
    read = marked(tablet, "kept_B04", "read_B04", changed=("read_B04",))
    phone.sync(taken_off)
    tablet.sync(read)
    phone.sync()
    assert marks_on(phone) == marks_on(tablet) == {"read_B04"}


def test_a_mark_that_is_taken_off_leaves_nothing_behind(phone: Device, tablet: Device) -> None:
    phone.sync(marked(phone, "kept_B24"))
    phone.sync(marked(phone, changed=("kept_B24",)))
    tablet.sync()
    assert tablet.body(marks_id(phone.person.id)) == {}


def test_marks_under_another_id_or_of_no_article_are_refused(phone: Device) -> None:
    elsewhere = {**marked(phone, "kept_B04"), "id": str(uuid4())}
    unknown = marked(phone, "kept_B4")
    answer = phone.sync(elsewhere, unknown)
    assert [result["code"] for result in answer["results"]] == ["bad", "bad"]
    assert [result["problems"] for result in answer["results"]] == [
        [{"field": "id", "code": "wrong_id"}],
        [{"field": "kept_B4", "code": "unknown_field"}],
    ]


def test_bob_never_gets_alices_marks_and_cannot_write_them(alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    hers.sync(marked(hers, "kept_B04"))
    assert his.sync()["changes"] == []
    stolen = {**marked(his, "read_B04"), "id": str(marks_id(alice.id))}
    assert his.codes(stolen) == ["bad"]
    assert his.codes(marked(his, "read_A01")) == ["ok"]
    hers.sync()
    assert (marks_on(hers), marks_on(his)) == ({"kept_B04"}, {"read_A01"})


def test_nobody_can_send_marks(app: Flask, alice: Person, client: FlaskClient) -> None:
    stranger = Device(alice, client)
    assert stranger.send(marked(stranger, "kept_B04")).status_code == 401
    assert everything_in(app)["record"] == []


def test_the_database_does_not_tell_what_or_how_much_somebody_marked(
    app: Flask, alice: Person
) -> None:
    phone = device_of(alice)
    phone.sync(marked(phone, "kept_B24", "read_D02", "kept_X01"))
    rows = everything_in(app)
    assert len(rows["record"]) == 1
    stored = repr(rows)
    assert "marks" in stored
    assert [word for word in ("B24", "D02", "X01", "kept", "read_") if word in stored] == []


def test_marks_are_no_part_of_the_diary(app: Flask, alice: Person) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp(6)))
    before = alice.client.get("/nl/dagboek/overzicht").text
    marks = marks_id(alice.id)
    phone.sync(marked(phone, "kept_B04", "read_A01"))
    assert alice.client.get("/nl/dagboek/overzicht").text == before
    for end in ("", "/wissen"):
        assert alice.client.get(f"/nl/dagboek/{marks}{end}").status_code == 404
        assert alice.client.post(f"/nl/dagboek/{marks}{end}").status_code == 404
    phone.sync()
    assert marks_on(phone) == {"kept_B04", "read_A01"}


def test_marks_bring_no_tip_and_no_day(app: Flask, alice: Person) -> None:
    phone, today = device_of(alice), date(2026, 3, 10)
    phone.sync(phone.edit(uuid4(), cramp(6)))
    with app.app_context():
        without = records_of(alice.id)
    phone.sync(marked(phone, "kept_B04", "read_A01"))
    with app.app_context():
        both = records_of(alice.id)
        assert len(both) == len(without) + 1
        assert days(both, today, 14) == days(without, today, 14)
    with app.test_request_context():
        assert today_of(both, today, "nl", NOW) == today_of(without, today, "nl", NOW)
