"""The browser cuts the connection to the phone's database, as it may of a page that slept."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.breaks import lost
from tests.e2e.held import held, quick, wait_until
from tests.e2e.site import Site
from tests.e2e.two_phones import card, end_equal

SAVED = "De kramp is bewaard op deze telefoon."
# Another tab that writes and comes to no end: who wants to write after it waits.
WRITE_ON = """user => new Promise((resolve) => {
  const opening = indexedDB.open(`rugwijs-${user}`);
  opening.onsuccess = () => {
    const outbox = opening.result.transaction('outbox', 'readwrite').objectStore('outbox');
    const again = () => { outbox.count().onsuccess = again; };
    again();
    resolve();
  };
})"""


def lose_connection(page: Page, site: Site) -> None:
    """Every connection to the databases of the site is cut; what the page had begun is undone."""
    inside = BrowserContext.new_page(page.context)  # not patient: it is no page of ours
    inside.goto("chrome://indexeddb-internals")
    ours = inside.locator(".indexeddb-origin", has_text=site.url)
    ours.locator(".force-close").click()
    expect(ours).to_contain_text("Open connections: 0")
    inside.close()


def test_a_lost_connection_is_opened_again_and_the_queue_is_whole(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 1)
    lose_connection(page, site)
    quick(page, 2)
    expect(page.locator("#toasts")).to_contain_text(SAVED)
    assert [op["body"]["worst"] for op in held(page, alice, "outbox")] == [1, 2]
    lose_connection(page, site)
    lose_connection(other, site)
    after = end_equal(site, alice, page, other)
    assert sorted(body["worst"] for body in after.values()) == [1, 2]
    assert site.operations(alice) == 2
    expect(card(other)).to_have_count(2)


def test_an_entry_that_is_being_written_when_the_connection_goes_is_kept_once(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 1)
    tab = page.context.new_page()
    tab.goto("/nl/privacy")
    page.locator("#quick input[value='8']").check(force=True)
    tab.evaluate(WRITE_ON, str(alice))
    page.bring_to_front()
    page.evaluate("document.querySelector('#quick button[type=submit]').click()")
    lose_connection(page, site)
    wait_until(page, lambda: len(held(page, alice, "outbox")) == 2)
    expect(page.locator("#quick input:checked")).to_have_count(0)
    expect(page.locator("#quick-answer")).to_be_empty()
    after = end_equal(site, alice, page, other)
    assert sorted(body["worst"] for body in after.values()) == [1, 8]
    assert site.operations(alice) == 2
