"""What may be logged, and what a refusal says."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import FIELDS, STRUCTS
from webapp.tracker.records import (
    Problem,
    check,
    check_id,
    clean,
    cleaned,
    day_id,
    follow_id,
    marks_id,
    plan_id,
    profile_id,
    settings_id,
    tip_id,
    week_id,
)
from webapp.tracker.settings import OWN
from webapp.tracker.words import PROFILE

CASES = Path(__file__).parents[2] / "cases"
SHARED = json.loads((CASES / "records.json").read_text())
CLEAN = json.loads((CASES / "clean.json").read_text())
NOW = datetime.fromisoformat(SHARED["now"])
ALICE, BOB = uuid4(), uuid4()

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
kinds = st.sampled_from(sorted(STRUCTS))


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["says"])
def test_the_shared_cases(case: dict[str, Any]) -> None:
    found = [[problem.field, problem.code] for problem in check(case["kind"], case["body"], NOW)]
    assert sorted(found) == sorted(case["problems"])


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: case["says"])
def test_a_body_is_written_as_a_device_writes_it(case: dict[str, Any]) -> None:
    assert clean(case["kind"], case["body"]).decode() == case["clean"]


def test_there_is_a_case_for_every_kind_and_code() -> None:
    kinds_seen = {case["kind"] for case in SHARED["cases"]}
    codes_seen = {code for case in SHARED["cases"] for _, code in case["problems"]}
    assert set(STRUCTS) <= kinds_seen
    assert codes_seen == {
        "missing", "unknown_field", "wrong_type", "out_of_range", "not_a_step", "unknown_choice",
        "repeated", "too_long", "bad_date", "in_the_future", "too_long_ago",
    }  # fmt: skip


@given(kinds | st.text(), json_values)
def test_no_json_makes_the_check_fail(kind: str, body: Any) -> None:
    for problem in check(kind, body, NOW):
        assert isinstance(problem, Problem)


@given(kinds, st.data())
def test_a_field_with_anything_in_it_is_judged_and_not_tripped_over(
    kind: str, data: st.DataObject
) -> None:
    body = data.draw(st.dictionaries(st.sampled_from(FIELDS[kind]), json_values))
    if not check(kind, body, NOW):
        msgspec.convert(cleaned(kind, body), STRUCTS[kind])


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["says"])
def test_what_may_be_kept_is_the_same_after_cleaning(case: dict[str, Any]) -> None:
    if case["problems"]:
        return
    once = clean(case["kind"], case["body"])
    again = json.loads(once)
    assert check(case["kind"], again, NOW) == []
    assert clean(case["kind"], again) == once


def test_cleaning_puts_choices_in_their_own_order_and_drops_what_is_empty() -> None:
    body = {
        "began": "2026-11-22T08:30+01:00", "worst": 5.0, "note": "",
        "zones": ["low_left", "upper_left"], "feel": [],
    }  # fmt: skip
    assert clean("pain", body) == (
        b'{"began":"2026-11-22T08:30+01:00","worst":5,"zones":["upper_left","low_left"]}'
    )


def test_a_no_is_kept_and_is_not_the_same_as_unknown() -> None:
    assert clean("day", {"day": "2026-11-22", "ill": False}) == b'{"day":"2026-11-22","ill":false}'


def test_half_a_letter_is_not_a_text() -> None:
    body = {"began": "2026-11-22T08:30+01:00", "worst": 5, "note": "\ud83d"}
    assert check("pain", body, NOW) == [Problem("note", "wrong_type")]


def test_tomorrow_is_counted_from_greenwich() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert check("day", {"day": "2026-11-24"}, late) == []
    assert check("day", {"day": "2026-11-24"}, NOW.astimezone(UTC)) != []


def test_every_factor_and_every_trait_is_a_field() -> None:
    assert FIELDS["day"] == ("day", "no_cramp", *FACTORS, *OWN, "note")
    assert FIELDS["profile"] == tuple(PROFILE)


def test_the_same_day_has_one_id_on_every_device() -> None:
    assert day_id(ALICE, "2026-11-22") == uuid5(ALICE, "day:2026-11-22")
    assert profile_id(ALICE) == uuid5(ALICE, "profile")
    assert tip_id(ALICE, "T06", "2026-11-22") == uuid5(ALICE, "tip:T06:2026-11-22")
    assert marks_id(ALICE) == uuid5(ALICE, "marks")
    assert settings_id(ALICE) == uuid5(ALICE, "settings")
    assert day_id(ALICE, "2026-11-22") != day_id(BOB, "2026-11-22")


@pytest.mark.parametrize(
    ("kind", "body", "record"),
    [
        ("day", {"day": "2026-11-22"}, day_id(ALICE, "2026-11-22")),
        ("profile", {}, profile_id(ALICE)),
        ("tip", {"tip": "T06", "day": "2026-11-22"}, tip_id(ALICE, "T06", "2026-11-22")),
        ("follow", {"tip": "T06", "day": "2026-11-22"}, follow_id(ALICE, "T06")),
        ("week", {"tip": "T06", "began": "2026-11-22"}, week_id(ALICE, "T06", "2026-11-22")),
        (
            "plan",
            {"plan": "walking", "began": "2026-11-22", "minutes": 10},
            plan_id(ALICE, "walking", "2026-11-22"),
        ),
        ("marks", {"kept_B04": True}, marks_id(ALICE)),
    ],
)
def test_a_record_that_is_one_by_nature_has_no_other_id(
    kind: str, body: dict[str, Any], record: UUID
) -> None:
    assert check_id(kind, record, ALICE, body) == []
    assert check_id(kind, uuid4(), ALICE, body) == [Problem("id", "wrong_id")]
    assert check_id(kind, record, BOB, body) == [Problem("id", "wrong_id")]


def test_every_article_and_exercise_can_be_kept_and_read() -> None:
    codes = [*shelf().articles["nl"], *exercises().by_id["nl"]]
    assert len(codes) >= 64
    whole = {f"{what}_{code}": True for what in ("kept", "read") for code in codes}
    assert check("marks", whole, NOW) == []


def test_which_articles_somebody_marked_cannot_be_worked_out_from_an_id() -> None:
    for body in ({}, {"kept_B24": True}, {"read_D02": True, "kept_X01": True}):
        assert check_id("marks", marks_id(ALICE), ALICE, body) == []


def test_a_cramp_may_have_any_id() -> None:
    body = {"began": "2026-11-22T08:30+01:00", "worst": 5}
    assert check_id("pain", uuid4(), ALICE, body) == []
