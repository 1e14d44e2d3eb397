"""axe finds nothing on the diary's pages in any state that a person can meet, in both languages.

As they are for a stranger and for who has a diary: test_accessible.py. The stages of a file that is
brought in: test_carry_in.py; earlier versions: test_earlier.py; dialogs: test_faults_*.py.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost, says
from tests.e2e.held import held, nudge, quick
from tests.e2e.site import Site
from tests.e2e.test_keyboard_diary import sent_cramps
from webapp.languages import LANGUAGES, PATHS

State = Callable[[Page], None]
LINE = "#sync-line"


def nothing(page: Page) -> None:
    """As it is drawn."""
    expect(page.locator("main")).to_be_visible()


def no_number(page: Page) -> None:
    """A cramp was to be saved without a number."""
    page.locator("#quick button[type=submit]").click()
    expect(page.locator("#quick-answer .error")).to_be_visible()


def message(page: Page) -> None:
    """A cramp was saved: a message with three buttons."""
    quick(page, 6)
    expect(page.locator(".toast")).to_be_visible()


def running(page: Page) -> None:
    """The clock of a cramp runs; it did not when the page was drawn, or it was begun before."""
    start = page.locator("#clock [data-do=start]")
    if start.is_visible():
        start.click()
    expect(page.locator("#clock [data-do=end]")).to_be_visible()


def let_go(page: Page) -> None:
    """The cramp let go, and the card asks what helped."""
    running(page)
    page.locator("#clock [data-do=end]").click()
    expect(page.locator("#let-go .lasted")).to_be_focused()


def unfolded(page: Page) -> None:
    """Every question of a day is there, some are answered and one is wrong."""
    for fold in page.locator("details.more:visible > summary").all():
        fold.click()
    page.locator("[data-factor=sleep_h] .choice").first.click()
    page.locator("[data-factor] .stepper input").first.fill("twee")
    page.locator("form#entry button[type=submit]").last.click()
    expect(page.locator("#errors")).to_be_focused()


def mistaken(page: Page) -> None:
    """The form was to be saved without what it needs."""
    expect(page.locator("#began")).not_to_have_value("")
    page.locator("form#entry button[type=submit]").last.click()
    expect(page.locator("#errors")).to_be_focused()


def own(page: Page) -> None:
    """A question of one's own stands in the list, and the message says that it is kept."""
    page.locator("#own-name").fill("Knie")
    page.locator("#own-new button[type=submit]").click()
    expect(page.locator("#own-list label")).to_have_count(1)
    expect(page.locator(".toast")).to_be_visible()


def deleted(page: Page) -> None:
    """Entries were refused, and one was deleted just now."""
    expect(page.locator("#refused")).to_be_visible()
    page.locator("#diary article button.danger").first.click()
    expect(page.locator(".toast")).to_be_visible()


EMPTY: list[tuple[str, State]] = [
    ("tips.today", nothing),
    ("tracker.diary", nothing),
    ("tracker.look_back", nothing),
    ("tracker.log", no_number),
    ("tracker.cramp", mistaken),
    ("tracker.day", unfolded),
]
FILLED: list[tuple[str, State]] = [
    ("tracker.log", message),
    ("tracker.log", running),
    ("tips.today", let_go),
    ("tracker.settings", own),
    ("tracker.look_back", nothing),
    ("tracker.diary", deleted),
]
CUT_OFF: list[tuple[str, State]] = [("tracker.log", message), ("tracker.diary", nothing)]


def faults(page: Page, lang: str, states: list[tuple[str, State]]) -> dict[str, list[str]]:
    """What axe finds in each of these states, one after the other."""
    found = {}
    for endpoint, reach in states:
        page.goto(PATHS[endpoint][lang])
        reach(page)
        found[f"{endpoint} {reach.__name__}"] = faults_of(page)
    return {state: each for state, each in found.items() if each}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_diary_and_mistakes_have_no_fault(page: Page, lang: str) -> None:
    assert faults(page, lang, EMPTY) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_diary_with_refused_entries_and_messages_has_no_fault(
    page: Page, alice: UUID, lang: str
) -> None:
    sent_cramps(page, alice, (0, 3), (1, 99), (2, 7))
    assert faults(page, lang, FILLED) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_network_or_signed_out_nothing_has_a_fault(
    site: Site, page: Page, alice: UUID, lang: str
) -> None:
    site.proxy.always(lost, path="/api/")
    assert faults(page, lang, CUT_OFF) == {}
    site.proxy.whole()
    site.proxy.always(says(401, "signed_out"))
    nudge(page)
    sign_in = PATHS["accounts.sign_in"][lang]
    expect(page.locator(f"{LINE} a[href^='{sign_in}']")).to_be_visible()
    assert faults_of(page) == []
    assert len(held(page, alice, "outbox")) == 1
