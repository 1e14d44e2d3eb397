"""Two phones of one person: what they change apart, and how they become the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from tests.e2e.breaks import lost
from tests.e2e.diary import SENT, save, wait_for_script
from tests.e2e.held import held, nudge, quick, records, remembered, wait_until
from tests.e2e.proxy import Crossing, well
from tests.e2e.site import Site

LINE = "#sync-line"
DIARY = "/nl/dagboek"


def card(page: Page) -> Locator:
    """The entries of the diary."""
    return page.locator("#diary article")


def with_one_cramp(site: Site, page: Page, other: Page, alice: UUID) -> tuple[Page, Page]:
    """Both phones in the diary, with one cramp of pain 5, and then without network."""
    quick(page, 5)
    level(page, alice)
    nudge(other)
    expect(card(other)).to_contain_text("pijn 5 van 10")
    page.goto(DIARY)
    expect(page.locator(LINE)).to_contain_text(SENT)
    site.proxy.always(lost)
    return page, other


def change(page: Page, how: Callable[[Page], None], which: str = "") -> None:
    """Change the one cramp that says this; ends in the diary."""
    card(page).filter(has_text=which).get_by_role("link", name="Wijzigen").click()
    page.wait_for_url("**/noteren/kramp#*")
    wait_for_script(page, "#began")
    how(page)
    save(page)


def pain(worst: int) -> Callable[[Page], None]:
    """Another worst pain."""
    return lambda page: page.locator(f".scale input[value='{worst}']").check(force=True)


def note(text: str) -> Callable[[Page], None]:
    """Another note."""
    return lambda page: page.locator("textarea[name=note]").fill(text)


def level(page: Page, user_id: UUID) -> None:
    """Sync until nothing waits on this phone."""

    def sent() -> bool:
        nudge(page)
        return held(page, user_id, "outbox") == []

    wait_until(page, sent)


def let_through(site: Site, page: Page, user_id: UUID) -> None:
    """Only this phone has a network."""
    device = remembered(page, user_id, "device")

    def meets(crossing: Crossing) -> None:
        (well if crossing.asked()["device"] == device else lost)(crossing)

    site.proxy.always(meets)
    level(page, user_id)


def end_equal(site: Site, alice: UUID, *pages: Page) -> dict[str, dict[str, Any]]:
    """The network is whole again; all phones and the server come to hold the same."""
    site.proxy.whole()
    for page in (*pages, *pages):
        level(page, alice)
        wait_until(page, lambda: records(page, alice) == site.records(alice))  # noqa: B023
        expect(page.locator(LINE)).to_contain_text(SENT)
    return site.records(alice)
