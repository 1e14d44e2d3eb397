"""The tips of an article: general words, whom they are not for, and nothing of a diary."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp.library.shelf import LANGUAGES, shelf
from webapp.tips.related import related
from webapp.tips.tip import Tip, catalogue, load

TIP = """
[[tip]]
id = "T90"
grade = "B"
sources = ["WAO21"]
article = "B04"
heading = "Wat kun je zelf doen?"
exclude = ["M", "K"]
nl = { title = "Titel", text = "TEXT" }
en = { title = "Title", text = "TEXT" }
[[tip.trigger]]
when = [{ factor = "caffeine_mg", above = 200, days = 1 }, { profile = "pregnant", is = true }]
scale = 200
nl = { why = "x", text = "Zwanger: {limit}." }
en = { why = "x", text = "Pregnant: {limit}." }
[[tip.trigger]]
when = [{ WHEN }]
scale = 4
nl.why = "x"
en.why = "x"
"""
SITTING = 'factor = "sitting_h", above = 8.5, days = 3'
WALKING = 'average = "walk_min", over = "week", below = 150'
LIFTING = 'total = "walk_min", at_least = 1000'


def written(folder: Path, text: str, when: str = SITTING) -> tuple[Tip, ...]:
    (folder / "sitting.toml").write_text(TIP.replace("TEXT", text).replace("WHEN", when))
    return load(folder)


def test_an_article_gets_its_own_tips_and_no_others(tmp_path: Path) -> None:
    tips = written(tmp_path, "Sta op.")
    assert [tip.title for tip in related("B04", "nl", tips)] == ["Titel"]
    assert [tip.title for tip in related("B04", "en", tips)] == ["Title"]
    assert related("B01", "nl", tips) == []


@pytest.mark.parametrize(
    ("when", "said"),
    [(SITTING, "8,5 is het."), (WALKING, "150 is het."), (LIFTING, "1000 is het.")],
)
def test_a_norm_is_filled_in_from_where_the_tip_says_its_usual_text(
    tmp_path: Path, when: str, said: str
) -> None:
    [tip] = related("B04", "nl", written(tmp_path, "{limit} is het.", when))
    assert tip.text == said


def test_a_tip_about_figures_of_ones_own_is_left_out(tmp_path: Path) -> None:
    assert related("B04", "nl", written(tmp_path, "Je kwam op {count} dagen.")) == []


def test_a_tip_says_whom_it_is_not_for(tmp_path: Path) -> None:
    [tip] = related("B04", "nl", written(tmp_path, "Sta op."))
    assert tip.not_for == (
        "Ik heb ME/CVS",
        "Ik heb een nierziekte",
        "Mijn hart pompt te zwak",
        "Ik gebruik plaspillen",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_tip_of_the_app_stands_at_its_article(lang: str) -> None:
    shown = [tip for id_ in shelf().articles[lang] for tip in related(id_, lang)]
    assert len(shown) == len(catalogue())
    assert not [tip for tip in shown if "{" in tip.title + tip.text]


def test_each_tip_leads_to_the_article_on_its_own_subject() -> None:
    articles = {tip.id: tip.article for tip in catalogue()}
    assert articles["T28"] == "B22"
    assert articles["T29"] == "B23"
    assert articles["T24"] == "F01"
    assert articles["T45"] == "B17"
