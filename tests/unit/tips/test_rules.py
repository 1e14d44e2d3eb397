"""Conditions and gates."""

from typing import Any

import pytest

from tests.unit.tips.diaries import ago, diary
from webapp.tips.conditions import Average, Change, Count, Never, Profile, Total, condition
from webapp.tips.hold import ANSWERS
from webapp.tips.rules import GATES, distance, found, met, shut
from webapp.tips.tip import catalogue
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import FIELDS


def test_a_missing_answer_shuts_nothing() -> None:
    assert not shut(list(GATES), {})


@pytest.mark.parametrize(
    ("letter", "answer"), [(letter, answer) for letter, each in GATES.items() for answer in each]
)
def test_each_answer_shuts_its_own_letter_only(letter: str, answer: str) -> None:
    assert [each for each in GATES if shut([each], {answer: True})] == [letter]
    assert not shut([letter], {answer: False})


def test_nothing_is_asked_about_a_person_that_changes_nothing() -> None:
    gates = {answer for answers in GATES.values() for answer in answers}
    asked = [(each.also, each.unless, each.never) for each in FACTORS.values()]
    questions = {answer for rule in asked for answers in rule for answer in answers}
    rules = [each for tip in catalogue() for trigger in tip.triggers for each in trigger.when]
    grounds = {each.profile for each in rules if isinstance(each, Profile)}
    assert gates | questions | grounds | set(ANSWERS) == set(FIELDS["profile"])


def test_a_count_gives_its_days_and_figures() -> None:
    ground = found(Count(factor="sitting_h", above=8, days=2), diary({"sitting_h": "9 8 10"}), {})
    assert ground is not None
    assert ground.dates == ago(2, 0)
    assert ground.figures == {"count": 2, "logged": 3, "limit": 8}


def test_a_count_may_end_before_today() -> None:
    row = Count(factor="nsaid", is_=True, days=3, of=3, ago=1)
    ground = found(row, diary({"nsaid": "n y y y ."}), {})
    assert ground is not None
    assert ground.dates == ago(3, 2, 1)
    assert found(row, diary({"nsaid": "y y n y"}), {}) is None
    assert found(row, diary({"nsaid": ". y y y"}), {}) is None


def test_never_says_only_that_nobody_wrote_it_down() -> None:
    never = Never(never="exercise", of=7, logged=3)
    ground = found(never, diary({"sleep_h": "7 7 . 7"}), {})
    assert ground is not None
    assert ground.figures == {"logged": 3}
    assert found(never, diary({"sleep_h": "7 7"}), {}) is None
    assert found(never, diary({"sleep_h": "7 7 7", "exercise": "y . ."}), {}) is None
    assert found(never, diary({"sleep_h": "7 7 7", "strength": "y . ."}), {}) is None
    assert found(never, diary({"sleep_h": "7 7 7", "strength": "n . ."}), {}) is not None


def test_never_may_end_before_today() -> None:
    never = Never(never="exercise", of=7, ago=7)
    week = "7 7 7 7 7 7 7"
    assert found(never, diary({"sleep_h": f"{week} . . . . . . .", "exercise": "y"}), {})
    assert found(never, diary({"sleep_h": week}), {}) is None


def test_a_change_is_of_two_known_stretches() -> None:
    rise = Change(change="worst", times=1.5)
    week, earlier = "3 . 3 . 3 . .", "2 . 2 . 1 . ."
    ground = found(rise, diary({"worst": f"{earlier} {week}"}), {})
    assert ground is not None
    assert ground.figures == {"mean": 3, "before": pytest.approx(5 / 3)}
    assert found(rise, diary({"worst": f"2 . 2 . 2 . . {week}"}), {}) is None
    assert found(rise, diary({"worst": f"2 . 1 . . . . {week}"}), {}) is None
    assert found(rise, diary({"worst": f"{earlier} 3 . 3 . . . ."}), {}) is None


def test_a_change_may_be_a_fall_that_is_small() -> None:
    hardly = Change(change="worst", plus=-2)
    assert found(hardly, diary({"worst": "6 6 6 . . . . 5 5 5 . . . ."}), {})
    assert found(hardly, diary({"worst": "6 6 6 . . . . 4 4 4 . . . ."}), {}) is None


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
