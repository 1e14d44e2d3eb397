"""When sync cannot go on, it says why in one shape, and nothing is written."""

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from tests.device import Device, cramp, device_of, everything_in
from tests.people import Person, make_person
from webapp.extensions import limiter
from webapp.sync import exchange as exchange_module
from webapp.sync.models import remember
from webapp.sync.protocol import REQUEST_LIMIT
from webapp.sync.views import RATE


@pytest.fixture
def phone(alice: Person) -> Device:
    return device_of(alice)


def code(answer: Any) -> str:
    assert set(answer.get_json()) == {"error"}
    assert answer.get_json()["error"]["message"]
    return str(answer.get_json()["error"]["code"])


def test_nobody_who_is_signed_out_gets_in(app: Flask, alice: Person, client: FlaskClient) -> None:
    phone = Device(alice, client)
    before = everything_in(app)
    answer = phone.send(phone.edit(uuid4(), cramp()))
    assert answer.status_code == 401
    assert code(answer) == "signed_out"
    assert everything_in(app) == before


def test_what_is_alices_is_never_taken_as_bobs(app: Flask, alice: Person, bob: Person) -> None:
    stolen = Device(alice, bob.client)
    before = everything_in(app)
    answer = stolen.send(stolen.edit(uuid4(), cramp()))
    assert answer.status_code == 403
    assert code(answer) == "wrong_user"
    assert everything_in(app) == before


def test_without_consent_nothing_is_taken_and_nothing_given(app: Flask) -> None:
    carol = device_of(make_person(app, "carol@example.com", consent=False))
    before = everything_in(app)
    answer = carol.send(carol.edit(uuid4(), cramp()))
    assert answer.status_code == 403
    assert code(answer) == "consent"
    assert everything_in(app) == before


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_only_json_is_taken(phone: Device, content_type: str) -> None:
    answer = phone.client.post("/api/sync", data=b"{}", content_type=content_type)
    assert answer.status_code == 415
    assert code(answer) == "wrong_content_type"


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b'{"v":1,"schema":1}', b"\xff"])
def test_a_broken_request_is_refused(phone: Device, payload: bytes) -> None:
    answer = phone.client.post("/api/sync", data=payload, content_type="application/json")
    assert answer.status_code == 400
    assert code(answer) == "invalid"


@pytest.mark.parametrize(("size", "status"), [(REQUEST_LIMIT, 400), (REQUEST_LIMIT + 1, 413)])
def test_a_request_may_have_so_many_bytes(phone: Device, size: int, status: int) -> None:
    answer = phone.client.post("/api/sync", data=b" " * size, content_type="application/json")
    assert answer.status_code == status


def test_more_than_a_hundred_changes_are_too_many(app: Flask, phone: Device) -> None:
    before = everything_in(app)
    answer = phone.send(*(phone.edit(uuid4(), cramp()) for _ in range(101)))
    assert answer.status_code == 413
    assert code(answer) == "too_large"
    assert everything_in(app) == before


def test_another_protocol_asks_for_an_update_of_the_app(phone: Device) -> None:
    answer = phone.send(v=2)
    assert answer.status_code == 426
    assert code(answer) == "update"


def test_a_device_that_knows_another_diary_is_told_the_epoch(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    before = everything_in(app)
    answer = phone.send(phone.edit(uuid4(), cramp()), epoch=(phone.epoch or 0) + 1)
    assert answer.status_code == 409
    assert code(answer) == "epoch"
    assert answer.get_json()["error"]["epoch"] == phone.epoch
    assert answer.get_json()["error"]["lost_from"] == 0
    assert everything_in(app) == before


@pytest.mark.parametrize("epoch", ["same", None])
def test_a_cursor_from_the_future_is_another_diary(phone: Device, epoch: str | None) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    answer = phone.send(cursor=2, epoch=phone.epoch if epoch else None)
    assert answer.status_code == 409
    assert code(answer) == "epoch"


def test_a_phone_that_was_put_back_must_take_a_new_id(app: Flask, phone: Device) -> None:
    phone.sync(*(phone.edit(uuid4(), cramp()) for _ in range(3)))
    phone.n = 1
    unseen = phone.edit(uuid4(), cramp())
    before = everything_in(app)
    answer = phone.send(unseen)
    assert answer.status_code == 409
    assert code(answer) == "newdev"
    assert everything_in(app) == before
    phone.id = uuid4()
    assert phone.codes(unseen) == ["ok"]


def test_a_new_change_behind_a_repeated_one_is_not_a_phone_that_was_put_back(
    phone: Device,
) -> None:
    first = phone.edit(uuid4(), cramp())
    phone.sync(first)
    assert phone.codes(first, phone.edit(uuid4(), cramp())) == ["ok", "ok"]


def test_an_accident_halfway_leaves_the_database_as_it_was(
    app: Flask, phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    before = everything_in(app)

    def break_at_the_end(*args: Any) -> None:
        remember(*args)
        raise RuntimeError("power cut")

    monkeypatch.setattr(exchange_module, "remember", break_at_the_end)
    ops = [phone.edit(uuid4(), cramp()) for _ in range(5)]
    answer = phone.send(*ops)
    assert answer.status_code == 500
    assert code(answer) == "fault"
    assert everything_in(app) == before
    monkeypatch.undo()
    assert phone.codes(*ops) == ["ok"] * 5


def test_a_busy_database_asks_to_wait_and_writes_nothing(
    app: Flask, phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.sync()
    before = everything_in(app)

    def busy(*_: Any) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    monkeypatch.setattr(exchange_module, "meet", busy)
    answer = phone.send(phone.edit(uuid4(), cramp()))
    assert answer.status_code == 503
    assert code(answer) == "busy"
    assert int(answer.headers["Retry-After"]) > 0
    assert everything_in(app) == before


def test_too_many_requests_ask_to_wait_and_each_person_has_their_own_limit(
    phone: Device, bob: Person
) -> None:
    limiter.enabled = True
    for _ in range(int(RATE.split()[0])):
        assert phone.send().status_code == 200
    answer = phone.send()
    assert answer.status_code == 429
    assert code(answer) == "too_many"
    assert int(answer.headers["Retry-After"]) > 0
    assert device_of(bob).send().status_code == 200


def test_a_write_from_another_site_is_refused(phone: Device) -> None:
    answer = phone.client.post(
        "/api/sync", json=phone.request(), headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
    assert code(answer) == "forbidden"


def test_no_answer_may_be_kept_by_a_cache(phone: Device) -> None:
    assert phone.send().headers["Cache-Control"] == "no-store"
