"""The list of factors: complete in both languages, and nothing twice."""

import re
import tomllib
from pathlib import Path

import pytest

from webapp.tracker.factors import DRINKS, FACTORS, Factor
from webapp.tracker.words import ABOUT, FEEL, PROFILE, RELIEF

every_factor = pytest.mark.parametrize("factor", FACTORS.values(), ids=lambda factor: factor.key)


@every_factor
def test_a_factor_speaks_both_languages(factor: Factor) -> None:
    for words in (factor.nl, factor.en):
        assert words.label[0].isupper()
        assert len(words.hint.split()) <= 20
        assert bool(words.unit) == (factor.input == "number")
        assert len(words.choices) == (factor.high + 1 if factor.input == "choice" else 0)
    assert factor.nl.label != factor.en.label or factor.key in ("stress", "alcohol_units")


@every_factor
def test_a_factor_can_be_reached_in_steps(factor: Factor) -> None:
    steps = (factor.high - factor.low) / factor.step
    assert factor.low < factor.high
    assert abs(steps - round(steps)) < 1e-9


@every_factor
def test_an_answer_of_one_tap_is_a_step_within_the_range(factor: Factor) -> None:
    assert bool(factor.quick) <= (factor.input == "number")
    assert list(factor.quick) == sorted(set(factor.quick))
    for answer in factor.quick:
        assert factor.low <= answer <= factor.high
        assert ((answer - factor.low) / factor.step).is_integer()


@every_factor
def test_only_answers_of_the_profile_decide_what_is_asked(factor: Factor) -> None:
    assert {*factor.also, *factor.unless, *factor.never} <= set(PROFILE)


@every_factor
def test_a_norm_is_short_and_names_its_source(factor: Factor) -> None:
    if factor.norm is None:
        return
    for text in (factor.norm.nl, factor.norm.en):
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"[.;]\s", text))
    assert factor.norm.source in _source_codes()


def test_words_are_given_in_the_language_that_is_asked() -> None:
    assert FACTORS["sleep_h"].words("nl").label == "Slaap"
    assert FACTORS["sleep_h"].words("en").label == "Sleep"


def test_the_words_of_a_cramp_and_of_a_person_are_in_both_languages() -> None:
    for choices in (FEEL, RELIEF, PROFILE):
        assert all(set(words) == {"nl", "en"} and all(words.values()) for words in choices.values())


def test_every_question_about_a_person_stands_under_one_heading() -> None:
    assert [key for keys in ABOUT.values() for key in keys] == list(PROFILE)


def test_a_drink_is_a_whole_number_of_taps() -> None:
    assert all(drink.mg % FACTORS["caffeine_mg"].step == 0 for drink in DRINKS)


def _source_codes() -> set[str]:
    register = Path(__file__).parents[3] / "webapp" / "library" / "content" / "sources.toml"
    return set(tomllib.loads(register.read_text()))
