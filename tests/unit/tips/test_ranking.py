"""Which tips are chosen, and why these."""

from datetime import timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.tips.diaries import TODAY
from webapp.tips.ranking import Candidate, Shown, choose, freshness, parts, rested

A = Candidate("T01", "movement", "A", trigger=1.0)
B = Candidate("T06", "sitting", "B", trigger=0.9)
C = Candidate("T30", "drinks", "C", trigger=0.8)
SECOND_OF_A = Candidate("T02", "movement", "A", trigger=0.9)


def ids(candidates: list[Candidate], shown: list[Shown] | None = None) -> list[str]:
    return [choice.id for choice in choose(candidates, shown or [], TODAY)]


def seen(tip: str, days_ago: int) -> Shown:
    return tip, TODAY - timedelta(days=days_ago)


def test_the_score_is_the_formula() -> None:
    [choice] = choose([Candidate("T06", "sitting", "B", 0.5, own=0.4, votes=-0.5)], [], TODAY)
    assert choice.score == pytest.approx(40 * 0.5 + 25 * 0.75 + 25 * 0.4 - 10 * 0.5)


def test_the_parts_add_up_to_the_score_of_a_second_tip_of_a_category_too() -> None:
    first, second = choose([A, SECOND_OF_A], [seen("T02", 9)], TODAY)
    assert sum(first.parts.values()) == pytest.approx(first.score)
    assert sum(second.parts.values()) == pytest.approx(second.score)
    assert second.score == pytest.approx(0.6 / (1 + exp(-9 / 7)) * (40 * 0.9 + 25))


def test_what_was_taken_off_is_said() -> None:
    choice = choose([A, SECOND_OF_A], [seen("T02", 9)], TODAY)[1]
    fresh = 1 / (1 + exp(-9 / 7))
    assert choice.parts["trigger"] == pytest.approx(40 * 0.9)
    assert choice.parts["seen"] == pytest.approx((fresh - 1) * 61)
    assert choice.parts["category"] == pytest.approx(-0.4 * fresh * 61)
    assert choice.parts["limit"] == 0


def test_a_score_below_nothing_is_nothing_and_adds_up() -> None:
    [low] = choose([Candidate("T06", "sitting", "D", 0.0, own=-1.0, votes=-1.0)], [], TODAY)
    assert low.score == 0
    assert low.parts["limit"] == pytest.approx(28.75)
    assert sum(low.parts.values()) == pytest.approx(0)


def test_the_best_two_are_chosen_best_first() -> None:
    assert ids([C, B, A]) == ["T01", "T06"]


def test_another_category_goes_before_more_of_the_same() -> None:
    assert ids([A, SECOND_OF_A, C]) == ["T01", "T30"]


def test_more_of_the_same_is_better_than_nothing() -> None:
    assert ids([A, SECOND_OF_A]) == ["T01", "T02"]


def test_equal_scores_go_by_id() -> None:
    twins = [Candidate(name, name, "B", 0.5) for name in ("T08", "T07", "T09")]
    assert ids(twins) == ids(twins[::-1]) == ["T07", "T08"]


def test_nothing_to_choose_from_gives_nothing() -> None:
    assert ids([]) == []


@pytest.mark.parametrize(("days_ago", "again"), [(1, False), (6, False), (7, True)])
def test_a_tip_rests_seven_days(days_ago: int, again: bool) -> None:
    assert (ids([A], [seen("T01", days_ago)]) == ["T01"]) is again


def test_a_tip_can_ask_for_a_longer_rest() -> None:
    slow = Candidate("T50", "diary", "D", 0.5, again_after=30)
    assert not rested(slow, [seen("T50", 29)], TODAY)
    assert rested(slow, [seen("T50", 30)], TODAY)


def test_a_day_ahead_in_another_zone_counts() -> None:
    assert ids([A], [seen("T01", -1)]) == []


def test_what_was_shown_today_stays_and_comes_first() -> None:
    assert ids([A, B, C], [seen("T30", 0)]) == ["T30", "T01"]
    assert ids([A, B, C], [seen("T30", 0), seen("T06", 0)]) == ["T06", "T30"]


def test_a_tip_of_today_that_lost_its_ground_leaves_its_place_empty() -> None:
    assert ids([A, B], [seen("T30", 0)]) == ["T01"]
    assert ids([A, B], [seen("T30", 0), seen("T34", 0)]) == []


def test_the_category_of_a_tip_that_stays_counts_as_chosen() -> None:
    assert ids([A, SECOND_OF_A, C], [seen("T02", 0)]) == ["T02", "T30"]


def test_what_was_shown_often_of_late_drops() -> None:
    assert freshness("T01", [], TODAY) == 1
    assert freshness("T01", [seen("T01", 7)], TODAY) == pytest.approx(1 / (1 + exp(-1)))
    assert freshness("T01", [seen("T01", n) for n in range(1, 30)], TODAY) == pytest.approx(1 / 3)
    assert freshness("T01", [seen("T06", 1), seen("T01", 0)], TODAY) == 1


candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 12).map(lambda n: f"T{n:02}"),
        category=st.sampled_from("abc"),
        grade=st.sampled_from("ABCD"),
        trigger=st.floats(0, 1),
    ),
    unique_by=lambda candidate: candidate.id,
)


@given(st.lists(candidates, min_size=1, max_size=20))
def test_in_any_life_at_most_two_a_day_and_none_twice_in_a_week(
    life: list[list[Candidate]],
) -> None:
    shown: list[Shown] = []
    for n, each in enumerate(life):
        today = TODAY + timedelta(days=n)
        first = {choice.id for choice in choose(each, shown, today)}
        shown += [(name, today) for name in first]
        assert {choice.id for choice in choose(each, shown, today)} == first
        assert {choice.id for choice in choose(each[::-1], shown, today)} == first
        week = [name for name, day in shown if (today - day).days < 7]
        assert len(first) <= 2
        assert len(week) == len(set(week))


@given(candidates.filter(bool))
def test_every_part_of_a_score_is_at_most_its_weight(each: list[Candidate]) -> None:
    found = parts(each[0])
    assert 0 <= found["trigger"] <= 40
    assert 0 < found["evidence"] <= 25
