"""The mail server is down: people hear it, can ask again, and nothing is half done."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import EMAIL, path, rows, same, sign_in, sign_up
from tests.people import Person
from webapp.mail import Smtp


@pytest.fixture
def down(app: Flask) -> None:
    """Nobody listens at the address of the mail server."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    app.extensions["mail"] = Smtp(f"smtp://127.0.0.1:{port}")


@pytest.mark.usefixtures("down")
def test_no_account_is_half_made(app: Flask, client: FlaskClient) -> None:
    answer = sign_up(client)
    assert answer.status_code == 503
    assert 'role="alert"' in answer.text
    assert f'value="{EMAIL}"' in answer.text
    assert rows(app) == (0, 0)


def test_it_works_once_mail_does(app: Flask, client: FlaskClient, mailbox: Mailbox) -> None:
    up = app.extensions["mail"]
    app.extensions["mail"] = Smtp("smtp://127.0.0.1:1")
    assert sign_up(client).status_code == 503
    app.extensions["mail"] = up
    assert sign_up(client).status_code == 302
    client.post(mailbox.link())
    assert sign_in(client).status_code == 302


@pytest.mark.usefixtures("down")
def test_the_failure_does_not_tell_who_has_an_account(client: FlaskClient, alice: Person) -> None:
    for page in ("forgot", "resend"):
        known = client.post(path(page), data={"email": alice.email})
        unknown = client.post(path(page), data={"email": "nobody@example.com"})
        assert known.status_code == unknown.status_code == 503
        assert known.text.replace(alice.email, "") == unknown.text.replace("nobody@example.com", "")
    assert sign_up(client, email=alice.email).status_code == 503


def test_a_new_password_is_kept_even_when_its_notice_cannot_be_sent(
    app: Flask, client: FlaskClient, alice: Person, mailbox: Mailbox
) -> None:
    client.post(path("forgot"), data={"email": alice.email})
    link = mailbox.link()
    app.extensions["mail"] = Smtp("smtp://127.0.0.1:1")
    assert client.post(link, data={"password": "three other green boats"}).status_code == 302
    assert sign_in(client, alice.email, "three other green boats").status_code == 302


def test_no_password_for_the_mail_server_goes_over_a_bare_line(
    app: Flask, client: FlaskClient
) -> None:
    heard: list[Any] = []

    def listen(_server: Any, _session: Any, _envelope: Any, _way: str, what: Any) -> AuthResult:
        heard.append(what)
        return AuthResult(success=True)

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    thief = Controller(
        Mailbox(port),
        hostname="127.0.0.1",
        port=port,
        authenticator=listen,
        auth_require_tls=False,
    )
    thief.start()
    app.extensions["mail"] = Smtp(f"smtp://me:secret@127.0.0.1:{port}")
    answer = sign_up(client)
    thief.stop()
    assert answer.status_code == 503
    assert heard == []


def test_same_answers_are_told_apart_by_the_checker(client: FlaskClient) -> None:
    assert not same(client.get(path("sign_in")), client.get(path("forgot")))
