"""The page that says where somebody is signed in, and signs out elsewhere."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.steps import path, sign_in, signed_in
from tests.people import Person
from webapp.accounts.sign_ins import IDLE, SignIn
from webapp.extensions import db

PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
PAGE = path("sign_ins")


@pytest.fixture
def phone(app: Flask, alice: Person) -> FlaskClient:
    """Another browser in which Alice is signed in."""
    client = app.test_client()
    client.environ_base["HTTP_USER_AGENT"] = PHONE
    sign_in(client, alice.email)
    return client


def buttons(client: FlaskClient) -> list[str]:
    """What the buttons of the page would end."""
    return re.findall(r'name="end" value="([^"]+)"', client.get(PAGE).text)


def end(client: FlaskClient, which: str) -> TestResponse:
    return client.post(PAGE, data={"end": which})


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ("Telefoon met Firefox", "Deze browser", "Ingelogd sinds", "Daar uitloggen")),
        ("en", ("Phone with Firefox", "This browser", "Signed in since", "Sign out there")),
    ],
)
def test_each_browser_is_named_with_since_when_and_this_one_is_marked(
    phone: FlaskClient, alice: Person, lang: str, words: tuple[str, ...]
) -> None:
    text = alice.client.get(path("sign_ins", lang)).text
    for one in words:
        assert one in text, one
    here, there = re.findall(r'<li class="card stack">(.*?)</li>', text, re.DOTALL)
    if "Firefox" in here:
        here, there = there, here
    assert words[1] in here
    assert path("sign_out", lang) in here
    assert words[3] in there
    assert words[1] not in there


def test_signing_out_there_is_heard_at_the_very_next_request(
    phone: FlaskClient, alice: Person
) -> None:
    theirs = device_of(Person(alice.id, alice.email, phone))
    theirs.sync()
    (there, others) = buttons(alice.client)
    assert others == "others"
    answer = end(alice.client, there)
    assert (answer.status_code, answer.location) == (303, PAGE)
    assert theirs.send(theirs.edit(theirs.id, cramp())).status_code == 401
    assert phone.get(PAGE).location == path("sign_in")
    assert signed_in(alice.client)
    assert "Je bent daar uitgelogd." in alice.client.get(PAGE).text
    assert buttons(alice.client) == []
    assert end(alice.client, there).status_code == 303, "tapped twice is as good"


def test_everywhere_else_leaves_only_this_browser(
    app: Flask, phone: FlaskClient, alice: Person, bob: Person
) -> None:
    third = app.test_client()
    sign_in(third, alice.email)
    end(alice.client, "others")
    assert [signed_in(one) for one in (alice.client, phone, third)] == [True, False, False]
    assert signed_in(bob.client)


def test_bob_neither_sees_nor_ends_what_is_alices(
    app: Flask, client: FlaskClient, phone: FlaskClient, alice: Person, bob: Person
) -> None:
    (there, _) = buttons(alice.client)
    before = everything_in(app)
    assert buttons(bob.client) == []
    assert "Firefox" not in bob.client.get(PAGE).text
    assert end(bob.client, there).status_code == 303
    end(bob.client, "others")
    assert end(client, there).location == path("sign_in")
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert alice.client.post(PAGE, data={"end": there}, headers=foreign).status_code == 403
    assert everything_in(app) == before


@pytest.mark.parametrize("nonsense", ["", "all", "x" * 5000, "00000000-0000-4000-8000"])
def test_what_is_no_sign_in_ends_none(
    app: Flask, phone: FlaskClient, alice: Person, nonsense: str
) -> None:
    before = everything_in(app)
    assert end(alice.client, nonsense).status_code == 404
    assert everything_in(app) == before


def test_what_is_over_is_not_listed(app: Flask, phone: FlaskClient, alice: Person) -> None:
    with app.app_context():
        long_ago = datetime.now(UTC) - IDLE - timedelta(minutes=1)
        theirs = update(SignIn).where(SignIn.browser == "Firefox")
        db.session.execute(theirs.values(last_seen_at=long_ago))
        db.session.commit()
    assert buttons(alice.client) == []


def test_me_and_the_devices_lead_to_it(alice: Person) -> None:
    for page in ("/nl/ik", "/nl/ik/apparaten", "/nl/ik/apparaten/lijst"):
        assert f'href="{PAGE}"' in alice.client.get(page).text, page
