"""axe finds nothing on any page, in both languages and themes (WCAG 2.2 AA, best practice)."""

from __future__ import annotations

from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import Theme
from tests.e2e.axe import faults_of as faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.server import Server
from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf

PERSONAL = (
    "tracker.entries",
    "accounts.account",
    "accounts.change_address",
    "accounts.change_password",
    "accounts.consent",
    "accounts.erase_account",
    "accounts.prove",
    "accounts.sign_ins",
    "sync.known_devices",
)
SKIPPED_PARTS = ("<", "webmanifest", ".json")  # addresses with a token or id, and no pages
SHARES = 4  # the library is long: its shares are looked through at the same time
DRAWN = "#reader button, #guide-place button"  # by the script, when it is done with the page
FAINT = "main p { color: #8888 !important; }"


def addresses(lang: str, personal: bool) -> list[str]:
    """Every page of a language; of the personal ones, or of those for everybody."""
    paths = [PATHS[endpoint][lang] for endpoint in PATHS if (endpoint in PERSONAL) is personal]
    return [path for path in paths if not any(part in path for part in SKIPPED_PARTS)]


def library(lang: str) -> list[str]:
    """Every article and every exercise of a language."""
    show, exercise = PATHS["library.show"][lang], PATHS["library.exercise"][lang]
    articles = [show.replace("<slug>", each.slug) for each in shelf().in_order(lang)]
    return articles + [exercise.replace("<slug>", e.slug) for e in exercises().in_order(lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_has_a_fault_for_a_stranger(phone: OpenPhone, lang: str) -> None:
    page = phone(reduced_motion="reduce")
    faults = {path: found for path in addresses(lang, False) if (found := check(page, path))}
    assert faults == {}


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_article_and_no_exercise_has_a_fault(
    online_phone: OpenPhone, lang: str, share: int
) -> None:
    page = online_phone(reduced_motion="reduce")
    faults = {}
    for path in library(lang)[share::SHARES]:
        page.goto(path)
        expect(page.locator(DRAWN).first).to_be_visible()
        if found := faults_of(page):
            faults[path] = found
    assert faults == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_planted_fault_is_found_in_the_theme_that_has_it(
    online_phone: OpenPhone, lang: str
) -> None:
    page = online_phone(reduced_motion="reduce")
    for path in (library(lang)[0], library(lang)[-1]):
        for theme in get_args(Theme):
            page.goto(path)
            plant(page, f"@media (prefers-color-scheme: {theme}) {{ {FAINT} }}")
            found = faults_of(page)
            assert found
            assert all(fault.startswith(f"{theme} color-contrast: ") for fault in found)
        page.goto(path)
        page.evaluate("document.querySelector('main').append(document.createElement('button'))")
        assert [fault.split(":")[0] for fault in faults_of(page)] == ["light button-name"]


def test_no_page_has_a_fault_for_somebody_with_a_diary(server: Server, phone: OpenPhone) -> None:
    server.account("alice@example.com")
    page = phone(reduced_motion="reduce")
    sign_in(page, "alice@example.com")
    log_cramp(page, 6, "low_left", note="na het werk")
    personal = addresses("nl", True) + addresses("en", True)
    filled = ["/nl/vandaag", "/nl/dagboek", "/nl/ik", "/nl/noteren", "/en/diary", "/en/me"]
    filled += [PATHS["sync.devices"][lang] for lang in LANGUAGES]
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


def plant(page: Page, style: str) -> None:
    """Lay a style over those of the page."""
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )
