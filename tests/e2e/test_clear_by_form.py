"""Deleting a period without a script: days, a question, an answer, on any phone."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.site import Site
from tests.e2e.test_keyboard_diary import sent_cramps
from tests.e2e.test_narrow import beside, large
from tests.e2e.test_road import day
from webapp.languages import LANGUAGES, PATHS

PAGE = PATHS["tracker.clear"]
# As the browser sends a form when no script of ours takes it.
SEND = """([path, sent]) => {
  const form = document.createElement('form');
  Object.assign(form, {method: 'post', action: path});
  for (const [name, value] of Object.entries(sent)) {
    form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
  }
  document.body.append(form);
  form.submit();
}"""


def days(first: int, last: int) -> dict[str, str]:
    """A period from so many days ago until so many days ago."""
    return {"first": day(first), "last": day(last)}


def test_a_period_goes_without_javascript(
    site: Site, site_phone: OpenPhone, page: Page, alice: UUID, hers: str
) -> None:
    sent_cramps(page, alice, (1, 3), (2, 4), (6, 7))
    bare = site_phone(storage_state=site.signed_in(hers), java_script_enabled=False)
    bare.goto(PATHS["accounts.my_data"]["nl"])
    bare.get_by_role("link", name="Een periode wissen").click()
    for name, chosen in days(5, 1).items():
        bare.locator(f"#{name}").fill(chosen)
    bare.get_by_role("button", name="Kijk wat er weggaat").click()
    expect(bare.locator("#sure")).to_have_text("Je gaat 2 notities wissen")
    expect(bare.locator("main li")).to_have_text(["2 krampen"])
    bare.get_by_role("button", name="Ja, wis 2 notities").click()
    expect(bare.locator("main .notice")).to_have_text("2 notities gewist.")
    bare.get_by_role("link", name="Mijn notities tonen").click()
    expect(bare.locator("main .cards li")).to_have_count(1)
    page.goto(PATHS["tracker.diary"]["nl"])
    expect(page.locator("#diary article")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_it_answers_can_be_read_by_everybody(page: Page, alice: UUID, lang: str) -> None:
    sent_cramps(page, alice, (1, 3), (2, 4))
    asked = days(5, 0)
    sure = asked | {"seen": "999999"}
    for sent in ({}, {"first": "9", "last": "9"}, days(0, 5), days(90, 80), asked, sure):
        page.goto(PAGE[lang])
        with page.expect_navigation():
            page.evaluate(SEND, [PAGE[lang], sent])
        assert faults_of(page) == [], sent
        assert beside(page) == [], sent
        large(page)
        assert beside(page) == [], sent
