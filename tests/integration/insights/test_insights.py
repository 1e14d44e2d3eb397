"""GET /api/insights: what one's own diary shows, and plainly what it does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.device import device_of
from tests.page import check_headers, check_page
from tests.people import Person
from tests.unit.insights.diaries import planted
from webapp.extensions import db
from webapp.insights.days import Day
from webapp.tracker.diary import save
from webapp.tracker.records import day_id, profile_id, settings_id


@pytest.fixture
def day() -> date:
    return datetime.now(UTC).date()


def ask(client: FlaskClient, day: object, lang: str = "nl") -> TestResponse:
    return client.get("/api/insights", query_string={"day": str(day), "lang": lang})


def told(person: Person, day: date, lang: str = "nl") -> dict[str, Any]:
    answer = ask(person.client, day, lang)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def keep(app: Flask, user: UUID, days: list[Day], last: date) -> None:
    """Write these rows in the diary, so that the last of them is of `last`."""
    with app.app_context():
        for back, row in enumerate(reversed(days)):
            when = (last - timedelta(days=back)).isoformat()
            body = {"day": when, **row.values}
            if row.worst == 0:
                body["no_cramp"] = True
            _save(user, "day", day_id(user, when), body)
            if row.worst:
                _save(user, "pain", uuid4(), {"began": f"{when}T10:00+01:00", "worst": row.worst})
        db.session.commit()


def _save(user: UUID, kind: str, record: UUID, body: dict[str, Any]) -> None:
    outcome = save(user, kind, record, body, datetime.now(UTC))
    assert outcome.code == "ok", outcome


def test_a_finding_is_told_with_its_uncertainty(app: Flask, alice: Person, day: date) -> None:
    keep(app, alice.id, planted(100), day)
    answer = told(alice, day)
    [finding] = answer["found"]
    assert finding["factor"] == "stress"
    assert finding["sentence"].startswith("Op dagen na meer stress was je pijn gemiddeld 2,")
    assert finding["interval"].startswith("9 op 10 keer ligt dit tussen 1,")
    assert finding["low"] < finding["effect"] < finding["high"]
    assert 0.75 <= finding["chance"] <= 1
    assert finding["comparison"]["low"]["days"] > 20
    assert (answer["looked"], answer["logged"], answer["message"]) == (3, 100, None)
    english = told(alice, day, "en")["found"][0]
    assert english["sentence"].startswith("On days after more stress your pain was 2.")


def test_today_has_the_likeliest_and_a_way_to_more(app: Flask, alice: Person, day: date) -> None:
    query = {"day": str(day), "lang": "en"}
    assert alice.client.get("/api/today", query_string=query).get_json()["insight"] is None
    keep(app, alice.id, planted(100), day)
    insight = alice.client.get("/api/today", query_string=query).get_json()["insight"]
    [finding] = told(alice, day, "en")["found"]
    assert insight == {
        "factor": "stress",
        "sentence": finding["sentence"],
        "certainty": finding["certainty"],
        "url": "/en/insights",
    }
    assert alice.client.get(insight["url"]).status_code == 200


def test_today_has_none_while_an_alarm_sign_comes_first(
    app: Flask, alice: Person, day: date
) -> None:
    keep(app, alice.id, planted(100), day)
    with app.app_context():
        _save(alice.id, "profile", profile_id(alice.id), {"alarm_call": True})
        db.session.commit()
    today = alice.client.get("/api/today", query_string={"day": str(day)}).get_json()
    assert (today["held"]["code"], today["insight"]) == ("call", None)
    assert told(alice, day)["found"]


def test_bob_never_sees_what_alices_diary_shows(
    app: Flask, alice: Person, bob: Person, day: date
) -> None:
    keep(app, alice.id, planted(100), day)
    assert told(alice, day)["found"]
    answer = told(bob, day)
    assert (answer["found"], answer["too_few"], answer["looked"]) == ([], [], 0)
    assert answer["needed"] == 20
    assert answer["message"].startswith("Nog 20 dagen bijhouden.")


def _rows(pain: Callable[[int], int | None], **factors: Callable[[int], Any]) -> list[Day]:
    made = []
    for n in range(60):
        values = {key: value(n) for key, value in factors.items() if value(n) is not None}
        made.append(Day(date(2026, 1, 1), pain(n), values=values))
    return made


ODD: dict[str, tuple[list[Day], set[str]]] = {
    "one day": (planted(1), {"days"}),
    "no pain known": (_rows(lambda _: None, stress=lambda n: n % 11), {"days"}),
    "pain always 0": (_rows(lambda _: 0, stress=lambda n: n % 11), {"pain"}),
    "pain always 10": (_rows(lambda _: 10, stress=lambda n: n % 11), {"pain"}),
    "never another answer": (_rows(lambda n: n % 7, stress=lambda _: 5), {"same"}),
    "on three days": (
        _rows(lambda n: n % 7, stress=lambda n: n % 11 if n < 3 else None),
        {"days"},
    ),
    "never a yes": (_rows(lambda n: n % 7, ill=lambda _: False), {"yes"}),
    "never a no": (_rows(lambda n: n % 7, ill=lambda _: True), {"no"}),
    "more every day": (_rows(lambda n: n * 7 % 11, walk_min=lambda n: 5 * n), {"copy"}),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_diary_is_too_little_with_the_reason_and_no_figure(
    app: Flask, alice: Person, day: date, name: str
) -> None:
    rows, reasons = ODD[name]
    keep(app, alice.id, rows, day)
    answer = told(alice, day)
    assert (answer["found"], answer["perhaps"], answer["looked"]) == ([], [], 0)
    assert {each["reason"] for each in answer["too_few"]} == reasons
    assert all(each["sentence"] for each in answer["too_few"])
    assert answer["message"]


def test_order_and_doubles_of_what_is_sent_make_no_difference(
    app: Flask, alice: Person, bob: Person, day: date
) -> None:
    rows = planted(40)
    keep(app, alice.id, rows, day)
    keep(app, bob.id, rows, day)
    device = device_of(bob)
    device.sync()
    for back, row in enumerate(rows):  # again, the oldest last, as another device may send it
        when = (day - timedelta(days=len(rows) - 1 - back)).isoformat()
        ops = device.edit(day_id(bob.id, when), {"day": when, **row.values, **_none(row)})
        assert device.codes(ops) == ["ok"]
    hers, his = told(alice, day), told(bob, day)
    for answer in (hers, his):
        answer.pop("made")
    assert hers == his


def _none(row: Day) -> dict[str, bool]:
    return {"no_cramp": True} if row.worst == 0 else {}


@pytest.mark.parametrize("value", [11, -1, 1e9, "veel", None, [5], True])
def test_an_impossible_value_never_gets_in(
    app: Flask, alice: Person, day: date, value: Any
) -> None:
    device = device_of(alice)
    when = day.isoformat()
    ops = device.edit(day_id(alice.id, when), {"day": when, "stress": value})
    assert device.codes(ops) == ["bad"]
    answer = told(alice, day)
    assert (answer["too_few"], answer["logged"]) == ([], 0)


def test_the_largest_figures_of_ones_own_give_no_fault(
    app: Flask, alice: Person, day: date
) -> None:
    with app.app_context():
        _save(alice.id, "settings", settings_id(alice.id), {"own_1_name": "Iets"})
        db.session.commit()
    rows = planted(60)
    for n, row in enumerate(rows):
        row.values["own_1"] = 1_000_000 * (n % 3 - 1)
    keep(app, alice.id, rows, day)
    assert ask(alice.client, day).status_code == 200


@pytest.mark.parametrize("path", ["/nl/inzichten", "/en/insights"])
def test_the_page_is_the_same_for_everybody_and_has_words_without_script(
    app: Flask, alice: Person, client: FlaskClient, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    check_page(answer.text)
    check_headers(answer)
    assert 'id="insights"' in answer.text
    assert "<noscript>" in answer.text
    assert alice.client.get(path).data == answer.data
