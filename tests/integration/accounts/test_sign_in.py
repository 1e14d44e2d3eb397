"""Signing in and out: who gets in, what the cookie is worth, and what nobody may learn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.steps import hash_of, path, same, sign_in, sign_up, signed_in
from tests.people import PASSWORD, Person
from webapp import create_app
from webapp.accounts.models import open_account, person
from webapp.accounts.sign_ins import LONGEST
from webapp.config import Settings
from webapp.extensions import db, limiter, security


@pytest.fixture
def hash_cost() -> dict[str, int]:
    return {}


def test_wrong_password_unknown_address_and_unconfirmed_one_look_alike(
    client: FlaskClient, alice: Person
) -> None:
    sign_up(client, email="zoe@example.com")
    wrong = sign_in(client, email=alice.email, password="not the password")
    unknown = sign_in(client, email="nobody@example.com")
    pending = sign_in(client, email="zoe@example.com")
    pages = [
        answer.text.replace(address, "")
        for answer, address in (
            (wrong, alice.email),
            (unknown, "nobody@example.com"),
            (pending, "zoe@example.com"),
        )
    ]
    assert {wrong.status_code, unknown.status_code, pending.status_code} == {422}
    assert pages[0] == pages[1] == pages[2]
    assert path("resend") in pages[0]
    assert not signed_in(client)


@pytest.mark.parametrize(
    ("field", "data"), [("email", {"email": ""}), ("password", {"password": ""})]
)
def test_what_is_left_empty_is_named_at_its_field(
    client: FlaskClient, field: str, data: dict[str, str]
) -> None:
    answer = client.post(
        path("sign_in"), data={"email": "mies@example.com", "password": PASSWORD} | data
    )
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


@pytest.mark.parametrize("length", [129, 5_000, 200_000])
def test_a_password_of_any_length_is_only_a_wrong_one(
    client: FlaskClient, alice: Person, length: int
) -> None:
    wrong = sign_in(client, email=alice.email, password="not the password")
    assert same(wrong, sign_in(client, email=alice.email, password="x" * length))


@pytest.mark.parametrize(
    "target", ["//evil.example", "/\\evil.example", "https://evil.example", "https:evil.example"]
)
def test_signing_in_never_leads_elsewhere(app: Flask, client: FlaskClient, target: str) -> None:
    with app.app_context():
        open_account("mies@example.com", PASSWORD, "nl")
        db.session.commit()
    answer = client.post(
        path("sign_in") + f"?next={target}",
        data={"email": "mies@example.com", "password": PASSWORD, "next": target},
    )
    assert answer.headers["Location"] == "/nl/vandaag"
    assert signed_in(client)


def test_the_cookie_is_for_this_site_alone_and_as_long_as_a_sign_in_can_last(
    settings: Settings,
) -> None:
    app = create_app(replace(settings, public_url="https://rug.example"))
    limiter.enabled = False
    app.wsgi_app = app.wsgi_app.application  # type: ignore[attr-defined,method-assign]
    with app.app_context():
        open_account("mies@example.com", PASSWORD, "nl")
        db.session.commit()
    answer = app.test_client().post(
        path("sign_in"),
        base_url="https://rug.example",
        headers={"Sec-Fetch-Site": "same-origin"},
        data={"email": "mies@example.com", "password": PASSWORD},
    )
    (cookie,) = (c for c in answer.headers.getlist("Set-Cookie") if "-session=" in c)
    name, *flags = (part.strip() for part in cookie.split(";"))
    assert name.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags)
    assert not [flag for flag in flags if flag.startswith("Domain")]
    assert any(flag.startswith("Expires") for flag in flags)
    assert app.permanent_session_lifetime == LONGEST
    with app.app_context():
        db.engine.dispose()
    limiter.enabled = True


def test_a_password_is_kept_as_argon2id_of_the_advised_strength(app: Flask, alice: Person) -> None:
    assert hash_of(app, alice.email).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("old", ["argon2", "pbkdf2_sha256"])
def test_an_older_hash_is_renewed_at_sign_in(
    app: Flask, client: FlaskClient, alice: Person, old: str
) -> None:
    weak = {"argon2": {"rounds": 1, "memory_cost": 1024}, "pbkdf2_sha256": {"rounds": 1000}}[old]
    with app.app_context():
        user = person(alice.email)
        assert user
        user.password = security.pwd_context.handler(old).using(**weak).hash(PASSWORD)
        db.session.commit()
    assert not hash_of(app, alice.email).startswith("$argon2id$v=19$m=19456")
    assert sign_in(client, email=alice.email).status_code == 302
    assert hash_of(app, alice.email).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_script_signs_out_too(alice: Person) -> None:
    answer = alice.client.post("/api/sign-out")
    assert (answer.status_code, answer.data) == (204, b"")
    assert not signed_in(alice.client)
    assert alice.client.post("/api/sign-out").status_code == 204


def test_nobody_is_told_nothing(client: FlaskClient) -> None:
    answer = client.get("/api/me")
    assert answer.status_code == 401
    assert answer.get_json()["error"]["code"] == "signed_out"


def test_each_is_told_who_they_are(alice: Person, bob: Person) -> None:
    for somebody in (alice, bob):
        answer = somebody.client.get("/api/me")
        assert answer.get_json() == {
            "user": str(somebody.id),
            "language": "nl",
            "shared": False,
        }
        assert answer.headers["Cache-Control"] == "no-store"


def test_an_account_that_is_closed_lets_nobody_in(
    app: Flask, client: FlaskClient, alice: Person
) -> None:
    with app.app_context():
        user = person(alice.email)
        assert user
        user.active = False
        db.session.commit()
    assert not signed_in(alice.client)
    refused = sign_in(client, email=alice.email)
    wrong = sign_in(client, email=alice.email, password="not the password")
    assert same(refused, wrong)


@pytest.mark.parametrize("way", ["?auth_token={}", "header"])
def test_no_token_signs_in(app: Flask, client: FlaskClient, alice: Person, way: str) -> None:
    with app.app_context():
        user = person(alice.email)
        assert user
        token = user.get_auth_token()
    if way == "header":
        answer = client.get("/api/me", headers={"Authentication-Token": token})
    else:
        answer = client.get("/api/me" + way.format(token))
    assert answer.status_code == 401


def test_the_routes_of_the_library_are_not_there(app: Flask, client: FlaskClient) -> None:
    for name in ("login", "logout", "register", "reset", "confirm", "change", "verify"):
        assert client.get(f"/{name}").status_code == 404
    assert not [r for r in app.url_map.iter_rules() if r.endpoint.startswith("security.")]


def test_a_flood_of_tries_is_slowed_in_plain_words(client: FlaskClient) -> None:
    limiter.enabled = True
    for n in range(10):
        assert sign_in(client, email=f"x{n}").status_code == 422
    answer = sign_in(client, email="x")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 60
    assert "<h1>" in answer.text
    assert client.get(path("sign_in")).status_code == 200, "reading the page is never limited"


def test_mistakes_in_a_form_do_not_use_up_the_mails_of_an_address(
    app: Flask, client: FlaskClient, mailbox: object
) -> None:
    for mistake in ({"password": "short"}, {"email": ""}):
        limiter.enabled = True
        limiter.reset()
        for visitor in range(7):
            home = {"REMOTE_ADDR": f"192.0.2.{visitor}"}
            form = {"email": "mies@example.com", "password": PASSWORD, "of_age": "y"} | mistake
            assert client.post(path("sign_up"), data=form, environ_base=home).status_code == 422
    assert sign_up(client).status_code == 302


def test_a_mailbox_is_not_filled(client: FlaskClient, mailbox: object) -> None:
    limiter.enabled = True
    codes = [
        client.post(path("forgot"), data={"email": "Nobody@example.com"}).status_code
        for _ in range(7)
    ]
    assert codes == [302] * 6 + [429]
    other = client.post(path("forgot"), data={"email": "somebody@example.com"})
    assert other.status_code == 302
