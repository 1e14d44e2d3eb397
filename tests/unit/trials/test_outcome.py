"""What may be said of a trial, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.bench.insights.counts import Counts
from tests.bench.insights.trials import foretold
from webapp.trials.course import Trial, trials_of
from webapp.trials.outcome import Outcome, gain, outcome
from webapp.trials.words import percent, points, sentences, title

BEGAN = date(2026, 3, 2)


def trial(block: int = 3, pairs: int = 7, **more: Any) -> Trial:
    body = {"habit": "walk", "began": BEGAN.isoformat(), "seed": 5, "block": block, "pairs": pairs}
    return trials_of([SimpleNamespace(kind="trial", body=body | more)])[0]


def pain_of(
    one: Trial, effect: float, days: int, level: float = 5, seed: int = 3
) -> dict[date, int]:
    """Pain on the 28 days before and on so many days of the trial."""
    rng = np.random.default_rng(seed)
    pain = {}
    for n in range(-28, days):
        on = n >= 0 and one.order[n]
        worst = level + rng.normal(0, 0.8) + (effect if on else 0)
        pain[BEGAN + timedelta(days=n)] = int(np.clip(round(worst), 0, 10))
    return pain


def after(days: int, one: Trial, effect: float, known: int | None = None) -> Outcome:
    pain = pain_of(one, effect, days if known is None else known)
    return outcome(one, pain, {}, BEGAN + timedelta(days=days))


def test_nothing_is_worked_out_before_the_first_look() -> None:
    early = after(23, trial(), -3)
    assert (early.state, early.look, early.answer, early.result) == ("waiting", None, None, None)
    assert early.next_look == 24
    first = after(24, trial(), -3)
    assert (first.state, first.look, first.answer) == ("finished", 24, "clearly")


def test_what_comes_after_a_look_waits_for_the_next_one() -> None:
    one = trial()
    pain = pain_of(one, 0, 42, seed=8)
    at = {day: outcome(one, pain, {}, BEGAN + timedelta(days=day)) for day in (24, 35, 36)}
    assert at[24].answer == "undecided"
    assert at[24].result == at[35].result
    assert at[35].next_look == 36
    assert at[36].look == 36
    assert at[36].result != at[35].result


def test_an_answer_stands_whatever_comes_after() -> None:
    one = trial()
    pain = pain_of(one, -3, 24) | {BEGAN + timedelta(days=n): 9 for n in range(24, 42)}
    late = outcome(one, pain, {}, BEGAN + timedelta(days=42))
    assert (late.look, late.answer, late.state) == (24, "clearly", "finished")


def test_who_ends_undecided_may_go_on_for_three_days_and_until_the_longest() -> None:
    one = trial()
    pain = pain_of(one, -0.9, 42, seed=10)
    says = [outcome(one, pain, {}, BEGAN + timedelta(days=day)) for day in (42, 44, 45)]
    # What only begins to show is not called nothing, as long as somebody may go on.
    assert [each.answer for each in says] == ["undecided", "undecided", "no_gain"]
    assert [each.state for each in says] == ["undecided", "undecided", "finished"]
    assert title(says[0], "nl") == "We kunnen het nog niet zeggen."
    longest = trial(pairs=10)
    done = outcome(longest, {}, {}, BEGAN + timedelta(days=60))
    assert (done.state, done.answer) == ("finished", "too_few")


def test_an_answer_that_stays_open_says_so_at_the_end() -> None:
    one = trial(pairs=8)
    every_other = pain_of(one, -1, 48, seed=26).items()
    pain = {day: worst for day, worst in every_other if day < BEGAN or not (day - BEGAN).days % 2}
    says = [outcome(one, pain, {}, BEGAN + timedelta(days=day)) for day in (48, 60)]
    assert [each.answer for each in says] == ["undecided", "undecided"]
    assert [title(each, "en") for each in says] == ["We cannot tell yet.", "We cannot tell."]


def test_who_stops_is_told_what_the_last_look_said() -> None:
    one = trial(ended=(BEGAN + timedelta(days=30)).isoformat())
    stopped = outcome(one, pain_of(one, 0, 42, seed=8), {}, BEGAN + timedelta(days=40))
    assert (stopped.state, stopped.over, stopped.look) == ("stopped", 30, 24)
    early = trial(ended=(BEGAN + timedelta(days=9)).isoformat())
    none = outcome(early, pain_of(early, -3, 42), {}, BEGAN + timedelta(days=40))
    assert (none.state, none.look, none.answer, none.next_look) == ("stopped", None, None, None)


@pytest.mark.parametrize("arm", [True, False])
def test_with_one_kind_of_day_empty_nothing_can_be_told(arm: bool) -> None:
    one = trial()
    whole = pain_of(one, -3, 24)
    pain = {
        day: worst
        for day, worst in whole.items()
        if day < BEGAN or one.order[(day - BEGAN).days] is not arm
    }
    found = outcome(one, pain, {}, BEGAN + timedelta(days=24))
    assert (found.answer, found.result) == ("too_few", None)
    assert found.state == "running"
    assert title(found, "en") == "There are too few days to tell."


def test_days_without_pain_known_are_missing_and_not_zero() -> None:
    one = trial()
    pain = pain_of(one, -3, 24)
    gone = {day: worst for day, worst in pain.items() if (day - BEGAN).days % 4}
    found = outcome(one, gone, {}, BEGAN + timedelta(days=24))
    assert found.result
    assert found.result.n == sum(day >= BEGAN for day in gone)
    assert found.result.median < -2


def test_the_goal_is_ones_own_or_a_third_of_the_usual_pain() -> None:
    own, usual = after(24, trial(target=0.5), -1), after(24, trial(), -1)
    assert own.result
    assert usual.result
    assert own.result.goal == 0.5
    assert 1.3 < usual.result.goal < 1.7


def test_whole_weeks_are_looked_at_after_28_days() -> None:
    assert after(27, trial(7, 3), -3).look is None
    assert after(28, trial(7, 3), -3).look == 28


def test_mostly_not_done_is_told_beside_the_result() -> None:
    one = trial()
    ons = [BEGAN + timedelta(days=n) for n, on in enumerate(one.order[:24]) if on]
    pain, today = pain_of(one, 0, 24), BEGAN + timedelta(days=24)
    seldom = outcome(one, pain, {day: n < 3 for n, day in enumerate(ons)}, today)
    often = outcome(one, pain, {day: n > 3 for n, day in enumerate(ons)}, today)
    unknown = outcome(one, pain, {}, today)
    assert [seldom.seldom, often.seldom, unknown.seldom] == [True, False, False]
    assert any("lukte het niet" in each for each in sentences(seldom, "Kans", "nl"))
    assert not any("lukte het niet" in each for each in sentences(often, "Kans", "nl"))


def test_what_one_found_oneself_takes_the_place_of_the_diary() -> None:
    assert gain(after(24, trial(), -3)) == 1
    hurt = gain(after(24, trial(), 3))
    assert hurt == -1
    assert gain(after(10, trial(), -3)) is None
    assert gain(outcome(trial(), {}, {}, BEGAN + timedelta(days=24))) is None


def test_the_words_tell_the_chance_the_estimate_and_what_to_do() -> None:
    found = after(24, trial(), -2.5)
    nl, en = (sentences(found, "Kans dat lopen helpt", lang) for lang in ("nl", "en"))
    assert nl[0] == "Kans dat lopen helpt: meer dan 99 %."
    assert "punt lager" in nl[1]
    assert "8 van de 10 keer" in nl[1]
    assert nl[-1] == "Houd het erin als het je bevalt."
    assert "points lower" in en[1]
    assert len(nl) == len(en) == 5


def test_nearly_sure_at_an_early_look_is_told_why_that_is_not_enough() -> None:
    one = trial(target=3)
    found = outcome(one, pain_of(one, -0.8, 24, seed=4), {}, BEGAN + timedelta(days=24))
    assert found.answer == "undecided"
    assert found.result
    told = any("pas bij 98 %" in each for each in sentences(found, "Kans", "nl"))
    assert told is (found.result.help >= 0.9)
    assert found.result.help >= 0.9


def test_what_cannot_be_told_yet_never_shows_the_chance_that_it_waits_for() -> None:
    found = after(24, trial(), -2.5)
    assert found.result
    nearly = replace(found, result=replace(found.result, help=0.979), answer="undecided")
    assert sentences(nearly, "Kans", "nl")[0] == "Kans: 97 %."
    assert sentences(replace(nearly, answer="a_little"), "Kans", "nl")[0] == "Kans: 98 %."


def test_no_chance_is_ever_certain_and_nothing_is_minus_zero() -> None:
    assert [percent(each, "nl") for each in (0, 0.004, 0.87, 0.996, 1)] == [
        "minder dan 1 %", "minder dan 1 %", "87 %", "meer dan 99 %", "meer dan 99 %",
    ]  # fmt: skip
    assert percent(0.87, "en") == "87%"
    assert [points(each, "nl") for each in (-1.24, 0.3, -0.04, 0)] == [
        "1,2 punt lager", "0,3 punt hoger", "gelijk", "gelijk",
    ]  # fmt: skip


def test_a_chance_is_right_as_often_as_it_says() -> None:
    chances = Counts()
    for told in filter(None, map(foretold, range(400))):
        chances.judge(*told)
    bins = list(chances.bins())
    assert len(bins) >= 2
    for name, chance, helped, cases in bins:
        assert abs(helped - chance) < 0.15, (name, chance, helped, cases)
