"""The pages of the diary: the same for everybody, and what they carry for the device."""

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.people import Person
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker.factors import FACTORS
from webapp.tracker.words import PROFILE
from webapp.zones import PLACES, ZONES

PUBLIC = ("log", "cramp", "day", "diary", "profile")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_is_the_same_signed_in_and_out(
    name: str, lang: str, client: FlaskClient, alice: Person
) -> None:
    path = PATHS[f"tracker.{name}"][lang]
    alone, signed_in = client.get(path), alice.client.get(path)
    assert alone.status_code == 200
    assert alone.data == signed_in.data
    assert "Set-Cookie" not in alone.headers


def test_the_cramp_form_has_a_scale_with_nothing_chosen(client: FlaskClient) -> None:
    html = client.get("/nl/noteren/kramp").text
    points = re.findall(r'<input[^>]*name="worst"[^>]*>', html)
    assert len(points) == 11
    assert not any("checked" in point for point in points)


def test_the_cramp_form_offers_every_place_and_how_strong_it_was(client: FlaskClient) -> None:
    html = client.get("/nl/noteren/kramp").text
    assert set(re.findall(r'name="zones"[^>]*value="(\w+)"', html)) == set(PLACES)
    for place in PLACES.values():
        found = re.search(rf'<select aria-label="{place.nl}: [^"]+"[^>]*name="at_{place.id}"', html)
        assert found, place.id


def test_the_day_form_asks_every_factor_and_answers_none(client: FlaskClient) -> None:
    html = client.get("/nl/noteren/dag").text
    assert set(FACTORS) <= set(re.findall(r'name="(\w+)"', html))
    checked = re.findall(r"<input[^>]*checked[^>]*>", html)
    assert checked
    assert all('value=""' in one for one in checked)


def test_the_profile_asks_all_its_questions(client: FlaskClient) -> None:
    html = client.get("/nl/ik/veilige-tips").text
    assert set(PROFILE) <= set(re.findall(r'name="(\w+)"', html))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_page_carries_the_words_of_its_language(lang: str, client: FlaskClient) -> None:
    html = client.get(PATHS["tracker.cramp"][lang]).text
    found = re.search(r'<script type="application/json" id="catalogue">(.*?)</script>', html)
    assert found
    catalogue = json.loads(found[1])
    assert catalogue["zones"]["low_left"] == ZONES["low_left"].name(lang)
    assert "began.missing" in catalogue["messages"]


def test_the_diary_carries_the_words_of_all_kinds(client: FlaskClient) -> None:
    html = client.get("/nl/dagboek").text
    found = re.search(r'<script type="application/json" id="catalogue">(.*?)</script>', html)
    assert found
    catalogue = json.loads(found[1])
    assert set(catalogue["factors"]) == set(FACTORS)
    assert set(catalogue["zones"]) == set(ZONES)


@pytest.mark.parametrize("name", ["entries", "entry", "delete"])
def test_a_personal_page_asks_nobody_to_sign_in(name: str, client: FlaskClient) -> None:
    path = PATHS[f"tracker.{name}"]["nl"].replace(
        "<uuid:record>", "00000000-0000-4000-8000-000000000000"
    )
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.location.endswith("/nl/inloggen")


def test_the_list_is_never_stored(alice: Person) -> None:
    assert alice.client.get("/nl/dagboek/overzicht").headers["Cache-Control"] == "no-store"
