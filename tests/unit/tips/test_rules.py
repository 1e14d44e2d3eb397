"""Conditions and gates."""

from typing import Any

import pytest

from tests.unit.tips.diaries import ago, diary
from webapp.tips.conditions import Average, Count, Total, condition
from webapp.tips.rules import GATES, distance, found, met, shut
from webapp.tracker.records import FIELDS


def test_a_missing_answer_shuts_nothing() -> None:
    assert not shut(list(GATES), {})


@pytest.mark.parametrize(
    ("letter", "answer"), [(letter, answer) for letter, each in GATES.items() for answer in each]
)
def test_each_answer_shuts_its_own_letter_only(letter: str, answer: str) -> None:
    assert [each for each in GATES if shut([each], {answer: True})] == [letter]
    assert not shut([letter], {answer: False})


def test_every_answer_of_the_profile_is_behind_a_gate() -> None:
    assert {answer for answers in GATES.values() for answer in answers} == set(FIELDS["profile"])


def test_a_count_gives_its_days_and_figures() -> None:
    ground = found(Count(factor="sitting_h", above=8, days=2), diary({"sitting_h": "9 8 10"}), {})
    assert ground is not None
    assert ground.dates == ago(2, 0)
    assert ground.figures == {"count": 2, "logged": 3, "limit": 8}


def test_an_average_may_lie_between_two_figures() -> None:
    between = Average(average="walk_min", over="week", at_least=100, below=150, logged=2)
    fires = [bool(found(between, diary({"walk_min": f"{n} {n}"}), {})) for n in (14, 15, 21, 22)]
    assert fires == [False, True, True, False]


def test_an_average_needs_its_logged_days() -> None:
    few = Average(average="sleep_h", over="day", below=6.5)
    assert found(few, diary({"sleep_h": "5 5 5"}), {}) is None
    ground = found(few, diary({"sleep_h": "5 . 5 6 5"}), {})
    assert ground is not None
    assert ground.figures["mean"] == 5.25


def test_a_total_does_not_guess_at_unknown_days() -> None:
    week = Total(total="alcohol_units", at_least=7)
    assert found(week, diary({"alcohol_units": "2 2 2"}), {}) is None
    ground = found(week, diary({"alcohol_units": "4 0 3"}), {})
    assert ground is not None
    assert ground.dates == ago(2, 0)


def test_all_conditions_must_hold_and_the_first_gives_the_figures() -> None:
    tables: list[dict[str, Any]] = [
        {"factor": "stress", "at_least": 6, "days": 3},
        {"factor": "worst", "at_least": 1, "days": 1, "logged": 1},
    ]
    both = [condition(table) for table in tables]
    ground = met(both, diary({"stress": "7 6 9 .", "worst": "4"}), {})
    assert ground is not None
    assert ground.dates == ago(3, 2, 1, 0)
    assert ground.figures["count"] == 3
    assert met(both, diary({"stress": "7 6 9 ."}), {}) is None


def test_an_answer_can_be_asked_for_both_ways() -> None:
    yes, no = (condition({"profile": "pregnant", "is": answer}) for answer in (True, False))
    assert [bool(met([each], [], {"pregnant": True})) for each in (yes, no)] == [True, False]
    assert [met([each], [], {}) is not None for each in (yes, no)] == [False, True]


def test_the_distance_of_an_average_runs_to_its_norm() -> None:
    week = Average(average="walk_min", over="week", below=150)
    assert distance(week, diary({"walk_min": "10 10"}), 7) == (80, 2)
    assert distance(week, diary({"walk_min": "60 60"}), 7) == (0, 2)
    assert distance(week, diary({}), 7) == (0, 0)


def test_the_distance_of_a_total_is_of_one_week() -> None:
    week = Total(total="alcohol_units", at_least=7)
    assert distance(week, diary({"alcohol_units": "14 14"}), 14) == (7, 2)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"days": 3}, "needs one of factor"),
        ({"factor": "stress", "at_least": 7}, "days"),
        ({"factor": "stress", "at_least": 7, "days": 3, "weeks": 1}, "weeks"),
        ({"average": "sleep_h", "over": "day"}, "give below, at_least or both"),
        ({"average": "sleep_h", "over": "month", "below": 7}, "month"),
    ],
)
def test_a_broken_condition_is_refused(table: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        condition(table)
