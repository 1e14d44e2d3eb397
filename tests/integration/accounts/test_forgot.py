"""A lost password: the link in the mail, and what it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import copied, path, same, sign_in, sign_up, signed_in
from tests.people import Person
from webapp.accounts.hashing import Gate
from webapp.accounts.models import person
from webapp.accounts.sign_ins import sign_ins_of
from webapp.extensions import db

NEW = "three other green boats"


@pytest.fixture
def link(client: FlaskClient, alice: Person, mailbox: Mailbox) -> str:
    """The link of Alice, who forgot her password."""
    client.post(path("forgot"), data={"email": alice.email})
    return mailbox.link()


def test_nobody_learns_who_has_an_account(
    client: FlaskClient, alice: Person, mailbox: Mailbox
) -> None:
    known = client.post(path("forgot"), data={"email": alice.email})
    unknown = client.post(path("forgot"), data={"email": "nobody@example.com"})
    assert same(known, unknown)
    assert [mail["To"] for mail in mailbox.mails] == [alice.email]


def test_who_never_confirmed_gets_the_link_to_confirm(
    client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    client.post(path("forgot"), data={"email": "mies@example.com"})
    assert mailbox.link().startswith(path("confirm"))


def test_a_new_password_ends_every_session_even_a_copied_one(
    app: Flask, client: FlaskClient, alice: Person, link: str
) -> None:
    thief = copied(app, alice)
    assert signed_in(thief)
    client.post(link, data={"password": NEW})
    assert not signed_in(thief)
    assert not signed_in(alice.client)
    with app.app_context():
        assert sign_ins_of(alice.id, datetime.now(UTC)) == []


def test_the_link_works_once(client: FlaskClient, alice: Person, link: str) -> None:
    assert client.post(link, data={"password": NEW}).status_code == 302
    assert client.get(link).status_code == 410
    assert client.post(link, data={"password": "yet another password"}).status_code == 410
    assert sign_in(client, alice.email, NEW).status_code == 302


def test_a_new_link_does_not_outlive_a_new_password(
    client: FlaskClient, alice: Person, link: str, mailbox: Mailbox
) -> None:
    client.post(path("forgot"), data={"email": alice.email})
    client.post(mailbox.link(), data={"password": NEW})
    assert client.post(link, data={"password": "yet another password"}).status_code == 410


def test_of_two_at_once_one_wins(app: Flask, alice: Person, link: str) -> None:
    app.extensions["hashing"] = Gate(at_once=4)
    together, codes = Barrier(4), []

    def try_it(password: str) -> None:
        own = app.test_client()
        together.wait()
        codes.append(own.post(link, data={"password": password}).status_code)

    threads = [Thread(target=try_it, args=(f"password number {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [302, 410, 410, 410]


def test_the_link_of_a_closed_account_opens_nothing(
    app: Flask, client: FlaskClient, alice: Person, link: str
) -> None:
    with app.app_context():
        user = person(alice.email)
        assert user
        user.active = False
        db.session.commit()
    assert client.post(link, data={"password": NEW}).status_code == 410


def test_a_garbled_or_old_link_leads_to_a_new_one(
    app: Flask, client: FlaskClient, alice: Person, link: str
) -> None:
    for bad in (link[:-1], link + "x", path("reset", token="x")):
        assert client.post(bad, data={"password": NEW}).status_code == 410
    app.config["SECURITY_RESET_PASSWORD_WITHIN"] = timedelta(seconds=-1)
    answer = client.post(link, data={"password": NEW})
    assert answer.status_code == 410
    assert path("forgot") in answer.text
    assert sign_in(client, alice.email, NEW).status_code == 422


def test_the_link_to_confirm_is_no_key_to_the_password(
    client: FlaskClient, mailbox: Mailbox
) -> None:
    sign_up(client)
    token = mailbox.link().rsplit("/", 1)[1]
    assert client.get(path("reset", token=token)).status_code == 410


def test_a_bad_new_password_is_named_and_changes_nothing(
    client: FlaskClient, alice: Person, link: str
) -> None:
    answer = client.post(link, data={"password": "short"})
    assert answer.status_code == 422
    assert 'id="password-error"' in answer.text
    assert signed_in(alice.client)


def test_links_go_to_our_own_address_whatever_host_is_claimed(
    client: FlaskClient, alice: Person, mailbox: Mailbox
) -> None:
    forged = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    client.post(path("forgot"), data={"email": alice.email}, headers=forged)
    assert "http://localhost/" in mailbox.last_text()
    assert "evil" not in mailbox.last_text()
