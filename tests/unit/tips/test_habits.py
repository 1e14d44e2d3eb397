"""What a window of days shows against a norm."""

import pytest

from tests.unit.tips.diaries import ago, diary
from webapp.tips.habits import BOTH_SIDES, CRAMPS, EXERCISE, Norm, habit, known


def test_it_counts_the_known_days_and_those_past_the_norm() -> None:
    rows = diary({"sitting_h": "12 9 . 8 10"})
    seen = habit(rows, [Norm(factor="sitting_h", above=8)], 4)
    assert seen.known == ago(3, 1, 0)
    assert seen.beyond == ago(3, 0)
    assert seen.total == 27


def test_the_distance_is_a_mean_over_the_known_days() -> None:
    rows = diary({"sitting_h": ". 9 8 11 4"})
    assert habit(rows, [Norm(factor="sitting_h", above=8)], 7).distance == (1 + 0 + 3 + 0) / 4


def test_less_than_the_norm_can_be_past_it() -> None:
    seen = habit(diary({"sleep_q": "4 9 2"}), [Norm(factor="sleep_q", at_most=4)], 7, norm=6)
    assert seen.beyond == ago(2, 0)
    assert seen.distance == (2 + 4) / 3


def test_yes_and_no_are_one_and_zero() -> None:
    rows = diary({"heat_used": "y n . n"})
    assert habit(rows, [Norm(factor="heat_used", is_=True)], 7).distance == pytest.approx(1 / 3)
    assert habit(rows, [Norm(factor="heat_used", is_=False)], 7).distance == pytest.approx(2 / 3)


def test_two_norms_must_hold_on_the_same_day() -> None:
    rows = diary({"heat_used": "n n y n", "worst": "0 5 5 ."})
    norms = [Norm(factor="heat_used", is_=False), Norm(factor="worst", at_least=1)]
    seen = habit(rows, norms, 7)
    assert seen.beyond == ago(2)
    assert seen.logged == 3


def test_an_unknown_week_shows_nothing() -> None:
    seen = habit(diary({}), [Norm(factor="sitting_h", above=8)], 7)
    assert (seen.logged, seen.beyond, seen.total, seen.distance, seen.per_week) == (0, (), 0, 0, 0)


def test_a_week_is_seven_times_the_mean_of_the_known_days() -> None:
    seen = habit(diary({"walk_min": "10 . 30"}), [Norm(factor="walk_min", at_least=0)], 7)
    assert seen.per_week == 140


@pytest.mark.parametrize(
    ("test", "inside", "past"),
    [
        ({"above": 8}, 8, 8.5),
        ({"below": 1.5}, 1.5, 1.4),
        ({"at_least": 7}, 6, 7),
        ({"at_most": 4}, 5, 4),
        ({"is_": True}, 0, 1),
        ({"is_": False}, 1, 0),
    ],
)
def test_where_a_norm_ends(test: dict[str, float], inside: float, past: float) -> None:
    norm = Norm(factor="x", **test)  # type: ignore[arg-type]  # one test of many types
    assert not norm.past(inside)
    assert norm.past(past)


@pytest.mark.parametrize("tests", [{}, {"above": 1, "below": 3}])
def test_a_norm_has_exactly_one_test(tests: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="stress: give one of"):
        Norm(factor="stress", **tests)  # type: ignore[arg-type]  # one test of many types


def test_an_exercise_that_is_not_kept_may_still_have_been_done() -> None:
    rows = diary({"exercise": "y . . .", "strength": ". y n ."})[-4:]
    assert [known(row, EXERCISE) for row in rows] == [1, 1, 0, None]


def test_cramps_are_counted_where_the_pain_is_known() -> None:
    rows = diary({"worst": "3 0 .", "cramps": "2 . ."})[-3:]
    assert [known(row, CRAMPS) for row in rows] == [2, 0, None]


def test_both_sides_need_a_place_or_a_day_without_cramp() -> None:
    rows = diary({"worst": "3 3 3 0 .", "sides": "lr l . . ."})[-5:]
    assert [known(row, BOTH_SIDES) for row in rows] == [1, 0, None, 0, None]
