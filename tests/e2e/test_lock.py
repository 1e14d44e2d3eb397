"""The lock on the diary of a phone: what it hides, what stays in reach, and how it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import all_sent, databases, log_cramp, sign_in
from tests.e2e.kept import keep_app, until
from tests.e2e.own_folder import Phone, found_in
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.languages import LANGUAGES, PATHS

ALICE = "alice@example.com"
CANARY = "kanariegeel"
CODE = "een groene 7"
LOCKED = "Je dagboek zit op slot"
NO_WAITING = """() => {
  const lock = JSON.parse(localStorage.getItem('rugwijs-sealing'));
  localStorage.setItem('rugwijs-sealing', JSON.stringify({...lock, until: 0}));
}"""


def put_lock_on(page: Page, code: str = CODE) -> None:
    """On the page of the lock; ends there."""
    page.goto("/nl/ik/slot")
    page.locator("#code").fill(code)
    page.locator("#again").fill(code)
    page.get_by_role("button", name="Zet het slot erop").tap()
    expect(page.locator("#lock-told")).to_have_text("Het slot zit erop.")


def try_code(page: Page, code: str) -> None:
    """Type it, and press Open."""
    page.locator("#code").fill(code)
    page.get_by_role("button", name="Openen").tap()


def lock_now(page: Page) -> None:
    """By the button; ends on the lock."""
    page.goto("/nl/ik/slot")
    page.get_by_role("button", name="Nu op slot").tap()
    expect(page.get_by_role("heading", name=LOCKED)).to_be_visible()


def test_a_closed_browser_has_no_word_of_it_and_the_code_opens_it(
    server: Server, playwright: Playwright, tmp_path: Path
) -> None:
    server.account(ALICE)
    phone = Phone(playwright, tmp_path / "profile", server.url)
    with phone.running() as context:
        page = context.new_page()
        keep_app(page)
        sign_in(page, ALICE)
        put_lock_on(page)
        log_cramp(page, 6, "low_left", note=CANARY)
        all_sent(page)
        for address in ("/nl/dagboek/terugkijken", "/nl/vandaag", "/nl/dagboek"):
            page.goto(address)
            expect(page.get_by_role("heading", name=LOCKED)).to_have_count(0)
        expect(page.locator("#diary")).to_contain_text(CANARY)
        page.wait_for_timeout(1500)  # what a browser writes down, it writes down later
    assert found_in(phone.folder, CANARY) == []
    assert found_in(phone.folder, CODE) == []

    server.stop()
    with phone.running() as context:
        page = context.new_page()
        page.goto("/nl/dagboek")
        expect(page.get_by_role("heading", name=LOCKED)).to_be_visible()
        expect(page.locator("#code")).to_be_focused()
        try_code(page, "een groene 8")
        expect(page.locator("#code-error")).to_contain_text("Je kunt het nog 9 keer proberen.")
        for address in ("/nl/kramp-nu", "/nl/alarmsignalen"):
            page.goto(address)
            expect(page.locator("#sync-line")).to_contain_text(LOCKED)
            expect(page.locator("main h1")).not_to_have_text(LOCKED)
        page.goto("/nl/dagboek")
        try_code(page, CODE)
        expect(page.locator("#diary")).to_contain_text(CANARY)


def test_ten_wrong_codes_ask_for_signing_in_and_lose_nothing(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    sign_in(page, ALICE)
    put_lock_on(page)
    log_cramp(page, 6, "low_left", note=CANARY)
    lock_now(page)
    for left in range(9, -1, -1):
        page.evaluate(NO_WAITING)
        try_code(page, "mis")
        if left:
            expect(page.locator("#code-error")).to_contain_text("Deze code klopt niet.")
            expect(page.locator("#locked [role=status]")).to_have_text("")
    expect(page.locator("#locked")).to_contain_text("Log eerst opnieuw in.")
    assert faults_of(page) == []
    until(page, "localStorage.getItem('rugwijs-sign-out-due') === null")
    page.get_by_role("link", name="Inloggen").tap()
    page.locator("#email").fill(ALICE)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    try_code(page, CODE)
    expect(page.get_by_role("heading", name=LOCKED)).to_have_count(0)
    page.goto("/nl/dagboek")
    expect(page.locator("#diary")).to_contain_text(CANARY)


def test_who_forgot_the_code_hears_what_is_lost_and_fetches_the_rest(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    put_lock_on(page)
    log_cramp(page, 6, "low_left", note=CANARY)
    all_sent(page)
    server.stop()
    log_cramp(page, 9, "low_left", note="nooit verstuurd")
    server.start()
    page.context.set_offline(True)
    lock_now(page)
    page.get_by_text("Code vergeten?").tap()
    expect(page.locator("#locked")).to_contain_text("1 wijziging is nooit verstuurd.")
    empty = page.get_by_role("button", name="Maak deze telefoon leeg")
    expect(empty).to_be_disabled()
    page.context.set_offline(False)
    page.locator("#lock-typed").fill("weggooien")
    empty.tap()
    page.wait_for_url("**/nl/inloggen")
    assert databases(page) == []
    until(page, "localStorage.getItem('rugwijs-sign-out-due') === null")
    sign_in(page, ALICE)
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(1)
    expect(page.locator("#diary")).to_contain_text(CANARY)


def test_away_for_as_long_as_was_chosen_it_locks(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    sign_in(page, ALICE)
    put_lock_on(page)
    for minutes, locked in ((4, False), (5, True)):
        page.evaluate(
            "minutes => sessionStorage.setItem('rugwijs-away', Date.now() - minutes * 60_000)",
            minutes,
        )
        page.goto("/nl/dagboek")
        expect(page.locator("html.ready")).to_be_attached()
        expect(page.get_by_role("heading", name=LOCKED)).to_have_count(int(locked))


def test_another_tab_follows_and_taken_off_all_is_readable_again(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    sign_in(page, ALICE)
    log_cramp(page, 6, "low_left", note=CANARY)
    other = page.context.new_page()
    other.goto("/nl/dagboek")
    expect(other.locator("#diary")).to_contain_text(CANARY)
    put_lock_on(page)
    log_cramp(other, 3, "low_left", note="uit het andere tabblad")
    expect(other.locator("#diary article")).to_have_count(2)
    page.goto("/nl/ik/slot")
    page.get_by_role("button", name="Haal het slot eraf").tap()
    expect(page.locator("#lock-told")).to_have_text("Het slot is eraf.")
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(2)
    expect(page.locator("#diary")).to_contain_text(CANARY)
    all_sent(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_it_has_a_fault(server: Server, phone: OpenPhone, lang: str) -> None:
    page = phone()
    page.emulate_media(reduced_motion="reduce")
    page.goto(PATHS["accounts.without_account"][lang])
    page.locator("#local button").tap()
    page.wait_for_url(f"**{PATHS['tips.today'][lang]}")
    page.goto(PATHS["accounts.lock"][lang])
    page.locator("#code").fill("kort")
    page.locator("#lock button").click()
    expect(page.locator("#code-error")).to_be_visible()
    assert faults_of(page) == []
    for field in ("#code", "#again"):
        page.locator(field).fill(CODE)
    page.locator("#lock button").click()
    expect(page.locator("#lock .good")).to_be_visible()
    assert faults_of(page) == []
    page.locator("#lock .good button").first.click()
    expect(page.locator("#locked")).to_be_visible()
    page.locator("#locked summary").click()
    assert faults_of(page) == []
