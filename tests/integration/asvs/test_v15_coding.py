"""ASVS chapter 15, coding: a value has its own type, and none is slipped in or sent twice."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import Person
from webapp.api.operations import OPERATIONS
from webapp.config import ROOT

WHOLE = ("v", "schema", "cursor", "floor", "epoch")
ODD: tuple[Any, ...] = (True, False, "1", "", [1], {"a": 1}, 1.5, -1, 2**64)
NOT_JSON = (
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonp",
    "text/json",
    "",
)
PROTOTYPES = ("__proto__", "constructor", "prototype", "__class__", "toString")


def slip(body: Json, name: str, value: Any) -> bytes:
    """The JSON of a body with one more field, as a script would send it."""
    return json.dumps(body | {name: value}).encode()


@pytest.fixture
def phone(alice: Person) -> Device:
    """A phone of Alice, with an entry."""
    made = device_of(alice)
    assert made.codes(made.edit(uuid4(), cramp())) == ["ok"]
    return made


@pytest.mark.parametrize("kind", NOT_JSON)
def test_what_takes_json_takes_nothing_that_a_form_of_another_site_can_send(
    app: Flask, phone: Device, kind: str
) -> None:
    before = everything_in(app)
    taking = [one for one in OPERATIONS if one.takes]
    assert len(taking) >= 2
    for operation in taking:
        path = operation.path.replace("{device}", str(phone.id))
        body = json.dumps(phone.request(phone.edit(uuid4(), cramp())) | {"name": "x"})
        answer = phone.client.open(path, method=operation.method, data=body, content_type=kind)
        assert answer.status_code == 415, path
    assert everything_in(app) == before


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_true_is_no_one_and_a_text_no_number(
    app: Flask, phone: Device, name: str, odd: Any
) -> None:
    before = everything_in(app)
    answer = phone.send(phone.edit(uuid4(), cramp()), **{name: odd})
    assert answer.status_code in ((400, 426, 503) if name in ("v", "schema") else (400,))
    assert everything_in(app) == before


@pytest.mark.parametrize("odd", [*ODD, 11, None], ids=repr)
def test_so_it_is_in_an_entry(phone: Device, odd: Any) -> None:
    assert phone.codes(phone.edit(uuid4(), cramp() | {"worst": odd})) == ["bad"]


@pytest.mark.parametrize("name", PROTOTYPES)
def test_a_name_of_the_language_itself_is_an_unknown_field(
    app: Flask, phone: Device, name: str
) -> None:
    value = {"worst": 1, "admin": True}
    before = everything_in(app)
    sent = slip(phone.request(phone.edit(uuid4(), cramp())), name, value)
    answer = phone.client.post("/api/sync", data=sent, content_type="application/json")
    assert answer.status_code == 400
    named = phone.client.patch(
        f"/api/devices/{phone.id}",
        data=slip({"name": "x"}, name, value),
        content_type="application/json",
    )
    assert named.status_code == 400
    assert everything_in(app) == before
    entry = phone.edit(uuid4(), cramp() | {name: value})
    assert phone.codes(entry) == ["bad"]


@pytest.mark.parametrize("opens", ["[", '{"a":'])
def test_things_in_things_without_end_are_refused(app: Flask, phone: Device, opens: str) -> None:
    before = everything_in(app)
    for path, method, many in (
        ("/api/sync", "POST", 20_000),
        (f"/api/devices/{phone.id}", "PATCH", 400),
    ):
        for around in ("%s", '{"name": %s}', '{"name": "x", "y": %s}', '{"ops": [%s]}'):
            answer = phone.client.open(
                path, method=method, data=around % (opens * many), content_type="application/json"
            )
            assert answer.status_code in (400, 413), (path, around)
    assert everything_in(app) == before


def test_of_a_field_that_comes_twice_the_first_counts(phone: Device) -> None:
    today = datetime.now(UTC).date().isoformat()
    for name in ("today", "insights", "trials"):
        asked = f"/api/{name}?day={today}&lang=en"
        once = phone.client.get(asked)
        twice = phone.client.get(f"{asked}&lang=nl&day=2001-01-01&day=%00")
        assert (once.status_code, once.data) == (twice.status_code, twice.data)
        assert phone.client.get(f"/api/{name}?day=2001-01-01&day={today}").status_code == 400
    found = phone.client.get("/en/search?q=heat&q=zwaluwstaart").text
    assert "zwaluwstaart" not in found


def test_no_script_changes_what_all_objects_share() -> None:
    changes = re.compile(r"__proto__|setPrototypeOf|\.prototype\s*(\[|\.\w+\s*=[^=])")
    for path in (ROOT / "static/src").rglob("*.js"):
        assert not changes.search(path.read_text(encoding="utf-8")), path
    assert changes.search("Object.prototype.admin = true")
