"""ASVS chapter 6, authentication: who has a way in at all."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.authenticator import Authenticator
from tests.integration.accounts.steps import add_passkey, question
from tests.integration.asvs.answers import every_answer
from tests.people import PASSWORD, Person
from webapp.accounts.models import people

# What signs somebody in. Another one has to be as strong, and to be added here by hand.
WAYS_IN = {
    "/nl/inloggen",
    "/en/sign-in",
    "/nl/inloggen/passkey",
    "/en/sign-in/passkey",
}
# What a browser has to remember before somebody signs in: what their passkey is asked.
ASKS = {"POST /api/passkeys/question", "POST /api/passkeys/join"}


def test_a_fresh_database_has_nobody(app: Flask) -> None:
    with app.app_context():
        assert people() == []


def test_the_ways_in_are_these(app: Flask, alice: Person, stranger: FlaskClient) -> None:
    typed = {"email": alice.email, "password": PASSWORD, "username": alice.email}
    key = Authenticator()
    add_passkey(alice, key)
    opened = set()
    for rule in app.url_map.iter_rules():
        if "POST" not in (rule.methods or ()) or "<" in rule.rule:
            continue
        stranger.delete_cookie("session")
        signed = key.sign(question(stranger))
        stranger.post(
            rule.rule, data=typed | signed, headers={"Authorization": "Bearer " + PASSWORD}
        )
        if stranger.get("/api/me").status_code == 200:
            opened.add(rule.rule)
            stranger.post("/api/sign-out")
    assert opened == WAYS_IN


def test_nothing_but_a_sign_in_leaves_a_cookie(app: Flask, stranger: FlaskClient) -> None:
    for where, answer in every_answer(app, stranger):
        kept = [one for one in answer.headers.getlist("Set-Cookie") if "Max-Age=0" not in one]
        if where in ASKS:
            assert len(kept) == 1
            continue
        assert kept == [], where
