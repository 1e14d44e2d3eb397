"""Pages to do something with: whole without a script, and found where one looks for them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.doing import LEADS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.library.walking import course


def page(client: FlaskClient, endpoint: str, lang: str) -> str:
    return unescape(client.get(PATHS[endpoint][lang]).text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("endpoint", LEADS)
def test_articles_and_the_list_of_exercises_lead_to_it(
    client: FlaskClient, endpoint: str, lang: str
) -> None:
    link = f'href="{PATHS[endpoint][lang]}"'
    assert link in page(client, "library.exercises", lang)
    for id_ in LEADS[endpoint]:
        slug = shelf().articles[lang][id_].slug
        assert link in client.get(PATHS["library.show"][lang].replace("<slug>", slug)).text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("endpoint", LEADS)
def test_what_needs_a_script_is_hidden_without_one(
    client: FlaskClient, endpoint: str, lang: str
) -> None:
    name = endpoint.removeprefix("library.").replace("_", "-")
    tag = re.search(rf'<\w+ [^>]*id="{name}"[^>]*>', page(client, endpoint, lang))
    assert tag
    assert tag[0].endswith("hidden>")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_walking_programme_is_whole_without_a_script(client: FlaskClient, lang: str) -> None:
    text = page(client, "library.walking", lang)
    rows = re.findall(
        r"<tr>\s*<th scope=\"row\">(\d+)</th>\s*<td>(\d+)</td>\s*<td>(\d+)</td>", text
    )
    assert [int(minutes) for _, minutes, _ in rows] == list(course())
    assert all(int(whole) == 5 * int(minutes) for _, minutes, whole in rows)
    walk = exercises().by_id[lang]["X09"]
    assert re.findall(r'data-grade="(\w)"', text) == [walk.grade]
    for said in (walk.grade_note, *walk.when_not):
        assert said in text
    for figure in ("130", "208", "112", "701"):
        assert figure in text
    for code in walk.sources:
        assert f'href="{shelf().sources[code].url}"' in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_exercise_of_walking_leads_to_the_programme(client: FlaskClient, lang: str) -> None:
    slug = exercises().by_id[lang]["X09"].slug
    text = client.get(PATHS["library.exercise"][lang].replace("<slug>", slug)).text
    assert f'href="{PATHS["library.walking"][lang]}"' in text
    other = client.get(PATHS["library.exercise"]["nl"].replace("<slug>", "brug")).text
    assert PATHS["library.walking"]["nl"] not in other


def test_heat_and_cold_tells_its_ground_and_who_should_not(client: FlaskClient) -> None:
    text = page(client, "library.warm_cold", "nl")
    assert re.findall(r'data-grade="(\w)"', text) == ["B", "D"]
    assert "naar warm en koud om de beurt kennen wij geen onderzoek" in text
    assert 'href="https://doi.org/10.1002/14651858.CD004750.pub2"' in text
    for who in ("suikerziekte", "open wond", "koorts", "MS", "Zwanger", "Raynaud", "een doek"):
        assert who in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cramp_now_leads_to_heat_and_cold(client: FlaskClient, lang: str) -> None:
    link = f'href="{PATHS["library.warm_cold"][lang]}"'
    assert link in page(client, "library.cramp_now", lang)
