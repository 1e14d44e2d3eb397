"""Putting Rugwijs on a phone: what the browser asks of it, and what a person sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.conftest import PHONE, QUIET, OpenPhone, Watch, chromium_path
from tests.e2e.patient import make_patient
from tests.e2e.server import Server


@pytest.fixture
def lasting(
    playwright: Playwright, server: Server, watch: Watch, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A browser with a profile: a passing one may not install anything."""
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path / "profile"),
        executable_path=chromium_path(),
        args=QUIET,
        **PHONE | {"base_url": server.url},
    )
    watch.follow(context)
    yield make_patient(context)
    context.close()


def visit(page: Page, address: str) -> None:
    """Open a page and wait until the worker is there."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


@pytest.mark.parametrize("address", ["/nl/vandaag", "/en/"])
def test_the_browser_finds_nothing_that_stops_installing(
    lasting: BrowserContext, address: str
) -> None:
    page = lasting.new_page()
    visit(page, address)
    devtools = lasting.new_cdp_session(page)

    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["short_name"] == "Rugwijs"
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    devtools.detach()


def test_the_install_page_asks_the_browser(lasting: BrowserContext) -> None:
    page = lasting.new_page()
    visit(page, "/nl/installeren")
    button = page.get_by_role("button", name="Installeer Rugwijs")
    expect(button).to_be_visible()

    page.evaluate(
        """() => {
          const event = new Event('beforeinstallprompt', {cancelable: true});
          event.prompt = async () => { window.asked = true; return {outcome: 'dismissed'}; };
          dispatchEvent(event);
          window.kept = event.defaultPrevented;
        }"""
    )
    button.click()
    expect(button).to_be_hidden()
    assert page.evaluate("window.asked && window.kept")


def test_without_an_offer_of_the_browser_there_is_no_button(phone: OpenPhone) -> None:
    page = phone()
    page.goto("/nl/installeren")

    expect(page.locator("#install")).to_be_hidden()
    expect(page.get_by_role("heading", name="Op een iPhone of iPad")).to_be_visible()


def test_the_install_page_reads_without_a_script(phone: OpenPhone) -> None:
    page = phone(java_script_enabled=False)
    page.goto("/en/install")

    expect(page.locator("#install")).to_be_hidden()
    expect(page.locator("main section.card")).to_have_count(3)


def test_once_installed_the_page_says_so(phone: OpenPhone) -> None:
    page = phone()
    page.goto("/nl/installeren")
    page.evaluate("dispatchEvent(new Event('appinstalled'))")

    expect(page.locator("#install p")).to_have_text("Rugwijs staat op dit apparaat.")
