"""The habits that can be tried out hold together with the rest of the app."""

from __future__ import annotations

import re

import pytest

from webapp.library.shelf import shelf
from webapp.tips.rules import GATES
from webapp.tips.tip import catalogue
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import HABIT
from webapp.tracker.words import PROFILE
from webapp.trials.habits import habits, leads

TIPS = {tip.id: tip for tip in catalogue()}


@pytest.mark.parametrize("key", habits())
def test_what_a_habit_names_exists(key: str) -> None:
    habit = habits()[key]
    assert re.fullmatch(HABIT, key)
    assert set(habit.exclude) <= set(PROFILE)
    assert set(habit.factors) <= set(FACTORS)
    assert set(habit.tips) <= set(TIPS)
    assert all(habit.article in shelf().articles[lang] for lang in ("nl", "en"))


@pytest.mark.parametrize("key", habits())
def test_whom_a_tip_does_not_suit_the_habit_does_not_suit_either(key: str) -> None:
    habit = habits()[key]
    for tip in (TIPS[tip] for tip in habit.tips):
        closed = {answer for letter in tip.exclude for answer in GATES[letter]}
        assert closed <= set(habit.exclude), tip.id


@pytest.mark.parametrize("key", habits())
def test_who_did_not_answer_is_told_whom_it_does_not_suit(key: str) -> None:
    habit = habits()[key]
    for words in (habit.nl, habit.en):
        assert bool(words.not_for) == bool(habit.exclude)
        assert all((words.title, words.chance, words.on, words.off))


def test_warmth_is_not_for_numb_skin_nor_water_for_kidneys_and_heart() -> None:
    assert not habits()["warmth"].suits({"numb_skin": True})
    for answer in ("kidney_disease", "heart_failure", "diuretic"):
        assert not habits()["water"].suits({answer: True})
    assert habits()["water"].suits({"kidney_disease": False, "numb_skin": True})
    assert habits()["water"].suits({})


def test_food_and_coffee_are_not_tried_out() -> None:
    eaten = {"caffeine_mg", "caffeine_late", "mg_foods", "ca_foods", "alcohol_units", "magnesium"}
    assert not eaten & {factor for habit in habits().values() for factor in habit.factors}


def test_a_tip_and_a_factor_lead_to_their_habit() -> None:
    found = leads()
    assert [found.get(name) for name in ("T06", "T30", "heat_used", "stress")] == [
        "breaks", "water", "warmth", "breathing",
    ]  # fmt: skip
    assert not {"T28", "caffeine_mg"} & set(found)
