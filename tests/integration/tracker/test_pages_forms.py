"""Logging without a script: what is stored, and what comes back with the input still in it."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.people import Person, make_person
from webapp.tracker.merge import Entry
from webapp.tracker.models import records_of
from webapp.tracker.records import day_id

CRAMP = {"began": "2026-01-05T08:30", "worst": "6"}


def stored(app: Flask, person: Person) -> list[Entry]:
    with app.app_context():
        return records_of(person.id)


def title(answer: TestResponse) -> str:
    found = re.search(r"<title>(.*?)</title>", answer.text)
    assert found
    return found[1]


def test_a_cramp_is_stored_as_it_was_filled_in(app: Flask, alice: Person) -> None:
    form = CRAMP | {
        "zones": ["low_left", "buttock_middle", "foot_left"],
        "at_low_left": "2",
        "feel": ["dull"],
        "relief": ["warmth"],
        "note": " Bij het bukken.\r\nNa een uur over. ",
    }
    answer = alice.client.post("/nl/noteren/kramp", data=form)
    assert (answer.status_code, answer.location) == (303, "/nl/dagboek/overzicht")
    [entry] = stored(app, alice)
    assert entry.kind == "pain"
    assert entry.body == {
        "began": "2026-01-05T08:30+01:00",
        "worst": 6,
        "zones": ["low_left", "buttock_middle"],
        "at_low_left": 2,
        "at_buttock_middle": 0,
        "at_foot_left": 0,
        "feel": ["dull"],
        "relief": ["warmth"],
        "note": "Bij het bukken.\nNa een uur over.",
    }


def test_what_is_left_open_stays_absent(app: Flask, alice: Person) -> None:
    alice.client.post("/nl/noteren/kramp", data=CRAMP | {"note": ""})
    [entry] = stored(app, alice)
    assert set(entry.body) == {"began", "worst"}


def test_summer_has_the_offset_of_summer(app: Flask, alice: Person) -> None:
    alice.client.post("/nl/noteren/kramp", data=CRAMP | {"began": "2026-07-05T08:30"})
    assert stored(app, alice)[0].body["began"] == "2026-07-05T08:30+02:00"


def test_a_day_keeps_numbers_answers_and_a_comma(app: Flask, alice: Person) -> None:
    form = {
        "day": "2026-01-05",
        "sleep_h": "7,25",
        "walk_min": "30",
        "strength": "no",
        "ill": "",
        "heavy_lifting": "0",
        "stress": "4",
        "fluids_l": "",
    }
    assert alice.client.post("/nl/noteren/dag", data=form).status_code == 303
    [entry] = stored(app, alice)
    assert entry.id == day_id(alice.id, "2026-01-05")
    assert entry.body == {
        "day": "2026-01-05",
        "sleep_h": 7.25,
        "walk_min": 30,
        "strength": False,
        "heavy_lifting": 0,
        "stress": 4,
    }


def test_no_cramp_today_is_one_tap(app: Flask, alice: Person) -> None:
    answer = alice.client.post("/nl/noteren/dag", data={"day": "today", "no_cramp": "y"})
    assert answer.status_code == 303
    [entry] = stored(app, alice)
    assert entry.body["no_cramp"] is True
    days = (datetime.now(UTC) - datetime.fromisoformat(entry.body["day"] + "T00:00+00:00")).days
    assert days in (-1, 0)


def test_the_same_day_twice_is_one_entry_with_both(app: Flask, alice: Person) -> None:
    for more in ({"sleep_h": "7"}, {"walk_min": "20", "sleep_h": ""}):
        alice.client.post("/nl/noteren/dag", data={"day": "2026-01-05"} | more)
    [entry] = stored(app, alice)
    assert entry.body == {"day": "2026-01-05", "sleep_h": 7, "walk_min": 20}


def test_the_profile_is_one_entry(app: Flask, alice: Person) -> None:
    for more in ({"pregnant": "yes"}, {"mecfs": "no"}):
        assert alice.client.post("/nl/ik/veilige-tips", data=more).status_code == 303
    [entry] = stored(app, alice)
    assert entry.body == {"pregnant": True, "mecfs": False}


@pytest.mark.parametrize(
    ("path", "form", "field"),
    [
        ("kramp", CRAMP | {"worst": "11"}, "worst"),
        ("kramp", CRAMP | {"worst": ""}, "worst"),
        ("kramp", CRAMP | {"worst": "6.5"}, "worst"),
        ("kramp", CRAMP | {"worst": "veel"}, "worst"),
        ("kramp", CRAMP | {"began": ""}, "began"),
        ("kramp", CRAMP | {"began": "2031-01-05T08:30"}, "began"),
        ("kramp", CRAMP | {"began": "1999-12-31T08:30"}, "began"),
        ("kramp", CRAMP | {"began": "2026-02-30T08:30"}, "began"),
        ("kramp", CRAMP | {"began": "gisteren"}, "began"),
        ("kramp", CRAMP | {"zones": ["neck"]}, "zones"),
        ("kramp", CRAMP | {"zones": ["low_left", "low_left"]}, "zones"),
        ("kramp", CRAMP | {"feel": ["<script>"]}, "feel"),
        ("kramp", CRAMP | {"note": "x" * 2001}, "note"),
        ("kramp", CRAMP | {"note": "x" * 100_000}, "note"),
        ("dag", {"day": ""}, "day"),
        ("dag", {"day": "2031-01-05"}, "day"),
        ("dag", {"day": "2026-01-05", "sleep_h": "25"}, "sleep_h"),
        ("dag", {"day": "2026-01-05", "sleep_h": "-1"}, "sleep_h"),
        ("dag", {"day": "2026-01-05", "sleep_h": "goed"}, "sleep_h"),
        ("dag", {"day": "2026-01-05", "sleep_h": "1e1"}, "sleep_h"),
        ("dag", {"day": "2026-01-05", "sleep_h": "nan"}, "sleep_h"),
        ("dag", {"day": "2026-01-05", "walk_min": "12.5"}, "walk_min"),
        ("dag", {"day": "2026-01-05", "strength": "maybe"}, "strength"),
        ("dag", {"day": "2026-01-05", "heavy_lifting": "3"}, "heavy_lifting"),
        ("ik", {"pregnant": "perhaps"}, "pregnant"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_its_reason(
    path: str, form: dict[str, str], field: str, app: Flask, alice: Person
) -> None:
    address = {"ik": "/en/me/safe-tips", "kramp": "/en/log/cramp", "dag": "/en/log/day"}[path]
    answer = alice.client.post(address, data=form)
    assert answer.status_code == 422
    assert title(answer).startswith("Error:")
    assert f'id="{field}-error"' in answer.text
    assert 'class="errors"' in answer.text
    assert re.search(rf'href="#{field}(-0)?"', answer.text)
    assert answer.headers["Cache-Control"] == "no-store"
    assert stored(app, alice) == []


def test_every_word_comes_back(alice: Person) -> None:
    form = {
        "began": "2026-01-05T08:30",
        "worst": "",
        "zones": ["mid_left"],
        "feel": ["stiff"],
        "relief": ["lying"],
        "note": 'Mijn <b>eigen</b> "woorden"',
    }
    html = alice.client.post("/nl/noteren/kramp", data=form).text
    assert 'value="2026-01-05T08:30"' in html
    for value in ("mid_left", "stiff", "lying"):
        assert re.search(rf'<input[^>]*checked[^>]*value="{value}"', html), value
    assert "Mijn &lt;b&gt;eigen&lt;/b&gt;" in html


def test_a_wrong_number_stays_in_its_field(alice: Person) -> None:
    html = alice.client.post("/nl/noteren/dag", data={"day": "2026-01-05", "sleep_h": "99"}).text
    assert re.search(r'name="sleep_h"[^>]*value="99"', html)


def test_two_problems_are_both_told(alice: Person) -> None:
    html = alice.client.post("/nl/noteren/kramp", data={"worst": "12"}).text
    assert 'id="began-error"' in html
    assert 'id="worst-error"' in html


def test_who_is_signed_out_keeps_the_form(client: FlaskClient) -> None:
    answer = client.post("/nl/noteren/kramp", data=CRAMP | {"note": "niet kwijt"})
    assert answer.status_code == 401
    assert "niet kwijt" in answer.text
    assert 'href="/nl/inloggen"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_who_gave_no_consent_keeps_the_form(app: Flask) -> None:
    person = make_person(app, "carol@example.com", consent=False)
    answer = person.client.post("/nl/noteren/kramp", data=CRAMP | {"note": "niet kwijt"})
    assert answer.status_code == 403
    assert "niet kwijt" in answer.text
    assert stored(app, person) == []


def test_a_form_of_another_site_stores_nothing(app: Flask, alice: Person) -> None:
    answer = alice.client.post(
        "/nl/noteren/kramp", data=CRAMP, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
    assert stored(app, alice) == []


def test_unknown_fields_are_not_stored(app: Flask, alice: Person) -> None:
    alice.client.post("/nl/noteren/kramp", data=CRAMP | {"user_id": str(uuid4()), "mood": "low"})
    assert set(stored(app, alice)[0].body) == {"began", "worst"}


def test_a_later_answer_replaces_the_earlier(app: Flask, alice: Person) -> None:
    for answer in ("yes", "no"):
        alice.client.post("/nl/noteren/dag", data={"day": "2026-01-05", "ill": answer})
    assert stored(app, alice)[0].body["ill"] is False
