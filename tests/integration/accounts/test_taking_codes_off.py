"""Somebody lost the app and the recovery codes: whoever runs the service takes both off."""

from __future__ import annotations

from uuid import UUID

import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.authenticator import Authenticator
from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.one_time import App, step
from tests.integration.accounts.steps import (
    add_passkey,
    copied,
    passkey_sign_in,
    path,
    sign_in,
    signed_in,
)
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import PASSWORD, Person, make_person
from webapp.accounts.codes.models import RecoveryCode
from webapp.accounts.models import User
from webapp.extensions import db
from webapp.mail import Smtp


@pytest.fixture
def hers(alice: Person) -> App:
    return App(alice)


def take_off(app: Flask, *words: str, answer: str = "") -> Result:
    """Run the command with these words after its name; it is not asked for more."""
    return app.test_cli_runner().invoke(args=["remove-codes", *words], input=answer)


def left(app: Flask, person: Person) -> int:
    with app.app_context():
        mine = select(func.count()).where(RecoveryCode.user_id == person.id)
        return db.session.scalar(mine) or 0


def test_the_password_is_enough_again_and_nothing_else_is_open(
    app: Flask, client: FlaskClient, alice: Person, hers: App
) -> None:
    sign_in(client, alice.email)
    half_in, other = client, copied(app, alice)
    answer = take_off(app, alice.email, "--yes")
    assert answer.exit_code == 0, answer.output
    assert not signed_in(alice.client)
    assert not signed_in(other)
    assert step(half_in, recovery=hers.recovery[0]).status_code == 422
    assert not signed_in(half_in)
    assert left(app, alice) == 0
    assert sign_in(app.test_client(), alice.email, "not the password").status_code == 422
    assert sign_in(app.test_client(), alice.email).location == "/nl/vandaag"


def test_it_says_plainly_what_it_did(app: Flask, alice: Person, hers: App) -> None:
    assert take_off(app, alice.email, "--yes").output.splitlines() == [
        "One-time codes are off. The password is enough again.",
        "10 recovery codes work no more.",
        "1 browsers are signed out. What they did not send yet stays there.",
        "A mail tells them.",
    ]


@pytest.mark.parametrize(
    ("lang", "subject"), [("nl", "Eenmalige codes staan uit"), ("en", "One-time codes are off")]
)
def test_its_person_is_told_by_mail_and_of_nothing_but_that(
    app: Flask, mailbox: Mailbox, lang: str, subject: str
) -> None:
    cas = make_person(app, "cas@example.com", language=lang)
    App(cas, lang)
    mailbox.mails.clear()
    take_off(app, cas.email, "--yes")
    (mail,) = mailbox.mails
    assert (mail["To"], mail["Subject"]) == (cas.email, subject)
    text = mailbox.last_text().lower()
    assert {"nl": "overal uitgelogd", "en": "signed out everywhere"}[lang] in text
    assert path("forgot", lang) in text
    assert not [word for word in HEALTH_WORDS if word in text]


def test_a_link_for_a_new_password_that_was_sent_before_is_dead(
    app: Flask, client: FlaskClient, alice: Person, hers: App, mailbox: Mailbox
) -> None:
    client.post(path("forgot"), data={"email": alice.email})
    link = mailbox.link()
    take_off(app, alice.email, "--yes")
    client.post(link, data={"password": "three other green boats"})
    assert sign_in(client, alice.email, "three other green boats").status_code == 422


def test_the_diary_and_what_else_opens_the_account_stay(
    app: Flask, client: FlaskClient, alice: Person, hers: App
) -> None:
    key, phone = Authenticator(), device_of(alice)
    add_passkey(alice, key)
    phone.sync(phone.edit("cccccccc-0000-4000-8000-000000000000", cramp()))
    before = everything_in(app)
    take_off(app, alice.email, "--yes")
    after = everything_in(app)
    for table in ("record", "passkey", "data_key", "consent", "device"):
        assert after[table] == before[table]
    assert passkey_sign_in(client, key).location == "/nl/vandaag"


def test_who_has_a_name_is_found_by_it_and_hears_of_it_from_who_runs_it(
    app: Flask, mailbox: Mailbox
) -> None:
    browser = app.test_client()
    typed = {"name": "Kwikstaart", "password": PASSWORD, "of_age": "y"}
    assert browser.post(path("sign_up_by_name"), data=typed).status_code in (200, 302, 303)
    with app.app_context():
        found: UUID = db.session.scalars(select(User.id)).one()
    App(Person(found, "", browser))
    answer = take_off(app, " KWIKSTAART ", "--yes")
    assert answer.exit_code == 0, answer.output
    assert answer.output.endswith("There is no address: tell them yourself.\n")
    assert mailbox.mails == []


def test_it_is_in_the_journal_without_the_address(
    app: Flask, alice: Person, hers: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    caplog.set_level("INFO")
    take_off(app, alice.email, "--yes")
    told = [vars(record)["told"] for record in caplog.records if hasattr(record, "told")]
    assert told == [{"event": "codes_off", "person": str(alice.id)}]


def test_when_the_mail_cannot_go_it_is_done_and_said(app: Flask, alice: Person, hers: App) -> None:
    app.extensions["mail"] = Smtp("smtp://127.0.0.1:1")
    answer = take_off(app, alice.email, "--yes")
    assert answer.exit_code == 0
    assert "could not be sent: tell them yourself" in answer.output
    assert sign_in(app.test_client(), alice.email).location == "/nl/vandaag"


@pytest.mark.parametrize("who", ["nobody@example.com", "nobody", "", "x" * 5000, "a\nb", "' OR 1"])
def test_whom_nobody_knows_is_a_plain_error(app: Flask, alice: Person, hers: App, who: str) -> None:
    before = everything_in(app)
    answer = take_off(app, who, "--yes")
    assert (answer.exit_code, answer.output) == (
        1,
        "Error: nobody has an account with this address or name\n",
    )
    assert everything_in(app) == before


def test_where_no_codes_are_on_nothing_is_done(
    app: Flask, alice: Person, bob: Person, hers: App
) -> None:
    bob.client.post(path("recovery_codes"))  # the only way back in of who has a name
    bob.client.post(path("one_time_codes"), data={"act": "begin"})
    before = everything_in(app)
    answer = take_off(app, bob.email, "--yes")
    assert answer.exit_code == 1
    assert "this account has no one-time codes: nothing was done" in answer.output
    assert everything_in(app) == before
    assert left(app, bob) == 10


@pytest.mark.parametrize("said", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_done(app: Flask, alice: Person, hers: App, said: str) -> None:
    before = everything_in(app)
    answer = take_off(app, alice.email, answer=said)
    assert answer.exit_code == 1
    assert "Are you sure who asks?" in answer.output
    assert everything_in(app) == before
