"""Log and Today with the keys alone: two keys for a cramp, none today, and the week."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.diary import linger
from tests.e2e.keyboard import Keys


def test_a_cramp_is_saved_and_taken_back(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/noteren")
    keys.do("^Bewaar deze kramp")
    expect(page.locator("#quick-answer")).to_contain_text("Kies een getal")
    assert keys.here().name.startswith("0 van 10")
    for _ in range(6):
        keys.press("ArrowRight")
    keys.do("^Bewaar deze kramp")
    expect(page.locator(".toast")).to_contain_text("De kramp is bewaard")
    linger(page)
    assert keys.here().name == "Bewaar deze kramp"
    keys.do("^Ongedaan maken", "Shift+Tab")
    expect(page.locator(".toast")).to_contain_text("Gewist")
    linger(page)
    assert keys.here().role == "radio"  # the first of what was passed on the way back
    keys.do("^Sluiten", "Shift+Tab")
    expect(page.locator(".toast")).to_have_count(0)
    assert keys.here().role == "radio"


def test_no_cramp_today_keeps_its_place(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/vandaag")
    keys.do("^Geen kramp vandaag")
    expect(page.locator("#today")).to_contain_text("Je noteerde: geen kramp vandaag.")
    expect(page.locator(".toast")).to_be_visible()
    keys.here()
    page.goto("/nl/noteren")
    keys.do("^Geen kramp vandaag")
    page.wait_for_url("**/nl/dagboek")
    expect(page.locator("#diary article")).to_contain_text("geen kramp")


def test_the_week_is_answered_where_the_focus_is(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/noteren")
    none = keys.to("^nee")
    assert none.name.endswith("geen kramp: Vandaag")
    assert none.states["pressed"] == "false"
    page.keyboard.press("Enter")
    here = page.locator(":focus")
    expect(here).to_have_attribute("aria-pressed", "true")
    assert keys.here().name == none.name
    keys.press("Tab")
    page.keyboard.press("Enter")
    expect(here).to_have_attribute("aria-pressed", "true")
    assert keys.here().name.startswith("weet niet")
    keys.do("^ja")
    page.wait_for_url("**/noteren/kramp#day=*")
