"""Deleting what was logged on some days, without a script: shown first, asked once, all or none."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.device import Device, Json, cramp, device_of, everything_in
from tests.people import Person
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker import clearing, diary
from webapp.tracker.draft import Draft
from webapp.tracker.models import records_of
from webapp.tracker.records import day_id

PAGE = PATHS["tracker.clear"]
DAYS = {"first": "2026-03-08", "last": "2026-03-10"}
ASKED = {
    "nl": ["Je gaat 3 notities wissen", "2 krampen", "1 dag", "Ja, wis 3 notities"],
    "en": ["You are about to delete 3 entries", "2 cramps", "1 day", "Yes, delete 3 entries"],
}
GONE = {"nl": "3 notities gewist", "en": "3 entries deleted"}
BAD = [
    ({"first": "", "last": ""}, "Kies een dag."),
    ({}, "Kies een dag."),
    ({"first": "2026-03-08"}, "Kies een dag."),
    ({"first": "gisteren", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "2026-02-30", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "20260308", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "2026-W10-7", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "0000-01-01", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "2026-03-08\0", "last": "2026-03-10"}, "Deze datum of tijd klopt niet"),
    ({"first": "2026-03-08", "last": "x" * 9_000}, "Deze datum of tijd klopt niet"),
    ({"first": "2026-03-10", "last": "2026-03-08"}, "De eerste dag ligt na de laatste"),
    ({"first": "1026-03-08", "last": "2026-03-10"}, "meer dan 100 jaar"),
    ({"first": "2026-03-08", "last": "9999-12-31"}, "meer dan 100 jaar"),
]


def logged(person: Person) -> Device:
    """A phone that sent two cramps and a day of these days, and a cramp of the day after."""
    phone = device_of(person)
    day = {"day": "2026-03-10", "no_cramp": True}
    ops = [
        phone.edit(uuid4(), cramp()),
        phone.edit(uuid4(), cramp(7, note="kruiwagen")),
        phone.edit(day_id(person.id, "2026-03-10"), day),
        phone.edit(uuid4(), cramp() | {"began": "2026-03-11T00:01+01:00"}),
    ]
    assert phone.codes(*ops) == ["ok"] * 4
    return phone


def hidden(answer: TestResponse) -> dict[str, str]:
    """What the question sends on when it is confirmed."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text))


def left(app: Flask, person: Person) -> list[str]:
    with app.app_context():
        return sorted(entry.body.get("began", "day") for entry in records_of(person.id))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_period_is_shown_asked_once_and_deleted(app: Flask, alice: Person, lang: str) -> None:
    phone = logged(alice)
    before = everything_in(app)
    asked = alice.client.post(PAGE[lang], data=DAYS)
    assert asked.status_code == 200
    for words in ASKED[lang]:
        assert words in asked.text
    assert everything_in(app) == before, "a question deletes nothing"
    answer = alice.client.post(PAGE[lang], data=hidden(asked))
    assert answer.status_code == 200
    assert GONE[lang] in answer.text
    assert left(app, alice) == ["2026-03-11T00:01+01:00"]
    phone.sync()
    assert sum(record["deleted"] for record in phone.records.values()) == 3


def test_each_goes_by_an_edit_of_its_own(app: Flask, alice: Person) -> None:
    phone = logged(alice)
    before = phone.cursor
    alice.client.post(PAGE["nl"], data=hidden(alice.client.post(PAGE["nl"], data=DAYS)))
    phone.sync()
    versions = sorted(one["version"] for one in phone.records.values() if one["deleted"])
    assert versions == [before + 1, before + 2, before + 3]


def test_a_word_that_was_deleted_is_nowhere_any_more(app: Flask, alice: Person) -> None:
    phone = logged(alice)
    [noted] = [one for one in phone.records.values() if one["body"].get("note")]
    other = device_of(alice)
    other.sync()
    phone.sync(phone.edit(noted["id"], noted["body"] | {"note": "trap"}, "note"))
    other.sync(other.edit(noted["id"], noted["body"] | {"note": "tuin"}, "note", base=1))
    assert everything_in(app)["earlier"], "the other value was kept"
    alice.client.post(PAGE["nl"], data=hidden(alice.client.post(PAGE["nl"], data=DAYS)))
    assert not everything_in(app)["earlier"]


@pytest.mark.parametrize(("days", "told"), BAD)
def test_what_is_no_period_is_said_and_nothing_stored(
    app: Flask, alice: Person, days: dict[str, str], told: str
) -> None:
    logged(alice)
    before = everything_in(app)
    for data in (days, days | {"seen": "99"}):
        answer = alice.client.post(PAGE["nl"], data=data)
        assert answer.status_code == 422
        assert told in answer.text
    assert everything_in(app) == before


@pytest.mark.parametrize("seen", [None, "4"])
def test_days_with_nothing_say_so(app: Flask, alice: Person, seen: str | None) -> None:
    logged(alice)
    before = everything_in(app)
    days = {"first": "2026-01-01", "last": "2026-03-08"} | ({"seen": seen} if seen else {})
    answer = alice.client.post(PAGE["nl"], data=days)
    assert answer.status_code == 200
    assert "Op deze dagen staat niets in je dagboek" in answer.text
    assert everything_in(app) == before


@pytest.mark.parametrize("change", ["changed", "new", "moved here"])
def test_what_came_in_after_the_question_is_not_deleted(
    app: Flask, alice: Person, change: str
) -> None:
    phone = logged(alice)
    asked = alice.client.post(PAGE["nl"], data=DAYS)
    [noted] = [id_ for id_, one in phone.records.items() if one["body"].get("note")]
    later = next(id_ for id_, one in phone.records.items() if "-11T" in str(one["body"]))
    ops: dict[str, Json] = {
        "changed": phone.edit(noted, cramp(9, note="kruiwagen"), "worst"),
        "new": phone.edit(uuid4(), cramp(3)),
        "moved here": phone.edit(later, cramp(), "began"),
    }
    phone.sync({**ops[change], "n": 9})
    before = everything_in(app)
    answer = alice.client.post(PAGE["nl"], data=hidden(asked))
    assert answer.status_code == 409
    assert "intussen iets van deze dagen veranderd" in answer.text
    assert everything_in(app) == before
    assert alice.client.post(PAGE["nl"], data=hidden(answer)).status_code == 200
    assert len(left(app, alice)) == (0 if change == "moved here" else 1)


@pytest.mark.parametrize("seen", ["999999", "-1", "99999999999999999999999"])
def test_a_question_that_was_never_asked_is_asked(app: Flask, alice: Person, seen: str) -> None:
    logged(alice)
    before = everything_in(app)
    answer = alice.client.post(PAGE["nl"], data=DAYS | {"seen": seen})
    assert answer.status_code == 409
    assert everything_in(app) == before


def test_more_than_goes_at_once_is_said_and_nothing_deleted(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(alice)
    before = everything_in(app)
    monkeypatch.setattr(clearing, "MOST", 2)
    for data in (DAYS, DAYS | {"seen": "4"}):
        answer = alice.client.post(PAGE["nl"], data=data)
        assert answer.status_code == 422
        assert "meer dan 10.000 notities" in answer.text
    assert everything_in(app) == before
    monkeypatch.setattr(clearing, "MOST", 3)
    assert alice.client.post(PAGE["nl"], data=DAYS).status_code == 200


def test_sent_twice_it_says_that_nothing_is_left(app: Flask, alice: Person) -> None:
    logged(alice)
    sure = hidden(alice.client.post(PAGE["nl"], data=DAYS))
    alice.client.post(PAGE["nl"], data=sure)
    before = everything_in(app)
    assert "Op deze dagen staat niets" in alice.client.post(PAGE["nl"], data=sure).text
    assert everything_in(app) == before


def test_nobody_deletes_what_is_of_somebody_else(
    app: Flask, client: FlaskClient, alice: Person, bob: Person
) -> None:
    logged(alice)
    before = everything_in(app)
    for data in (DAYS, DAYS | {"seen": "4"}):
        answer = bob.client.post(PAGE["nl"], data=data)
        assert "Op deze dagen staat niets" in answer.text
        stranger = client.post(PAGE["nl"], data=data)
        assert stranger.status_code == 401
        assert "niet ingelogd" in stranger.text
        assert 'value="2026-03-08"' in stranger.text, "what was chosen is still there"
    assert everything_in(app)["record"] == before["record"]


def test_more_than_one_go_is_one_deed(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three goes of one: a fault in the last leaves everything."""
    logged(alice)
    sure = hidden(alice.client.post(PAGE["nl"], data=DAYS))
    monkeypatch.setattr(diary, "AT_ONCE", 1)
    before = everything_in(app)
    written = Draft.write
    goes: list[UUID] = []

    def stopped(draft: Draft, now: object) -> None:
        goes.append(draft.user_id)
        if len(goes) == 3:
            raise OSError
        written(draft, now)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Draft, "write", stopped)
        assert alice.client.post(PAGE["nl"], data=sure).status_code == 500
    assert everything_in(app) == before
    assert alice.client.post(PAGE["nl"], data=sure).status_code == 200
    assert len(left(app, alice)) == 1
