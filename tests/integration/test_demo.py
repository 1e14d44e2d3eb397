"""The made-up person: 120 believable days, made by one command."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask

from webapp.accounts.models import person
from webapp.demo import DAYS, DEMO_EMAIL, DEMO_PASSWORD, diary_of, seed
from webapp.insights.days import days
from webapp.insights.look import look
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.tracker.merge import Entry
from webapp.tracker.models import records_of

TODAY = date(2026, 11, 22)


def test_the_command_makes_an_account_and_says_how_to_sign_in(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["seed-demo"])
    assert said.exit_code == 0, said.output
    assert DEMO_EMAIL in said.output
    signed_in = app.test_client().post(
        "/nl/inloggen", data={"email": DEMO_EMAIL, "password": DEMO_PASSWORD}
    )
    assert signed_in.status_code == 302


def test_a_second_time_changes_nothing(app: Flask) -> None:
    with app.app_context():
        made = seed(TODAY)
        assert made > DAYS * 0.7
        assert seed(TODAY) == 0
        demo = person(DEMO_EMAIL)
        assert demo is not None
        assert len(records_of(demo.id)) == made


def test_the_diary_has_gaps_cramps_and_days_without() -> None:
    entries = diary_of(uuid4(), TODAY)
    logged = [body for kind, _, body in entries if kind == "day"]
    cramps = [body for kind, _, body in entries if kind == "pain"]
    dates = {body["day"] for body in logged}
    assert min(dates) >= (TODAY - timedelta(days=DAYS)).isoformat()
    assert max(dates) == TODAY.isoformat()
    assert DAYS * 0.6 < len(logged) < DAYS
    assert 15 < len(cramps) < 60
    assert any(body.get("no_cramp") for body in logged)


@pytest.mark.parametrize("later", range(7))  # her habits follow the days of the week
def test_her_insights_find_what_her_cramps_were_made_of(later: int) -> None:
    today = TODAY + timedelta(days=later)
    records = [
        Entry(id=id_, kind=kind, body=body, deleted=False, version=1)
        for kind, id_, body in diary_of(uuid4(), today)
    ]
    found = look(days(records, today, DAYS), {}, {}).found
    assert found[0].column.key == "sitting_stretch_min"
    assert found[0].association.effect > 1


def test_the_diary_has_exercises_that_exist_with_pain_before_and_after() -> None:
    done = [body for kind, _, body in diary_of(uuid4(), TODAY) if kind == "exercise"]
    known = exercises().by_id["nl"]
    assert 15 < len(done) < 40
    assert len({body["exercise"] for body in done}) >= 4
    for body in done:
        assert body["sets"] == known[body["exercise"]].guide.sets
        assert 0 <= body["after"] <= body["before"]
    assert any(body["after"] < body["before"] for body in done)


def test_she_is_in_the_third_week_of_the_walking_programme() -> None:
    [plan] = [body for kind, _, body in diary_of(uuid4(), TODAY) if kind == "plan"]
    assert (TODAY - date.fromisoformat(plan["began"])).days // 7 + 1 == 3


def test_the_demo_shows_an_exercise_in_her_diary(app: Flask) -> None:
    with app.app_context():
        seed()
    her = app.test_client()
    her.post("/nl/inloggen", data={"email": DEMO_EMAIL, "password": DEMO_PASSWORD})
    assert "Oefening: " in her.get("/nl/dagboek/overzicht").text


def test_what_she_kept_and_read_is_in_the_library() -> None:
    known = {*shelf().articles["nl"], *exercises().by_id["nl"]}
    [marks] = [body for kind, _, body in diary_of(uuid4(), TODAY) if kind == "marks"]
    assert {name.split("_")[1] for name in marks} <= known
    assert {name.split("_")[0] for name in marks} == {"kept", "read"}


def test_the_same_seed_gives_the_same_diary() -> None:
    someone = uuid4()
    assert diary_of(someone, TODAY) == diary_of(someone, TODAY)


def test_check_content_finds_no_fault_in_the_library(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["check-content"])
    assert said.exit_code == 0, said.output
    assert "houding" in said.output
