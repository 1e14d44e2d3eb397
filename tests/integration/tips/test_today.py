"""The Today page, and the tips behind it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.people import Person
from webapp.extensions import db
from webapp.library.doing import LEADS
from webapp.tips.tip import catalogue
from webapp.tracker.counter import Diary
from webapp.tracker.diary import remove, save
from webapp.tracker.models import Record
from webapp.tracker.records import day_id, profile_id, tip_id, week_id


@pytest.fixture
def day() -> date:
    return datetime.now(UTC).date()


class Keeper:
    """Writes in the diary of one person, as a form or a device would."""

    def __init__(self, app: Flask, person: Person) -> None:
        self.app, self.user = app, person.id

    def log(self, when: date, **values: Any) -> None:
        self._save("day", day_id(self.user, when.isoformat()), day=when.isoformat(), **values)

    def cramp(self, when: date, worst: int) -> UUID:
        record = uuid4()
        self._save("pain", record, began=f"{when.isoformat()}T08:30+01:00", worst=worst)
        return record

    def did(self, exercise: str, when: date) -> None:
        began = f"{when.isoformat()}T08:30+01:00"
        self._save("exercise", uuid4(), exercise=exercise, began=began, sets=1)

    def answer(self, **values: bool) -> None:
        self._save("profile", profile_id(self.user), **values)

    def saw(self, tip: str, when: date) -> None:
        day = when.isoformat()
        self._save("tip", tip_id(self.user, tip, day), tip=tip, day=day)

    def delete(self, record: UUID) -> None:
        with self.app.app_context():
            remove(self.user, record, datetime.now(UTC))
            db.session.commit()

    def sat_long(self, day: date, days: int = 3) -> None:
        for n in range(days):
            self.log(day - timedelta(days=n), sitting_h=10)

    def _save(self, kind: str, record: UUID, **body: Any) -> None:
        with self.app.app_context():
            assert save(self.user, kind, record, body, datetime.now(UTC)).code == "ok"
            db.session.commit()


@pytest.fixture
def keeper(app: Flask, alice: Person) -> Keeper:
    return Keeper(app, alice)


def ask(client: FlaskClient, day: object, lang: str = "nl") -> TestResponse:
    return client.get("/api/today", query_string={"day": str(day), "lang": lang})


def told(person: Person, day: date, lang: str = "nl") -> dict[str, Any]:
    answer = ask(person.client, day, lang)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def ids(person: Person, day: date) -> list[str]:
    return [tip["id"] for tip in told(person, day)["tips"]]


def test_a_tip_comes_with_everything_that_stands_behind_it(
    keeper: Keeper, alice: Person, day: date
) -> None:
    keeper.sat_long(day)
    answer = told(alice, day)
    made = datetime.fromisoformat(answer.pop("made"))
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=1)
    [tip] = answer.pop("tips")
    nothing = {"message": None, "held": None, "insight": None}
    assert answer == {"day": day.isoformat(), "logged": 3} | nothing
    assert tip["id"] == "T06"
    assert tip["why"] == "Je zat op 3 van de 3 dagen die je bijhield langer dan 8 uur."
    assert tip["days"] == [(day - timedelta(days=n)).isoformat() for n in (2, 1, 0)]
    assert (tip["grade"], tip["strength"]) == ("B", "redelijk bewijs")
    assert [source["code"] for source in tip["sources"]] == ["WAO21", "SWA20"]
    assert all(source["name"] for source in tip["sources"])
    assert tip["article"] == {
        "title": "Houding en lang zitten",
        "url": "/nl/artikelen/houding#wat-kun-je-zelf-doen",
        "heading": "Wat kun je zelf doen?",
    }
    assert alice.client.get(tip["article"]["url"]).status_code == 200
    assert tip["page"] is None


def test_a_tip_to_walk_leads_to_the_programme(keeper: Keeper, alice: Person, day: date) -> None:
    for n in range(4):
        keeper.log(day - timedelta(days=n), walk_min=5)
    for lang in ("nl", "en"):
        [tip] = [tip for tip in told(alice, day, lang)["tips"] if tip["id"] == "T01"]
        title = {"nl": "Wandelprogramma van 12 weken", "en": "Walking programme of 12 weeks"}[lang]
        assert tip["page"]["title"] == title
        assert f"<h1>{title}</h1>" in alice.client.get(tip["page"]["url"]).text


def test_a_done_exercise_reaches_the_tips(keeper: Keeper, alice: Person, day: date) -> None:
    for n in range(3):
        keeper.log(day - timedelta(days=n), massage_min=30)
    assert ids(alice, day) == ["T42"]
    keeper.answer(mecfs=True)
    assert ids(alice, day) == []
    keeper.did("X01", day)
    assert ids(alice, day) == ["T47"]
    keeper.answer(mecfs=False)
    assert ids(alice, day) == []


def test_every_page_of_a_tip_is_one_to_do_something_with() -> None:
    pages = {tip.page for tip in catalogue() if tip.page}
    assert pages
    assert pages <= set(LEADS)


def test_the_same_in_english(keeper: Keeper, alice: Person, day: date) -> None:
    keeper.sat_long(day)
    [tip] = told(alice, day, "en")["tips"]
    assert tip["why"].startswith("You sat for more than 8 hours on 3 of the 3 days")
    assert tip["strength"] == "fair evidence"
    assert tip["article"]["url"] == "/en/articles/posture#what-can-you-do-yourself"


def test_bob_never_sees_what_stands_in_alices_diary(
    keeper: Keeper, alice: Person, bob: Person, day: date
) -> None:
    keeper.sat_long(day)
    assert ids(alice, day) == ["T06"]
    answer = told(bob, day)
    assert (answer["tips"], answer["logged"]) == ([], 0)


def test_nobody_may_store_the_answer(alice: Person, day: date) -> None:
    assert ask(alice.client, day).headers["Cache-Control"] == "no-store"


def test_asking_changes_nothing(app: Flask, keeper: Keeper, alice: Person, day: date) -> None:
    keeper.sat_long(day)

    def state() -> tuple[Any, ...]:
        with app.app_context():
            versions = select(func.count(), func.max(Record.version)).select_from(Record)
            counters = db.session.scalars(select(Diary.version)).all()
            return (*db.session.execute(versions).one(), *counters)

    before = state()
    first = told(alice, day)["tips"]
    assert state() == before
    assert told(alice, day)["tips"] == first


def test_an_empty_diary_is_told_how_many_days_are_lacking(
    keeper: Keeper, alice: Person, day: date
) -> None:
    keeper.log(day, sleep_h=8)
    answer = told(alice, day)
    assert answer["logged"] == 1
    assert answer["message"].startswith("Houd nog 2 dagen je dagboek bij.")


def test_a_diary_in_which_nothing_stands_out_is_told_so(
    keeper: Keeper, alice: Person, day: date
) -> None:
    for n in range(3):
        keeper.log(day - timedelta(days=n), sleep_h=8, no_cramp=True)
    answer = told(alice, day)
    assert (answer["tips"], answer["logged"]) == ([], 3)
    assert answer["message"].startswith("Geen tip vandaag:")


def test_the_profile_shuts_its_tips(keeper: Keeper, alice: Person, day: date) -> None:
    for n in range(3):
        keeper.log(day - timedelta(days=n), fluids_l=1.0)
    assert ids(alice, day) == ["T30"]
    keeper.answer(heart_failure=True)
    assert ids(alice, day) == []


def test_an_alarm_sign_comes_before_any_tip(keeper: Keeper, alice: Person, day: date) -> None:
    keeper.sat_long(day)
    keeper.answer(alarm_call=True)
    answer = told(alice, day)
    assert (answer["tips"], answer["message"], answer["held"]["code"]) == ([], None, "call")
    assert answer["held"]["text"].startswith("Bel eerst.")
    keeper.answer(alarm_call=False)
    assert ids(alice, day) == ["T06"]
    keeper.cramp(day, 8)
    assert (ids(alice, day), told(alice, day)["held"]["code"]) == ([], "strong")


def test_a_tip_that_was_shown_stays_today_and_then_rests(
    keeper: Keeper, alice: Person, day: date
) -> None:
    keeper.sat_long(day, days=6)
    keeper.saw("T06", day - timedelta(days=1))
    assert ids(alice, day - timedelta(days=1)) == ["T06"]
    assert ids(alice, day) == []


def test_a_deleted_entry_is_no_ground(keeper: Keeper, alice: Person, day: date) -> None:
    cramps = [keeper.cramp(day - timedelta(days=n), 8) for n in range(3)]
    assert ids(alice, day) == ["T15"]
    keeper.delete(cramps[1])
    assert ids(alice, day) == []


def test_the_page_is_the_same_for_everybody(
    keeper: Keeper, alice: Person, client: FlaskClient, day: date
) -> None:
    keeper.sat_long(day)
    assert alice.client.get("/nl/vandaag").data == client.get("/nl/vandaag").data


def test_a_chosen_tip_is_not_offered_and_its_votes_count(
    app: Flask, keeper: Keeper, alice: Person, day: date
) -> None:
    keeper.sat_long(day)
    [tip] = told(alice, day)["tips"]
    assert sum(each["points"] for each in tip["points"]) == tip["score"] > 0
    assert tip["not_for"] == ["Ik gebruik een rolstoel"]
    keeper._save("week", week_id(alice.id, "T06", str(day)), tip="T06", began=str(day))
    assert ids(alice, day) == []
