"""A cramp and a day with the keys alone: logged, mended, changed, deleted and brought back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.diary import SENT, linger
from tests.e2e.keyboard import Keys


def saved(page: Page, keys: Keys) -> Locator:
    """Go on to Save and press it; the diary opens, with one entry."""
    keys.do("^Bewaren$")
    page.wait_for_url("**/nl/dagboek")
    card = page.locator("#diary article")
    expect(card).to_have_count(1)
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    return card


def test_a_cramp_with_places_is_logged_changed_deleted_and_brought_back(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/noteren/kramp")
    keys.do("^Bewaren$")
    expect(page.locator("#errors")).to_be_focused()
    keys.do("van 0 tot en met 10")
    assert keys.here().name.startswith("0 van 10")
    for _ in range(7):
        keys.press("ArrowRight")
    for place, presses in (("low_left", 3), ("foot_right", 1)):
        keys.onto(page.locator(f"input[value={place}]"))
        keys.press("Space")
        assert keys.press("Tab").role == "combobox"
        for _ in range(presses):
            keys.press("ArrowDown")
    expect(page.locator("#where-said")).to_have_text(
        "Gekozen: onderrug, links (sterk); voet, rechts (licht)."
    )
    card = saved(page, keys)
    expect(card).to_contain_text("onderrug, links (sterk); voet, rechts (licht)")

    keys.do("^Wijzigen")
    page.wait_for_url("**/noteren/kramp#*")
    expect(page.locator("#at_low_left")).to_have_value("3")
    keys.to("^7 van 10")
    keys.press("ArrowLeft")
    saved(page, keys)
    expect(card).to_contain_text("pijn 6 van 10")

    keys.do("^Wissen")
    expect(card).to_have_count(0)
    linger(page)
    keys.here()
    keys.do("^Ongedaan maken", "Shift+Tab")
    expect(card).to_contain_text("pijn 6 van 10")
    linger(page)
    keys.here()
    keys.do("^Sluiten", "Shift+Tab")
    expect(page.locator("#main")).to_be_focused()
    keys.to("^Wissen")


def test_a_day_is_logged(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/noteren/dag")
    keys.do("^Slaap: 7 uur")
    keys.do("^Meer: Slaap", "Shift+Tab")
    expect(page.locator("#sleep_h")).to_have_value("7,25")
    keys.to("^Notitie")
    page.keyboard.type("goed geslapen")
    card = saved(page, keys)
    expect(card).to_contain_text("7,25")
    expect(card).to_contain_text("goed geslapen")
