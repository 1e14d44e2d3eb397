"""The list of factors and the zones: complete in both languages, and nothing twice."""

import re
import tomllib
from pathlib import Path

import pytest

from webapp.tracker.factors import DRINKS, FACTORS, Factor
from webapp.tracker.words import FEEL, PROFILE, RELIEF
from webapp.tracker.zones import LEVELS, SIDES, ZONES

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
def test_a_norm_is_short_and_names_its_source(factor: Factor) -> None:
    if factor.norm is None:
        return
    for text in (factor.norm.nl, factor.norm.en):
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"[.;]\s", text))
    assert factor.norm.source in _source_codes()


def test_words_are_given_in_the_language_that_is_asked() -> None:
    assert FACTORS["sleep_h"].words("nl").label == "Slaap"
    assert FACTORS["sleep_h"].words("en").label == "Sleep"


def test_there_are_fifteen_zones_and_each_has_its_own_names() -> None:
    assert [zone.id for zone in ZONES.values()] == list(ZONES)
    assert {(zone.level, zone.side) for zone in ZONES.values()} == {
        (level, side) for level in LEVELS for side in SIDES
    }
    assert len(ZONES) == len({zone.nl for zone in ZONES.values()}) == 15
    assert len({zone.name("en") for zone in ZONES.values()}) == 15
    assert ZONES["buttock_middle"].name("nl") == "stuit"


def test_the_words_of_a_cramp_and_of_a_person_are_in_both_languages() -> None:
    for choices in (FEEL, RELIEF, PROFILE):
        assert all(set(words) == {"nl", "en"} and all(words.values()) for words in choices.values())


def test_a_drink_is_a_whole_number_of_taps() -> None:
    assert all(drink.mg % FACTORS["caffeine_mg"].step == 0 for drink in DRINKS)


def _source_codes() -> set[str]:
    register = Path(__file__).parents[3] / "webapp" / "library" / "content" / "sources.toml"
    return set(tomllib.loads(register.read_text()))
