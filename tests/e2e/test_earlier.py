"""Two phones change the same answer without network: what lost can be seen, and put back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, all_sent, log_cramp, save, sign_in, wait_for_script
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.e2e.test_narrow import beside, large

ALICE = "alice@example.com"


def two_phones(server: Server, phone: OpenPhone) -> tuple[Page, Page]:
    """Both of Alice, with one cramp of pain 5 on them."""
    server.account(ALICE)
    first, second = phone(reduced_motion="reduce"), phone(reduced_motion="reduce")
    for page in (first, second):
        keep_app(page)
        sign_in(page, ALICE)
    log_cramp(first, 5, note="bij het tillen")
    expect(first.locator("#sync-line")).to_contain_text(SENT)
    shows(second, 5)
    return first, second


def shows(page: Page, worst: int) -> None:
    """The diary has one cramp, of this pain, and everything is sent."""
    page.goto("/nl/dagboek")
    expect(card(page)).to_have_count(1)
    expect(card(page).locator("h4")).to_contain_text(f"pijn {worst} van 10")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def card(page: Page) -> Locator:
    return page.locator("#diary article")


def change(page: Page, worst: int) -> None:
    """Change the pain of the one cramp; ends in the diary."""
    card(page).get_by_role("link", name="Wijzigen").click()
    page.wait_for_url("**/noteren/kramp#*")
    wait_for_script(page, "#began")
    page.locator(f"form#entry .scale input[value='{worst}']").check(force=True)
    save(page)


def changed_on_both(server: Server, phone: OpenPhone) -> tuple[Page, Page]:
    """The first says 7 and is sent first, the second says 2 and is sent last."""
    first, second = two_phones(server, phone)
    shows(first, 5)
    server.stop()
    change(first, 7)
    change(second, 2)
    second.context.set_offline(True)
    server.start()
    shows(first, 7)
    second.context.set_offline(False)
    shows(second, 2)
    shows(first, 2)
    return first, second


def test_both_phones_show_what_was_replaced_and_either_puts_it_back(
    server: Server, phone: OpenPhone
) -> None:
    first, second = changed_on_both(server, phone)
    for page in (first, second):
        expect(page.locator("#answer")).to_contain_text("Op twee apparaten veranderd")
        expect(page.locator("#answer").get_by_role("link")).to_contain_text("Kramp, pijn 2 van 10")
        earlier = card(page).locator("details.earlier")
        earlier.locator("summary").click()
        expect(earlier).to_contain_text("Pijn: 7 van 10")
        expect(earlier).to_contain_text("Nu: 2 van 10.")
        assert faults_of(page) == []
        large(page)
        assert beside(page) == []
        page.reload()  # nobody said yet that they saw it
        page.locator("#answer").get_by_role("button", name="Begrepen").press("Enter")
        expect(page.locator("#answer")).to_be_empty()
        expect(page.locator("#main")).to_be_focused()
        page.goto("/nl/dagboek")  # it was seen
        expect(card(page).locator("details.earlier")).to_have_count(1)
        expect(page.locator("#answer")).to_be_empty()

    server.stop()
    earlier = card(second).locator("details.earlier")
    earlier.locator("summary").press("Enter")
    second.keyboard.press("Tab")
    second.keyboard.press("Enter")
    expect(card(second).locator("h4")).to_contain_text("pijn 7 van 10")
    expect(card(second)).to_be_focused()
    expect(card(second).locator("details.earlier")).to_have_count(0)
    second.get_by_role("button", name="Ongedaan maken").press("Enter")
    expect(card(second).locator("h4")).to_contain_text("pijn 2 van 10")
    expect(card(second)).to_be_focused()
    second.goto("/nl/dagboek")
    card(second).locator("details.earlier summary").click()
    card(second).get_by_role("button", name="Zet terug").click()
    expect(card(second).locator("h4")).to_contain_text("pijn 7 van 10")

    server.start()
    for page in (second, first):
        shows(page, 7)
        expect(card(page)).to_contain_text("bij het tillen")
        expect(card(page).locator("details.earlier")).to_have_count(0)


def test_a_deleted_entry_leaves_no_earlier_value_on_the_phone(
    server: Server, phone: OpenPhone
) -> None:
    _, second = changed_on_both(server, phone)
    kept = """async () => {
      const names = (await indexedDB.databases()).map((one) => one.name);
      const name = names.find((one) => one.startsWith('rugwijs-'));
      const db = await new Promise((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
      });
      return new Promise((done) => {
        const asking = db.transaction('meta').objectStore('meta').get('earlier');
        asking.onsuccess = () => (db.close(), done(asking.result?.value.length));
      });
    }"""
    assert second.evaluate(kept) == 1
    card(second).get_by_role("button", name="Wissen").click()
    expect(card(second)).to_have_count(0)
    all_sent(second)
    expect(second.locator("#sync-line")).to_contain_text(SENT)
    second.wait_for_function(f"async () => (await ({kept})()) === 0")
