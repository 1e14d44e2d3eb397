"""Keeping an article and marking it as read: on this phone, in the account, and taken back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, all_sent, hold, log_cramp, sign_in
from tests.e2e.kept import keep_app, keep_everything
from tests.e2e.server import Server

ALICE = "alice@example.com"
BOB = "bob@example.com"
POSTURE = "/nl/artikelen/houding"
HEAT = "/nl/artikelen/warmte-koude"
BRIDGE = "/nl/oefeningen/brug"
LIST = "/nl/bewaard"
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) sum += shift.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => tell(sum), 300);
})"""
OFFER = "Dit van deze telefoon toevoegen aan je dagboek?"


def keeper(page: Page) -> Locator:
    """The button that keeps what stands on this page."""
    return page.locator("#reader button[aria-pressed]").first


def reader(page: Page) -> Locator:
    """The button that says it was read."""
    return page.locator("#end button")


def keep(page: Page, path: str) -> None:
    """Keep an article or exercise with one tap."""
    page.goto(path)
    keeper(page).tap()
    expect(keeper(page)).to_have_text("Bewaard")
    expect(keeper(page)).to_have_attribute("aria-pressed", "true")


def mark_read(page: Page, path: str) -> None:
    """Say of an article or exercise that it was read."""
    page.goto(path)
    reader(page).tap()
    expect(reader(page)).to_have_attribute("aria-pressed", "true")


def kept(page: Page) -> Locator:
    """The titles that are kept, on the list."""
    return page.locator("section[aria-labelledby=kept-title] li > a")


def sign_out(page: Page) -> None:
    """Leave the device, all sent."""
    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").tap()
    page.wait_for_url("**/nl/")


def test_what_is_kept_offline_by_nobody_ends_on_another_phone_after_a_yes(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    keep_everything(page)
    server.stop()
    keep(page, HEAT)
    expect(page.locator(".toast")).to_contain_text("Bewaard")
    keep(page, POSTURE)
    keep(page, BRIDGE)
    mark_read(page, POSTURE)
    page.reload()
    expect(keeper(page)).to_have_text("Bewaard")
    page.goto(LIST)
    expect(kept(page)).to_have_text(["Houding en lang zitten", "Warmte en kou", "Brug"])
    expect(page.locator("#kept")).to_contain_text("1 van 48 artikelen")
    expect(page.locator("#kept")).to_contain_text("alleen op deze telefoon")

    server.start()
    page.goto(LIST)
    assert not [url for url in asked if "/api/" in url]
    sign_in(page, ALICE)
    expect(page.get_by_role("heading", name=OFFER)).to_be_visible()
    page.goto(LIST)
    expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
    notice = page.locator(".notice", has_text=OFFER)
    expect(notice).to_contain_text("Bewaard: 3 artikelen en oefeningen")
    expect(notice).to_contain_text("Gelezen: 1 artikel of oefening")
    notice.get_by_role("button", name="Toevoegen").tap()
    expect(kept(page)).to_have_count(3)
    all_sent(page)
    page.reload()
    expect(kept(page)).to_have_count(3)
    expect(page.get_by_role("heading", name=OFFER)).to_have_count(0)

    other = phone(locale="en-GB")
    sign_in(other, ALICE)
    other.goto("/en/kept")
    expect(kept(other)).to_have_text(["Posture and long sitting", "Heat and cold", "Bridge"])
    expect(other.locator("#kept")).to_contain_text("1 of 48 articles")


def test_two_phones_change_different_marks_without_network_and_both_stay(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    first, second = phone(), phone()
    for page in (first, second):
        sign_in(page, ALICE)
    keep(first, POSTURE)
    all_sent(first)
    second.goto(POSTURE)
    expect(keeper(second)).to_have_text("Bewaard")

    server.stop()
    keeper(first).tap()
    expect(keeper(first)).to_have_text("Bewaren")
    expect(first.locator("#sync-line")).to_contain_text("Geen verbinding.")
    reader(second).tap()
    expect(reader(second)).to_have_attribute("aria-pressed", "true")
    server.start()
    for page in (first, second, first):
        page.goto(LIST)
        expect(page.locator("#sync-line")).to_contain_text(SENT)
    for page in (first, second):
        expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
        expect(page.locator("#kept")).to_contain_text("1 van 48 artikelen")


def test_taking_off_can_be_undone_and_a_second_tap_undoes_too(phone: OpenPhone) -> None:
    page = phone()
    keep(page, POSTURE)
    hold(page, "Naar je lijst").tap()
    page.wait_for_url("**/nl/bewaard")
    page.get_by_role("button", name="Weghalen Houding en lang zitten").tap()
    expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
    expect(page.locator("#main")).to_be_focused()
    hold(page, "Ongedaan maken").tap()
    expect(kept(page)).to_have_text(["Houding en lang zitten"])

    mark_read(page, POSTURE)
    reader(page).tap()
    expect(reader(page)).to_have_attribute("aria-pressed", "false")
    keeper(page).tap()
    expect(keeper(page)).to_have_text("Bewaren")
    page.goto(LIST)
    expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
    expect(page.get_by_text("Nog niets. Tik op Gelezen")).to_be_visible()


def test_lists_show_a_sign_that_is_also_said(online_phone: OpenPhone) -> None:
    page = online_phone()
    keep(page, POSTURE)
    mark_read(page, POSTURE)
    keep(page, BRIDGE)
    page.goto("/nl/artikelen")
    card = page.locator("[data-code=B04]")
    expect(card.locator("h3")).to_have_text("Houding en lang zitten (bewaard) (gelezen)")
    expect(page.locator(".marks")).to_have_count(1)
    page.goto("/nl/oefeningen")
    expect(page.get_by_role("heading", name="Brug (bewaard)")).to_be_visible()


def test_another_tab_shows_the_mark_at_once(server: Server, online_phone: OpenPhone) -> None:
    server.account(ALICE)
    page = online_phone()
    other = page.context.new_page()
    page.goto(POSTURE)
    keep(other, POSTURE)
    expect(keeper(page)).to_have_text("Bewaard")
    sign_in(other, ALICE)
    expect(keeper(page)).to_have_text("Bewaren")
    keep(other, POSTURE)
    page.bring_to_front()
    expect(keeper(page)).to_have_text("Bewaard")


def test_signing_out_leaves_no_mark_and_the_next_person_gets_none(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    server.account(BOB)
    page = phone()
    sign_in(page, ALICE)
    keep(page, POSTURE)
    all_sent(page)
    sign_out(page)
    page.goto(POSTURE)
    expect(keeper(page)).to_have_text("Bewaren")
    assert page.evaluate("() => localStorage.getItem('rugwijs-marks')") is None

    sign_in(page, BOB)
    page.goto(LIST)
    expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
    expect(page.get_by_role("heading", name=OFFER)).to_have_count(0)
    sign_out(page)
    sign_in(page, ALICE)
    page.goto(LIST)
    expect(kept(page)).to_have_text(["Houding en lang zitten"])


def test_signing_out_without_network_tells_marks_from_notes(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    page.goto(POSTURE)
    expect(keeper(page)).to_be_visible()
    server.stop()
    keeper(page).tap()
    expect(keeper(page)).to_have_text("Bewaard")
    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").tap()
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("Niet alles wat je aantikte, is verstuurd.")
    expect(dialog).not_to_contain_text("notitie")
    dialog.get_by_role("button", name="Ingelogd blijven").tap()
    log_cramp(page, 4)
    page.goto("/nl/ik")
    expect(page.locator("#account-state")).to_contain_text("1 notitie is nog niet verstuurd.")
    expect(page.locator("main")).not_to_contain_text("2 notities")


def test_a_keyboard_is_enough(phone: OpenPhone) -> None:
    page = phone(has_touch=False, is_mobile=False)
    page.goto(POSTURE)
    keeper(page).focus()
    page.keyboard.press("Space")
    expect(keeper(page)).to_have_text("Bewaard")
    expect(keeper(page)).to_be_focused()
    reader(page).focus()
    page.keyboard.press("Enter")
    expect(reader(page)).to_have_attribute("aria-pressed", "true")
    page.goto(LIST)
    kept(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je hebt nog niets bewaard.")).to_be_visible()
    expect(page.locator("#main")).to_be_focused()


def test_without_a_script_no_button_is_promised(online_phone: OpenPhone) -> None:
    page = online_phone(java_script_enabled=False)
    page.goto(POSTURE)
    expect(page.locator("#reader button, #end button")).to_have_count(0)


def test_nothing_jumps_when_the_buttons_come(phone: OpenPhone) -> None:
    page = phone()
    for path in (POSTURE, BRIDGE, LIST):
        page.goto(path)
        expect(page.locator("#end button, #kept h2").first).to_be_visible()
        assert page.evaluate(SHIFTS) < 0.01, path


def test_articles_lists_and_signs_have_no_fault_in_any_state(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone(reduced_motion="reduce")
    for path in (POSTURE, "/en/exercises/bridge"):
        page.goto(path)
        expect(reader(page)).to_be_visible()
        assert faults_of(page) == [], path
        keeper(page).tap()
        reader(page).tap()
        expect(page.locator("button[aria-pressed=true]")).to_have_count(2)
        assert faults_of(page) == [], path
    for path in (LIST, "/en/kept", "/nl/artikelen", "/nl/oefeningen"):
        page.goto(path)
        expect(page.locator(".marks, #kept li").first).to_be_visible()
        assert faults_of(page) == [], path
    sign_in(page, ALICE)
    page.goto(LIST)
    expect(page.get_by_role("heading", name=OFFER)).to_be_visible()
    assert faults_of(page) == []


def test_the_list_fits_a_small_screen_with_large_letters(phone: OpenPhone) -> None:
    page = phone(viewport={"width": 320, "height": 844})
    keep(page, POSTURE)
    page.goto(LIST)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(kept(page)).to_be_visible()
    fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(fits)
