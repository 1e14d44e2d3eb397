"""Making an account: what is asked, what is stored, and what nobody may learn from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import EMAIL, hash_of, path, rows, same, sign_in, sign_up
from tests.people import PASSWORD, Person
from webapp.accounts import consent
from webapp.accounts.models import Consent, has_consent, person
from webapp.extensions import db
from webapp.languages import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_consent_is_stored_with_the_words_that_were_on_the_screen(
    app: Flask, client: FlaskClient, lang: str
) -> None:
    shown = client.get(path("sign_up", lang)).text
    words = consent.text(lang)
    for sentence in (*words.paragraphs, words.statement):
        assert sentence in shown
    sign_up(client, lang)
    with app.app_context():
        given = db.session.scalars(select(Consent)).one()
        user = person(EMAIL)
        assert user
        assert (given.text_version, given.text_sha256) == (words.version, words.sha256)
        assert (given.user_id, given.language, given.purpose) == (user.id, lang, "diary")
        assert given.withdrawn_at is None
        assert has_consent(user.id)
        for moment in (given.given_at, user.of_age_at, user.created_at):
            assert datetime.now(UTC) - moment < timedelta(minutes=1)


@pytest.mark.parametrize("said", [None, "", "false"])
def test_whoever_does_not_say_to_be_16_gets_no_account(
    app: Flask, client: FlaskClient, mailbox: Mailbox, said: str | None
) -> None:
    answer = sign_up(client, of_age=said)
    assert answer.status_code == 422
    assert 'id="of_age-error"' in answer.text
    assert rows(app) == (0, 0)
    assert not mailbox.mails


@pytest.mark.parametrize("said", [None, "", "false"])
def test_an_account_does_not_hang_on_the_consent_and_without_it_keeps_no_diary(
    app: Flask, client: FlaskClient, mailbox: Mailbox, said: str | None
) -> None:
    sign_up(client, consent=said)
    assert rows(app) == (1, 0)
    client.post(mailbox.link())
    assert sign_in(client).status_code == 302
    with app.app_context():
        user = person(EMAIL)
        assert user
        phone = device_of(Person(user.id, EMAIL, client))
    before = everything_in(app)
    refused = phone.send(phone.edit(uuid4(), cramp()))
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (403, "consent")
    cramp_form = {"began": "2026-01-05T08:30", "worst": "6"}
    assert client.post("/nl/noteren/kramp", data=cramp_form).status_code == 403
    assert everything_in(app) == before
    client.post(path("consent"), data={"diary": "yes"})
    assert phone.codes(phone.edit(uuid4(), cramp())) == ["ok"]


def test_no_box_is_ticked_beforehand(client: FlaskClient) -> None:
    assert "checked" not in client.get(path("sign_up")).text


@pytest.mark.parametrize(
    "password",
    [
        *(
            "short",
            "fourteen chars",
            "",
            " " * 15,
            "a" * 20,
            "Mies@Example.com",
            "x" * 10 + "y" * 119,
        ),
        *("wachtwoord12345", "rugwijsrugwijs1", "qwertyuiop12345", "p@ssw0rdp@ssw0rd"),
    ],
)
def test_a_password_that_will_not_do_is_named_at_its_field(
    app: Flask, client: FlaskClient, password: str
) -> None:
    answer = sign_up(client, password=password)
    assert answer.status_code == 422
    assert 'id="password-error"' in answer.text
    assert 'href="#password"' in answer.text, "the summary leads to the field"
    assert f'value="{EMAIL}"' in answer.text, "the address need not be typed again"
    assert answer.text.count("checked") == 2
    if password.strip():
        assert password not in answer.text, "a password is never shown back"
    assert rows(app) == (0, 0)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "Gebruik minstens 15 tekens, en hooguit 128."),
        ("en", "Use at least 15 characters, and at most 128."),
    ],
)
def test_what_the_library_says_is_said_in_the_language_of_the_page(
    client: FlaskClient, lang: str, words: str
) -> None:
    assert words in sign_up(client, lang, password="short").text


@pytest.mark.parametrize(
    "password",
    [
        "with  two spaces and more ",
        "één zoën näar Ålesund",
        "twelve sheep walk over a bridge " * 4,
        "密码密码很长的密码一二三四五六",
    ],
)
def test_any_characters_up_to_128_work(
    client: FlaskClient, mailbox: Mailbox, password: str
) -> None:
    assert sign_up(client, password=password).status_code == 302
    client.post(mailbox.link())
    assert sign_in(client, password=password[:-1]).status_code == 422, "nothing is cut off"
    assert sign_in(client, password=password).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mies",
        "mies@",
        "a@b@example.com",
        "mies@example.com,bob@example.com",
        "mies@example.com\r\nBcc: all@example.com",
        "mies@example.com\nX: y",
        "m" * 250 + "@example.com",
    ],
)
def test_what_is_no_address_is_refused(
    app: Flask, client: FlaskClient, mailbox: Mailbox, address: str
) -> None:
    answer = sign_up(client, email=address)
    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert rows(app) == (0, 0)
    assert not mailbox.mails


def test_an_address_is_one_account_however_it_is_typed(
    app: Flask, client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client, email="  Mies@EXAMPLE.com ")
    client.post(mailbox.link())
    sign_up(client)
    assert rows(app) == (1, 1)
    assert mailbox.last_text().count(path("sign_in")) == 1, "the mail of somebody known"
    assert sign_in(client, email="MIES@example.com").status_code == 302


def test_a_known_address_gets_the_same_answer_and_its_owner_a_mail(
    app: Flask, client: FlaskClient, mailbox: Mailbox
) -> None:
    new = sign_up(client)
    client.post(mailbox.link())
    before = hash_of(app)
    known = sign_up(client, password="somebody else tries")
    assert same(new, known)
    assert "Location" in known.headers
    assert new.headers["Location"] == known.headers["Location"]
    assert mailbox.mails[-1]["To"] == EMAIL
    assert mailbox.mails[-1]["Subject"] != mailbox.mails[0]["Subject"]
    assert hash_of(app) == before
    assert rows(app) == (1, 1)


def test_a_known_address_costs_as_many_hashes_as_a_new_one(
    app: Flask, client: FlaskClient, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = app.extensions["security"].pwd_context
    hashed: list[str] = []

    def count(secret: str, real: Any = passwords.hash) -> Any:
        hashed.append(secret)
        return real(secret)

    monkeypatch.setattr(passwords, "hash", count)
    sign_up(client)
    client.post(mailbox.link())
    assert len(hashed) == 1
    sign_up(client)
    assert len(hashed) == 2


def test_a_mistake_elsewhere_does_not_tell_that_the_address_is_known(
    client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    client.post(mailbox.link())
    known = sign_up(client, password="short")
    new = sign_up(client, email="nope@example.com", password="short")
    assert known.status_code == new.status_code == 422
    assert known.text.replace(EMAIL, "") == new.text.replace("nope@example.com", "")


def test_nobody_lies_in_wait_with_somebody_elses_address(
    app: Flask, client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client, password="the password of a thief")
    of_the_thief = mailbox.link()
    sign_up(client, password=PASSWORD)
    assert rows(app) == (1, 1)
    assert client.get(of_the_thief).status_code == 410
    client.post(mailbox.link())
    assert sign_in(client, password="the password of a thief").status_code == 422
    assert sign_in(client, password=PASSWORD).status_code == 302
