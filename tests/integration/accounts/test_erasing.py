"""Erasing one's own account in the app: what is asked, what goes, and who hears of it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.conftest import Mailbox, SetClock
from tests.integration.accounts.steps import copied, path, sign_in, signed_in
from tests.integration.accounts.test_erase import command, fill, refusal, rows_of
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import Person, make_person
from webapp.accounts.models import people
from webapp.accounts.sign_ins import FRESH
from webapp.config import Settings
from webapp.extensions import db
from webapp.languages import LANGUAGES

PAGE = path("erase_account")


def erase(client: FlaskClient, lang: str = "nl") -> TestResponse:
    """Tick the box and tap."""
    return client.post(path("erase_account", lang), data={"sure": "y"})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_goes_and_offers_a_copy_first(alice: Person, lang: str) -> None:
    page = alice.client.get(path("erase_account", lang)).text
    assert {"nl": "Dit gaat weg", "en": "This goes"}[lang] in page
    assert {"nl": "/nl/ik/meenemen", "en": "/en/me/take-along"}[lang] in page


def test_everything_goes_and_nobody_elses(
    app: Flask, alice: Person, bob: Person, mailbox: Mailbox
) -> None:
    fill(app, alice)
    fill(app, bob)
    others = rows_of(app, bob.id)
    answer = erase(alice.client)
    assert (answer.status_code, answer.location) == (303, path("erased"))
    assert alice.client.get(answer.location).status_code == 200
    assert set(rows_of(app, alice.id).values()) == {0}
    assert rows_of(app, bob.id) == others
    assert alice.email not in repr(everything_in(app))


def test_every_browser_hears_that_it_is_over_and_this_one_too(app: Flask, alice: Person) -> None:
    phone, thief = app.test_client(), copied(app, alice)
    sign_in(phone, alice.email)
    waits = device_of(Person(alice.id, alice.email, phone))
    waits.sync()
    erase(alice.client)
    assert refusal(alice.client.get("/api/me")) == (401, "signed_out")
    assert refusal(device_of(alice).send()) == (410, "gone")
    for browser in (phone, thief):
        assert refusal(browser.get("/api/me")) == (410, "gone")
        assert refusal(browser.get("/api/me")) == (401, "signed_out")
    assert refusal(waits.send(waits.edit(uuid4(), cramp()))) == (410, "gone")


def test_without_the_tick_nothing_goes(app: Flask, alice: Person, mailbox: Mailbox) -> None:
    before = everything_in(app)
    answer = alice.client.post(PAGE)
    assert answer.status_code == 422
    assert 'id="sure-error"' in answer.text
    assert everything_in(app) == before
    assert mailbox.mails == []


def test_it_asks_first_who_confirmed_long_ago(
    app: Flask, alice: Person, later: SetClock, mailbox: Mailbox
) -> None:
    later(FRESH + timedelta(seconds=1))
    for answer in (alice.client.get(PAGE), erase(alice.client)):
        assert answer.location.startswith(path("prove"))
    assert rows_of(app, alice.id)["user"] == 1
    assert mailbox.mails == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mail_says_that_it_is_done(app: Flask, mailbox: Mailbox, lang: str) -> None:
    bob = make_person(app, "bob@example.com", language=lang)
    erase(bob.client)
    (mail,) = mailbox.mails
    subjects = {"nl": "Je account is gewist", "en": "Your account is erased"}
    assert (mail["To"], mail["Subject"]) == (bob.email, subjects[lang])
    text = f"{mail['Subject']} {mail.get_content()}".lower()
    assert not [word for word in HEALTH_WORDS if word in text]


def test_when_no_mail_can_go_it_is_erased_all_the_same(app: Flask, alice: Person) -> None:
    app.extensions["mail"].port = 1
    assert erase(alice.client).status_code == 303
    assert rows_of(app, alice.id)["user"] == 0


def test_whoever_opens_the_page_that_says_so_loses_nothing(app: Flask, alice: Person) -> None:
    before = everything_in(app)
    assert alice.client.get(path("erased")).status_code == 200
    assert everything_in(app) == before
    assert signed_in(alice.client)


def test_a_copy_of_the_database_from_before_does_not_bring_the_account_back(
    app: Flask, settings: Settings, alice: Person, bob: Person, tmp_path: Path
) -> None:
    if not settings.database_url.startswith("sqlite:///"):
        return  # there it is done by rows: test_an_old_backup_does_not_bring_the_account_back
    fill(app, alice)
    place, copy = Path(settings.database_url.removeprefix("sqlite:///")), tmp_path / "copy.db"
    _still(app)
    shutil.copy(place, copy)
    erase(alice.client)
    _still(app)
    shutil.copy(copy, place)
    with app.app_context():
        assert alice.id in people(), "the copy holds the account"
    told = command(app, "new-epoch")
    assert "1 accounts that had been erased are erased again." in told
    assert set(rows_of(app, alice.id).values()) == {0}
    _still(app)
    assert alice.email.encode() not in place.read_bytes()
    with app.app_context():
        assert people() == [bob.id]
    assert refusal(device_of(alice).send()) == (410, "gone")


def _still(app: Flask) -> None:
    """Have the whole database in its one file, and nobody in it."""
    with app.app_context():
        db.session.remove()
        if db.engine.dialect.name == "sqlite":
            connection = db.engine.raw_connection()
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
        db.engine.dispose()
