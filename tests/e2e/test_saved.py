"""The line about saving and sending leads to the page that explains it, also without network."""

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server

ALICE = "alice@example.com"


def test_the_line_leads_to_what_it_means(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    server.stop()
    page.goto("/nl/dagboek")
    page.locator("#sync-line").get_by_role("link", name="Uitleg").click()
    expect(page.locator("h1")).to_have_text("Bewaard en verstuurd")
    expect(page.get_by_role("heading", name="Geen verbinding")).to_be_visible()
