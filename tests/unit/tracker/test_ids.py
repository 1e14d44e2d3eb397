"""The device makes the same ids: tests/js/store/identity.test.js reads the same cases."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from webapp.tracker.records import (
    day_id,
    follow_id,
    marks_id,
    plan_id,
    profile_id,
    settings_id,
    tip_id,
    trial_id,
    tried_id,
    week_id,
)

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "ids.json").read_text()
)


def test_a_day_has_one_id_for_one_person() -> None:
    for case in CASES["days"]:
        assert str(day_id(UUID(case["user"]), case["date"])) == case["id"]


def test_a_profile_has_one_id_for_one_person() -> None:
    for case in CASES["profiles"]:
        assert str(profile_id(UUID(case["user"]))) == case["id"]


def test_a_shown_tip_has_one_id_for_one_person_and_day() -> None:
    for case in CASES["tips"]:
        assert str(tip_id(UUID(case["user"]), case["tip"], case["date"])) == case["id"]


def test_what_one_person_chose_about_a_tip_has_one_id() -> None:
    for case in CASES["follows"]:
        assert str(follow_id(UUID(case["user"]), case["tip"])) == case["id"]


def test_a_week_with_a_tip_has_one_id_for_one_person_and_first_day() -> None:
    for case in CASES["weeks"]:
        assert str(week_id(UUID(case["user"]), case["tip"], case["date"])) == case["id"]


def test_a_programme_has_one_id_for_one_person_and_first_day() -> None:
    for case in CASES["plans"]:
        assert str(plan_id(UUID(case["user"]), case["plan"], case["date"])) == case["id"]


def test_a_trial_has_one_id_for_one_person_and_first_day() -> None:
    for case in CASES["trials"]:
        assert str(trial_id(UUID(case["user"]), case["began"])) == case["id"]


def test_a_day_of_a_trial_has_one_id_for_one_person() -> None:
    for case in CASES["tried"]:
        assert str(tried_id(UUID(case["user"]), case["trial"], case["date"])) == case["id"]


def test_all_marks_of_one_person_have_one_id() -> None:
    for case in CASES["marks"]:
        assert str(marks_id(UUID(case["user"]))) == case["id"]


def test_all_settings_of_one_person_have_one_id() -> None:
    for case in CASES["settings"]:
        assert str(settings_id(UUID(case["user"]))) == case["id"]
