"""Cramp now with the keys alone and read aloud, from the page's top to the saved entry."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.keyboard import Keys
from tests.e2e.server import Server
from webapp.languages import LANGUAGES

ALICE = "alice@example.com"
WORDS = {
    "nl": {
        "page": "/nl/kramp-nu",
        "skip": "Naar de inhoud",
        "breathe": "Adem rustig",
        "along": "Adem mee",
        "in": "Adem in",
        "out": "Adem uit",
        "warm": "Probeer warmte",
        "15": "15 minuten",
        "unwarm": "Stop de wekker",
        "enough": "De tijd is om. Haal de warmte weg en kijk naar je huid.",
        "start": "Start de klok",
        "since": "Sinds",
        "let go": "Het liet los",
        "earlier": "Het begon 5 minuten eerder",
        "lasted": "Het duurde 5 minuten.",
        "helped": "Wat hielp?",
        "worst": "Hoe erg was het op het ergste moment?",
        "heat": "warmte",
        "of10": "van 10",
        "save": "Bewaar deze kramp",
        "wrong": "Er is een probleem",
        "choose": "Kies een getal van 0 tot 10 voor de pijn.",
        "saved": "Bewaard op deze telefoon.",
        "diary": "Naar mijn dagboek",
        "pain": "pijn 6 van 10",
        "relief": "warmte",
    },
    "en": {
        "page": "/en/cramp-now",
        "skip": "Skip to content",
        "breathe": "Breathe slowly",
        "along": "Breathe along",
        "in": "Breathe in",
        "out": "Breathe out",
        "warm": "Try some warmth",
        "15": "15 minutes",
        "unwarm": "Stop the timer",
        "enough": "Time is up. Take the warmth away and look at your skin.",
        "start": "Start the clock",
        "since": "Since",
        "let go": "It let go",
        "earlier": "It began 5 minutes earlier",
        "lasted": "It lasted 5 minutes.",
        "helped": "What helped?",
        "worst": "How bad was it at its worst?",
        "heat": "heat",
        "of10": "of 10",
        "save": "Save this cramp",
        "wrong": "There is a problem",
        "choose": "Choose a number from 0 to 10 for the pain.",
        "saved": "Saved on this phone.",
        "diary": "To my diary",
        "pain": "pain 6 out of 10",
        "relief": "warmth",
    },
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cramp_is_timed_and_saved(server: Server, online_phone: OpenPhone, lang: str) -> None:
    say = WORDS[lang]
    server.account(ALICE)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    keys = Keys(page)
    keys.open(say["page"], "#clock")
    assert keys.press("Tab").name == say["skip"]
    keys.press("Enter")

    assert keys.to(say["start"]).role == "button"
    assert keys.press("Enter").name == say["let go"]
    (since,) = keys.heard()
    assert since.startswith(say["since"])
    page.clock.run_for(5_000)
    assert keys.heard() == []
    assert keys.press("Tab").name == say["earlier"]
    assert keys.press("Enter").name == say["earlier"]
    (sooner,) = keys.heard()
    assert sooner.startswith(say["since"])
    assert sooner != since

    keys.press("Shift+Tab")
    keys.press("Enter")
    expect(page.locator("#let-go .lasted")).to_be_focused()
    expect(page.locator("#let-go .lasted")).to_have_text(say["lasted"])
    expect(page.locator("#clock")).to_match_aria_snapshot(f"""
- group "{say["helped"]}":
  - checkbox "{say["heat"]}"
- radiogroup "{say["worst"]}":
  - radio /^0 {say["of10"]}/
  - radio /^10 {say["of10"]}/
- button "{say["save"]}"
""")
    keys.to(say["save"])
    keys.press("Enter")
    assert keys.heard() == [f"{say['wrong']} {say['choose']}"]
    assert keys.here().name == say["wrong"]
    assert keys.press("Tab").name == say["choose"]
    first = keys.press("Enter")
    assert first.name.startswith(f"0 {say['of10']}")

    assert keys.to(say["heat"], "Shift+Tab").role == "checkbox"
    assert keys.press("Space").states["checked"] == "true"
    keys.to(f"^0 {say['of10']}")
    for _ in range(6):
        worst = keys.press("ArrowRight")
    assert (worst.name, worst.states["checked"]) == (f"6 {say['of10']}", "true")
    keys.to(say["save"])
    page.keyboard.press("Enter")
    expect(page.locator("#clock-answer .notice")).to_be_focused()
    assert keys.heard() == [f"{say['saved']} {say['diary']}"]
    assert keys.press("Tab").name == say["diary"]
    page.keyboard.press("Enter")
    entry = page.get_by_role("article").filter(has=page.get_by_text(re.compile(say["pain"])))
    expect(entry).to_contain_text(say["relief"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_breathing_and_warmth_say_when_it_is_time(online_phone: OpenPhone, lang: str) -> None:
    say = WORDS[lang]
    page = online_phone(reduced_motion="reduce")
    keys = Keys(page)
    keys.open(say["page"], "#clock")
    assert keys.to(say["breathe"]).states["expanded"] is False
    assert keys.press("Enter").states["expanded"] is True
    assert keys.press("Tab").name == say["along"]
    stop = keys.press("Enter")
    page.clock.run_for(11_000)
    assert keys.heard() == [say["in"], say["out"], say["in"]]
    assert keys.here() == stop
    assert keys.press("Enter").name == say["along"]
    assert keys.heard() == []

    keys.to(say["warm"])
    keys.press("Enter")
    assert keys.press("Tab").name == say["15"]
    assert keys.press("Enter").name == say["unwarm"]
    page.clock.run_for(5_000)
    assert keys.heard() == []
    page.clock.fast_forward(15 * 60_000)
    assert keys.heard() == [say["enough"]]
    assert keys.here().name == say["15"]


def test_the_switch_and_the_signs_say_how_they_stand(online_phone: OpenPhone) -> None:
    keys = Keys(online_phone(reduced_motion="reduce"))
    keys.open("/nl/kramp-nu", "#clock")
    switch = keys.to("Nachtlicht")
    assert (switch.role, switch.states["pressed"]) == ("button", "false")
    assert keys.press("Space").states["pressed"] == "true"

    sign = keys.to("Je kunt niet plassen")
    assert sign.states["expanded"] is False
    assert keys.press("Enter").states["expanded"] is True
    assert keys.to("Bel 112").role == "link"

    keys.to("Telefoonnummer")
    keys.page.keyboard.type("geen nummer")
    wrong = keys.press("Enter")
    assert (wrong.name, wrong.states["invalid"]) == ("Telefoonnummer", "true")
    assert keys.heard() == ["Dit is geen nummer dat je telefoon kan bellen. Typ alleen cijfers."]
    keys.press("Control+A")
    keys.page.keyboard.type("020 123 45 67")
    assert keys.press("Enter").states["invalid"] == "false"
    assert keys.heard() == ["Bewaard op deze telefoon."]
