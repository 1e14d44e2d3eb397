"""The pages Me and privacy, which are for everybody, and those that are only somebody's."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.asked import statements
from tests.integration.accounts.steps import path
from tests.people import Person
from webapp.languages import LANGUAGES, PATHS

PERSONAL = (
    "sign_in",
    "sign_up",
    "check_mail",
    "resend",
    "forgot",
    "sign_out",
    "consent",
    "sign_ins",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["me", "privacy"])
def test_what_is_for_everybody_has_the_same_bytes_and_no_cookie(
    client: FlaskClient, alice: Person, name: str, lang: str
) -> None:
    stranger, known = client.get(path(name, lang)), alice.client.get(path(name, lang))
    assert stranger.status_code == 200
    assert stranger.data == known.data
    for answer in (stranger, known):
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_page_for_everybody_does_not_ask_the_database_who_is_there(
    app: Flask, alice: Person
) -> None:
    with statements(app) as asked:
        alice.client.get(path("privacy"))
        assert asked == []
        alice.client.get("/api/me")
    assert asked, "the ear is at the right door"


@pytest.mark.parametrize("name", PERSONAL)
def test_nobody_may_store_what_is_somebodys(alice: Person, name: str) -> None:
    assert alice.client.get(path(name)).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_me_leads_on(client: FlaskClient, lang: str) -> None:
    page = client.get(path("me", lang)).text
    for endpoint in ("accounts.sign_in", "accounts.sign_up", "accounts.sign_out"):
        assert f'href="{PATHS[endpoint][lang]}"' in page
    for endpoint in ("accounts.privacy", "tracker.profile", "pwa.install"):
        assert f'href="{PATHS[endpoint][lang]}"' in page
    assert 'id="account-state"' in page
    assert 'id="kept-line"' in page
