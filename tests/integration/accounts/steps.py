"""What people do with accounts, as steps to read aloud."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.at_once import windows
from tests.authenticator import Authenticator
from tests.people import PASSWORD, Person
from webapp.accounts.models import Consent, User, person
from webapp.extensions import db
from webapp.languages import PATHS

EMAIL = "mies@example.com"


def path(name: str, lang: str = "nl", token: str = "") -> str:
    """The address of a page of accounts."""
    return PATHS[f"accounts.{name}"][lang].replace("<token>", token)


def sign_up(client: FlaskClient, lang: str = "nl", **changes: Any) -> TestResponse:
    """Fill in the whole form, but for what is changed; None leaves a field out."""
    filled = {"email": EMAIL, "password": PASSWORD, "of_age": "y", "consent": "y"} | changes
    data = {name: value for name, value in filled.items() if value is not None}
    return client.post(path("sign_up", lang), data=data)


def sign_in(
    client: FlaskClient, email: str = EMAIL, password: str = PASSWORD, lang: str = "nl"
) -> TestResponse:
    """Try to sign in."""
    return client.post(path("sign_in", lang), data={"email": email, "password": password})


def signed_in(client: FlaskClient) -> bool:
    """Whether the server knows who this is."""
    return client.get("/api/me").status_code == 200


def copied(app: Flask, person: Person) -> FlaskClient:
    """Another browser, with a copy of the cookie of this person."""
    (copy,) = windows(app, person, 1)
    return copy


def rows(app: Flask) -> tuple[int, int]:
    """How many people and consents are stored."""
    with app.app_context():
        count = [db.session.scalar(select(func.count()).select_from(t)) for t in (User, Consent)]
    return count[0] or 0, count[1] or 0


def hash_of(app: Flask, email: str = EMAIL) -> str:
    """The stored form of a password."""
    with app.app_context():
        user = person(email)
        assert user
        assert user.password
        return user.password


def same(one: TestResponse, other: TestResponse) -> bool:
    """Whether nobody can tell these answers apart."""
    return (one.status_code, one.data, sorted(one.headers)) == (
        other.status_code,
        other.data,
        sorted(other.headers),
    )


def question(client: FlaskClient, of: str = "question") -> dict[str, Any]:
    """What a passkey is asked: "question" to sign in, "new" to make one."""
    answer = client.post(f"/api/passkeys/{of}")
    assert answer.status_code == 200, answer.text
    asked: dict[str, Any] = answer.get_json()
    return asked


def add_passkey(person: Person, key: Authenticator, name: str = "Mijn telefoon") -> TestResponse:
    """Add a passkey to the account of whoever is signed in."""
    made = key.make(question(person.client, "new"))
    return person.client.post(path("passkeys"), data=made | {"name": name})


def passkey_sign_in(client: FlaskClient, key: Authenticator) -> TestResponse:
    """Try to sign in by a passkey."""
    return client.post(path("passkey_sign_in"), data=key.sign(question(client)))
