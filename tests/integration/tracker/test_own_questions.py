"""What a device chose and asked lives on without a script: own questions, a cramp of now."""

from datetime import UTC, datetime

from flask import Flask

from tests.integration.tracker.test_pages_entries import stored
from tests.people import Person
from webapp.extensions import db
from webapp.tracker.diary import save
from webapp.tracker.records import day_id, settings_id


def ridden(app: Flask, person: Person) -> str:
    """A day on which this person answered a question of their own; the record's id."""
    record = day_id(person.id, "2026-01-05")
    named = {"own_1_name": "Paardrijden", "own_1_input": "number", "own_1_unit": "minuten"}
    with app.app_context():
        now = datetime.now(UTC)
        save(person.id, "settings", settings_id(person.id), named, now)
        save(person.id, "day", record, {"day": "2026-01-05", "own_1": 45, "stress": 3}, now)
        db.session.commit()
    return str(record)


def test_an_own_question_is_shown_by_its_name(app: Flask, alice: Person) -> None:
    ridden(app, alice)
    html = alice.client.get("/nl/dagboek/overzicht").text
    assert '<dt dir="auto">Paardrijden</dt>' in html.replace("\n", "")
    assert "45 minuten" in html


def test_a_form_that_does_not_ask_it_does_not_lose_it(app: Flask, alice: Person) -> None:
    record = ridden(app, alice)
    day = next(entry for entry in stored(app, alice) if entry.kind == "day")
    form = {"base": str(day.version), "stress": "7"}
    assert alice.client.post(f"/nl/dagboek/{record}", data=form).status_code == 303
    day = next(entry for entry in stored(app, alice) if entry.kind == "day")
    assert day.body == {"day": "2026-01-05", "own_1": 45.0, "stress": 7}


def test_a_cramp_of_now_needs_no_more_than_a_number(app: Flask, alice: Person) -> None:
    answer = alice.client.post("/nl/noteren/kramp", data={"began": "now", "worst": "6"})
    assert answer.status_code == 303
    (cramp,) = stored(app, alice)
    began = datetime.fromisoformat(cramp.body["began"])
    assert abs((datetime.now(UTC) - began).total_seconds()) < 120
    assert cramp.body == {"began": cramp.body["began"], "worst": 6}
