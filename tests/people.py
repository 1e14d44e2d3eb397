"""People of the tests, each with a browser of their own."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from webapp.accounts.models import open_account
from webapp.extensions import db

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Person:
    """A signed-in person: the account's id and the client that carries the session."""

    id: UUID
    email: str
    client: FlaskClient


def make_person(app: Flask, email: str, *, language: str = "nl", consent: bool = True) -> Person:
    """Make a confirmed account and sign in through the sign-in page, as a browser would."""
    with app.app_context():
        user_id = open_account(email, PASSWORD, language, consent=consent)
        db.session.commit()
    client = app.test_client()
    answer = client.post("/nl/inloggen", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 302, answer.text
    return Person(user_id, email, client)
