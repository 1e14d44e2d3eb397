"""axe finds nothing on Trials in any state, in both languages."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost
from tests.e2e.site import Site
from tests.e2e.test_states_tips import UNFOLD, unfolded
from tests.e2e.trials import keep, seeded
from webapp.languages import LANGUAGES
from webapp.tracker.records import profile_id

# What trials came to: the answer, the days since they began, the effect, and the days known.
OVER = [
    ("clearly", 300, -6, 24),
    ("undecided", 250, -1, 24),
    ("worse", 200, 3, 24),
    ("too_few", 150, 0, 5),
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_tried_and_the_plan(page: Page, lang: str) -> None:
    found = {"choices": unfolded(page, "trials.trials", lang, "#choose-title", 1)}
    page.locator(".trial-choices button").first.click()
    expect(page.locator("#plan-title")).to_be_focused()
    page.evaluate(UNFOLD)
    found["the plan"] = faults_of(page)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_trial_that_runs(site: Site, page: Page, alice: UUID, lang: str) -> None:
    # Where the next begins, the one before ends: each of these is the one that runs.
    found = {}
    for state, (began, known, shown) in {
        "offered to go on": (42, 9, ".trial-result + .card button.big:not(.quiet)"),
        "too few days at a look": (30, 9, ".trial-result[data-answer=too_few]"),
        "nothing missed": (20, 20, "#trial-progress"),
        "missed days": (12, 6, ".trial-late"),
    }.items():
        seeded(site, alice, began, 0, known)
        found[state] = unfolded(page, "trials.trials", lang, shown, 1)
    page.locator(".trial-late button").first.click()
    expect(page.locator(".toast")).to_be_visible()
    found["told"] = faults_of(page)
    found["on Today"] = unfolded(page, "tips.today", lang, "#trial-due .trial-question", 1)
    keep(site, alice, "profile", profile_id(alice), {"wheelchair": True})
    found["not for who said this"] = unfolded(
        page, "trials.trials", lang, "#trials .notice.warn:has(p)", 1
    )
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_came_of_trials(site: Site, page: Page, alice: UUID, lang: str) -> None:
    for _, began, effect, known in OVER:
        seeded(site, alice, began, effect, known, pairs=4)
    seeded(site, alice, 100, 0, 60, pairs=10)
    seeded(site, alice, 20, 0, 10)
    seeded(site, alice, 5, 0, 5)
    found = {"results": unfolded(page, "trials.trials", lang, ".trial-result", 5)}
    told = page.locator(".trial-result").evaluate_all("all => all.map((one) => one.dataset.answer)")
    assert sorted(told) == sorted(["no_gain", *(answer for answer, *_ in OVER)])
    expect(page.locator("#past ~ article:not(.trial-result)")).to_have_count(1)  # stopped early
    site.proxy.always(lost, path="/api/")
    found["without network"] = unfolded(page, "trials.trials", lang, ".trial-result", 5)
    assert {state: each for state, each in found.items() if each} == {}
