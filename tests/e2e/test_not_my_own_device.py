"""On a device that is not one's own: sealed while the browser is open, gone when it was closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.diary import SENT, databases, log_cramp
from tests.e2e.kept import keep_app, until
from tests.e2e.own_folder import Phone, found_in
from tests.e2e.server import Server
from tests.people import PASSWORD

ALICE = "alice@example.com"
CANARY = "kanariegeel"


@pytest.fixture
def phone(server: Server, playwright: Playwright, tmp_path: Path) -> Phone:
    """A whole browser, of which the folder can be read when it is closed."""
    server.account(ALICE)
    return Phone(playwright, tmp_path / "profile", server.url)


def sign_in(page: Page, *, own: bool) -> None:
    """By the form; ends on Today."""
    page.goto("/nl/inloggen")
    page.locator("#email").fill(ALICE)
    page.locator("#password").fill(PASSWORD)
    if not own:
        page.locator("#shared").check()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/nl/vandaag")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def use(page: Page) -> None:
    """Log something, and look at it in all the ways there are."""
    log_cramp(page, 6, "low_left", note=CANARY)
    for address in ("/nl/vandaag", "/nl/dagboek/terugkijken", "/nl/inzichten", "/nl/dagboek"):
        page.goto(address)
        expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect(page.locator("#diary")).to_contain_text(CANARY)


def test_nothing_is_readable_when_the_browser_is_closed_and_nothing_left_when_it_opens(
    phone: Phone,
) -> None:
    with phone.running() as context:
        page = context.new_page()
        keep_app(page)
        sign_in(page, own=False)
        use(page)
        second = context.new_page()
        second.goto("/nl/dagboek")
        expect(second.locator("#diary")).to_contain_text(CANARY)
        assert len(databases(second)) == 1
        second.wait_for_timeout(1500)  # what a browser writes down, it writes down later
    assert found_in(phone.folder, CANARY) == []

    with phone.running() as context:
        page = context.new_page()
        page.goto("/nl/")
        until(page, "indexedDB.databases().then((found) => found.length === 0)")
        until(page, "localStorage.getItem('rugwijs-sign-out-due') === null")
        left = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert [name for name in left if name != "rugwijs-asked-to-persist"] == []
        assert page.request.get("/api/me").status == 401
        page.goto("/nl/dagboek")
        expect(page.get_by_role("heading", name="Log in of maak een account")).to_be_visible()


def test_without_the_box_the_same_word_is_found(phone: Phone) -> None:
    with phone.running() as context:
        page = context.new_page()
        sign_in(page, own=True)
        use(page)
        page.wait_for_timeout(1500)
    assert found_in(phone.folder, CANARY) != []


def test_it_is_gone_without_a_network_too(server: Server, phone: Phone) -> None:
    with phone.running() as context:
        page = context.new_page()
        keep_app(page)
        sign_in(page, own=False)
        use(page)
    server.stop()
    with phone.running() as context:
        page = context.new_page()
        page.goto("/nl/dagboek")
        expect(page.get_by_role("heading", name="Log in of maak een account")).to_be_visible()
        assert databases(page) == []


def test_signing_out_leaves_nothing(server: Server, phone: Phone) -> None:
    with phone.running() as context:
        page = context.new_page()
        sign_in(page, own=False)
        use(page)
        page.goto("/nl/ik")
        page.get_by_role("link", name="Uitloggen").click()
        page.wait_for_url("**/nl/")
        assert databases(page) == []
        assert page.evaluate("Object.keys(localStorage)") == []
        assert page.evaluate("Object.keys(sessionStorage)") == []
