"""An account without an e-mail address, in a real browser, with a diary that comes back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, log_cramp
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.languages import PATHS

NEW = "three other green boats"


def test_made_with_a_name_left_and_got_back_into_with_a_recovery_code(
    server: Server, online_phone: OpenPhone
) -> None:
    page = online_phone(reduced_motion="reduce")
    page.goto(PATHS["accounts.sign_up"]["nl"])
    page.get_by_role("link", name="Account maken zonder e-mailadres").click()
    assert faults_of(page) == []
    page.get_by_label("Gebruikersnaam").fill("admin")
    page.locator("#password").fill(PASSWORD)
    page.locator("#of_age").check()
    page.locator("#consent").check()
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#errors")).to_contain_text("Deze naam is voor niemand")
    page.get_by_label("Gebruikersnaam").fill("Kruiwagen")
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Je herstelcodes")
    expect(page.locator("main")).to_contain_text("kan niemand je er nog in laten")
    assert faults_of(page) == []
    expect(page.get_by_role("button", name="Bewaren als bestand")).to_be_visible()
    code = page.locator("#codes li").first.inner_text()
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    log_cramp(page, 6)
    expect(page.locator("#sync-line")).to_contain_text(SENT)

    other = online_phone(reduced_motion="reduce")
    other.goto(PATHS["accounts.recover"]["nl"])
    assert faults_of(other) == []
    other.get_by_label("E-mailadres of gebruikersnaam").fill("kruiwagen")
    other.get_by_label("Herstelcode").fill(code)
    other.locator("#password").fill(NEW)
    other.locator("main form button[type=submit]").click()
    expect(other.locator("h1")).to_have_text("Inloggen")
    other.locator("#email").fill("KRUIWAGEN")
    other.locator("#password").fill(NEW)
    other.get_by_role("button", name="Inloggen", exact=True).click()
    other.wait_for_url("**/nl/vandaag")
    other.goto("/nl/dagboek")
    expect(other.locator("#diary article h4")).to_contain_text("pijn 6 van 10")
    assert server.mails() == []
