"""The whole road, as a person walks it: read, sign up, log without network, get a tip."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, databases, log_cramp, log_day, sign_in, sign_up
from tests.e2e.held import wait_until
from tests.e2e.kept import keep_app, keep_everything, until
from tests.e2e.server import Server

ALICE = "alice@example.com"
BOB = "bob@example.com"
PENDING = "nog niet verstuurd"


def day(back: int) -> str:
    """The ISO date so many days ago, where the phone is."""
    now = datetime.now(ZoneInfo("Europe/Amsterdam"))
    return (now.date() - timedelta(days=back)).isoformat()


def test_from_reading_offline_to_a_tip_that_says_why(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_everything(page)

    server.stop()
    page.goto("/nl/artikelen")
    page.get_by_role("link", name="Houding en lang zitten").click()
    expect(page.locator("h1")).to_have_text("Houding en lang zitten")
    expect(page.locator(".sources li").first).to_be_visible()

    server.start()
    sign_up(page, server, ALICE)
    sign_in(page, ALICE)

    server.stop()
    log_cramp(page, 7, "low_left", note="na het tillen")
    entry = page.locator("article", has_text="pijn 7 van 10")
    expect(entry).to_contain_text(PENDING)
    for back in (1, 2, 3, 4):
        log_day(page, day(back), sitting_h="10")
    expect(page.locator("#sync-line")).to_contain_text("5 notities")

    server.start()
    page.goto("/nl/dagboek")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect(page.get_by_text(PENDING)).to_have_count(0)

    page.goto("/nl/vandaag")
    tip = page.locator("article", has_text="8 uur")
    expect(tip.locator(".why")).to_contain_text("4 van de")
    expect(tip.locator(".days li.on")).to_have_count(4)
    expect(tip.locator(".grade")).to_contain_text("redelijk bewijs")

    server.stop()
    page.goto("/nl/vandaag")
    expect(page.locator("article", has_text="8 uur").locator(".why")).to_be_visible()
    expect(page.locator("#today")).to_contain_text("Deze tips zijn van vandaag")


def test_two_phones_end_up_the_same(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    first, second = phone(), phone()
    for page in (first, second):
        keep_app(page)
        sign_in(page, ALICE)
    log_cramp(first, 4, "low_left")
    expect(first.locator("#sync-line")).to_contain_text(SENT)
    second.goto("/nl/dagboek")
    expect(second.locator("article", has_text="pijn 4 van 10")).to_be_visible()

    server.stop()
    change(first, "textarea", "rustig aan gedaan")
    change(second, ".scale input[value='6']", None)
    server.start()

    for page in (first, second, first):
        page.goto("/nl/dagboek")
        expect(page.locator("#sync-line")).to_contain_text(SENT)
    for page in (first, second):
        expect(page.locator("article", has_text="pijn 6 van 10")).to_contain_text("rustig aan")
        expect(page.locator("article", has_text="Kramp")).to_have_count(1)


def test_the_next_person_on_a_phone_sees_nothing_of_the_last(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    server.account(BOB)
    page = phone()
    sign_in(page, ALICE)
    log_cramp(page, 8, "mid_right", note="van Alice")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    sign_out(page)
    assert_empty(page)

    sign_in(page, BOB)
    page.goto("/nl/dagboek")
    expect(page.get_by_text("Je dagboek is nog leeg.")).to_be_visible()
    assert "van Alice" not in page.content()


def test_signing_out_without_network_empties_the_phone(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    log_cramp(page, 3, "low_right", note="ergens onderaan")
    expect(page.locator("#sync-line")).to_contain_text(SENT)

    server.stop()
    sign_out(page)
    assert_empty(page)

    server.start()
    page.goto("/nl/vandaag")
    expect(page.get_by_text("Log in of maak een account")).to_be_visible()
    # The server hears of it as soon as it can be reached.
    until(page, "() => localStorage.getItem('rugwijs-sign-out-due') === null")
    assert page.request.get("/api/me").status == 401


def change(page: Page, field: str, text: str | None) -> None:
    """Change one field of the only entry."""
    page.goto("/nl/dagboek")
    page.get_by_role("link", name="Wijzigen Kramp").click()
    expect(page.locator(".scale input[value='4']")).to_be_checked()
    if text is None:
        page.locator(field).check(force=True)
    else:
        page.locator(field).fill(text)
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")


def sign_out(page: Page) -> None:
    """Sign out from the page Me; ends on the home page."""
    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").click()
    page.wait_for_url("**/nl/")


def assert_empty(page: Page) -> None:
    """Nothing of a person is left: no database, no key, no word in any cache."""
    wait_until(page, lambda: not any(name.startswith("rugwijs-") for name in databases(page)))
    until(page, "localStorage.getItem('rugwijs-account') === null")
    kept: str = page.evaluate(
        """async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              texts.push(request.url, await (await cache.match(request)).text());
            }
          }
          return texts.join('\\n');
        }"""
    )
    assert "van Alice" not in kept
    assert "ergens onderaan" not in kept
