"""Public pages: the same bytes for everybody, in both languages, compressed and with an ETag."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.database import fresh_database
from tests.people import Person
from webapp import pages
from webapp.languages import LANGUAGES, PATHS
from webapp.library.shelf import shelf

pytestmark = pytest.mark.usefixtures("rendered_once")


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """These pages ask no database: one kind is enough."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url


def public_addresses() -> list[str]:
    """Every public page in both languages, articles included."""
    plain = [PATHS[endpoint][lang] for endpoint in pages.PUBLIC for lang in LANGUAGES]
    articles = [
        PATHS["library.show"][lang].replace("<slug>", article.slug)
        for lang in LANGUAGES
        for article in shelf().in_order(lang)
    ]
    return [path for path in plain if "<" not in path] + articles


def test_pages_are_the_same_bytes_signed_in_and_signed_out(
    client: FlaskClient, alice: Person
) -> None:
    for path in public_addresses():
        stranger, known = client.get(path), alice.client.get(path)
        assert stranger.status_code == 200, path
        assert stranger.data == known.data, path
        assert "Cookie" not in stranger.headers.get("Vary", ""), path
        assert "Cookie" not in known.headers.get("Vary", ""), path


def test_pages_name_their_twin_in_the_other_language(app: Flask, client: FlaskClient) -> None:
    for path in public_addresses():
        text = client.get(path).text
        other = "en" if path.startswith("/nl") else "nl"
        marker = f'hreflang="{other}" href="http://localhost'
        address = text.split(marker, 1)[1].split('"', 1)[0]
        assert address.startswith(f"/{other}/"), path
        twin = client.get(address)
        assert twin.status_code == 200, address
        assert f'href="http://localhost{path}"' in twin.text, path


def test_pages_come_compressed_where_the_browser_takes_it(client: FlaskClient) -> None:
    plain = client.get("/nl/artikelen").data
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        answer = client.get("/nl/artikelen", headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert unpack(answer.data) == plain


def test_a_page_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/nl/artikelen")
    again = client.get("/nl/artikelen", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


def test_the_address_of_an_article_that_does_not_exist_is_not_kept(
    app: Flask, client: FlaskClient
) -> None:
    for number in range(50):
        assert client.get(f"/nl/artikelen/onzin-{number}").status_code == 404
    assert not [key for key in app.extensions.get("pages", {}) if "onzin" in str(key)]


def test_an_article_shows_its_sources_its_strength_and_the_alarm_signs(client: FlaskClient) -> None:
    for lang in LANGUAGES:
        for article in shelf().in_order(lang):
            text = client.get(PATHS["library.show"][lang].replace("<slug>", article.slug)).text
            assert f'data-grade="{article.grade}"' in text
            assert 'id="alarm"' in text
            assert "tel:112" in text
            for number in range(1, len(article.cited) + 1):
                assert f'id="source-{number}"' in text, (article.id, number)
