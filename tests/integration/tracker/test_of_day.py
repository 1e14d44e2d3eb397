"""Answers about a day: made once for a state of the diary, and never another's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.people import Person, make_person
from webapp.accounts.erase import erase
from webapp.extensions import db
from webapp.tracker.diary import save
from webapp.tracker.records import day_id
from webapp.vault import Box

PATHS = ("/api/today", "/api/insights", "/api/trials")


@pytest.fixture
def day() -> date:
    return datetime.now(UTC).date()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The purposes of all seals that are opened from now on."""
    seen: list[str] = []
    true = Box.open

    def watched(box: Box, purpose: str, record: object, sealed: bytes) -> bytes:
        seen.append(purpose)
        return true(box, purpose, record, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(Box, "open", watched)
    return seen


def cramp(app: Flask, person: Person, day: date, worst: int = 7) -> None:
    with app.app_context():
        body = {"began": f"{day.isoformat()}T08:30+01:00", "worst": worst}
        assert save(person.id, "pain", uuid4(), body, datetime.now(UTC)).code == "ok"
        db.session.commit()


def sat_long(app: Flask, person: Person, day: date) -> None:
    with app.app_context():
        for n in range(3):
            when = (day - timedelta(days=n)).isoformat()
            body = {"day": when, "sitting_h": 10}
            assert save(person.id, "day", day_id(person.id, when), body, datetime.now(UTC))
        db.session.commit()


def ask(client: FlaskClient, day: date, lang: str = "nl", etag: str = "") -> TestResponse:
    headers = {"If-None-Match": etag} if etag else {}
    query = {"day": str(day), "lang": lang}
    return client.get("/api/today", query_string=query, headers=headers)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({}, "day", "missing"),
        ({"day": ""}, "day", "missing"),
        ({"day": "yesterday"}, "day", "bad_date"),
        ({"day": "20261122"}, "day", "bad_date"),
        ({"day": "2026-02-30"}, "day", "bad_date"),
        ({"day": "2026-01-01"}, "day", "out_of_range"),
        ({"day": "9999-12-31"}, "day", "out_of_range"),
        ({"day": "2026-11-22", "lang": "de"}, "lang", "unknown_choice"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    alice: Person, path: str, query: dict[str, str], field: str, code: str
) -> None:
    answer = alice.client.get(path, query_string=query)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "invalid")
    assert answer.get_json()["error"]["fields"] == {field: code}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("away", "status"), [(-3, 400), (-2, 200), (2, 200), (3, 400)])
def test_the_day_may_be_that_of_any_time_zone(
    alice: Person, path: str, day: date, away: int, status: int
) -> None:
    query = {"day": str(day + timedelta(days=away))}
    assert alice.client.get(path, query_string=query).status_code == status


@pytest.mark.parametrize("path", PATHS)
def test_nobody_and_who_took_the_consent_back_may_not_ask(
    app: Flask, client: FlaskClient, path: str, day: date
) -> None:
    query = {"day": str(day)}
    assert client.get(path, query_string=query).status_code == 401
    bob = make_person(app, "bob@example.com", consent=False)
    answer = bob.client.get(path, query_string=query)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (403, "consent")


def test_unchanged_records_are_opened_once(
    app: Flask, alice: Person, day: date, opened: list[str]
) -> None:
    sat_long(app, alice, day)
    opened.clear()
    first = ask(alice.client, day)
    assert opened.count("record") == 3
    opened.clear()
    again = ask(alice.client, day)
    assert (again.status_code, again.data) == (200, first.data)
    assert opened == []


def test_a_device_that_has_it_is_told_so_without_opening_a_seal(
    app: Flask, alice: Person, day: date, opened: list[str]
) -> None:
    sat_long(app, alice, day)
    etag = ask(alice.client, day).headers["ETag"]
    app.extensions["memory"].forget(alice.id)
    opened.clear()
    answer = ask(alice.client, day, etag=etag)
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["Cache-Control"] == "no-store"
    assert opened == []


def test_a_change_of_the_diary_makes_a_new_answer(app: Flask, alice: Person, day: date) -> None:
    sat_long(app, alice, day)
    first = ask(alice.client, day)
    cramp(app, alice, day)
    second = ask(alice.client, day, etag=first.headers["ETag"])
    assert second.status_code == 200
    assert second.headers["ETag"] != first.headers["ETag"]


def test_day_language_and_person_each_have_their_own_answer(
    app: Flask, alice: Person, bob: Person, day: date
) -> None:
    yesterday = day - timedelta(days=1)
    sat_long(app, alice, day)
    etag = ask(alice.client, day).headers["ETag"]
    others = [
        ask(alice.client, day, "en", etag),
        ask(alice.client, yesterday, "nl", etag),
        ask(bob.client, day, "nl", etag),
    ]
    assert [answer.status_code for answer in others] == [200, 200, 200]
    assert len({answer.headers["ETag"] for answer in others} | {etag}) == 4
    assert others[2].get_json()["tips"] == []


@pytest.mark.parametrize("way", ["page", "script", "consent", "erased"])
def test_nothing_is_left_in_memory_of_who_left(
    app: Flask, alice: Person, bob: Person, day: date, way: str
) -> None:
    sat_long(app, alice, day)
    ask(bob.client, day)
    his = len(app.extensions["memory"])
    ask(alice.client, day)
    assert len(app.extensions["memory"]) > his > 0
    if way == "page":
        alice.client.post("/nl/uitloggen")
    elif way == "script":
        alice.client.post("/api/sign-out")
    elif way == "consent":
        alice.client.post("/nl/ik/toestemming", data={"diary": "no"})
    else:
        with app.app_context():
            erase(alice.id)
    assert len(app.extensions["memory"]) == his
    refused = ask(alice.client, day)
    assert refused.status_code == {"consent": 403, "erased": 410}.get(way, 401)
    assert "tips" not in refused.get_json()
    assert ask(bob.client, day).get_json()["tips"] == []


def test_an_etag_of_before_opens_nothing_for_who_may_not_ask(
    app: Flask, alice: Person, client: FlaskClient, day: date
) -> None:
    etag = ask(alice.client, day).headers["ETag"]
    assert ask(client, day, etag=etag).status_code == 401
    carol = make_person(app, "carol@example.com", consent=False)
    assert ask(carol.client, day, etag=etag).status_code == 403
