"""Several tabs, the worker and several versions of the app on one phone."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.breaks import held as held_back
from tests.e2e.breaks import lost, says, slow
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT
from tests.e2e.held import held, nudge, quick, sync_in_background, wait_until
from tests.e2e.proxy import Crossing, well
from tests.e2e.site import Site

LINE = "#sync-line"
RELOAD = "Opnieuw laden"
NEW_VERSION = "Er is een nieuwe versie. Laad de pagina opnieuw."
RECORD, OP = "5f0c1f6e-1111-4111-8111-111111111111", "5f0c1f6e-2222-4222-8222-222222222222"
RENEW = """user => new Promise((resolve) => {
  const opening = indexedDB.open(`rugwijs-${user}`, 1000);
  opening.onsuccess = () => (opening.result.close(), resolve());
})"""
# The first version of the app, with one entry that waits, in a tab that does not listen.
OLD_TAB = """([user, op]) => new Promise((resolve) => {
  const opening = indexedDB.open(`rugwijs-${user}`, 1);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    db.createObjectStore('records', { keyPath: 'id' });
    db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true }).createIndex('id', 'id');
    db.createObjectStore('refused', { keyPath: 'op' });
    db.createObjectStore('meta', { keyPath: 'name' });
    opening.transaction.objectStore('outbox').add(op);
  };
  opening.onsuccess = () => (window.kept = opening.result, resolve());
})"""


def another_tab(page: Page, address: str) -> Page:
    """A second tab on the same phone."""
    other = page.context.new_page()
    other.goto(address)
    return other


def test_two_tabs_and_the_worker_are_one_loop_and_both_tabs_show_it(
    site: Site, kept_page: Page, alice: UUID
) -> None:
    page = kept_page
    page.goto("/nl/dagboek")
    other = another_tab(page, "/nl/vandaag")
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    site.proxy.always(slow)
    site.proxy.busiest = 0
    quick(other, 7)
    for _ in range(3):
        nudge(page)
        nudge(other)
        sync_in_background(page, site.url)
    entry = page.locator("article", has_text="pijn 7 van 10")
    expect(entry).to_be_visible()
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    for tab in (page, other):
        expect(tab.locator(LINE)).to_contain_text(SENT)
    expect(entry).not_to_contain_text("nog niet verstuurd")
    assert site.operations(alice) == 1
    assert site.proxy.busiest == 1


def test_a_tab_that_sleeps_with_the_lock_in_hand_is_passed_by_after_a_minute(
    site: Site, page: Page, alice: UUID
) -> None:
    other = another_tab(page, "/nl/dagboek")
    expect(other.locator(LINE)).to_contain_text(SENT)
    page.bring_to_front()  # which syncs: it is the push that must be held
    pushes: list[Crossing] = []

    def the_first_push_is_held(crossing: Crossing) -> None:
        pushes.extend([crossing] if crossing.ops() else [])
        (held_back if pushes[:1] == [crossing] else well)(crossing)

    site.proxy.always(the_first_push_is_held)
    quick(page, 7)
    wait_until(other, lambda: site.operations(alice) == 1)
    sleeping = page.context.new_cdp_session(page)
    sleeping.send("Page.setWebLifecycleState", {"state": "frozen"})
    heard = len(site.proxy.heard)
    nudge(other)
    other.wait_for_timeout(500)
    assert len(site.proxy.heard) == heard
    assert len(held(other, alice, "outbox")) == 1

    other.evaluate("(now => { Date.now = () => now() + 61_000; })(Date.now)")
    nudge(other)
    wait_until(other, lambda: held(other, alice, "outbox") == [])
    expect(other.locator(LINE)).to_contain_text(SENT)

    site.proxy.whole()
    sleeping.send("Page.setWebLifecycleState", {"state": "active"})
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert site.operations(alice) == 1
    assert [row["body"]["worst"] for row in held(page, alice, "records")] == [7]


def test_a_tab_of_an_older_version_lets_go_and_asks_to_reload(
    site: Site, page: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 3)
    other = another_tab(page, "/nl/privacy")
    other.evaluate(RENEW, str(alice))
    expect(page.locator(LINE)).to_contain_text(NEW_VERSION)
    expect(page.locator(LINE).get_by_role("button", name=RELOAD)).to_be_visible()
    page.locator("#quick input[value='4']").check(force=True)
    page.locator("#quick button[type=submit]").click()
    expect(page.locator("#quick-answer")).to_contain_text("Dit is nog niet bewaard.")
    expect(page.locator("#quick input[value='4']")).to_be_checked()
    assert [op["body"]["worst"] for op in held(page, alice, "outbox")] == [3]


def test_an_old_tab_that_holds_the_database_is_asked_to_close(
    site: Site, site_phone: OpenPhone, alice: UUID, hers: str
) -> None:
    old = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    # A page without our script, which would make the database itself.
    old.route("**/*", lambda route: route.fulfill(body="<title>old</title>"))
    old.goto("/nl/privacy")
    body = {"began": "2026-11-20T08:00+01:00", "worst": 2}
    waiting = {"op": OP, "id": RECORD, "kind": "pain", "base": 0, "body": body, "deleted": False}
    old.evaluate(OLD_TAB, [str(alice), waiting | {"fields": ["began", "worst"], "saved": 0}])
    page = BrowserContext.new_page(old.context)  # not patient: its script waits for the database
    page.goto("/nl/vandaag")
    expect(page.locator(LINE)).to_contain_text("Sluit de andere tabbladen van Rugwijs")
    assert site.records(alice) == {}
    old.close()
    page.reload()
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert site.records(alice) == {RECORD: body}


def test_an_app_that_is_too_old_keeps_all_and_reloads_only_what_is_saved(
    site: Site, page: Page, alice: UUID
) -> None:
    site.proxy.always(says(426, "update"))
    quick(page, 3)
    expect(page.locator(LINE)).to_contain_text(NEW_VERSION)
    page.goto("/nl/noteren/kramp")
    expect(page.locator(LINE)).to_contain_text(NEW_VERSION)
    page.locator("textarea[name=note]").fill("na het tillen")
    page.evaluate("window.before = true")
    page.locator(LINE).get_by_role("button", name=RELOAD).click()
    expect(page.locator("#toasts")).to_contain_text("Bewaar het eerst.")
    assert page.evaluate("window.before")
    page.locator(".scale input[value='5']").check(force=True)
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    assert [op["body"]["worst"] for op in held(page, alice, "outbox")] == [3, 5]
    expect(page.locator(LINE)).to_contain_text(NEW_VERSION)
    site.proxy.whole()
    page.locator(LINE).get_by_role("button", name=RELOAD).click()
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert sorted(body["worst"] for body in site.records(alice).values()) == [3, 5]
