"""The list without a script: change, delete, and nobody else's entries."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import Person
from webapp.tracker.merge import Entry
from webapp.tracker.models import records_of

CRAMP = {"began": "2026-01-05T08:30", "worst": "6", "note": "kruiwagen"}


def stored(app: Flask, person: Person) -> list[Entry]:
    with app.app_context():
        return records_of(person.id)


def log_cramp(app: Flask, person: Person) -> Entry:
    person.client.post("/nl/noteren/kramp", data=CRAMP)
    return stored(app, person)[0]


def edited(person: Person, entry: Entry, **changes: str) -> int:
    form = CRAMP | {"base": str(entry.version)} | changes
    return person.client.post(f"/nl/dagboek/{entry.id}", data=form).status_code


def test_the_list_shows_what_was_logged(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    html = alice.client.get("/nl/dagboek/overzicht").text
    assert "kruiwagen" in html
    assert f"/nl/dagboek/{entry.id}" in html
    assert "/nl/alarmsignalen" in html


def test_the_list_says_how_long_a_cramp_lasted(app: Flask, alice: Person) -> None:
    for minutes, words in (("25", "25 minuten"), ("60", "1 uur"), ("125", "2 uur 5 minuten")):
        alice.client.post("/nl/noteren/kramp", data=CRAMP | {"minutes": minutes})
        assert f'<dd dir="auto">{words}</dd>' in alice.client.get("/nl/dagboek/overzicht").text


def test_a_cramp_can_be_given_another_length_or_none(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    assert edited(alice, entry, minutes="40") == 303
    assert stored(app, alice)[0].body["minutes"] == 40
    assert 'value="40"' in alice.client.get(f"/nl/dagboek/{entry.id}").text
    assert edited(alice, stored(app, alice)[0], minutes="") == 303
    assert "minutes" not in stored(app, alice)[0].body


def test_an_empty_list_says_what_to_do(alice: Person) -> None:
    html = alice.client.get("/nl/dagboek/overzicht").text
    assert 'class="empty' in html
    assert "/nl/noteren/kramp" in html


def test_the_newest_day_stands_first(app: Flask, alice: Person) -> None:
    for day in ("2026-01-05", "2026-01-07", "2026-01-06"):
        alice.client.post("/nl/noteren/dag", data={"day": day, "ill": "no"})
    html = alice.client.get("/nl/dagboek/overzicht").text
    shown = re.findall(r'<time datetime="([\d-]+)"', html)
    assert shown == ["2026-01-07", "2026-01-06", "2026-01-05"]


def test_a_long_list_has_a_next_page(app: Flask, alice: Person) -> None:
    from webapp.tracker import views

    views_page, views.A_PAGE = views.A_PAGE, 2
    try:
        for day in ("2026-01-05", "2026-01-06", "2026-01-07"):
            alice.client.post("/nl/noteren/dag", data={"day": day, "ill": "no"})
        html = alice.client.get("/nl/dagboek/overzicht").text
        assert "2026-01-05" not in html
        assert "2026-01-05" in alice.client.get("/nl/dagboek/overzicht?from=2").text
    finally:
        views.A_PAGE = views_page


def test_the_form_shows_the_entry(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    html = alice.client.get(f"/nl/dagboek/{entry.id}").text
    assert 'value="2026-01-05T08:30"' in html
    assert re.search(r'<input[^>]*checked[^>]*name="worst"[^>]*value="6"', html)
    assert "kruiwagen" in html


def test_asking_for_the_headers_of_an_entry_is_no_attempt_to_change_it(
    app: Flask, alice: Person
) -> None:
    entry = log_cramp(app, alice)
    assert alice.client.head(f"/nl/dagboek/{entry.id}").status_code == 200


def test_a_change_is_kept(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    assert edited(alice, entry, worst="3", note="") == 303
    [changed] = stored(app, alice)
    assert changed.body == {"began": "2026-01-05T08:30+01:00", "worst": 3}


def test_a_change_that_cannot_be_kept_changes_nothing(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    assert edited(alice, entry, worst="11") == 422
    assert stored(app, alice)[0].body["worst"] == 6


def test_a_change_of_an_older_version_is_asked_again(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    assert edited(alice, entry, note="van elders") == 303
    answer = alice.client.post(
        f"/nl/dagboek/{entry.id}", data=CRAMP | {"base": str(entry.version), "worst": "2"}
    )
    assert answer.status_code == 409
    assert stored(app, alice)[0].body["worst"] == 6
    base = re.search(r'name="base"[^>]*value="(\d+)"', answer.text)
    assert base
    again = CRAMP | {"base": base[1], "worst": "2"}
    assert alice.client.post(f"/nl/dagboek/{entry.id}", data=again).status_code == 303
    assert stored(app, alice)[0].body["worst"] == 2


def test_a_day_stays_on_its_day(app: Flask, alice: Person) -> None:
    alice.client.post("/nl/noteren/dag", data={"day": "2026-01-05", "sleep_h": "7"})
    [entry] = stored(app, alice)
    form = {"day": "2026-01-09", "sleep_h": "8", "base": str(entry.version)}
    assert alice.client.post(f"/nl/dagboek/{entry.id}", data=form).status_code == 303
    [changed] = stored(app, alice)
    assert changed.body == {"day": "2026-01-05", "sleep_h": 8}


def test_a_time_that_was_not_changed_keeps_its_zone(app: Flask, alice: Person) -> None:
    from datetime import UTC, datetime

    from webapp.extensions import db
    from webapp.tracker import diary

    id_ = uuid4()
    with app.app_context():
        body = {"began": "2026-01-05T08:30-05:00", "worst": 6}
        diary.save(alice.id, "pain", id_, body, datetime.now(UTC))
        db.session.commit()
    [entry] = stored(app, alice)
    assert edited(alice, entry, worst="5") == 303
    assert stored(app, alice)[0].body["began"] == "2026-01-05T08:30-05:00"


def test_deleting_asks_first(app: Flask, alice: Person) -> None:
    entry = log_cramp(app, alice)
    page = alice.client.get(f"/nl/dagboek/{entry.id}/wissen")
    assert page.status_code == 200
    assert len(stored(app, alice)) == 1
    answer = alice.client.post(f"/nl/dagboek/{entry.id}/wissen", data={"base": str(entry.version)})
    assert answer.status_code == 303
    assert stored(app, alice) == []


@pytest.mark.parametrize("end", ["", "/wissen"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_reaches_somebody_elses_entry(
    end: str, method: str, app: Flask, alice: Person, bob: Person
) -> None:
    entry = log_cramp(app, alice)
    answer = getattr(bob.client, method)(f"/nl/dagboek/{entry.id}{end}")
    assert answer.status_code == 404
    assert "kruiwagen" not in answer.text
    assert len(stored(app, alice)) == 1


def test_bobs_list_holds_nothing_of_alice(app: Flask, alice: Person, bob: Person) -> None:
    log_cramp(app, alice)
    assert "kruiwagen" not in bob.client.get("/nl/dagboek/overzicht").text


def test_an_unknown_or_deleted_entry_is_not_found(app: Flask, alice: Person) -> None:
    assert alice.client.get(f"/nl/dagboek/{UUID(int=7)}").status_code == 404
    entry = log_cramp(app, alice)
    alice.client.post(f"/nl/dagboek/{entry.id}/wissen", data={"base": str(entry.version)})
    assert alice.client.get(f"/nl/dagboek/{entry.id}").status_code == 404


def test_who_is_signed_out_changes_nothing(app: Flask, alice: Person, client: FlaskClient) -> None:
    entry = log_cramp(app, alice)
    client.post(f"/nl/dagboek/{entry.id}/wissen", data={"base": str(entry.version)})
    assert len(stored(app, alice)) == 1
