"""What the own diary adds to the score of a tip."""

from dataclasses import dataclass

import pytest

from tests.unit.tips.diaries import TODAY, diary
from webapp.tips.advice import tips_for
from webapp.tips.own import expected, factor_of
from webapp.tips.tip import catalogue
from webapp.tips.words import whole

TIPS = {tip.id: tip for tip in catalogue()}
SITTING = diary({"sitting_h": "9 9 12"})  # a mean of 10


@dataclass(frozen=True)
class Found:
    effect: float
    posterior: float
    from_: float = 5
    to: float = 11


def test_the_expected_gain_is_the_formula() -> None:
    [trigger] = TIPS["T06"].triggers
    found = {"sitting_h": Found(1.5, 0.8)}
    assert expected(trigger, SITTING, found) == pytest.approx(0.8 * 1.5 * (10 - 8) / (11 - 5))
    assert expected(trigger, SITTING, {"sitting_h": Found(-1.5, 0.8)}) == pytest.approx(-0.4)
    assert expected(trigger, SITTING, {"sitting_h": Found(90, 1.0)}) == 1


def test_nothing_is_expected_where_the_diary_says_nothing() -> None:
    [trigger] = TIPS["T06"].triggers
    assert expected(trigger, SITTING, {}) == 0
    assert expected(trigger, SITTING, {"stress": Found(2, 0.9)}) == 0
    assert expected(trigger, SITTING, {"sitting_h": Found(2, 0.9, 5, 5)}) == 0
    assert expected(trigger, diary({}), {"sitting_h": Found(2, 0.9)}) == 0


def test_a_norm_of_a_week_is_one_of_a_day() -> None:
    [trigger] = TIPS["T01"].triggers
    rows = diary({"walk_min": "10 10 10 10"})
    found = {"walk_min": Found(-1.0, 0.9, 10, 40)}
    assert expected(trigger, rows, found) == pytest.approx(0.9 * (150 / 7 - 10) / 30)


def test_a_habit_of_yes_and_no_moves_to_the_other_side() -> None:
    [trigger] = TIPS["T11"].triggers
    rows = diary({"tired_rushed": "y y y n"})
    assert expected(trigger, rows, {"tired_rushed": Found(1.0, 0.8, 0, 1)}) == pytest.approx(0.6)


def test_pain_itself_is_no_factor() -> None:
    assert factor_of(TIPS["T15"].triggers[0].lead) is None
    assert factor_of(TIPS["T50"].triggers[0].lead) is None


def test_the_own_diary_moves_the_score_by_a_quarter_of_it() -> None:
    [plain] = tips_for(SITTING, {}, [], TODAY, "nl")
    found = {"sitting_h": Found(1.5, 0.8)}
    [moved] = tips_for(SITTING, {}, [], TODAY, "nl", own=found)
    assert moved.score - plain.score == pytest.approx(25 * 0.4)


def test_a_trial_of_ones_own_takes_the_place_of_the_diary() -> None:
    [plain] = tips_for(SITTING, {}, [], TODAY, "nl")
    found = {"sitting_h": Found(1.5, 0.8)}
    [moved] = tips_for(SITTING, {}, [], TODAY, "nl", own=found, tried={"T06": -1.0, "T01": 1.0})
    assert moved.score - plain.score == pytest.approx(-25)


@pytest.mark.parametrize(
    "parts", [{"a": 10.5, "b": 10.5, "c": -3.2}, {"a": 0.4}, {"a": 33.3, "b": 33.3, "c": 33.3}]
)
def test_whole_points_add_up_to_the_whole(parts: dict[str, float]) -> None:
    found = whole(parts)
    assert sum(found.values()) == round(sum(parts.values()))
    assert all(abs(points - parts[name]) < 1 for name, points in found.items())
