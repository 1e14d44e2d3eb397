"""The diary on the narrowest phone with the largest text: nothing stands beside the screen."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.carry import as_upload, choose, cramp, file_of
from tests.e2e.test_keyboard_diary import sent_cramps
from webapp.languages import LANGUAGES, PATHS

NARROW: ViewportSize = {"width": 320, "height": 640}
PAGES = (
    "tips.today",
    "tips.tips",
    "tracker.log",
    "tracker.cramp",
    "tracker.day",
    "tracker.diary",
    "tracker.look_back",
    "insights.insights",
    "tracker.settings",
    "tracker.profile",
    "accounts.me",
    "accounts.account",
    "accounts.my_data",
    "accounts.change_address",
    "accounts.change_password",
    "accounts.erase_account",
    "accounts.prove",
    "tracker.clear",
    "accounts.privacy",
    "carry.take_along",
)
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_stands_beside_a_narrow_screen_with_large_text(
    page: Page, alice: UUID, lang: str
) -> None:
    sent_cramps(page, alice, (0, 3), (1, 99), (40, 7))
    sent_cramps(page, alice, *[(ago, 4) for ago in range(2, 9)], minutes=95, relief=RELIEF)
    wide = {}
    for endpoint in PAGES:
        page.goto(PATHS[endpoint][lang])
        wide[endpoint] = beside(page)
        large(page)
        for fold in page.locator("main details > summary:visible").all():
            fold.click()
        wide[f"{endpoint} large"] = beside(page)
    choose(page, as_upload(file_of(alice, cramp(5), cramp(6) | {"kind": "weather"})))
    wide["a file"] = beside(page)
    page.goto(PATHS["tracker.log"][lang])
    large(page)
    page.locator("#clock [data-do=start]").click()
    page.locator("#quick input[value='6']").check(force=True)
    page.locator("#quick button[type=submit]").click()
    expect(page.locator(".toast")).to_be_visible()
    wide["a message and the clock"] = beside(page)
    found = [f"{where}: {what}" for where, all_of in wide.items() for what in all_of]
    assert not found, "\n".join(found)
