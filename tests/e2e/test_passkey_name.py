"""A passkey gets another name, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.passkey import Keys, server_with_a_name
from tests.e2e.server import Server
from webapp.languages import PATHS

ALICE = "alice@example.com"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server under a name: a number has no passkeys."""
    with server_with_a_name(tmp_path_factory.mktemp("named")) as named:
        yield named


def test_a_passkey_gets_another_name_by_keyboard(server: Server, online_phone: OpenPhone) -> None:
    server.account(ALICE)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    Keys(page)
    page.goto(PATHS["accounts.passkeys"]["nl"])
    page.get_by_label("Naam").fill("Telefoon")
    page.get_by_role("button", name="Passkey toevoegen").click()
    link = page.get_by_role("link", name="Naam wijzigen")
    link.focus()
    page.keyboard.press("Enter")
    name = page.get_by_label("Naam")
    expect(name).to_have_value("Telefoon")
    assert faults_of(page) == []
    for typed in ("", "Oude telefoon"):
        name.focus()
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        if not typed:
            expect(page.locator("main form .error")).to_contain_text("Vul een naam in.")
            assert faults_of(page) == []
    expect(page.locator("main .notice")).to_contain_text("De nieuwe naam is bewaard.")
    expect(page.locator("main .cards li h2")).to_have_text("Oude telefoon")
    assert faults_of(page) == []
