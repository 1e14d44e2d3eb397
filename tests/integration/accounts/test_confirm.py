"""The link that confirms an address, and the mail that brings it again."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import EMAIL, path, same, sign_in, sign_up


def test_the_link_to_confirm_is_of_no_use_when_garbled_or_old(
    app: Flask, client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    link = mailbox.link()
    for bad in (link[:-1], link[:-4] + "abcd", path("confirm", token="x"), link + "x"):
        assert client.post(bad).status_code == 410
    app.config["SECURITY_CONFIRM_EMAIL_WITHIN"] = timedelta(seconds=-1)
    assert client.get(link).status_code == client.post(link).status_code == 410
    assert path("resend") in client.get(link).text
    assert sign_in(client).status_code == 422


def test_a_scanner_that_looks_at_the_link_confirms_nothing(
    client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    for look in (client.get, client.head, client.options):
        assert look(mailbox.link()).status_code == 200
    assert sign_in(client).status_code == 422


def test_confirming_twice_does_no_harm(client: FlaskClient, mailbox: Mailbox) -> None:
    sign_up(client)
    link = mailbox.link()
    assert client.post(link).status_code == client.post(link).status_code == 302
    assert sign_in(client).status_code == 302


def test_the_mail_comes_again_and_nobody_learns_who_has_an_account(
    client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    pending = client.post(path("resend"), data={"email": EMAIL})
    assert len(mailbox.mails) == 2
    client.post(mailbox.link())
    confirmed = client.post(path("resend"), data={"email": EMAIL})
    unknown = client.post(path("resend"), data={"email": "nobody@example.com"})
    assert same(pending, confirmed)
    assert same(pending, unknown)
    assert len(mailbox.mails) == 2
    assert client.post(path("resend"), data={"email": "x"}).status_code == 422
