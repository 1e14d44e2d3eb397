"""The alarm signs on their page, on the card, and as questions: the same for everybody."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.sign import LEVELS, ON_THE_CARD
from webapp.library.signs import SIGNS, signs_of


def page(client: FlaskClient, endpoint: str, lang: str) -> str:
    return unescape(client.get(PATHS[endpoint][lang]).text)


def section(html: str, level: str) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="level-{level}".*?</section>', html, re.S)
    assert found, level
    return found[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_has_every_sign_under_its_own_level(client: FlaskClient, lang: str) -> None:
    html = page(client, "library.alarm", lang)
    for level in LEVELS:
        shown = re.findall(r"<li>(.*?)</li>", section(html, level))
        assert shown == [sign.text(lang) for sign in signs_of(level)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_level_says_its_number(client: FlaskClient, lang: str) -> None:
    html = page(client, "library.alarm", lang)
    assert 'href="tel:112"' in section(html, "112")
    assert 'href="tel:112"' in section(html, "now")
    assert 'href="tel:113"' in section(html, "113")
    assert 'href="tel:08000113"' in section(html, "113")
    for level in ("now", "today", "visit"):
        assert "data-gp" in section(html, level)
    assert "112" not in section(html, "visit")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_leads_to_the_signs(client: FlaskClient, lang: str) -> None:
    for endpoint in ("pwa.home", "tracker.log", "library.index", "library.cramp_now"):
        link = rf'class="alarm-link"\s+href="{PATHS["library.alarm"][lang]}"'
        assert re.search(link, page(client, endpoint, lang)), endpoint


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("endpoint", ["library.cramp_now", "tracker.cramp"])
def test_pages_about_complaints_have_the_card(
    client: FlaskClient, endpoint: str, lang: str
) -> None:
    html = page(client, endpoint, lang)
    card = html.split('id="alarm"', 1)[1].split("</section>", 1)[0]
    on_card = [sign for level in ON_THE_CARD for sign in signs_of(level, card=True)]
    assert [sign for sign in SIGNS if sign.text(lang) in card] == [
        sign for sign in SIGNS if sign in on_card
    ]
    assert 'href="tel:112"' in card
    assert PATHS["library.alarm"][lang] in card
