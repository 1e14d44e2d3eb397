"""Addresses of articles: one that changed leads to the new one."""

from __future__ import annotations

import dataclasses

import pytest
from flask.testing import FlaskClient

from webapp.library import views
from webapp.library.shelf import Shelf, shelf


@pytest.fixture
def moved_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article on posture once had another address."""
    real = shelf()
    moved = dataclasses.replace(real.articles["nl"]["B04"], formerly=("zitten",))
    articles = {**real.articles, "nl": {**real.articles["nl"], "B04": moved}}
    monkeypatch.setattr(views, "shelf", lambda: Shelf(articles, real.sources))


@pytest.mark.usefixtures("moved_article")
def test_an_address_that_changed_leads_to_the_new_one(client: FlaskClient) -> None:
    answer = client.get("/nl/artikelen/zitten")
    assert answer.status_code == 308
    assert answer.headers["Location"].endswith("/nl/artikelen/houding")


def test_an_address_that_never_was_is_not_found(client: FlaskClient) -> None:
    assert client.get("/nl/artikelen/zitten").status_code == 404


def test_the_english_slug_is_no_dutch_address(client: FlaskClient) -> None:
    assert client.get("/nl/artikelen/posture").status_code == 404
