"""Every tip of the catalogue, fired and kept quiet by the diaries in `cases.toml`."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.tips.diaries import TODAY, blank, diary
from webapp.insights.days import Day
from webapp.tips.advice import Advice, tips_for
from webapp.tips.conditions import Average, Change, Never, names
from webapp.tips.rules import GATES, met
from webapp.tips.tip import Tip, catalogue
from webapp.tracker.factors import FACTORS

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text())
TIPS = {tip.id: tip for tip in catalogue()}
FIRING = [(tip, columns) for tip, case in CASES.items() for columns in case["fires"]]
QUIET = [(tip, columns) for tip, case in CASES.items() for columns in case["quiet"]]

# One logged day is enough for these: what happened yesterday or today, or a pill.
OF_THE_MOMENT = {"T10", "T16", "T20", "T21", "T44", "T46", "T47"}


def advice(name: str, rows: list[Day], profile: dict[str, bool], lang: str = "nl") -> list[Advice]:
    return tips_for(rows, profile, [], TODAY, lang, tips=[TIPS[name]])


def read(columns: dict[str, str]) -> tuple[list[Day], dict[str, bool]]:
    columns = dict(columns)
    profile = dict.fromkeys(columns.pop("profile", "").split(), True)
    return diary(columns), profile


def test_every_tip_has_cases_both_ways() -> None:
    assert set(CASES) == set(TIPS)
    assert all(case["fires"] and case["quiet"] for case in CASES.values())


def test_every_trigger_of_a_tip_has_a_case_that_fires_it() -> None:
    for name, tip in TIPS.items():
        diaries = [read(columns) for columns in CASES[name]["fires"]]
        for trigger in tip.triggers:
            assert any(met(trigger.when, *each) for each in diaries), (name, trigger.when)


@pytest.mark.parametrize(("name", "columns"), FIRING)
def test_it_fires_and_names_its_days(name: str, columns: dict[str, str]) -> None:
    [tip] = advice(name, *read(columns))
    assert tip.id == name
    assert tip.days
    assert 0 < tip.score <= 100
    assert sum(tip.parts.values()) == pytest.approx(tip.score)


@pytest.mark.parametrize(("name", "columns"), QUIET)
def test_it_stays_quiet(name: str, columns: dict[str, str]) -> None:
    assert advice(name, *read(columns)) == []


@pytest.mark.parametrize(("name", "columns"), FIRING)
def test_every_gate_of_a_tip_shuts_it(name: str, columns: dict[str, str]) -> None:
    rows, profile = read(columns)
    for letter in TIPS[name].exclude:
        for answer in GATES[letter]:
            assert advice(name, rows, {**profile, answer: True}) == [], (letter, answer)
            assert advice(name, rows, {**profile, answer: False}) != [], (letter, answer)


@pytest.mark.parametrize(("name", "columns"), FIRING)
def test_two_logged_days_are_too_few(name: str, columns: dict[str, str]) -> None:
    rows, profile = read(columns)
    assert bool(advice(name, blank(rows, keep=2), profile)) is (name in OF_THE_MOMENT)


@pytest.mark.parametrize(("name", "columns"), FIRING)
def test_old_days_alone_fire_nothing(name: str, columns: dict[str, str]) -> None:
    rows, profile = read(columns)
    later = [*rows[14:], *diary({}, 14)]
    if name != "T50":
        assert advice(name, later, profile) == []


def _only_counts(tip: Tip) -> bool:
    others = Average | Change | Never
    return not any(isinstance(each, others) for t in tip.triggers for each in t.when)


values = {
    key: st.sampled_from(["y", "n", "."])
    if factor.input == "yesno"
    else st.sampled_from([str(factor.low), str(factor.high), "2", "."])
    for key, factor in FACTORS.items()
} | {"worst": st.sampled_from([".", "0", "3", "7"])}
lives = st.fixed_dictionaries(
    {key: st.lists(value, min_size=14, max_size=14).map(" ".join) for key, value in values.items()}
)


@given(lives, st.data())
def test_forgetting_a_value_never_makes_a_counting_tip_appear(
    columns: dict[str, str], data: st.DataObject
) -> None:
    """What shuts a tip (fever, strong pain) is left alone: there, knowing less opens it."""
    tip = TIPS[data.draw(st.sampled_from([name for name in TIPS if _only_counts(TIPS[name])]))]
    asked = {name for t in tip.triggers for each in t.when for name in names(each)}
    shutting = {name for each in tip.unless for name in names(each)}
    factor = data.draw(st.sampled_from(sorted((asked - shutting) & set(values)) or ["stress"]))
    assume(advice(tip.id, diary(columns), {}) == [])
    cells = columns[factor].split()
    cells[data.draw(st.integers(0, 13))] = "."
    assert advice(tip.id, diary({**columns, factor: " ".join(cells)}), {}) == []


@given(lives)
def test_a_factor_nobody_logged_fires_nothing(columns: dict[str, str]) -> None:
    for name, tip in TIPS.items():
        asked = {name for t in tip.triggers for each in t.when for name in names(each)}
        others = {key: column for key, column in columns.items() if key not in asked}
        if asked & set(values):
            assert advice(name, diary(others), {"pregnant": True}) == []
