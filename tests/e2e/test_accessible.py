"""axe finds nothing on any page, in both languages and themes (WCAG 2.2 AA, best practice)."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.server import Server
from webapp.config import ROOT
from webapp.languages import PATHS

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PERSONAL = ("tracker.entries", "accounts.consent")
SKIPPED_PARTS = ("<", "webmanifest", ".json")  # addresses with a token or id, and no pages
ARTICLES = {"nl": ("houding", "wanneer-naar-de-dokter"), "en": ("posture", "heat-and-cold")}


def addresses(lang: str, personal: bool) -> list[str]:
    """Every page of a language; of the personal ones, or of those for everybody."""
    paths = [PATHS[endpoint][lang] for endpoint in PATHS if (endpoint in PERSONAL) is personal]
    plain = [path for path in paths if not any(part in path for part in SKIPPED_PARTS)]
    show = PATHS["library.show"][lang]
    articles = [] if personal else [show.replace("<slug>", slug) for slug in ARTICLES[lang]]
    return plain + articles


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_page_has_a_fault_for_a_stranger(phone: OpenPhone, lang: str) -> None:
    page = phone(reduced_motion="reduce")
    faults = {path: found for path in addresses(lang, False) if (found := check(page, path))}
    assert faults == {}


def test_no_page_has_a_fault_for_somebody_with_a_diary(server: Server, phone: OpenPhone) -> None:
    server.account("alice@example.com")
    page = phone(reduced_motion="reduce")
    sign_in(page, "alice@example.com")
    log_cramp(page, 6, "low_left", note="na het werk")
    personal = addresses("nl", True) + addresses("en", True)
    filled = ["/nl/vandaag", "/nl/dagboek", "/nl/ik", "/nl/noteren", "/en/diary", "/en/me"]
    faults = {path: found for path in personal + filled if (found := check(page, path))}
    assert faults == {}


@pytest.mark.parametrize("path", ["/nl/noteren/kramp", "/nl/inloggen", "/nl/account-maken"])
def test_a_form_with_mistakes_has_no_fault(phone: OpenPhone, path: str) -> None:
    page = phone(reduced_motion="reduce")
    page.goto(path)
    if page.locator("#began").count():  # this form is checked by the script, once it is there
        expect(page.locator("#began")).not_to_have_value("")
    page.locator("main form button[type=submit]").last.click()
    page.locator(".errors").wait_for()
    assert faults_of(page) == []


def check(page: Page, path: str) -> list[str]:
    """The faults of the page at this address."""
    page.goto(path)
    return faults_of(page)


def faults_of(page: Page) -> list[str]:
    """What axe finds in either theme, on a screen tall enough that the bar covers nothing."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": 390, "height": height + 200})
    page.evaluate(AXE)
    faults = [f"{theme} {fault}" for theme in THEMES for fault in faults_in(page, theme)]
    page.set_viewport_size({"width": 390, "height": 844})
    return faults


def faults_in(page: Page, theme: Theme) -> list[str]:
    """What axe finds on the screen as it is, in one theme."""
    page.emulate_media(color_scheme=theme)
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
