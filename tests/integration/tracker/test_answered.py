"""One answer in words: the server and the device say the same, and both languages say something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale

from webapp.config import ROOT
from webapp.tracker.answered import answered

SHARED = json.loads((ROOT / "tests/cases/answered.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", SHARED["cases"], ids=lambda case: f"{case['field']}={case['value']}"
)
def test_the_shared_cases(app: Flask, case: dict[str, Any]) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        said = answered(case["kind"], case["field"], case["value"], "en", SHARED["own"])
    assert (list(said) if said else None) == case["line"]


def test_in_dutch_a_number_has_a_comma_and_a_day_its_dutch_month(app: Flask) -> None:
    with app.test_request_context("/nl/"), force_locale("nl"):
        assert answered("day", "sleep_h", 7.5, "nl", {}) == ("Slaap", "7,5 uur")
        began = answered("pain", "began", "2026-03-05T08:30+01:00", "nl", {})
    assert began == ("Begon", "5 maart 2026 08:30")


def test_what_tips_should_know_is_answered_with_yes_or_no(app: Flask) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        assert answered("profile", "pregnant", False, "en", {}) == ("I am pregnant", "no")
        assert answered("profile", "mood", False, "en", {}) is None
        assert answered("tip", "tip", "T06", "en", {}) is None
