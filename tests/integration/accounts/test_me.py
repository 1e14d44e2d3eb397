"""The pages Me, privacy and consent: what is for everybody, and what is only somebody's."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.asked import statements
from tests.device import device_of
from tests.integration.accounts.steps import path
from tests.people import Person, make_person
from webapp.accounts import consent
from webapp.accounts.models import Consent, User, consent_to, has_consent
from webapp.extensions import db
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_notice_shows_the_consent_and_whom_to_complain_to(
    client: FlaskClient, lang: str
) -> None:
    page = client.get(path("privacy", lang)).text
    assert consent.text(lang).statement in page
    assert "autoriteitpersoonsgegevens.nl" in page
    assert "localhost" in page, "who runs this site is named by its address"


def test_consent_is_withdrawn_and_given_again_with_one_button(app: Flask, alice: Person) -> None:
    def holds() -> bool:
        with app.app_context():
            return has_consent(alice.id)

    assert holds()
    for _ in range(2):
        assert alice.client.post(path("consent"), data={"agree": "no"}).status_code == 302
        assert not holds()
    for _ in range(2):
        alice.client.post(path("consent"), data={"agree": "yes"})
        assert holds()
    assert 'value="no"' in alice.client.get(path("consent")).text


def test_a_consent_that_was_given_twice_at_once_is_withdrawn_whole(
    app: Flask, alice: Person
) -> None:
    with app.app_context():
        user = db.session.get_one(User, alice.id)
        user.consents.append(consent_to(consent.text("nl")))
        db.session.commit()
    alice.client.post(path("consent"), data={"agree": "no"})
    with app.app_context():
        assert not has_consent(alice.id)


def test_a_consent_to_words_that_name_less_is_asked_anew(app: Flask, alice: Person) -> None:
    with app.app_context():
        db.session.execute(update(Consent).values(text_version="1"))
        db.session.commit()
        assert not has_consent(alice.id)
    assert device_of(alice).send().get_json()["error"]["code"] == "consent"
    assert 'value="yes"' in alice.client.get(path("consent")).text
    alice.client.post(path("consent"), data={"agree": "yes"})
    assert device_of(alice).send().status_code == 200


def test_the_consent_of_another_stays(app: Flask, alice: Person, bob: Person) -> None:
    alice.client.post(path("consent"), data={"agree": "no"})
    with app.app_context():
        assert has_consent(bob.id)
        assert not has_consent(alice.id)


def test_who_never_agreed_has_no_consent(app: Flask) -> None:
    cas = make_person(app, "cas@example.com", consent=False)
    with app.app_context():
        assert not has_consent(cas.id)
    assert 'value="yes"' in cas.client.get(path("consent")).text


def test_a_stranger_has_no_consent_page(client: FlaskClient) -> None:
    assert client.get(path("consent")).headers["Location"] == path("sign_in")
    assert client.post(path("consent"), data={"agree": "no"}).status_code == 302
