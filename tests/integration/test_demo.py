"""The made-up person: 120 believable days, made by one command."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from flask import Flask

from webapp.accounts.models import person
from webapp.demo import DAYS, DEMO_EMAIL, DEMO_PASSWORD, diary_of, seed
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
    days = [body for kind, _, body in entries if kind == "day"]
    cramps = [body for kind, _, body in entries if kind == "pain"]
    dates = {body["day"] for body in days}
    assert min(dates) >= (TODAY - timedelta(days=DAYS)).isoformat()
    assert max(dates) == TODAY.isoformat()
    assert DAYS * 0.6 < len(days) < DAYS
    assert 15 < len(cramps) < 60
    assert any(body.get("no_cramp") for body in days)


def test_the_same_seed_gives_the_same_diary() -> None:
    someone = uuid4()
    assert diary_of(someone, TODAY) == diary_of(someone, TODAY)


def test_check_content_finds_no_fault_in_the_library(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["check-content"])
    assert said.exit_code == 0, said.output
    assert "houding" in said.output
