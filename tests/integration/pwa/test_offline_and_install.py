"""The front door, the offline page and the install page."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.page import check_headers, check_page
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf

OFFLINE = {"nl": "/nl/offline", "en": "/en/offline"}
INSTALL = {"nl": "/nl/installeren", "en": "/en/install"}


@pytest.mark.parametrize(
    ("wanted", "page"),
    [("nl", "/nl/"), ("en-GB,en;q=0.9,nl;q=0.5", "/en/"), ("de", "/nl/"), ("", "/nl/")],
)
def test_the_front_door_leads_to_the_language_of_the_browser(
    client: FlaskClient, wanted: str, page: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": wanted})

    assert answer.status_code == 302
    assert answer.headers["Location"] == page
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("address", [*OFFLINE.values(), *INSTALL.values()])
def test_the_pages_keep_the_rules_of_every_page(client: FlaskClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    check_page(answer.text)
    check_headers(answer)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_offline_page_knows_every_title(client: FlaskClient, lang: str) -> None:
    found = re.search(r'id="all-articles">(.*?)</script>', client.get(OFFLINE[lang]).text)
    assert found
    articles = json.loads(found[1])

    moves = [exercise.title for exercise in exercises().in_order(lang)]
    assert [a["title"] for a in articles] == [a.title for a in shelf().in_order(lang)] + moves
    assert {client.get(a["url"]).status_code for a in articles} == {200}


def test_the_offline_page_leads_on_without_a_script(client: FlaskClient) -> None:
    text = client.get(OFFLINE["nl"]).text

    for address in ("/nl/kramp-nu", "/nl/noteren", "/nl/dagboek", "/nl/artikelen"):
        assert f'href="{address}"' in text


def test_the_install_page_says_it_for_each_kind_of_device(client: FlaskClient) -> None:
    text = client.get(INSTALL["en"]).text

    for words in ("Android", "iPhone", "Add to Home Screen", "sign in once more", "Add to Dock"):
        assert words in text


def test_the_process_says_that_it_serves(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
