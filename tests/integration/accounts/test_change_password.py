"""Another password while signed in: who may, what ends with it, and who hears of it."""

from __future__ import annotations

from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.at_once import at_once, windows
from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import copied, hash_of, path, sign_in, signed_in
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import PASSWORD, Person, make_person
from webapp.accounts.hashing import Gate
from webapp.extensions import limiter
from webapp.languages import LANGUAGES, other

NEW = "three other green boats"
PAGE = path("change_password")


def change(client: FlaskClient, new: str = NEW, current: str = PASSWORD) -> TestResponse:
    """Fill in both passwords."""
    return client.post(PAGE, data={"current": current, "password": new})


def test_the_new_one_works_and_the_one_before_does_not(
    app: Flask, alice: Person, client: FlaskClient
) -> None:
    answer = change(alice.client)
    assert (answer.status_code, answer.location) == (303, path("account"))
    assert "Je nieuwe wachtwoord is bewaard" in alice.client.get(path("account")).text
    assert sign_in(client, alice.email, PASSWORD).status_code == 422
    assert sign_in(client, alice.email, NEW).status_code == 302


def test_this_browser_stays_signed_in_and_every_other_one_ends(
    app: Flask, alice: Person, bob: Person
) -> None:
    phone, thief = app.test_client(), copied(app, alice)
    sign_in(phone, alice.email)
    assert signed_in(phone)
    assert signed_in(thief)
    change(alice.client)
    assert signed_in(alice.client)
    assert not signed_in(phone)
    assert not signed_in(thief), "a copy of this browser's own cookie"
    assert signed_in(bob.client)


def test_a_link_to_make_a_new_password_ends_too(
    alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    client.post(path("forgot"), data={"email": alice.email})
    link = mailbox.link()
    change(alice.client)
    assert client.post(link, data={"password": "yet another password"}).status_code == 410


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_owner_is_told_in_their_language_and_without_a_word_about_health(
    app: Flask, mailbox: Mailbox, lang: str
) -> None:
    bob = make_person(app, "bob@example.com", language=lang)
    bob.client.post(
        path("change_password", other(lang)), data={"current": PASSWORD, "password": NEW}
    )
    (notice,) = mailbox.mails
    subjects = {"nl": "Je wachtwoord is veranderd", "en": "Your password has been changed"}
    assert (notice["To"], notice["Subject"]) == (bob.email, subjects[lang])
    assert mailbox.link() == path("forgot", lang), "what to do when it was somebody else"
    text = f"{notice['Subject']} {mailbox.last_text()}".lower()
    assert not [word for word in HEALTH_WORDS if word in text]


@pytest.mark.parametrize(
    ("new", "current", "field"),
    [
        (NEW, "not the password", "current"),
        (NEW, "", "current"),
        (NEW, PASSWORD + " ", "current"),
        ("", PASSWORD, "password"),
        ("short", PASSWORD, "password"),
        ("x" * 129, PASSWORD, "password"),
        ("alice@example.com", PASSWORD, "password"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_changes_nothing(
    app: Flask, alice: Person, mailbox: Mailbox, new: str, current: str, field: str
) -> None:
    before = everything_in(app)
    answer = change(alice.client, new, current)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert everything_in(app) == before
    assert mailbox.mails == []
    assert signed_in(alice.client)


def test_nobody_guesses_at_it_for_ever(app: Flask, alice: Person) -> None:
    limiter.enabled = True
    limiter.reset()
    codes = []
    for n in range(15):
        alice.client.environ_base["REMOTE_ADDR"] = f"192.0.2.{n}"
        alice.client.delete_cookie("known")
        codes.append(change(alice.client, NEW, "not the password").status_code)
    assert codes == [422] * 10 + [429] * 5


def test_of_eight_at_once_one_wins(app: Flask, alice: Person, mailbox: Mailbox) -> None:
    app.extensions["hashing"] = Gate(at_once=8)
    tries = [
        partial(change, window, f"green boat number {n} of eight")
        for n, window in enumerate(windows(app, alice, 8))
    ]
    codes = [answer.status_code for answer in at_once(*tries)]
    assert codes.count(303) == 1
    assert set(codes) <= {303, 302, 422}
    assert len(mailbox.mails) == 1


def test_what_is_stored_is_a_hash(app: Flask, alice: Person) -> None:
    change(alice.client)
    assert hash_of(app, alice.email).startswith("$argon2id$")
    assert NEW not in repr(everything_in(app))
