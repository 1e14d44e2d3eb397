"""A look at a diary: what may be named, what is lacking, and what is never laid beside pain."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from tests.unit.insights.diaries import FIRST, planted, rows
from webapp.insights import words
from webapp.insights.answers import Insights, insights
from webapp.insights.associations import Association
from webapp.insights.beside import Side, low_and_high
from webapp.insights.columns import OF_PAIN, TOGETHER_ONLY, columns
from webapp.insights.days import Day
from webapp.insights.look import Found, look
from webapp.insights.table import Factor
from webapp.tracker.factors import FACTORS

NOW = datetime(2026, 5, 5, tzinfo=UTC)


def told(days: list[Day], lang: str = "nl", **settings: str) -> Insights:
    return insights(look(days, {}, settings), FIRST, lang, NOW)


def found(**more: float) -> Found:
    given = {"effect": 1.2, "low": 0.4, "high": 2.0, "posterior": 0.87, "lag": 1} | more
    return Found(columns({}, {})["stress"], Association("stress", 90, **given), None)  # type: ignore[arg-type]


def test_what_is_found_is_told_with_how_much_and_how_sure() -> None:
    answer = told(planted())
    [finding] = answer.found
    assert finding.sentence.startswith("Op dagen na meer stress was je pijn gemiddeld 2,")
    assert finding.sentence.endswith(" punt hoger.")
    assert finding.sure == "vrijwel zeker"
    assert finding.low < finding.effect < finding.high
    assert (answer.message, answer.looked, answer.logged, answer.needed) == (None, 3, 120, 0)
    assert finding.comparison is not None
    assert finding.comparison.low.pain < finding.comparison.high.pain
    assert finding.comparison.low.label == "0 tot 3 van 10"


def test_the_sentences_of_both_languages() -> None:
    each = found()
    assert (
        words.effect(each, "nl") == "Op dagen na meer stress was je pijn gemiddeld 1,2 punt hoger."
    )
    assert words.interval(each.association, "nl") == "9 op 10 keer ligt dit tussen 0,4 en 2,0."
    assert words.chance(each.association, "nl") == "Kans dat dit echt samengaat: 87 %."
    assert words.effect(each, "en") == (
        "On days after more stress your pain was 1.2 points higher on average."
    )
    assert (
        words.interval(each.association, "en") == "9 times out of 10 this lies between 0.4 and 2.0."
    )
    assert words.chance(each.association, "en") == "Chance that the two really go together: 87%."


def test_less_pain_and_an_interval_across_nothing_read_well() -> None:
    less = found(effect=-1.2, low=-2.0, high=-0.4, lag=2)
    assert words.effect(less, "nl").startswith("Twee dagen na meer stress was")
    assert words.effect(less, "nl").endswith("1,2 punt lager.")
    assert words.interval(less.association, "nl").endswith("tussen 0,4 en 2,0.")
    both = found(effect=0.3, low=-0.2, high=0.8, lag=0).association
    assert words.interval(both, "en").endswith("between 0.2 lower and 0.8 higher.")


@pytest.mark.parametrize(
    ("chance", "said", "sure"),
    [
        (0.75, "75 %", "waarschijnlijk"),
        (0.899, "90 %", "waarschijnlijk"),
        (0.9, "90 %", "zeer waarschijnlijk"),
        (0.98, "98 %", "vrijwel zeker"),
        (0.994, "99 %", "vrijwel zeker"),
        (0.9999, "meer dan 99 %", "vrijwel zeker"),
    ],
)
def test_nothing_is_ever_certain(chance: float, said: str, sure: str) -> None:
    association = found(posterior=chance).association
    assert words.chance(association, "nl") == f"Kans dat dit echt samengaat: {said}."
    assert words.sureness(association, "nl") == sure


def test_at_most_two_are_named_and_nothing_below_a_half() -> None:
    strong = planted(300, 3.0, 0, "stress", 4)
    rng = np.random.default_rng(9)
    for key, points in (("sleep_q", 2.0), ("worry", 2.0), ("posture", 2.0)):
        values = rng.integers(0, 3, len(strong)) * 5
        for day, value in zip(strong, values, strict=True):
            day.values[key] = int(value)
            day.worst = int(np.clip((day.worst or 0) + points * (value / 10 - 0.5), 0, 10))
    answer = told(strong)
    assert len(answer.found) == 2
    assert answer.perhaps == []
    quiet = told(planted(points=0.0))
    assert (quiet.found, quiet.perhaps) == ([], [])
    assert quiet.message is not None
    assert quiet.message.startswith("In je dagboek gaat nog niets duidelijk samen")


def test_between_a_half_and_three_quarters_no_figure_is_given() -> None:
    between = [
        answer for seed in range(60) if (answer := told(planted(60, 1.2, seed=seed))).perhaps
    ]
    assert between
    for answer in between:
        for each in answer.perhaps:
            assert "misschien" in each.sentence
            assert not any(mark.isdigit() for mark in each.sentence)
        assert len(answer.found) + len(answer.perhaps) <= 2


BAD = {
    "nothing at all": (rows([]), "Nog 20 dagen bijhouden.", 20),
    "one day": (rows([4], stress=[5]), "Nog 19 dagen bijhouden.", 19),
    "19 days": (planted(19), "Nog 1 dag bijhouden.", 1),
    "pain of which nobody knows": (rows([None] * 60, stress=[5] * 60), "Nog 20 dagen", 20),
    "no factor": (rows([4, 5] * 10), "Er is nog te weinig", 0),
    "pain always 0": (rows([0] * 60, stress=[1, 5, 9] * 20), "Er is nog te weinig", 0),
    "pain always 10": (rows([10] * 60, stress=[1, 5, 9] * 20), "Er is nog te weinig", 0),
    "always the same": (rows([4, 5, 6] * 20, stress=[5] * 60), "Er is nog te weinig", 0),
    "on three days": (
        rows([4, 5, 6] * 20, stress=[1, 5, 9] + [None] * 57),
        "Nog 17 dagen bijhouden.",
        17,
    ),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_too_little_is_said_plainly_and_never_in_a_figure(name: str, lang: str) -> None:
    days, message, needed = BAD[name]
    answer = told(days, lang)
    assert (answer.found, answer.perhaps, answer.looked) == ([], [], 0)
    assert answer.needed == needed
    assert answer.message is not None
    if lang == "nl":
        assert answer.message.startswith(message)
    assert {each.factor for each in answer.too_few} == (
        {"stress"} if "stress" in str(days) else set()
    ) | ({"sleep_h", "walk_min"} if name == "19 days" else set())


def test_what_lacks_is_told_for_each_factor_that_is_kept() -> None:
    days = rows(
        [3, 4, 5, 6] * 15,
        stress=[1, 5, 9, 3] * 15,
        ill=[n < 3 for n in range(60)],
        breaks=[4] * 60,
    )
    said = {each.factor: each.sentence for each in told(days).too_few}
    assert said == {
        "ill": "Koorts of griep: nog 2 dagen met ja.",
        "breaks": "Pauzes van het zitten: "
        "je vulde bijna steeds hetzelfde in: er valt niets te vergelijken.",
    }


def test_pain_itself_and_what_is_done_against_it_is_no_finding() -> None:
    assert set(FACTORS) >= OF_PAIN
    days = planted(key="background", points=4.0)
    assert all(each.factor != "background" for each in told(days).found)
    assert not set(columns({}, {})) & OF_PAIN


def test_food_and_weight_stay_out_of_sight_where_counting_them_can_do_harm() -> None:
    assert {"mg_foods", "weight_kg"} <= set(columns({}, {}))
    assert not {"mg_foods", "weight_kg"} & set(columns({"eating_disorder": True}, {}))


def test_food_and_coffee_only_go_together() -> None:
    assert {"caffeine_mg", "caffeine_late", "mg_foods", "alcohol_units"} <= TOGETHER_ONLY
    [finding] = told(planted(key="caffeine_mg")).found
    assert finding.note is not None
    assert "geen advies" in finding.note
    [plain] = told(planted()).found
    assert plain.note is None


def test_a_question_of_ones_own_is_told_in_its_own_words() -> None:
    days = planted(key="own_1", points=3.0)
    settings = {"own_1_name": "Trappen", "own_1_input": "number", "own_1_unit": "keer"}
    [finding] = told(days, **settings).found
    assert finding.sentence.startswith("Op dagen na meer van “Trappen” was je pijn")
    assert finding.comparison is not None
    assert finding.comparison.low.label.endswith(" keer")
    assert told(days).found == []


def test_an_answer_of_another_sort_is_no_answer() -> None:
    days = planted(key="own_1", points=3.0)
    for day in days[:60]:
        day.values["own_1"] = True
    settings = {"own_1_name": "Trappen", "own_1_input": "number"}
    assert told(days, **settings).found[0].days <= 60


def test_every_factor_has_words_in_both_languages() -> None:
    for key, column in columns({}, {}).items():
        for lang in ("nl", "en"):
            assert words.phrase(column, lang), key


def test_low_and_high_days_are_thirds_that_split_no_equal_values() -> None:
    pain = np.array([1.0, 1, 2, 2, 8, 9])
    low, high = low_and_high(pain, Factor("stress", np.arange(6.0), False), 0) or (None, None)
    assert (low, high) == (Side(0, 1, 2, 1.0), Side(4, 5, 2, 8.5))
    mostly = Factor("lifting", np.array([0.0, 0, 0, 0, 0, 2]), False)
    low, high = low_and_high(pain, mostly, 0) or (None, None)
    assert (low, high) == (Side(0, 0, 5, 2.8), Side(2, 2, 1, 9.0))
    rare = Factor("sleep", np.array([3.0, 7, 7, 7, 7, 7]), False)
    low, high = low_and_high(pain, rare, 0) or (None, None)
    assert (low, high) == (Side(3, 3, 1, 1.0), Side(7, 7, 5, 4.4))
    assert low_and_high(pain, Factor("same", np.full(6, 3.0), False), 0) is None
    later, _ = low_and_high(pain, Factor("stress", np.arange(6.0), False), 1) or (None, None)
    assert later == Side(0, 1, 2, 1.5)
