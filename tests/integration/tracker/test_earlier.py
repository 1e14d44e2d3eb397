"""Earlier versions: what was replaced unseen is told to its owner, and can be put back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import Person, make_person
from webapp.sync.ages import EARLIER
from webapp.sync.purge import purge
from webapp.tracker import earlier as earlier_module
from webapp.tracker.history import earlier_of
from webapp.tracker.models import record_of
from webapp.tracker.records import day_id, settings_id


@pytest.fixture
def phone(alice: Person) -> Device:
    return device_of(alice)


@pytest.fixture
def tablet(alice: Person) -> Device:
    return device_of(alice)


def conflict(
    phone: Device, tablet: Device, record: UUID, first: Json, mine: Json, yours: Json
) -> None:
    """Both change the same entry unseen; what the tablet says stays."""
    phone.sync(phone.edit(record, first))
    tablet.sync()
    fields = [
        {field for field in body if body[field] != first.get(field)} for body in (mine, yours)
    ]
    mine, yours = phone.edit(record, mine, *fields[0]), tablet.edit(record, yours, *fields[1])
    assert phone.codes(mine) == tablet.codes(yours) == ["ok"]


@pytest.fixture
def record(phone: Device, tablet: Device) -> UUID:
    """A cramp whose pain was 7 by the phone, and is 2 by the tablet."""
    made = uuid4()
    conflict(phone, tablet, made, cramp(5, note="kruiwagen"), cramp(7), cramp(2))
    return made


def told(client: FlaskClient) -> list[dict[str, Any]]:
    answer = client.get("/api/earlier")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.get_json()["earlier"]
    return found


def now_of(app: Flask, person: Person, record: UUID) -> Json:
    with app.app_context():
        found = record_of(person.id, record)
        assert found is not None
        return found.body


def history(app: Flask, person: Person, record: UUID) -> list[tuple[str, Any]]:
    with app.app_context():
        return [(one.field, one.value) for one in earlier_of(person.id, record)]


def row(html: str) -> dict[str, str]:
    """What the first button on a page sends."""
    form = html[html.index("terugzetten") :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)[:3])


def put_back(person: Person, record: UUID, **sent: str) -> int:
    return person.client.post(f"/nl/dagboek/{record}/terugzetten", data=sent).status_code


def test_a_device_is_told_what_was_replaced_unseen(alice: Person, record: UUID) -> None:
    [one] = told(alice.client)
    at = datetime.fromisoformat(one.pop("at"))
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    assert one == {"id": str(record), "field": "worst", "value": 7, "version": 3}


def test_the_newest_stands_first_and_there_is_an_end(
    alice: Person, phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    for worst in (3, 4, 6):
        conflict(phone, tablet, uuid4(), cramp(5), cramp(worst), cramp(2))
        phone.sync()
    assert [one["value"] for one in told(alice.client)] == [6, 4, 3]
    monkeypatch.setattr(earlier_module, "MOST", 2)
    assert [one["value"] for one in told(alice.client)] == [6, 4]


@pytest.mark.parametrize("value", [["low_left"], "💥", True, 2.5])
def test_every_sort_of_value_comes_as_it_was(
    alice: Person, phone: Device, tablet: Device, value: Any
) -> None:
    field = {list: "zones", str: "note", bool: "ill", float: "sleep_h"}[type(value)]
    record, first = uuid4(), cramp(5)
    if field in ("ill", "sleep_h"):
        record, first = day_id(alice.id, "2026-03-09"), {"day": "2026-03-09"}
    other = {"zones": ["low_right"], "note": "x", "ill": False, "sleep_h": 8}[field]
    conflict(phone, tablet, record, first, first | {field: value}, first | {field: other})
    assert [(one["field"], one["value"]) for one in told(alice.client)] == [(field, value)]


def test_bob_is_told_nothing_of_alices_entries(bob: Person, record: UUID) -> None:
    assert told(bob.client) == []


def test_who_is_not_signed_in_is_asked_to(client: FlaskClient, record: UUID) -> None:
    answer = client.get("/api/earlier")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (401, "signed_out")


def test_without_consent_nothing_is_told(app: Flask) -> None:
    carol = make_person(app, "carol@example.com", consent=False)
    answer = carol.client.get("/api/earlier")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (403, "consent")


def test_nobody_may_store_the_answer_and_asking_changes_nothing(
    app: Flask, alice: Person, record: UUID
) -> None:
    before = everything_in(app)
    assert alice.client.get("/api/earlier").headers["Cache-Control"] == "no-store"
    assert everything_in(app) == before


def test_a_deleted_entry_loses_its_history(alice: Person, phone: Device, record: UUID) -> None:
    phone.sync()
    phone.sync(phone.delete(record))
    assert told(alice.client) == []


def test_after_ninety_days_it_is_forgotten(app: Flask, alice: Person, record: UUID) -> None:
    with app.app_context():
        purge(alice.id, datetime.now(UTC) + EARLIER + timedelta(days=1))
        assert earlier_of(alice.id, record) == []


def test_the_page_of_an_entry_shows_what_it_said_before(alice: Person, record: UUID) -> None:
    html = alice.client.get(f"/nl/dagboek/{record}").text
    assert "Pijn: <strong>7 van 10" in html
    assert "Nu: 2 van 10. Vervangen op" in html
    english = alice.client.get(f"/en/diary/{record}").text
    assert "Pain: <strong>7 of 10" in english
    assert "Now: 2 of 10. Replaced on" in english


def test_the_list_leads_to_it(alice: Person, phone: Device, record: UUID) -> None:
    phone.sync(phone.edit(uuid4(), cramp(1)))
    html = alice.client.get("/nl/dagboek/overzicht").text
    assert html.count("Eerdere versie") == 1
    assert f'href="/nl/dagboek/{record}#earlier"' in html


def test_an_entry_that_was_never_changed_twice_shows_nothing(alice: Person, phone: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    phone.sync(phone.edit(record, cramp(6), "worst"))
    assert "Eerdere versie" not in alice.client.get(f"/nl/dagboek/{record}").text
    assert "Eerdere versie" not in alice.client.get("/nl/noteren/kramp").text


def test_an_answer_to_an_own_question_is_shown_by_the_name_of_the_question(
    alice: Person, phone: Device, tablet: Device
) -> None:
    chosen = phone.edit(settings_id(alice.id), {"own_1_name": "Tuinieren", "own_1_unit": "uur"})
    phone.sync({**chosen, "kind": "settings"})
    day = {"day": "2026-03-09"}
    record = day_id(alice.id, "2026-03-09")
    conflict(phone, tablet, record, day, day | {"own_1": 2.5}, day | {"own_1": True})
    html = alice.client.get(f"/nl/dagboek/{record}").text
    assert "Tuinieren: <strong>2,5 uur" in html
    assert "Nu: ja." in html


def test_what_was_emptied_is_said_to_be_empty(
    alice: Person, phone: Device, tablet: Device, record: UUID
) -> None:
    phone.sync()
    tablet.sync()
    mine = phone.edit(record, cramp(2, note="bezem"), "note")
    yours = tablet.edit(record, cramp(2), "note")
    phone.sync(mine)
    tablet.sync(yours)
    html = alice.client.get(f"/nl/dagboek/{record}").text
    assert "Notitie: <strong>bezem" in html
    assert "Nu: niet ingevuld." in html


def test_one_button_puts_it_back_and_leaves_the_rest(
    app: Flask, alice: Person, phone: Device, record: UUID
) -> None:
    html = alice.client.get(f"/nl/dagboek/{record}").text
    sent = row(html)
    assert sent["field"] == "worst"
    assert put_back(alice, record, **sent) == 303
    assert now_of(app, alice, record) == cramp(7, note="kruiwagen")
    assert "Eerdere versie" not in alice.client.get(f"/nl/dagboek/{record}").text
    phone.sync()
    assert phone.body(record) == cramp(7, note="kruiwagen")


def test_what_putting_back_replaces_was_seen_and_is_no_history(
    app: Flask, alice: Person, record: UUID
) -> None:
    put_back(alice, record, **row(alice.client.get(f"/nl/dagboek/{record}").text))
    assert history(app, alice, record) == [("worst", 7)]


def test_what_putting_back_replaces_unseen_is_history_too(
    app: Flask, alice: Person, phone: Device, record: UUID
) -> None:
    sent = row(alice.client.get(f"/nl/dagboek/{record}").text)
    phone.sync()
    phone.sync(phone.edit(record, cramp(9, note="kruiwagen"), "worst"))
    assert put_back(alice, record, **sent) == 303
    assert now_of(app, alice, record)["worst"] == 7
    assert history(app, alice, record) == [("worst", 7), ("worst", 9)]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"field": "note"}, 404),
        ({"field": "worst\x00"}, 404),
        ({"field": "x" * 10_000}, 404),
        ({"version": "2"}, 404),
        ({"version": "9" * 400}, 404),
        ({"version": "worst"}, 404),
        ({"base": "9" * 400}, 422),
        ({"base": "99"}, 422),
    ],
)
def test_what_was_never_there_cannot_be_put_back(
    app: Flask, alice: Person, record: UUID, wrong: dict[str, str], status: int
) -> None:
    sent = row(alice.client.get(f"/nl/dagboek/{record}").text)
    before = everything_in(app)
    assert put_back(alice, record, **sent | wrong) == status
    assert put_back(alice, record) == 404
    assert everything_in(app) == before


def test_nobody_puts_back_in_somebody_elses_entry(
    app: Flask, alice: Person, bob: Person, client: FlaskClient, record: UUID
) -> None:
    sent = row(alice.client.get(f"/nl/dagboek/{record}").text)
    before = everything_in(app)
    assert put_back(bob, record, **sent) == 404
    assert client.post(f"/nl/dagboek/{record}/terugzetten", data=sent).status_code == 302
    assert everything_in(app) == before
    assert now_of(app, alice, record)["worst"] == 2


def test_without_consent_nothing_is_put_back(app: Flask, alice: Person, record: UUID) -> None:
    sent = row(alice.client.get(f"/nl/dagboek/{record}").text)
    alice.client.post("/nl/ik/toestemming", data={"diary": "no"})
    assert put_back(alice, record, **sent) == 403
    assert now_of(app, alice, record)["worst"] == 2


def test_a_deleted_or_unknown_entry_has_nothing_to_put_back(
    alice: Person, phone: Device, record: UUID
) -> None:
    sent = row(alice.client.get(f"/nl/dagboek/{record}").text)
    assert put_back(alice, uuid4(), **sent) == 404
    phone.sync()
    phone.sync(phone.delete(record))
    assert put_back(alice, record, **sent) == 404


def test_of_places_only_what_was_really_replaced_is_history(
    alice: Person, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp()))
    tablet.sync()
    left = cramp(zones=["low_left"], at_low_left=1)
    phone.sync(phone.edit(record, left, "zones", "at_low_left"))
    both = cramp(zones=["low_left", "mid_right"], at_low_left=3, at_mid_right=0)
    tablet.sync(tablet.edit(record, both, "zones", "at_low_left", "at_mid_right"))
    html = alice.client.get(f"/nl/dagboek/{record}").text
    assert "Onderrug, links: <strong>licht" in html
    assert "Nu: sterk." in html
    assert "Waar: <strong>onderrug, links" not in html  # the list says nothing that is gone
