"""One-time codes and recovery codes in a real browser, with and without scripts."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, sign_in
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.accounts.codes.one_time import code_at
from webapp.languages import PATHS

ALICE = "alice@example.com"


class App:
    """An app that makes codes, after it read what the page shows."""

    def __init__(self, page: Page) -> None:
        shown = page.get_by_role("link", name="Open mijn app").get_attribute("href") or ""
        found = re.search(r"secret=(\w+)", shown)
        assert found
        self.secret = b32decode(found[1])
        self.used = 0

    def code(self) -> str:
        """One that was not used yet."""
        self.used = max(self.used + 30, int(time.time()) - 30)
        return code_at(self.secret, datetime.fromtimestamp(self.used, UTC))


def set_up(page: Page) -> App:
    """From the page Account to the ten codes."""
    page.goto(PATHS["accounts.account"]["nl"])
    page.get_by_role("link", name="Eenmalige codes").click()
    page.get_by_role("button", name="Eenmalige codes instellen").click()
    app = App(page)
    expect(page.get_by_role("img", name="QR-code voor je app")).to_be_visible()
    page.get_by_label("Code van 6 cijfers").fill(app.code())
    page.get_by_role("button", name="Eenmalige codes aanzetten").click()
    expect(page.locator("h1")).to_have_text("Je herstelcodes")
    return app


def half_in(page: Page) -> None:
    """Address and password, up to the code."""
    page.goto(PATHS["accounts.sign_in"]["nl"])
    page.locator("#email").fill(ALICE)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    expect(page.locator("h1")).to_have_text("Nog één stap")


def test_set_up_saved_and_signed_in_with_a_code_and_with_a_recovery_code(
    server: Server, online_phone: OpenPhone, tmp_path: Path
) -> None:
    server.account(ALICE)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    app = set_up(page)
    assert faults_of(page) == []
    written = page.locator("#codes li").all_inner_texts()
    assert len(written) == 10
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaren als bestand").click()
    assert download.value.suggested_filename == "rugwijs-herstelcodes.txt"
    download.value.save_as(tmp_path / "codes.txt")
    assert all(code in (tmp_path / "codes.txt").read_text() for code in written)

    other = online_phone(reduced_motion="reduce")
    half_in(other)
    assert faults_of(other) == []
    other.get_by_label("Code van 6 cijfers").fill("000000")
    other.get_by_role("button", name="Inloggen", exact=True).click()
    expect(other.locator("#errors")).to_contain_text("Deze code klopt niet")
    other.get_by_label("Code van 6 cijfers").fill(app.code())
    other.get_by_role("button", name="Inloggen", exact=True).click()
    other.wait_for_url("**/nl/vandaag")
    expect(other.locator("#sync-line")).to_contain_text(SENT)

    bare = online_phone(java_script_enabled=False)
    half_in(bare)
    bare.get_by_text("Ik heb de app niet bij me").click()
    bare.get_by_label("Herstelcode").fill(written[4].upper())
    bare.get_by_role("button", name="Inloggen met een herstelcode").click()
    expect(bare.locator("main")).to_contain_text("Je hebt nog 9 herstelcodes")


def test_the_pages_have_no_faults_and_fit_a_narrow_phone(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    here = PATHS["accounts.one_time_codes"]["nl"]
    page.goto(here)
    assert faults_of(page) == []
    page.get_by_role("button", name="Eenmalige codes instellen").click()
    assert faults_of(page) == []
    page.goto(PATHS["accounts.recovery_codes"]["nl"])
    assert faults_of(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("button", name="Geef me tien nieuwe").click()
    for address in (None, here):
        if address:
            page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
