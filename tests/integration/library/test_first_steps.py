"""The page Cramp now: all of it is there before any script, and the same for everybody."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.people import Person
from webapp.languages import LANGUAGES, PATHS
from webapp.library.sign import ON_THE_CARD
from webapp.library.signs import signs_of
from webapp.tracker.words import RELIEF


def page(client: FlaskClient, lang: str) -> str:
    return unescape(client.get(PATHS["library.cramp_now"][lang]).text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_the_same_for_everybody(client: FlaskClient, alice: Person, lang: str) -> None:
    address = PATHS["library.cramp_now"][lang]
    assert client.get(address).data == alice.client.get(address).data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_sign_opens_its_own_action_without_a_script(client: FlaskClient, lang: str) -> None:
    asked = re.findall(r'<details class="sign">(.*?)</details>', page(client, lang), re.S)
    signs = [sign for level in ON_THE_CARD for sign in signs_of(level, card=True)]
    assert len(asked) == len(signs) + 1  # and one for none of these
    names = {
        "nl": {"112": "Bel 112", "now": "Bel nu", "today": "Bel vandaag"},
        "en": {"112": "Call 112", "now": "Call now", "today": "Call your GP today"},
    }
    for sign, html in zip(signs, asked, strict=False):
        assert f"<span>{sign.text(lang)}</span>" in html
        assert f"<strong>{names[lang][sign.level]}" in html
        assert ('href="tel:112"' in html) == (sign.level in ("112", "now"))
        assert ("data-gp" in html) == (sign.level in ("now", "today"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_steps_stand_above_everything_else(client: FlaskClient, lang: str) -> None:
    html = page(client, lang)
    assert html.count('<details class="move">') == 3
    assert html.index('class="moves"') < html.index('id="clock"') < html.index('id="alarm"')
    assert html.index('href="#alarm"') < html.index('class="moves"')


def test_what_helped_can_be_kept_in_the_diary(client: FlaskClient) -> None:
    asked = re.findall(r'name="relief" value="(\w+)"', page(client, "nl"))
    assert asked == ["warmth", "lying", "walking", "breathing", "painkiller", "other"]
    assert set(asked) <= set(RELIEF)


def test_nothing_that_needs_a_script_is_shown_without_one(client: FlaskClient) -> None:
    html = page(client, "nl")
    for name in ("clock", "breath", "warmth", "gp", "dim"):
        tag = re.search(rf'<\w+ [^>]*id="{name}"[^>]*>', html)
        assert tag, name
        assert tag[0].endswith("hidden>"), name
