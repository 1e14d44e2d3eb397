"""The devices of a person in a real browser: named, renamed, forgotten, and seen offline."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.browsers import LAPTOP, PHONE
from tests.e2e.conftest import OpenPhone, Watch
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from webapp.languages import PATHS

ALICE = "alice@example.com"
PAGE = PATHS["sync.devices"]["nl"]


def two(server: Server, phone: OpenPhone) -> tuple[Page, Page]:
    """A phone and a laptop of Alice, both synced and named by themselves."""
    server.account(ALICE)
    pages = phone(user_agent=PHONE, reduced_motion="reduce"), phone(user_agent=LAPTOP)
    for page, name in zip(pages, ("Telefoon met Chrome", "Computer met Firefox"), strict=True):
        keep_app(page)
        with page.expect_response(lambda answer: answer.request.method == "PATCH"):
            sign_in(page, ALICE)
        page.goto(PAGE)
        expect(cards(page).first).to_contain_text(name)
    return pages


def cards(page: Page) -> Locator:
    return page.locator("#devices li")


def test_each_device_has_its_name_and_its_last_sync(server: Server, phone: OpenPhone) -> None:
    first, second = two(server, phone)
    first.goto(PATHS["accounts.me"]["nl"])
    first.get_by_role("link", name="Apparaten").click()
    expect(cards(first)).to_have_count(2)
    own, other = cards(first).first, cards(first).last
    expect(own).to_contain_text("Dit apparaat")
    expect(own).to_contain_text("Telefoon met Chrome")
    expect(own.locator("time")).to_contain_text("Laatst bijgewerkt: vandaag")
    expect(other).to_contain_text("Computer met Firefox")
    expect(other).not_to_contain_text("Dit apparaat")
    expect(cards(second)).to_have_count(2)
    expect(cards(second).first).to_contain_text("Computer met Firefox")
    assert faults_of(first) == []


def test_a_new_name_by_keyboard_shows_on_both(server: Server, phone: OpenPhone) -> None:
    first, second = two(server, phone)
    first.goto(PAGE)
    expect(cards(first)).to_have_count(2)
    change = cards(first).last.get_by_role("button", name="Naam wijzigen")
    change.focus()
    first.keyboard.press("Enter")
    expect(first.get_by_label("Naam van dit apparaat")).to_be_focused()
    first.keyboard.press("ControlOrMeta+a")
    first.keyboard.type("   ")
    first.keyboard.press("Enter")
    expect(first.get_by_role("alert")).to_have_text("Vul een naam in.")
    assert faults_of(first) == []
    first.keyboard.press("ControlOrMeta+a")
    first.keyboard.type("Laptop <b> boven")
    first.keyboard.press("Enter")
    expect(cards(first).last.locator("h2")).to_have_text("Laptop <b> boven")
    expect(change).to_be_focused()
    second.goto(PAGE)
    expect(cards(second).first.locator("h2")).to_have_text("Laptop <b> boven")


def test_a_forgotten_device_asks_to_sign_in_and_then_sends_what_waits(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    first, second = two(server, phone)
    first.goto(PAGE)
    expect(cards(first)).to_have_count(2)
    cards(first).last.get_by_role("button", name="Vergeten").click()
    expect(first.locator("#asked")).to_be_focused()
    expect(cards(first).last).to_contain_text("opnieuw inloggen")
    assert faults_of(first) == []
    cards(first).last.get_by_role("button", name="Laat maar").click()
    expect(cards(first)).to_have_count(2)
    server.was_down = True  # for who watches: the other device has no network for a while
    second.context.set_offline(True)
    log_cramp(second, 7)
    cards(first).last.get_by_role("button", name="Vergeten").click()
    first.get_by_role("button", name="Ja, vergeten").click()
    expect(cards(first)).to_have_count(1)
    expect(first.locator("#toasts")).to_contain_text("is vergeten")

    second.context.set_offline(False)
    second.goto("/nl/dagboek")
    expect(second.locator("#sync-line")).to_contain_text("Log opnieuw in. 1 notitie wacht")
    expect(second.locator("#diary article")).to_have_count(1)
    sign_in(second, ALICE)
    first.goto("/nl/dagboek")
    expect(first.locator("#diary article h4")).to_contain_text("pijn 7 van 10")
    first.goto(PAGE)
    expect(cards(first)).to_have_count(2)
    expect(cards(first).last.locator("h2")).to_have_text("Computer met Firefox")
    refused = [fault for fault in watch.faults if "401" in fault and "/api/" in fault]
    assert refused  # the browser writes that answer to its console, as it should come
    watch.faults = [fault for fault in watch.faults if fault not in refused]


def test_offline_the_list_shows_what_was_known_last(server: Server, phone: OpenPhone) -> None:
    first, _ = two(server, phone)
    first.goto(PAGE)
    expect(cards(first)).to_have_count(2)
    server.stop()
    first.goto(PAGE)
    expect(first.locator("#devices .notice")).to_contain_text("Dit is de lijst van vandaag")
    expect(cards(first)).to_have_count(2)
    cards(first).last.get_by_role("button", name="Vergeten").click()
    first.get_by_role("button", name="Ja, vergeten").click()
    expect(first.get_by_role("alert")).to_contain_text("Dat lukte nu niet.")
    expect(cards(first)).to_have_count(2)
    assert faults_of(first) == []


def test_who_is_not_signed_in_is_told_so(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto(PAGE)
    expect(page.locator("#devices")).to_contain_text("Log in om te zien")


def test_without_javascript_the_list_is_an_ordinary_page(server: Server, phone: OpenPhone) -> None:
    two(server, phone)
    page = phone(java_script_enabled=False)
    page.goto("/nl/inloggen")
    page.locator("#email").fill(ALICE)
    page.locator("#password").fill("correct horse battery staple")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/nl/vandaag")
    page.goto(PAGE)
    page.get_by_role("link", name="Mijn apparaten tonen").click()
    page.get_by_role("link", name="Computer met Firefox").click()
    page.get_by_label("Naam").fill("Laptop")
    page.get_by_role("button", name="Naam bewaren").click()
    expect(page.locator("main .notice")).to_contain_text("De nieuwe naam is bewaard.")
    page.get_by_role("link", name="Laptop").click()
    page.get_by_role("button", name="Dit apparaat vergeten").click()
    expect(page.locator("main .list li")).to_have_count(1)


def test_who_has_no_account_here_is_not_asked_to_sign_out(
    server: Server, online_phone: OpenPhone
) -> None:
    page = online_phone()
    page.goto("/nl/ik")
    expect(page.get_by_role("link", name="Maak een account")).to_be_visible()
    expect(page.get_by_role("link", name="Uitloggen")).to_be_hidden()
    expect(page.get_by_role("link", name="Apparaten")).to_be_hidden()
