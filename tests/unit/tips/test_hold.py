"""What makes tips wait, whatever the diary shows."""

import pytest

from tests.unit.tips.diaries import TODAY, diary
from webapp.tips.advice import tips_for
from webapp.tips.hold import ANSWERS, Hold, hold, lets
from webapp.tips.tip import catalogue
from webapp.tips.words import held

LONG = {"sitting_h": "9 9 9"}
STAYS = {"T14", "T15", "T20", "T22", "T23", "T36", "T37", "T38", "T39", "T46"}


def shown(columns: dict[str, str], **profile: bool) -> list[str]:
    return [tip.id for tip in tips_for(diary(columns), profile, [], TODAY, "nl")]


@pytest.mark.parametrize("answer", ANSWERS)
def test_each_answer_holds_tips_and_no_answer_does_not(answer: str) -> None:
    assert shown(LONG, **{answer: True}) == []
    assert shown(LONG, **{answer: False}) == shown(LONG) == ["T06"]


def test_strong_pain_holds_today_and_tomorrow() -> None:
    assert [hold(diary({"worst": each}), {}) for each in ("8", "9 .", "10 . .", "7", "8 0 0")] == [
        "strong", "strong", None, None, None,
    ]  # fmt: skip


def test_who_must_call_is_told_that_and_not_the_smaller_thing() -> None:
    answers = {"alarm_call": True, "alarm_visit": True}
    assert hold(diary({"worst": "9"}), answers) == "call"
    assert hold(diary({"worst": "9"}), {"alarm_visit": True}) == "visit"


def test_a_tip_beside_a_visit_stays_and_never_beside_a_call() -> None:
    low = {"low_mood": "8 8 8 8 8 8"}
    assert shown(low, alarm_visit=True) == shown({**low, "worst": "8"}) == ["T37"]
    assert shown(low, alarm_call=True) == shown(low, under_18=True) == []


def test_the_tips_that_stay_are_those_of_the_evidence() -> None:
    assert {tip.id for tip in catalogue() if tip.during_visit} == STAYS


@pytest.mark.parametrize("code", ["young", "call", "visit", "strong"])
def test_every_hold_has_words(code: Hold) -> None:
    assert held(code, "nl") != held(code, "en") != ""
    assert not lets(code, during_visit=False)
