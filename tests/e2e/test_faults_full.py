"""A phone without room: what can be had again goes first, and what was typed stays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e.diary import SENT
from tests.e2e.held import held, nudge, quick, wait_until
from tests.e2e.site import Site

LINE = "#sync-line"
FULL = "Je telefoon is vol. Dit is nog niet bewaard."
MB = 1_000_000
REMEMBERED = 31_000  # milliseconds: Chromium's IndexedDB asks for its room twice a minute at most
# The tab still uses what it kept, as the list of articles does.
KEEP = """async (bytes) => {
  window.kept = await caches.open('rugwijs-library');
  await kept.put('/nl/artikelen/houding', new Response(new Uint8Array(bytes)));
}"""
USAGE = "navigator.storage.estimate().then(({ usage }) => usage)"


def room(page: Page, site: Site, quota: int | None) -> None:
    """Give the site so many bytes on this phone; None: as many as the phone has."""
    asked: dict[str, Any] = {"origin": site.url}
    if quota is not None:
        asked["quotaSize"] = quota
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", asked)
    if quota is not None:
        page.wait_for_timeout(REMEMBERED)


def library(page: Page) -> bool:
    """Whether articles are kept on the phone."""
    kept: bool = page.evaluate("caches.has('rugwijs-library')")
    return kept


def test_kept_articles_go_before_an_entry_does(site: Site, page: Page, alice: UUID) -> None:
    page.evaluate(KEEP, 5 * MB)
    assert library(page)
    room(page, site, page.evaluate(USAGE) - MB)
    quick(page, 6)
    assert not library(page)
    expect(page.locator("#toasts")).to_contain_text("De kramp is bewaard op deze telefoon.")
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert [body["worst"] for body in site.records(alice).values()] == [6]


def test_without_any_room_the_person_is_told_and_what_was_typed_stays(
    site: Site, page: Page, alice: UUID
) -> None:
    quick(page, 2)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    page.goto("/nl/noteren/kramp")
    page.locator(".scale input[value='7']").check(force=True)
    page.locator("textarea[name=note]").fill("na het tillen")
    room(page, site, 1)
    page.locator("form#entry button[type=submit]").last.click()
    expect(page.locator("main")).to_contain_text(FULL)
    expect(page.locator(LINE)).to_contain_text("Je telefoon is vol.")
    assert page.url.endswith("/nl/noteren/kramp")
    expect(page.locator("textarea[name=note]")).to_have_value("na het tillen")
    expect(page.locator(".scale input[value='7']")).to_be_checked()
    assert held(page, alice, "outbox") == []
    assert [row["body"]["worst"] for row in held(page, alice, "records")] == [2]

    room(page, site, None)
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert sorted(body["worst"] for body in site.records(alice).values()) == [2, 7]
