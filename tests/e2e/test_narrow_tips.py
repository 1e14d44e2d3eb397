"""Tips, trials and insights on the narrowest phone with the largest text, all of it open."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.site import Site
from tests.e2e.test_insights import keep as keep_days
from tests.e2e.test_insights import sitting
from tests.e2e.test_narrow import beside, large
from tests.e2e.test_states_tips import CARDS, UNFOLD, Diary
from tests.e2e.trials import seeded
from webapp.languages import LANGUAGES, PATHS

LINES = """all => all.map((one) =>
  one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))"""


def wide(page: Page, endpoint: str, lang: str, shown: str) -> list[str]:
    """What stands beside the screen once this is there, as it is and with all of it open."""
    page.goto(PATHS[endpoint][lang])
    expect(page.locator(shown).first).to_be_visible()
    large(page)
    closed = beside(page)
    page.evaluate(UNFOLD)
    return closed + beside(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_stands_beside_the_screen(site: Site, page: Page, alice: UUID, lang: str) -> None:
    diary = Diary(site, alice)
    diary.sat_and_drank_little()
    diary.week("T07", 3, done_1=True)
    diary.week("T08", 8)
    diary.week("T09", 20, effect="helped")
    diary.chose("T01", saved=True)
    diary.chose("T02", not_for_me=True)
    found = {"choices": wide(page, "trials.trials", lang, ".trial-choices")}
    page.locator(".trial-choices button").first.click()
    large(page)
    page.evaluate(UNFOLD)
    found["plan"] = beside(page)
    seeded(site, alice, 60, -6, 24, pairs=4)
    seeded(site, alice, 12, 0, 6)
    found["today"] = wide(page, "tips.today", lang, CARDS)
    tallest = page.locator(".points dt").evaluate_all(LINES)
    assert max(tallest) < 4, "a name of the points is broken into letters"
    found["tips"] = wide(page, "tips.tips", lang, "#mine [data-mine]")
    found["trials"] = wide(page, "trials.trials", lang, ".trial-result")
    keep_days(site, alice, sitting(100))
    found["insights"] = wide(page, "insights.insights", lang, ".finding")
    assert {where: each for where, each in found.items() if each} == {}
