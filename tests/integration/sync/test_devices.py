"""The devices of a person: listed with when each synced last, named, and forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.device import Device, cramp, device_of, everything_in
from tests.people import PASSWORD, Person
from webapp.accounts.models import withdraw_consent
from webapp.extensions import db
from webapp.sync import devices as devices_module
from webapp.sync import models
from webapp.sync.ages import DEVICES
from webapp.sync.models import Device as Known
from webapp.sync.purge import purge

NAME = "Kruiwagen van Oma"


def tablet_of(app: Flask, person: Person) -> Device:
    """Another device of this person, signed in by itself and synced."""
    client = app.test_client()
    sign_in(person, client)
    tablet = Device(person, client)
    tablet.sync()
    return tablet


def sign_in(person: Person, client: FlaskClient) -> None:
    typed = {"email": person.email, "password": PASSWORD}
    assert client.post("/nl/inloggen", data=typed).status_code == 302


def listed(client: FlaskClient) -> list[dict[str, Any]]:
    answer = client.get("/api/devices")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.get_json()["devices"]
    return found


def ids(client: FlaskClient) -> list[str]:
    return [one["device"] for one in listed(client)]


def call(client: FlaskClient, device: Device, name: object = NAME) -> int:
    return client.patch(f"/api/devices/{device.id}", json={"name": name}).status_code


def forget(client: FlaskClient, device: Device) -> int:
    return client.delete(f"/api/devices/{device.id}").status_code


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json()["error"]["code"]


def seen(app: Flask, device: Device, at: datetime) -> None:
    with app.app_context():
        row = db.session.get(Known, (device.person.id, device.id))
        assert row is not None
        row.seen_at = at
        db.session.commit()


def test_each_device_is_listed_with_its_last_sync_the_newest_first(
    app: Flask, phone: Device
) -> None:
    phone.sync()
    tablet = tablet_of(app, phone.person)
    earlier = datetime.now(UTC) - timedelta(days=3)
    seen(app, tablet, earlier)
    found = listed(phone.client)
    assert [one["device"] for one in found] == [str(phone.id), str(tablet.id)]
    assert [one["name"] for one in found] == [None, None]
    assert datetime.fromisoformat(found[1]["seen_at"]) == earlier
    assert datetime.now(UTC) - datetime.fromisoformat(found[0]["seen_at"]) < timedelta(minutes=1)


def test_a_name_is_told_to_its_owner_and_sealed_in_the_database(app: Flask, phone: Device) -> None:
    phone.sync()
    assert call(phone.client, phone, f"  {NAME}\n 💪🏽 ") == 204
    assert [one["name"] for one in listed(phone.client)] == [f"{NAME} 💪🏽"]
    assert "Kruiwagen" not in repr(everything_in(app))
    assert NAME.encode().hex() not in repr(everything_in(app))
    assert call(phone.client, phone, "Tablet") == 204
    assert [one["name"] for one in listed(phone.client)] == ["Tablet"]


def test_bob_and_nobody_neither_see_nor_touch_alices_devices(
    app: Flask, client: FlaskClient, phone: Device, bob: Person
) -> None:
    phone.sync()
    assert call(phone.client, phone) == 204
    before = everything_in(app)
    assert listed(bob.client) == []
    assert call(bob.client, phone) == forget(bob.client, phone) == 404
    assert call(client, phone) == forget(client, phone) == 401
    assert client.get("/api/devices").status_code == 401
    path = f"/nl/ik/apparaten/{phone.id}"
    assert bob.client.get(path).status_code == 404
    assert bob.client.post(path, data={"act": "forget"}).status_code == 404
    assert NAME not in bob.client.get("/nl/ik/apparaten/lijst").text
    assert client.post(path, data={"act": "forget"}).headers["Location"] == "/nl/inloggen"
    assert everything_in(app) == before


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_no_other_site_names_or_forgets(phone: Device, method: str) -> None:
    phone.sync()
    path, foreign = f"/api/devices/{phone.id}", {"Sec-Fetch-Site": "cross-site"}
    answer = phone.client.open(path, method=method, json={"name": "x"}, headers=foreign)
    assert refusal(answer) == (403, "forbidden")
    assert ids(phone.client) == [str(phone.id)]


@pytest.mark.parametrize("name", ["", " \t\n", "x" * 61, 5, None, ["x"], True])
def test_what_is_no_name_is_refused(phone: Device, name: object) -> None:
    phone.sync()
    assert call(phone.client, phone, name) == 400
    assert [one["name"] for one in listed(phone.client)] == [None]


def test_what_is_no_request_is_refused(phone: Device) -> None:
    phone.sync()
    path = f"/api/devices/{phone.id}"
    sent: list[tuple[dict[str, Any], int]] = [
        ({"json": {"name": "x", "owner": "Bob"}}, 400),
        ({"data": b'{"name": "', "content_type": "application/json"}, 400),
        ({"data": b'{"name": "\\ud83d"}', "content_type": "application/json"}, 400),
        ({"data": b"\xff", "content_type": "application/json"}, 400),
        ({"data": {"name": "x"}}, 415),
        ({"json": {"name": "x" * 2000}}, 413),
    ]
    for body, status in sent:
        assert phone.client.patch(path, **body).status_code == status, body
    assert [one["name"] for one in listed(phone.client)] == [None]


def test_without_consent_nothing_new_is_taken_and_forgetting_still_works(
    app: Flask, phone: Device
) -> None:
    phone.sync()
    with app.app_context():
        withdraw_consent(phone.person.id, datetime.now(UTC))
        db.session.commit()
    assert call(phone.client, phone) == 403
    assert ids(phone.client) == [str(phone.id)]
    assert forget(phone.client, phone) == 204
    assert ids(phone.client) == []


def test_a_forgotten_device_signs_in_and_goes_on_under_another_number(
    app: Flask, phone: Device
) -> None:
    phone.sync()
    tablet = tablet_of(app, phone.person)
    assert call(phone.client, tablet) == 204
    assert forget(phone.client, tablet) == 204
    assert ids(phone.client) == [str(phone.id)]
    assert forget(phone.client, tablet) == call(phone.client, tablet) == 404
    with app.app_context():
        mark = db.session.get(Known, (phone.person.id, tablet.id))
        assert mark is not None
        assert mark.name is None

    waiting = tablet.edit(uuid4(), cramp(7))
    before = everything_in(app)
    assert refusal(tablet.send(waiting)) == (401, "signed_out")
    after = everything_in(app)
    assert len(before.pop("sign_in")) - len(after.pop("sign_in")) == 1
    assert after == before
    assert refusal(tablet.client.get("/api/devices")) == (401, "signed_out")

    sign_in(phone.person, tablet.client)
    assert refusal(tablet.send(waiting)) == (409, "newdev")
    tablet.id = uuid4()
    assert tablet.codes(waiting) == ["ok"]
    phone.sync()
    assert phone.body(UUID(waiting["id"])) == cramp(7)
    assert ids(phone.client) == [str(tablet.id), str(phone.id)]


def test_the_others_go_on_as_they_were(app: Flask, phone: Device, bob: Person) -> None:
    phone.sync()
    tablet, his = tablet_of(app, phone.person), device_of(bob)
    his.id = tablet.id
    his.sync()
    assert forget(phone.client, tablet) == 204
    assert phone.codes(phone.edit(uuid4(), cramp())) == ["ok"]
    assert his.codes(his.edit(uuid4(), cramp())) == ["ok"]


def test_marks_are_counted_apart_and_go_when_they_are_old(
    app: Flask, phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "DEVICES_LIMIT", 2)
    monkeypatch.setattr(devices_module, "MARKS_LIMIT", 2)
    phone.sync()
    others = []
    for _ in range(3):
        others.append(tablet_of(app, phone.person))
        assert forget(phone.client, others[-1]) == 204
    assert ids(phone.client) == [str(phone.id)]
    # The mark past the limit went: that device is met as a new one, with the password or not.
    assert [one.send().status_code for one in others] == [200, 401, 401]
    now = datetime.now(UTC)
    for age, marks in ((timedelta(), 2), (DEVICES + timedelta(days=1), 0)):
        with app.app_context():
            purge(phone.person.id, now + age)
            db.session.commit()
            found = db.session.query(Known).where(Known.forgotten_at.is_not(None))
            assert found.count() == marks
    assert str(phone.id) in ids(phone.client)


def test_without_a_script_too(app: Flask, phone: Device) -> None:
    client = phone.client
    here, one = "/nl/ik/apparaten/lijst", f"/nl/ik/apparaten/{phone.id}"
    assert "nog geen apparaat" in client.get(here).text
    phone.sync()
    assert f'href="{one}"' in client.get(here).text
    assert client.post(one, data={"name": f" {NAME} "}).headers["Location"] == here
    assert NAME in client.get(here).text
    assert f'value="{NAME}"' in client.get(one).text
    for wrong, said in ((" ", "Vul een naam in."), ("x" * 61, "Gebruik hooguit 60 tekens.")):
        answer = client.post(one, data={"name": wrong})
        assert answer.status_code == 422
        assert said in answer.text
    assert client.post(one, data={"act": "forget"}).headers["Location"] == here
    assert "vergeten" in client.get(here).text
    assert client.get(one).status_code == 404
    assert refusal(phone.send()) == (401, "signed_out")


def test_a_name_is_shown_as_text(phone: Device) -> None:
    phone.sync()
    assert call(phone.client, phone, "<b>x</b>") == 204
    assert "&lt;b&gt;x&lt;/b&gt;" in phone.client.get("/en/me/devices/list").text
