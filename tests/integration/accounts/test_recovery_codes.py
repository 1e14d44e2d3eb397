"""Recovery codes, and what is kept and told of codes at all."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.one_time import App, step, written_down
from tests.integration.accounts.steps import path, sign_in
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import PASSWORD, Person, make_person
from webapp.accounts.codes.models import OneTimeCodes, RecoveryCode
from webapp.accounts.erase import erase
from webapp.extensions import db
from webapp.languages import LANGUAGES


@pytest.fixture
def hers(alice: Person) -> App:
    return App(alice)


def test_a_recovery_code_signs_in_once_and_says_how_many_are_left(
    app: Flask, alice: Person, hers: App, mailbox: Mailbox
) -> None:
    assert len(hers.recovery) == 10
    for client, status in ((app.test_client(), 302), (app.test_client(), 422)):
        sign_in(client, alice.email)
        typed = hers.recovery[3].upper().replace("-", " ")
        answer = step(client, recovery=typed)
        assert answer.status_code == status
        if status == 302:
            assert "Je hebt nog 9 herstelcodes" in client.get(answer.location).text
    mail = mailbox.mails[-1]
    assert mail["Subject"] == "Er is een herstelcode gebruikt"
    assert "Er zijn nog 9 herstelcodes over" in mailbox.last_text()
    assert hers.recovery[3] not in mailbox.last_text()


def test_new_recovery_codes_end_the_ones_before_and_are_shown_once(
    client: FlaskClient, alice: Person, hers: App
) -> None:
    new = written_down(alice.client.post(path("recovery_codes")))
    assert len(new) == 10
    assert not set(new) & set(hers.recovery)
    assert written_down(alice.client.get(path("recovery_codes"))) == []
    sign_in(client, alice.email)
    assert step(client, recovery=hers.recovery[0]).status_code == 422
    assert step(client, recovery=new[0]).status_code == 302


def test_nothing_of_a_code_can_be_read_in_the_database(
    app: Flask, alice: Person, hers: App
) -> None:
    kept = everything_in(app)
    text = repr(kept)
    assert hers.secret not in b"".join(value for value in _bytes_in(kept))
    for code in hers.recovery:
        assert code not in text
        assert code.replace("-", "") not in text
    with app.app_context():
        assert db.session.scalars(select(RecoveryCode)).first()
        row = db.session.scalars(select(OneTimeCodes)).one()
        assert row.last_counter


def _bytes_in(kept: object) -> list[bytes]:
    if isinstance(kept, bytes):
        return [kept]
    if isinstance(kept, dict):
        return [one for value in kept.values() for one in _bytes_in(value)]
    if isinstance(kept, list | tuple | set):
        return [one for value in kept for one in _bytes_in(value)]
    return []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_change_is_told_by_mail(app: Flask, mailbox: Mailbox, lang: str) -> None:
    person = make_person(app, "mies@example.com", language=lang)
    his = App(person, lang)
    person.client.post(path("recovery_codes", lang))
    for _ in range(2):
        person.client.post(path("one_time_codes", lang), data={"act": "stop"})
    subjects = [mail["Subject"] for mail in mailbox.mails]
    assert (
        subjects
        == {
            "nl": [
                "Eenmalige codes staan aan",
                "Je hebt nieuwe herstelcodes",
                "Eenmalige codes staan uit",
            ],
            "en": [
                "One-time codes are on",
                "You have new recovery codes",
                "One-time codes are off",
            ],
        }[lang]
    )
    for mail in mailbox.mails:
        text = str(mail.get_content())
        assert path("account", lang) in text
        assert path("forgot", lang) in text
        assert not [word for word in HEALTH_WORDS if word in f"{mail['Subject']} {text}".lower()]
        assert not [code for code in his.recovery if code in text]


def test_a_recovery_code_that_proves_who_it_is_is_told_too(
    alice: Person, hers: App, mailbox: Mailbox
) -> None:
    before = len(mailbox.mails)
    proof = {"way": "password", "password": PASSWORD, "code": hers.recovery[0]}
    for status in (303, 422):
        assert alice.client.post(path("prove"), data=proof).status_code == status
    (mail,) = mailbox.mails[before:]
    assert mail["Subject"] == "Er is een herstelcode gebruikt"
    assert "9 herstelcodes" in str(mail.get_content())


def test_erasing_an_account_takes_its_codes_along(
    app: Flask, alice: Person, bob: Person, hers: App
) -> None:
    App(bob)
    with app.app_context():
        erase(alice.id)
        assert {row.user_id for row in db.session.scalars(select(OneTimeCodes))} == {bob.id}
        assert {row.user_id for row in db.session.scalars(select(RecoveryCode))} == {bob.id}
