"""An account that begins with a passkey: a name, and neither address nor password."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.at_once import at_once
from tests.authenticator import PRESENT, Authenticator, Fields, as_text
from tests.device import device_of, everything_in
from tests.integration.accounts.one_time import written_down
from tests.integration.accounts.steps import passkey_sign_in, path, rows, sign_in, signed_in
from tests.people import PASSWORD, Person
from webapp.accounts.erase import erase
from webapp.accounts.hashing import Gate
from webapp.accounts.models import has_consent, person
from webapp.accounts.passkeys.models import passkeys_of
from webapp.languages import LANGUAGES

NAME = "kruiwagen"


def question(client: FlaskClient) -> dict[str, Any]:
    asked: dict[str, Any] = client.post("/api/passkeys/join").get_json()
    return asked


def join(client: FlaskClient, made: Fields | None = None, **changes: Any) -> TestResponse:
    filled: dict[str, Any] = {"name": NAME, "of_age": "y", "consent": "y"} | (made or {}) | changes
    data = {name: value for name, value in filled.items() if value is not None}
    return client.post(path("sign_up_by_passkey"), data=data)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_and_a_passkey_are_an_account_at_once(
    app: Flask, client: FlaskClient, lang: str
) -> None:
    key = Authenticator()
    assert client.get(path("sign_up_by_passkey", lang)).status_code == 200
    assert 'data-passkey="join"' in join(client).text
    answer = join(client, key.make(question(client)))
    assert len(written_down(answer)) == 10
    assert signed_in(client)
    with app.app_context():
        user = person(NAME)
        assert user is not None
        assert (user.password, user.email, user.id.bytes) == (None, None, key.person)
        assert has_consent(user.id)
        assert len(passkeys_of(user.id)) == 1
    other = app.test_client()
    assert passkey_sign_in(other, key).status_code == 302
    assert signed_in(other)


def test_without_consent_the_diary_is_refused(app: Flask, client: FlaskClient) -> None:
    join(client, Authenticator().make(question(client)), consent=None)
    with app.app_context():
        user = person(NAME)
        assert user is not None
        assert not has_consent(user.id)
        phone = device_of(Person(user.id, "", client))
    assert phone.send().status_code == 403


@pytest.mark.parametrize(
    "changes", [{"name": ""}, {"name": "admin"}, {"name": "a b"}, {"of_age": None}]
)
def test_who_they_are_is_asked_before_a_passkey_is_made(
    app: Flask, client: FlaskClient, changes: dict[str, Any]
) -> None:
    answer = join(client, **changes)
    assert answer.status_code == 422
    assert "data-passkey" not in answer.text
    assert rows(app) == (0, 0)


def test_a_name_that_somebody_has_is_told_before_and_after(app: Flask, client: FlaskClient) -> None:
    join(client, Authenticator().make(question(client)))
    other = app.test_client()
    assert join(other).status_code == 422
    assert join(other, Authenticator().make(question(other))).status_code == 422
    assert not signed_in(other)
    assert rows(app)[0] == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"challenge": as_text(b"x" * 32)},
        {"type": "webauthn.get"},
        {"flags": PRESENT},
    ],
)
def test_what_was_not_asked_here_or_not_verified_makes_nobody(
    app: Flask, client: FlaskClient, wrong: dict[str, Any]
) -> None:
    before = everything_in(app)
    answer = join(client, Authenticator().make(question(client), **wrong))
    assert answer.status_code == 422
    assert not signed_in(client)
    assert everything_in(app) == before


def test_a_passkey_made_for_another_purpose_makes_nobody(
    app: Flask, client: FlaskClient, alice: Person
) -> None:
    asked = alice.client.post("/api/passkeys/new").get_json()
    assert join(alice.client, Authenticator().make(asked)).status_code == 422
    with app.app_context():
        assert person(NAME) is None


def test_one_passkey_makes_one_account_however_often_it_is_sent(
    app: Flask, client: FlaskClient
) -> None:
    made = Authenticator().make(question(client))
    cookie = client.get_cookie("session")
    assert cookie is not None
    copies = [app.test_client() for _ in range(4)]
    for copy in copies:
        copy.set_cookie("session", cookie.value)
    names = [f"kruiwagen{number}" for number in range(4)]
    answers = at_once(
        *(
            lambda copy=copy, name=name: join(copy, made, name=name).status_code
            for copy, name in zip(copies, names, strict=True)
        )
    )
    assert sorted(answers) == [200, 422, 422, 422]
    assert rows(app)[0] == 1


def test_no_time_tells_that_an_account_has_no_password(app: Flask, client: FlaskClient) -> None:
    join(client, Authenticator().make(question(client)))
    gate: Gate = app.extensions["hashing"]
    counts = []
    for name in (NAME, "nobody-has-this"):
        before = gate.done
        answer = sign_in(app.test_client(), name, PASSWORD)
        counts.append((answer.status_code, gate.done - before))
    assert counts[0] == counts[1]


def test_the_page_account_leads_to_a_password_and_asks_for_none(client: FlaskClient) -> None:
    codes = written_down(join(client, Authenticator().make(question(client))))
    page = client.get(path("account")).text
    assert path("change_password") not in page
    assert path("one_time_codes") not in page
    assert path("recover") in page
    client.post(path("recover"), data={"email": NAME, "recovery": codes[0], "password": PASSWORD})
    assert sign_in(client, NAME, PASSWORD).status_code == 302
    page = client.get(path("account")).text
    assert path("change_password") in page
    assert path("recover") not in page


def test_an_erased_account_is_not_made_again_by_the_same_passkey(
    app: Flask, client: FlaskClient
) -> None:
    key = Authenticator()
    made = key.make(question(client))
    asked = client.get_cookie("session")
    assert asked is not None
    join(client, made)
    with app.app_context():
        user = person(NAME)
        assert user is not None
        erase(user.id)
    assert passkey_sign_in(app.test_client(), key).status_code == 422
    copy = app.test_client()
    copy.set_cookie("session", asked.value)
    assert join(copy, made).status_code == 422
    assert rows(app) == (0, 0)
