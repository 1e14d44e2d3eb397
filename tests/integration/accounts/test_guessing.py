"""Guessing at a password: a stranger is slowed down, and its owner gets in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import TimestampSigner
from werkzeug.test import TestResponse

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path, sign_in
from tests.people import PASSWORD, Person
from webapp.accounts import limits
from webapp.accounts.hashing import Gate
from webapp.accounts.limits import KNOWN_FOR
from webapp.accounts.models import person
from webapp.extensions import limiter
from webapp.languages import LANGUAGES

WRONG = "not the password"
TRIES = 50
ALLOWED = 10


@pytest.fixture(autouse=True)
def _limits(app: Flask, alice: Person, bob: Person) -> Iterator[None]:
    limiter.enabled = True
    limiter.reset()
    yield
    limiter.enabled = False


def test_fifty_wrong_passwords_from_anywhere_shut_out_strangers_and_not_the_owner(
    app: Flask, alice: Person, bob: Person
) -> None:
    codes = [_from_anywhere(app, alice.email, n).status_code for n in range(TRIES)]
    assert codes == [422] * ALLOWED + [429] * (TRIES - ALLOWED)
    new_phone = app.test_client()
    assert sign_in(new_phone, alice.email, PASSWORD).status_code == 429
    alice.client.post(path("sign_out"))
    assert sign_in(alice.client, alice.email, PASSWORD).status_code == 302
    assert sign_in(new_phone, bob.email, PASSWORD).status_code == 302, "it is of one address"


def test_who_guesses_in_another_form_is_not_counted_apart(app: Flask, alice: Person) -> None:
    gate: Gate = app.extensions["hashing"]
    before = gate.done
    guess = {"email": alice.email, "password": WRONG}
    for n in range(3):
        stranger = app.test_client()
        stranger.environ_base["REMOTE_ADDR"] = f"203.0.113.{n}"
        assert stranger.post(path("sign_in"), json=guess).status_code == 415
    assert gate.done == before


def test_what_is_refused_costs_no_hash(app: Flask, alice: Person) -> None:
    gate: Gate = app.extensions["hashing"]
    before = gate.done
    for n in range(TRIES):
        _from_anywhere(app, alice.email, n)
    assert gate.done - before == ALLOWED


def test_the_owner_gets_in_from_the_network_of_whoever_guesses(app: Flask, alice: Person) -> None:
    stranger = app.test_client()
    codes = [sign_in(stranger, f"{n}@example.com", WRONG).status_code for n in range(12)]
    assert codes[-1] == 429
    assert sign_in(alice.client, alice.email, PASSWORD).status_code == 302


def test_a_known_device_may_not_guess_for_ever(alice: Person) -> None:
    codes = [sign_in(alice.client, alice.email, WRONG).status_code for _ in range(12)]
    assert codes == [422] * ALLOWED + [429] * 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_says_when_to_try_again_and_what_helps_now(
    app: Flask, alice: Person, lang: str
) -> None:
    for n in range(ALLOWED):
        _from_anywhere(app, alice.email, n)
    answer = sign_in(app.test_client(), alice.email, WRONG, lang)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    for words in {
        "nl": ("Probeer het over 15 minuten nog eens", "nieuw wachtwoord"),
        "en": ("Try again in 15 minutes", "new password"),
    }[lang]:
        assert words in answer.text


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nl", r"Probeer het over \d+ seconden nog eens"), ("en", r"Try again in \d+ seconds")],
)
def test_who_does_anything_else_too_often_hears_when_too(
    client: FlaskClient, lang: str, words: str
) -> None:
    codes = [client.post(path("confirm", lang, "x")).status_code for _ in range(11)]
    assert codes == [410] * 10 + [429]
    assert re.search(words, client.post(path("confirm", lang, "x")).text)


def test_a_new_password_by_mail_makes_the_device_known(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    for n in range(TRIES):
        _from_anywhere(app, alice.email, n)
    new_phone = app.test_client()
    new_phone.post(path("forgot"), data={"email": alice.email})
    new_phone.post(mailbox.link(), data={"password": "three other green boats"})
    assert sign_in(new_phone, alice.email, "three other green boats").status_code == 302


def test_being_known_to_bob_helps_nobody_to_guess_at_alice(
    app: Flask, alice: Person, bob: Person
) -> None:
    for n in range(ALLOWED):
        _from_anywhere(app, alice.email, n)
    assert sign_in(bob.client, alice.email, WRONG).status_code == 429


def test_two_people_who_share_a_device_are_both_known_on_it(
    app: Flask, alice: Person, bob: Person
) -> None:
    sign_in(bob.client, alice.email, PASSWORD)
    for address in (alice.email, bob.email):
        for n in range(ALLOWED):
            _from_anywhere(app, address, n)
        assert sign_in(bob.client, address, PASSWORD).status_code == 302


@pytest.mark.parametrize("mark", ["", "x", "~~~", "a.b.c", "forged", "old", "expired"])
def test_what_we_did_not_sign_makes_no_device_known(
    app: Flask, alice: Person, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = alice.client.get_cookie("known")
    assert own
    if mark == "forged":
        mark = TimestampSigner("another secret", salt="known device").sign("x").decode()
    if mark == "old":
        mark, app.config["SECRET_KEY"] = own.value, "another secret, as after a leak of the first"
    if mark == "expired":
        mark = own.value
        monkeypatch.setattr(limits, "KNOWN_FOR", -1)
    for n in range(ALLOWED):
        _from_anywhere(app, alice.email, n)
    browser = app.test_client()
    browser.set_cookie("known", mark)
    assert sign_in(browser, alice.email, WRONG).status_code == 429


def test_what_the_device_keeps_names_nobody_and_is_for_this_site_alone(
    app: Flask, alice: Person
) -> None:
    app.extensions["settings"] = replace(
        app.extensions["settings"], public_url="https://rug.example"
    )
    answer = sign_in(app.test_client(), alice.email, PASSWORD)
    (cookie,) = (c for c in answer.headers.getlist("Set-Cookie") if "known" in c)
    name, *flags = (part.strip() for part in cookie.split(";"))
    assert name.startswith("__Host-known=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Strict", f"Max-Age={KNOWN_FOR}"} <= set(flags)
    assert not [flag for flag in flags if flag.startswith("Domain")]
    for word in ("alice", "example", str(alice.id), alice.id.hex):
        assert word not in cookie
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("addresses", "codes"),
    [
        pytest.param("2001:db8:1:2::{}", [422] * 10 + [429] * 2, id="a household is one network"),
        pytest.param(
            "::ffff:192.0.2.{}", [422] * 12, id="old addresses within new ones are each one"
        ),
    ],
)
def test_who_is_counted_together(app: Flask, addresses: str, codes: list[int]) -> None:
    tried = [
        app.test_client().post(
            path("sign_in"),
            data={"email": f"{n}@example.com", "password": WRONG},
            environ_base={"REMOTE_ADDR": addresses.format(n)},
        )
        for n in range(1, 13)
    ]
    assert [answer.status_code for answer in tried] == codes


def test_what_is_counted_names_no_person_and_no_network(app: Flask, alice: Person) -> None:
    alice.client.environ_base["REMOTE_ADDR"] = "203.0.113.77"
    alice.client.get("/api/devices")
    alice.client.post("/api/sync", json={})
    alice.client.post("/api/passkeys/question")
    alice.client.post(path("forgot"), data={"email": alice.email})
    sign_in(app.test_client(), alice.email, WRONG)
    with app.app_context():
        user = person(alice.email)
        assert user
        secrets = (
            user.fs_uniquifier,
            alice.email,
            hashlib.sha256(alice.email.encode()).hexdigest(),
        )
    counted = " ".join(limiter.storage.storage)  # type: ignore[attr-defined]
    assert counted.count("LIMITER") > 4
    for word in ("203.0.113.77", "127.0.0.1", *secrets):
        assert word not in counted


def _from_anywhere(app: Flask, address: str, n: int) -> TestResponse:
    """A wrong password for this address, from a network of its own."""
    return app.test_client().post(
        path("sign_in"),
        data={"email": address, "password": WRONG},
        environ_base={"REMOTE_ADDR": f"192.0.2.{n}"},
    )
