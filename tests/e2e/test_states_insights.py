"""axe finds nothing on Insights in any state, with all of it open, in both languages."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page

from tests.e2e.breaks import lost
from tests.e2e.site import Site
from tests.e2e.test_insights import TOGETHER, keep, sitting
from tests.e2e.test_states_tips import unfolded
from tests.unit.insights.diaries import planted
from webapp.insights.days import Day
from webapp.languages import LANGUAGES

# By state: the diary, and what is then on the page.
STATES: dict[str, tuple[list[Day], str]] = {
    "nothing logged": ([], f"{TOGETHER} .empty strong"),
    "too few days": (sitting(9), f"{TOGETHER} .empty strong"),
    "nothing clear": (planted(100, points=0.0), f"{TOGETHER} .empty strong"),
    "perhaps": (planted(100, points=1.3, seed=2), f"{TOGETHER} article:not(.finding)"),
    "one found": (sitting(100), ".finding"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_fault(site: Site, page: Page, alice: UUID, state: str, lang: str) -> None:
    diary, shown = STATES[state]
    keep(site, alice, diary)
    assert unfolded(page, "insights.insights", lang, shown, 1) == []


def test_without_network_or_an_answer(site: Site, page: Page) -> None:
    site.proxy.always(lost, path="/api/insights")
    assert unfolded(page, "insights.insights", "nl", f"{TOGETHER} .empty", 1) == []
