"""The guided exercise with the keys alone and read aloud, from the page's top to the diary."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.keyboard import Keys
from tests.e2e.server import Server
from webapp.languages import LANGUAGES

ALICE = "alice@example.com"
WORDS: dict[str, dict[str, Any]] = {
    "nl": {
        "page": "/nl/oefeningen/kat-koe",
        "title": "Kat en koe",
        "skip": "Naar de inhoud",
        "begin": "Doe deze oefening met begeleiding",
        "pain": "Hoeveel pijn heb je nu?",
        "of10": "van 10",
        "close": "Sluiten",
        "progress": "Hoe ver je bent",
        "pause": "Pauze",
        "resume": "Ga verder",
        "stop": "Stoppen",
        "ready": "Maak je klaar",
        "moves": ["Adem uit en maak je rug bol", "Adem in en laat je rug zakken"],
        "rest": "Rust even uit",
        "done": "Goed gedaan",
        "keep": "Bewaar in mijn dagboek",
        "drop": "Niet bewaren",
        "saved": "Bewaard op deze telefoon.",
        "diary": "Naar mijn dagboek",
        "entry": "Oefening: Kat en koe",
    },
    "en": {
        "page": "/en/exercises/cat-cow",
        "title": "Cat and cow",
        "skip": "Skip to content",
        "begin": "Do this exercise with guidance",
        "pain": "How much pain do you have now?",
        "of10": "of 10",
        "close": "Close",
        "progress": "How far you are",
        "pause": "Pause",
        "resume": "Go on",
        "stop": "Stop",
        "ready": "Get ready",
        "moves": ["Breathe out and round your back", "Breathe in and let your back sink"],
        "rest": "Rest for a moment",
        "done": "Well done",
        "keep": "Keep in my diary",
        "drop": "Do not keep",
        "saved": "Saved on this phone.",
        "diary": "To my diary",
        "entry": "Exercise: Cat and cow",
    },
}
SCALE = "\n".join(f"    - radio /^{pain} /" for pain in range(11))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_the_top_of_the_page_to_the_diary(
    server: Server, online_phone: OpenPhone, lang: str
) -> None:
    say = WORDS[lang]
    server.account(ALICE)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    keys = Keys(page)
    keys.open(say["page"], "#guide-place button")
    assert keys.press("Tab").name == say["skip"]
    keys.press("Enter")
    assert keys.to(say["begin"]).role == "button"

    assert keys.press("Enter").name == say["title"]
    expect(page.locator("dialog")).to_match_aria_snapshot(f"""
- dialog "{say["title"]}":
  - heading "{say["title"]}" [level=2]
  - radiogroup /{say["pain"][:-1]}/:
{SCALE}
  - paragraph:
    - button "Start"
    - button "{say["close"]}"
""")
    assert keys.press("Tab").name == f"0 {say['of10']}"
    for _ in range(5):
        pain = keys.press("ArrowRight")
    assert (pain.name, pain.states["checked"]) == (f"5 {say['of10']}", "true")

    keys.to("^Start$")
    keys.heard()
    assert keys.press("Enter").name == say["title"]
    page.clock.run_for(1_000)
    expect(page.locator("dialog")).to_match_aria_snapshot(f"""
- dialog "{say["title"]}":
  - heading "{say["title"]}" [level=2]
  - status: {say["ready"]}
  - progressbar "{say["progress"]}"
  - paragraph:
    - button "{say["pause"]}"
    - button "{say["stop"]}"
""")
    page.clock.run_for(10_000 + 2 * 8_000 - 2_000)
    assert keys.heard() == [say["ready"], *say["moves"], *say["moves"]]
    page.clock.fast_forward(50_000)
    page.clock.run_for(200)
    assert keys.heard() == [say["rest"]]

    page.clock.fast_forward(200_000)
    expect(page.get_by_role("heading", name=say["done"])).to_be_focused()
    keys.press("Tab")
    keys.press("ArrowRight")
    assert keys.press("ArrowRight").name == f"2 {say['of10']}"
    keys.to(say["drop"])
    assert keys.press("Shift+Tab").name == say["keep"]
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    assert keys.here().name == say["begin"]
    assert keys.heard() == [f"{say['saved']} {say['diary']} {say['close']}"]

    keys.to(say["diary"], "Shift+Tab")
    page.keyboard.press("Enter")
    entry = page.get_by_role("article").filter(has=page.get_by_text(say["entry"]))
    expect(entry).to_contain_text(f"5 {say['of10']}")
    expect(entry).to_contain_text(f"2 {say['of10']}")


def test_a_pause_keeps_the_place_of_the_keyboard_and_says_nothing(online_phone: OpenPhone) -> None:
    keys, say = running(online_phone)
    assert keys.to(say["pause"]).role == "button"
    keys.page.clock.run_for(11_000)
    assert keys.heard()[-1] == say["moves"][0]
    assert keys.press("Enter").name == say["resume"]
    keys.page.clock.run_for(60_000)
    assert keys.heard() == []
    assert keys.press("Enter").name == say["pause"]
    keys.page.clock.run_for(4_000)
    assert keys.heard() == [say["moves"][1]]


def test_the_keys_stay_in_the_dialog_and_come_back_where_they_were(online_phone: OpenPhone) -> None:
    keys, say = running(online_phone)
    for key in ("Tab", "Shift+Tab"):
        assert {keys.press(key).name for _ in range(5)} == {say["pause"], say["stop"]}
    keys.to(say["pause"])
    assert keys.press("Escape").name == say["resume"]
    keys.to(say["stop"])
    keys.press("Enter")
    keys.to(say["close"])
    assert keys.press("Enter").name == say["begin"]


def test_escape_does_not_throw_away_what_was_done(server: Server, online_phone: OpenPhone) -> None:
    server.account(ALICE)
    keys, say = running(online_phone, ALICE)
    keys.page.clock.fast_forward(200_000)
    expect(keys.page.get_by_role("heading", name=say["done"])).to_be_focused()
    keys.press("Escape")
    expect(keys.page.get_by_role("button", name=say["keep"])).to_be_visible()
    keys.to(say["drop"])
    assert keys.press("Enter").name == say["begin"]


def running(phone: OpenPhone, who: str | None = None) -> tuple[Keys, dict[str, Any]]:
    """An exercise that was started with the keys, on a clock of the test's own."""
    page: Page = phone(reduced_motion="reduce")
    if who:
        sign_in(page, who)
    keys, say = Keys(page), WORDS["nl"]
    keys.open(say["page"], "#guide-place button")
    keys.to(say["begin"])
    keys.press("Enter")
    keys.to("^Start$")
    keys.press("Enter")
    return keys, say
