"""The page to take a diary along: the same for everybody, with words for all that a diary holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from webapp.carry.headings import headings, titles
from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.tips.tip import catalogue
from webapp.tracker.catalogue import checks
from webapp.tracker.kinds import KINDS
from webapp.tracker.words import EFFECT
from webapp.trials.habits import habits

CASES = Path("tests/cases/headings.json")


def words_of(page: str) -> dict[str, Any]:
    """What the page carries for its script."""
    found = re.search(r'id="catalogue">(.*?)</script>', page)
    assert found
    words: dict[str, Any] = json.loads(found[1])
    return words


def test_every_field_of_every_kind_has_a_heading_in_both_languages(app: Flask) -> None:
    found = {}
    for lang in LANGUAGES:
        with app.test_request_context(f"/{lang}/"), force_locale(lang):
            found[lang] = headings(lang)
        assert set(found[lang]) == set(KINDS)
        for kind, rules in checks(*KINDS).items():
            assert set(found[lang][kind]) == set(rules), kind
            assert all(found[lang][kind].values()), kind
            assert len(set(found[lang][kind].values())) == len(rules), kind
    assert json.loads(CASES.read_text(encoding="utf-8")) == found["en"]  # what tests/js works with
    assert found["nl"]["pain"]["zones"] != found["en"]["pain"]["zones"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_library_and_of_the_tips_has_a_title(app: Flask, lang: str) -> None:
    with app.test_request_context(f"/{lang}/"), force_locale(lang):
        known = titles(lang)
    codes = {*shelf().articles[lang], *exercises().by_id[lang], *(tip.id for tip in catalogue())}
    assert set(known) == codes | {"walking", *EFFECT, *habits()}
    assert known["walking"] == {"nl": "Wandelprogramma", "en": "Walking programme"}[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_carries_the_words_and_the_checks_of_all_kinds(
    client: FlaskClient, lang: str
) -> None:
    words = words_of(client.get(PATHS["carry.take_along"][lang]).text)
    assert words["checks"] == json.loads(json.dumps(checks(*KINDS)))
    assert set(words["headings"]) == set(KINDS)
    assert list(words["zones"]) == list(words["checks"]["pain"]["zones"]["of"])
    assert words["titles"]["A01"] == shelf().articles[lang]["A01"].title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_diary_and_me_lead_to_it(client: FlaskClient, lang: str) -> None:
    for endpoint in ("tracker.diary", "accounts.me"):
        page = client.get(PATHS[endpoint][lang]).text
        assert f'href="{PATHS["carry.take_along"][lang]}"' in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_it_leads_to_the_list_of_entries(client: FlaskClient, lang: str) -> None:
    page = client.get(PATHS["carry.take_along"][lang]).text
    without = page.split("<noscript>")[1].split("</noscript>")[0]
    assert f'href="{PATHS["tracker.entries"][lang]}"' in without
