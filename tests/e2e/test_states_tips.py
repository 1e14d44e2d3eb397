"""axe finds nothing on Today's tips and on Tips in any state, in both languages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost
from tests.e2e.site import Site
from tests.e2e.trials import keep, today
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker.records import day_id, follow_id, profile_id, tip_id, week_id

UNFOLD = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
CARDS, HELD, WEEKS = "#today article[data-tip]", "#today .notice.warn", "article[data-week]"


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


class Diary:
    """What Alice logged and chose, as her phone would have sent it."""

    def __init__(self, site: Site, user: UUID) -> None:
        self.site, self.user = site, user

    def sat_and_drank_little(self) -> None:
        """Three days that give two tips: T06 and T30."""
        for back in range(3):
            body = {"day": ago(back), "sitting_h": 11, "fluids_l": 0.8}
            keep(self.site, self.user, "day", day_id(self.user, ago(back)), body)

    def said(self, **answers: bool) -> None:
        keep(self.site, self.user, "profile", profile_id(self.user), answers)

    def cramp(self, worst: int) -> None:
        body = {"began": f"{ago(0)}T00:05+01:00", "worst": worst}
        keep(self.site, self.user, "pain", uuid4(), body)

    def chose(self, tip: str, **more: Any) -> None:
        body = {"tip": tip, "day": ago(1)} | more
        keep(self.site, self.user, "follow", follow_id(self.user, tip), body)

    def week(self, tip: str, began: int, **more: Any) -> None:
        body = {"tip": tip, "began": ago(began)} | more
        keep(self.site, self.user, "week", week_id(self.user, tip, ago(began)), body)

    def did(self, tip: str, effect: str | None) -> None:
        body = {"tip": tip, "day": ago(0), "done": True} | ({"effect": effect} if effect else {})
        keep(self.site, self.user, "tip", tip_id(self.user, tip, ago(0)), body)


@pytest.fixture
def diary(site: Site, alice: UUID) -> Diary:
    return Diary(site, alice)


def unfolded(page: Page, endpoint: str, lang: str, shown: str, count: int) -> list[str]:
    """What axe finds on a page once so many of something are there, with all of it open."""
    page.goto(PATHS[endpoint][lang])
    expect(page.locator(shown)).to_have_count(count)
    page.evaluate(UNFOLD)
    return faults_of(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_tips_or_with_tips_held_back(page: Page, diary: Diary, lang: str) -> None:
    found = {
        "nothing logged": unfolded(page, "tips.today", lang, "#today .empty", 1),
        "nothing chosen": unfolded(page, "tips.tips", lang, "#mine .empty", 1),
    }
    diary.sat_and_drank_little()
    for answer in ("under_18", "alarm_call", "alarm_visit"):
        diary.said(**{answer: True})
        found[answer] = unfolded(page, "tips.today", lang, HELD, 1)
    diary.said()
    diary.cramp(9)
    found["strong pain"] = unfolded(page, "tips.today", lang, HELD, 1)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tips_that_are_shown_done_and_answered(
    site: Site, page: Page, diary: Diary, lang: str
) -> None:
    diary.sat_and_drank_little()
    found = {"why, and what else": unfolded(page, "tips.today", lang, CARDS, 2)}
    for effect, shown, count in (
        (None, f"{CARDS} [role=group]", 1),
        ("helped", CARDS, 2),
        ("no_difference", CARDS, 2),
        ("worse", CARDS, 1),
    ):
        diary.did("T06", effect)
        found[f"did it: {effect}"] = unfolded(page, "tips.today", lang, shown, count)
    page.locator(f"{CARDS} .actions button").last.click()
    expect(page.locator(f"{CARDS} details")).to_have_count(0)
    found["put away just now"] = faults_of(page)
    site.proxy.always(lost, path="/api/")
    found["without network"] = unfolded(page, "tips.today", lang, CARDS, 1)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tips_that_are_tried_kept_put_away_retired_or_helped(
    page: Page, diary: Diary, lang: str
) -> None:
    diary.week("T07", 3, done_1=True, done_3=True)
    diary.week("T08", 8, done_1=True)
    diary.week("T09", 20, effect="helped")
    diary.week("T10", 20, effect="no_difference")
    diary.week("T11", 20, effect="worse")
    diary.chose("T01", saved=True)
    diary.chose("T02", not_for_me=True)
    diary.chose("T03", not_now=ago(1), times=1)
    diary.chose("T04", already=ago(1))
    found = {
        "weeks on Today": unfolded(page, "tips.today", lang, WEEKS, 2),
        "all on Tips": unfolded(page, "tips.tips", lang, WEEKS, 2),
    }
    expect(page.locator("#mine [data-mine]")).to_have_count(7)
    page.locator(f"{WEEKS} [role=group] button").first.click()
    expect(page.locator(".toast")).to_be_visible()
    found["answered"] = faults_of(page)
    assert {state: each for state, each in found.items() if each} == {}
