"""Where somebody is signed in, in real browsers: signed out there, and nothing is lost by it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.browsers import LAPTOP, PHONE
from tests.e2e.conftest import OpenPhone, Watch
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.languages import PATHS

ALICE = "alice@example.com"
PAGE = PATHS["accounts.sign_ins"]["nl"]


def two(server: Server, phone: OpenPhone) -> tuple[Page, Page]:
    """A phone and a laptop on which Alice is signed in."""
    server.account(ALICE)
    pages = phone(user_agent=PHONE, reduced_motion="reduce"), phone(user_agent=LAPTOP)
    for page in pages:
        keep_app(page)
        sign_in(page, ALICE)
    return pages


def test_signed_out_there_the_other_asks_to_sign_in_and_keeps_what_waits(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    first, second = two(server, phone)
    server.was_down = True  # for who watches: the other device has no network for a while
    second.context.set_offline(True)
    log_cramp(second, 7)
    first.goto(PATHS["accounts.me"]["nl"])
    first.get_by_role("link", name="Waar je bent ingelogd").click()
    cards = first.locator("main .cards li")
    expect(cards).to_have_count(2)
    expect(cards.filter(has_text="Deze browser")).to_contain_text("Telefoon met Chrome")
    assert faults_of(first) == []
    there = cards.filter(has_text="Computer met Firefox")
    there.get_by_role("button", name="Daar uitloggen").click()
    expect(first.locator("main .notice")).to_contain_text("Je bent daar uitgelogd.")
    expect(cards).to_have_count(1)
    assert faults_of(first) == []

    second.context.set_offline(False)
    second.goto("/nl/dagboek")
    expect(second.locator("#sync-line")).to_contain_text("Log opnieuw in. 1 notitie wacht")
    expect(second.locator("#diary article")).to_have_count(1)
    sign_in(second, ALICE)
    first.goto("/nl/dagboek")
    expect(first.locator("#diary article h4")).to_contain_text("pijn 7 van 10")
    refused = [fault for fault in watch.faults if "401" in fault and "/api/" in fault]
    assert refused  # the browser writes that answer to its console, as it should come
    watch.faults = [fault for fault in watch.faults if fault not in refused]


def test_without_javascript_and_on_a_narrow_phone_it_works_too(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    narrow = {"width": 320, "height": 640}
    pages = [
        phone(java_script_enabled=False, user_agent=agent, viewport=narrow)
        for agent in (PHONE, LAPTOP)
    ]
    for page in pages:
        page.goto("/nl/inloggen")
        page.locator("#email").fill(ALICE)
        page.locator("#password").fill(PASSWORD)
        page.locator("main form button[type=submit]").click()
        page.wait_for_url("**/nl/vandaag")
    first, second = pages
    first.goto(PAGE)
    assert first.locator("html").evaluate("page => page.scrollWidth") <= 320
    first.get_by_role("button", name="Overal elders uitloggen").click()
    expect(first.locator("main .cards li")).to_have_count(1)
    second.goto(PAGE)
    expect(second.locator("h1")).to_have_text("Inloggen")


def test_without_network_it_says_that_it_needs_one(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    server.stop()
    page.goto(PAGE)
    expect(page.locator("h1")).to_have_text("Geen verbinding")
