"""Every page on the narrowest phone with the largest text: nothing stands beside the screen."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.carry import as_upload, choose, cramp, file_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.test_keyboard_diary import sent_cramps
from webapp.languages import LANGUAGES, PATHS

NARROW: ViewportSize = {"width": 320, "height": 640}
# Pages of who is signed in, or that say something else to them; all others are looked at by nobody.
HERS = (
    "tips.today",
    "tips.tips",
    "tracker.log",
    "tracker.cramp",
    "tracker.day",
    "tracker.diary",
    "tracker.look_back",
    "tracker.entries",
    "tracker.settings",
    "tracker.profile",
    "tracker.clear",
    "trials.trials",
    "insights.insights",
    "accounts.me",
    "accounts.account",
    "accounts.my_data",
    "accounts.lock",
    "accounts.consent",
    "accounts.passkeys",
    "accounts.one_time_codes",
    "accounts.recovery_codes",
    "accounts.sign_ins",
    "accounts.change_address",
    "accounts.change_password",
    "accounts.erase_account",
    "accounts.prove",
    "carry.take_along",
    "sync.devices",
    "sync.known_devices",
)
NO_PAGE = (".webmanifest", ".json")
RELIEF = ["breathing", "painkiller", "nothing_yet"]
# What is wider than the screen, and not inside something that scrolls by itself or is unseen.
BESIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const own = (it) => it && it !== document.body
    && (/auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX) || own(it.parentElement));
  const seen = [...document.querySelectorAll('body *')].filter((it) => {
    const {left, right, width} = it.getBoundingClientRect();
    return width > 1 && it.checkVisibility() && (right > wide + 1 || left < -1) && !own(it);
  });
  const names = seen.map((it) => `${it.tagName} ${it.textContent.trim().slice(0, 30)}`);
  const over = document.documentElement.scrollWidth - wide;
  return over > 0 ? [`${over} px too wide`, ...names] : names;
}"""


def beside(page: Page) -> list[str]:
    """What stands beside the screen, on the narrowest phone."""
    page.set_viewport_size(NARROW)
    found: list[str] = page.evaluate(BESIDE)
    return found


def large(page: Page) -> None:
    """Text twice as large, as a person sets it in their phone."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def pages_of(lang: str, hers: bool) -> dict[str, str]:
    """Every page of the table of addresses that is hers, or of nobody; by its name.

    Not those with an id or a token in their address: they are opened where they come up.
    """
    return {
        name: both[lang]
        for name, both in PATHS.items()
        if (name in HERS) is hers and "<" not in both[lang] and not both[lang].endswith(NO_PAGE)
    }


def beside_on(page: Page, paths: dict[str, str]) -> dict[str, list[str]]:
    """What stands beside the screen on these pages, with small and with large text."""
    wide = {}
    for name, path in paths.items():
        page.goto(path)
        expect(page.locator("html.ready")).to_be_attached()
        wide[name] = beside(page)
        large(page)
        for fold in page.locator("main details > summary:visible").all():
            fold.click()
        wide[f"{name} large"] = beside(page)
    return wide


def said(wide: dict[str, list[str]]) -> str:
    """What was found, one a line; empty for nothing."""
    return "\n".join(f"{where}: {what}" for where, all_of in wide.items() for what in all_of)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_stands_beside_a_narrow_screen_for_a_stranger(
    site_phone: OpenPhone, lang: str
) -> None:
    page = site_phone(reduced_motion="reduce", service_workers="block")
    assert said(beside_on(page, pages_of(lang, hers=False))) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_stands_beside_a_narrow_screen_with_large_text(
    page: Page, alice: UUID, lang: str
) -> None:
    sent_cramps(page, alice, (0, 3), (1, 99), (40, 7))
    sent_cramps(page, alice, *[(ago, 4) for ago in range(2, 9)], minutes=95, relief=RELIEF)
    wide = beside_on(page, pages_of(lang, hers=True))
    page.goto(PATHS["carry.take_along"][lang])
    choose(page, as_upload(file_of(alice, cramp(5), cramp(6) | {"kind": "weather"})))
    wide["a file"] = beside(page)
    page.goto(PATHS["tracker.log"][lang])
    large(page)
    page.locator("#clock [data-do=start]").click()
    page.locator("#quick input[value='6']").check(force=True)
    page.locator("#quick button[type=submit]").click()
    expect(page.locator(".toast")).to_be_visible()
    wide["a message and the clock"] = beside(page)
    assert said(wide) == ""
