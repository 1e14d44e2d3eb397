"""From a diary to the words of a tip."""

import pytest

from tests.unit.tips.diaries import TODAY, ago, diary
from webapp.tips.advice import strength, tips_for
from webapp.tips.tip import Tip, catalogue
from webapp.tips.words import STRENGTH, message, number

TIPS = {tip.id: tip for tip in catalogue()}


def test_a_tip_shows_its_ground() -> None:
    [tip] = tips_for(diary({"sitting_h": "9 6 10 9"}), {}, [], TODAY, "nl")
    assert tip.id == "T06"
    assert tip.title == "Wissel vaker van houding"
    assert tip.why == "Je zat op 3 van de 4 dagen die je bijhield langer dan 8 uur."
    assert tip.days == ago(3, 1, 0)
    assert tip.sources == ("WAO21", "SWA20")
    assert (tip.article, tip.grade, tip.category) == ("B04", "B", "sitting")


def test_the_same_tip_in_english() -> None:
    [tip] = tips_for(diary({"sitting_h": "9 6 10 9"}), {}, [], TODAY, "en")
    assert tip.why == "You sat for more than 8 hours on 3 of the 4 days you logged."


def test_figures_have_the_comma_of_the_language() -> None:
    rows = diary({"sleep_h": "6 6 6.25 6"})
    assert "6,1 uur" in tips_for(rows, {}, [], TODAY, "nl")[0].why
    assert "6.1 hours" in tips_for(rows, {}, [], TODAY, "en")[0].why


def test_an_empty_diary_is_quiet() -> None:
    assert tips_for(diary({}), {}, [], TODAY, "nl") == []


def test_a_diary_that_keeps_to_every_norm_is_quiet() -> None:
    kept = {
        "sitting_h": "6 6 6 6",
        "walk_min": "30 30 30 30",
        "sleep_h": "8 8 8 8",
        "worst": "0 0 0",
    }
    assert tips_for(diary(kept), {}, [], TODAY, "nl") == []


def test_a_busy_diary_gives_two_tips_of_two_kinds() -> None:
    busy = {
        "sitting_h": "12 12 12 12 12 12 12",
        "walk_min": "0 0 0 0 0 0 0",
        "strength": "n n n n n n n",
        "stress": "9 9 9 9 9 9 9",
        "sleep_q": "2 2 2 2 2 2 2",
    }
    first, second = tips_for(diary(busy), {}, [], TODAY, "nl")
    assert first.category != second.category
    assert first.score >= second.score


def test_the_pregnant_limit_of_caffeine_has_its_own_words() -> None:
    rows = diary({"caffeine_mg": "450 450 450"})
    [adult] = tips_for(rows, {}, [], TODAY, "nl", tips=[TIPS["T28"]])
    [pregnant] = tips_for(rows, {"pregnant": True}, [], TODAY, "nl", tips=[TIPS["T28"]])
    assert "boven 400 mg" in adult.why
    assert "boven 200 mg" in pregnant.why
    assert pregnant.text.startswith("Ben je zwanger, dan is 200 mg")


def test_pregnant_means_no_alcohol_and_nobody_is_told_to_stop_at_once() -> None:
    rows = diary({"alcohol_units": "1 0 0"})
    [tip] = tips_for(rows, {"pregnant": True}, [], TODAY, "nl", tips=[TIPS["T29"]])
    assert tip.text.startswith("Ben je zwanger")
    assert "geen alcohol" in tip.text
    assert "niet ineens" in tip.text


def test_what_was_shown_this_week_makes_room() -> None:
    rows = diary({"sitting_h": "12 12 12", "stress": "9 9 9", "fluids_l": "1 1 1"})
    first = {tip.id for tip in tips_for(rows, {}, [], TODAY, "nl")}
    shown = [(name, ago(1)[0]) for name in first]
    assert first.isdisjoint(tip.id for tip in tips_for(rows, {}, shown, TODAY, "nl"))


def test_the_strength_of_a_trigger_is_the_formula() -> None:
    [trigger] = TIPS["T06"].triggers
    # Last 7 days: two known, 2 and 4 hours past, scale 4; last 14: the same and one at 8.
    rows = diary({"sitting_h": "8 . . . . . . . . 10 12"})
    week, fortnight = 3 / 4 * 2 / 4, 2 / 4 * 3 / 7
    assert strength(trigger, rows) == pytest.approx(0.65 * week + 0.35 * fortnight)


def test_the_strength_never_passes_one() -> None:
    [trigger] = TIPS["T06"].triggers
    assert strength(trigger, diary({"sitting_h": "16 " * 14})) == 1


@pytest.mark.parametrize("tip", catalogue(), ids=lambda tip: tip.id)
def test_every_grade_has_words(tip: Tip) -> None:
    for lang in ("nl", "en"):
        assert STRENGTH[lang][tip.grade]


def test_the_message_says_how_many_days_are_lacking() -> None:
    assert message(0, 0, "nl") == (
        "Houd nog 3 dagen je dagboek bij. Dan kijken we welke tip bij je past."
    )
    assert (message(1, 0, "nl") or "").startswith("Houd nog 2 dagen je dagboek bij.")
    assert message(2, 0, "en") == (
        "Keep your diary for 1 more day. Then we can see which tip suits you."
    )


def test_the_message_says_when_nothing_stands_out() -> None:
    assert (message(3, 0, "nl") or "").startswith("Geen tip vandaag:")
    assert (message(7, 0, "en") or "").startswith("No tip today:")


def test_there_is_no_message_beside_a_tip() -> None:
    assert message(1, 1, "nl") is None


@pytest.mark.parametrize(
    ("value", "lang", "text"),
    [(8, "nl", "8"), (1.5, "nl", "1,5"), (1.5, "en", "1.5"), (6.04, "nl", "6"), (93.4, "en", "93")],
)
def test_a_figure_is_short(value: float, lang: str, text: str) -> None:
    assert number(value, lang) == text
