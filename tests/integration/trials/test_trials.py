"""The page Trials, and what came of the trials of one person."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.device import Device, Json, device_of
from tests.people import Person
from webapp.insights.trial.design import plan
from webapp.tracker.models import records_of
from webapp.tracker.records import day_id, trial_id, tried_id
from webapp.trials.habits import habits
from webapp.trials.told import gains

TODAY = datetime.now(UTC).date()


def op_of(device: Device, kind: str, record: Any, body: Json) -> Json:
    return {**device.edit(record, body), "kind": kind}


def begun(device: Device, days_ago: int, **more: Any) -> Json:
    """A trial that began so many days ago, as this device would queue it."""
    began = (TODAY - timedelta(days=days_ago)).isoformat()
    body = {"habit": "walk", "began": began, "seed": 5, "block": 3, "pairs": 7, **more}
    return op_of(device, "trial", trial_id(device.person.id, began), body)


def logged(device: Device, trial: Json, effect: int, known: int) -> list[Json]:
    """Pain on as many days of a trial: 6, and less or more on days with the habit."""
    body = trial["body"]
    began = date.fromisoformat(body["began"])
    ops = []
    for n, on in enumerate(plan(body["seed"], body["block"], body["pairs"])[:known]):
        worst = 6 + (effect if on else 0) - n % 2
        when = (began + timedelta(days=n)).isoformat()
        ops.append(op_of(device, "pain", uuid4(), {"began": f"{when}T20:00+01:00", "worst": worst}))
    return ops


def asked(person: Person, day: date = TODAY, lang: str = "nl") -> Json:
    answer = person.client.get(f"/api/trials?day={day.isoformat()}&lang={lang}")
    assert answer.status_code == 200, answer.text
    told: Json = answer.get_json()
    return told


def test_without_trials_there_is_nothing_to_tell(alice: Person) -> None:
    told = asked(alice)
    assert (told["trials"], told["due"], told["day"]) == ([], None, TODAY.isoformat())


def test_a_trial_that_helps_is_told_with_its_chance_at_the_first_look(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 24)
    phone.sync(trial, *logged(phone, trial, -4, 24))
    for lang, title in (
        ("nl", "Dit helpt je waarschijnlijk merkbaar."),
        ("en", "This probably helps you noticeably."),
    ):
        told = asked(alice, lang=lang)["trials"][0]
        assert (told["state"], told["look"], told["answer"]) == ("finished", 24, "clearly")
        assert told["title"] == title
        assert habits()["walk"].words(lang).chance in told["sentences"][0]
        assert told["figures"]["help"] > 0.95
        assert told["figures"]["low"] < told["figures"]["median"] < told["figures"]["high"] < 0


def test_before_the_first_look_nothing_is_worked_out(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 23)
    phone.sync(trial, *logged(phone, trial, -4, 23))
    told = asked(alice)["trials"][0]
    assert (told["state"], told["over"], told["next_look"]) == ("waiting", 23, 24)
    for name in ("look", "answer", "title", "figures"):
        assert told[name] is None
    assert told["sentences"] == []


@pytest.mark.parametrize("effect", [-20, 20])
def test_with_one_kind_of_day_empty_it_cannot_be_told(alice: Person, effect: int) -> None:
    phone = device_of(alice)
    trial = begun(phone, 24)
    known = [op for op in logged(phone, trial, effect, 24) if 0 <= op["body"]["worst"] <= 10]
    assert 8 < len(known) < 16
    phone.sync(trial, *known)
    told = asked(alice)["trials"][0]
    assert (told["answer"], told["figures"]) == ("too_few", None)
    assert told["title"] == "Er zijn te weinig dagen om iets te zeggen."


def test_a_day_without_cramp_is_zero_and_a_day_without_anything_is_not(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 24)
    ops = logged(phone, trial, -4, 20)
    for n in (20, 21):
        day = (date.fromisoformat(trial["body"]["began"]) + timedelta(days=n)).isoformat()
        body = {"day": day, "no_cramp": True}
        ops.append(op_of(phone, "day", day_id(alice.id, day), body))
    phone.sync(trial, *ops)
    assert asked(alice)["trials"][0]["figures"]["n"] == 22


def test_what_is_due_is_what_the_plan_says_of_the_day(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 4)
    began = trial["body"]["began"]
    phone.sync(trial)
    on = plan(5, 3, 7)[4]
    assert asked(alice)["due"] == {"habit": "walk", "began": began, "on": on, "did": None}
    body = {"trial": began, "day": TODAY.isoformat(), "did": False}
    phone.sync(op_of(phone, "tried", tried_id(alice.id, began, TODAY.isoformat()), body))
    assert asked(alice)["due"]["did"] is False


def test_a_later_trial_ends_the_one_before_and_comes_first(alice: Person) -> None:
    phone, tablet = device_of(alice), device_of(alice)
    tablet.sync(begun(tablet, 10, habit="breaks"))
    phone.sync(begun(phone, 3))
    told = asked(alice)
    assert [each["habit"] for each in told["trials"]] == ["walk", "breaks"]
    assert [each["state"] for each in told["trials"]] == ["waiting", "stopped"]
    assert told["due"]["habit"] == "walk"


def test_a_habit_that_the_server_does_not_know_is_told_without_its_name(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 24, habit="cold_shower")
    phone.sync(trial, *logged(phone, trial, -4, 24))
    told = asked(alice)["trials"][0]
    assert told["habit"] == "cold_shower"
    assert told["sentences"][0].startswith("Kans dat dit bij jou helpt")


def test_two_devices_that_begin_on_one_day_have_one_trial(alice: Person) -> None:
    phone, tablet = device_of(alice), device_of(alice)
    first, second = begun(phone, 0), begun(tablet, 0, habit="breaks", seed=9)
    phone.sync(first)
    tablet.sync(second)
    phone.sync()
    kept = [one["body"] for one in phone.records.values() if one["kind"] == "trial"]
    assert kept == [second["body"]]


def test_a_trial_under_another_id_is_refused_and_so_is_what_does_not_fit(alice: Person) -> None:
    phone = device_of(alice)
    elsewhere = {**begun(phone, 1), "id": str(uuid4())}
    odd = begun(phone, 2, block=5)
    began = odd["body"]["began"]
    body = {"trial": began, "day": TODAY.isoformat(), "did": True}
    tried = op_of(phone, "tried", uuid4(), body)
    assert phone.codes(elsewhere, odd, tried) == ["bad", "bad", "bad"]
    assert asked(alice)["trials"] == []


def test_bob_never_sees_alices_trial_and_nobody_sees_any(
    alice: Person, bob: Person, client: FlaskClient
) -> None:
    phone = device_of(alice)
    phone.sync(begun(phone, 24))
    assert asked(bob)["trials"] == []
    stolen = begun(device_of(bob), 24, seed=1)
    stolen["id"] = str(trial_id(alice.id, stolen["body"]["began"]))
    assert device_of(bob).codes(stolen) == ["bad"]
    assert client.get(f"/api/trials?day={TODAY.isoformat()}").status_code == 401


def test_pain_that_is_always_the_same_and_wild_plans_are_no_fault(alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 60, pairs=10, target=0.5)
    same = [
        {**op, "body": {**op["body"], "worst": 10}} for op in logged(phone, trial, 0, 60)
    ]  # fmt: skip
    phone.sync(trial, *same, begun(phone, 9000, ended=TODAY.isoformat(), block=7))
    told = asked(alice)["trials"]
    assert [each["answer"] for each in told] == ["too_few", "too_few"]


def test_a_decided_trial_speaks_for_its_tips(app: Flask, alice: Person) -> None:
    phone = device_of(alice)
    trial = begun(phone, 24)
    phone.sync(trial, *logged(phone, trial, -4, 24))
    with app.app_context():
        records = records_of(alice.id)
    assert gains(records, TODAY) == dict.fromkeys(habits()["walk"].tips, 1.0)
    assert gains(records, TODAY - timedelta(days=1)) == {}
    assert gains([], TODAY) == {}


@pytest.mark.parametrize(
    ("path", "title"),
    [("/nl/uitproberen", "Iets uitproberen"), ("/en/trials", "Try something out")],
)
def test_the_page_carries_every_habit_and_nobody(
    client: FlaskClient, alice: Person, path: str, title: str
) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.data == alice.client.get(path).data
    assert f"<h1>{title}</h1>" in page.text
    found = re.search(r'id="habits">(.*?)</script>', page.text)
    assert found
    carried = json.loads(found[1])
    assert [habit["id"] for habit in carried] == list(habits())
    for habit in carried:
        assert client.get(habit["article"]["url"]).status_code == 200
        assert habit["title"] in page.text.split("<noscript>")[1]


def test_today_carries_the_names_of_the_habits(client: FlaskClient) -> None:
    found = re.search(
        r"data-titles='([^']*)'|data-titles=\"([^\"]*)\"", client.get("/nl/vandaag").text
    )
    assert found
    titles = json.loads((found[1] or found[2]).replace("&#34;", '"').replace("&quot;", '"'))
    assert titles == {key: habit.nl.title for key, habit in habits().items()}
