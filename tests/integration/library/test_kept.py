"""The page of what is kept and read: the same for everybody, with all titles of the library."""

import json
import re

import pytest
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf


def titles(page: str) -> list[dict[str, str]]:
    found = re.search(r'id="titles">(.*?)</script>', page)
    assert found
    listed: list[dict[str, str]] = json.loads(found[1])
    return listed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_knows_every_article_and_exercise_in_the_order_of_the_library(
    client: FlaskClient, lang: str
) -> None:
    listed = titles(client.get(PATHS["library.kept"][lang]).text)
    known = [(article.id, article.title) for article in shelf().in_order(lang)]
    known += [(exercise.id, exercise.title) for exercise in exercises().in_order(lang)]
    assert [(each["code"], each["title"]) for each in listed] == known
    for each in listed:
        assert f'data-code="{each["code"]}"' in client.get(each["url"]).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_it_says_what_is_needed_and_where_to_read(
    client: FlaskClient, lang: str
) -> None:
    page = client.get(PATHS["library.kept"][lang]).text
    without = page.split("<noscript>")[1].split("</noscript>")[0]
    assert "JavaScript" in without
    assert f'href="{PATHS["library.index"][lang]}"' in without


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_lead_to_it_and_say_which_article_is_which(
    client: FlaskClient, lang: str
) -> None:
    index = client.get(PATHS["library.index"][lang]).text
    assert f'href="{PATHS["library.kept"][lang]}"' in index
    listed = index + client.get(PATHS["library.exercises"][lang]).text
    codes = [*shelf().articles[lang], *exercises().by_id[lang]]
    assert sorted(re.findall(r'data-code="(\w+)"', listed)) == sorted(codes)
