"""An account without an e-mail address: a name, a password, and recovery codes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.at_once import at_once
from tests.authenticator import Authenticator
from tests.database import owner_of
from tests.device import device_of
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.one_time import App, written_down
from tests.integration.accounts.steps import (
    add_passkey,
    passkey_sign_in,
    path,
    rows,
    same,
    sign_in,
    signed_in,
)
from tests.people import PASSWORD, Person
from webapp import create_app
from webapp.accounts.erase import erase
from webapp.accounts.hashing import Gate
from webapp.accounts.models import User, has_consent, person
from webapp.extensions import db, limiter
from webapp.languages import LANGUAGES

NAME = "kruiwagen"
NEW_PASSWORD = "three other green boats"


def join(client: FlaskClient, name: str = NAME, lang: str = "nl", **changes: str) -> TestResponse:
    filled = {"name": name, "password": PASSWORD, "of_age": "y", "consent": "y"} | changes
    return client.post(path("sign_up_by_name", lang), data=filled)


def recover(client: FlaskClient, name: str, code: str, lang: str = "nl") -> TestResponse:
    typed = {"email": name, "recovery": code, "password": NEW_PASSWORD}
    return client.post(path("recover", lang), data=typed)


class Joined:
    """Somebody with a name, their browser and the codes that they wrote down."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        answer = join(self.client)
        assert answer.status_code == 200, answer.text
        self.codes = written_down(answer)
        with app.app_context():
            user = person(NAME)
            assert user
            self.person = Person(user.id, NAME, self.client)


@pytest.fixture
def mies(app: Flask) -> Joined:
    return Joined(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_and_a_password_make_an_account_that_works_at_once(
    app: Flask, client: FlaskClient, mailbox: Mailbox, lang: str
) -> None:
    answer = join(client, "  Kruiwagen ", lang)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(written_down(answer)) == 10
    warning = {"nl": "kan niemand je er nog in laten", "en": "nobody can let you in again"}
    assert warning[lang] in answer.text
    assert signed_in(client)
    assert mailbox.mails == []
    with app.app_context():
        user = person(NAME)
        assert user
        assert (user.name, user.email, user.language) == (NAME, None, lang)
        assert has_consent(user.id)
    assert sign_in(app.test_client(), "KRUIWAGEN ").status_code == 302


def test_without_consent_there_is_an_account_and_no_diary(app: Flask, client: FlaskClient) -> None:
    join(client, consent="")
    with app.app_context():
        user = person(NAME)
        assert user
        assert not has_consent(user.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "ab"},
        {"name": "mies@example.com"},
        {"name": "jan jansen"},
        {"name": "admin"},
        {"name": "mi\u0435s"},
        {"name": "x" * 50_000},
        {"name": ""},
        {"name": "a\0bc"},
        {"password": "short"},
        {"password": "kruiwagenkruiwagen"},
        {"of_age": ""},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    app: Flask, client: FlaskClient, wrong: dict[str, str]
) -> None:
    answer = join(client, **wrong)
    assert answer.status_code == 422
    assert written_down(answer) == []
    assert rows(app) == (0, 0)
    assert not signed_in(client)


@pytest.mark.parametrize("again", [NAME, "KRUIWAGEN", " ｋｒｕｉｗａｇｅｎ "])
def test_a_name_that_somebody_has_is_refused_in_words(
    app: Flask, client: FlaskClient, mies: Joined, again: str
) -> None:
    answer = join(client, again)
    assert answer.status_code == 422
    assert "Iemand heeft deze naam al" in answer.text
    assert rows(app)[0] == 1


def test_of_two_who_take_a_name_at_once_one_has_it(app: Flask) -> None:
    clients = [app.test_client() for _ in range(2)]
    answers = at_once(*(lambda one=one: join(one).status_code for one in clients))
    assert sorted(answers) == [200, 422]
    assert rows(app)[0] == 1


def test_a_wrong_password_and_an_unknown_name_look_alike_and_cost_the_same(
    app: Flask, mies: Joined
) -> None:
    gate: Gate = app.extensions["hashing"]
    answers, hashes = [], []
    for name in (NAME, "kruidenier"):
        before = gate.done
        answers.append(sign_in(app.test_client(), name, "not the password"))
        hashes.append(gate.done - before)
    assert answers[0].status_code == 422
    assert answers[0].text.replace(NAME, "") == answers[1].text.replace("kruidenier", "")
    assert hashes == [1, 1]


def test_a_recovery_code_makes_a_new_password_once_and_ends_every_sign_in(
    app: Flask, client: FlaskClient, mies: Joined
) -> None:
    code = mies.codes[2].upper().replace("-", " ")
    answer = recover(client, "Kruiwagen", code)
    assert (answer.status_code, answer.location) == (302, path("sign_in"))
    assert not signed_in(client)
    assert not signed_in(mies.client)
    assert sign_in(client, NAME, PASSWORD).status_code == 422
    assert sign_in(client, NAME, NEW_PASSWORD).status_code == 302
    assert recover(app.test_client(), NAME, code).status_code == 422


def test_a_wrong_code_and_an_unknown_name_look_alike(
    app: Flask, client: FlaskClient, alice: Person, mies: Joined
) -> None:
    zeros = "0000-0000-0000-0000-0000-0000"
    wrong, unknown = (recover(client, name, zeros) for name in (NAME, "kruidenie"))
    assert recover(client, "kruidenie", mies.codes[0]).status_code == 422
    hers = recover(client, alice.email, mies.codes[0])
    assert wrong.status_code == unknown.status_code == hers.status_code == 422
    assert wrong.text.replace(NAME, "") == unknown.text.replace("kruidenie", "")
    assert signed_in(mies.client)
    assert recover(client, NAME, mies.codes[0]).status_code == 302


def test_no_stranger_shuts_the_owner_out_of_the_last_way_in(app: Flask, mies: Joined) -> None:
    limiter.enabled = True
    limiter.reset()
    try:
        for n in range(12):
            stranger = app.test_client()
            stranger.environ_base = {"REMOTE_ADDR": f"192.0.2.{n}"}
            assert recover(stranger, NAME, "0" * 24).status_code == 422
            sign_in(stranger, NAME, "not the password")
        new_phone = app.test_client()
        assert sign_in(new_phone, NAME, PASSWORD).status_code == 429
        assert recover(new_phone, NAME, mies.codes[0]).status_code == 302
        assert sign_in(new_phone, NAME, NEW_PASSWORD).status_code == 302
    finally:
        limiter.enabled = False


def test_a_recovery_code_does_not_get_around_one_time_codes(app: Flask, mies: Joined) -> None:
    his = App(mies.person)
    client = app.test_client()
    assert recover(client, NAME, his.recovery[0]).status_code == 302
    assert sign_in(client, NAME, NEW_PASSWORD).location == path("second_step")
    assert not signed_in(client)


def test_asking_for_a_link_by_mail_tells_nothing_of_a_name(
    client: FlaskClient, mies: Joined, mailbox: Mailbox
) -> None:
    answers = [client.post(path("forgot"), data={"email": name}) for name in (NAME, "kruidenie")]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert mailbox.mails == []


def test_everything_that_an_account_does_works_without_an_address(
    app: Flask, mies: Joined, mailbox: Mailbox
) -> None:
    for name in ("account", "change_password", "change_address", "passkeys", "one_time_codes"):
        answer = mies.client.get(path(name))
        assert answer.status_code == 200, name
        assert "None" not in answer.text, name
    key = Authenticator()
    assert add_passkey(mies.person, key).status_code == 303
    assert passkey_sign_in(app.test_client(), key).status_code == 302
    App(mies.person)
    changed = {"current": PASSWORD, "password": NEW_PASSWORD}
    assert mies.client.post(path("change_password"), data=changed).status_code == 303
    device_of(mies.person).sync()
    assert mailbox.mails == []


def test_an_address_can_be_added_later_and_then_both_sign_in(
    app: Flask, mies: Joined, mailbox: Mailbox
) -> None:
    mies.client.post(path("change_address"), data={"email": "mies@example.com"})
    assert [mail["To"] for mail in mailbox.mails] == ["mies@example.com"]
    assert mies.client.post(mailbox.link()).status_code == 303
    for login in ("mies@example.com", NAME):
        assert sign_in(app.test_client(), login).status_code == 302


def test_it_is_erased_like_any_other_and_its_name_is_free_again(app: Flask, mies: Joined) -> None:
    result = app.test_cli_runner().invoke(args=["erase-account", NAME, "--yes"])
    assert result.exit_code == 0, result.output
    assert rows(app) == (0, 0)
    assert join(app.test_client()).status_code == 200


def test_purging_takes_no_mail_to_nobody(app: Flask, mies: Joined, mailbox: Mailbox) -> None:
    assert app.test_cli_runner().invoke(args=["purge"]).exit_code == 0
    assert mailbox.mails == []
    with app.app_context():
        assert person(NAME)


def test_the_migration_keeps_everybody_and_all_that_hangs_on_them(
    app: Flask, alice: Person
) -> None:
    device_of(alice).sync()
    before = rows(app)
    settings = app.extensions["settings"]
    owner = create_app(replace(settings, database_url=owner_of(settings.database_url)))
    limiter.enabled = False
    with owner.app_context():
        downgrade(revision="0012")
        upgrade()
        db.engine.dispose()
    with app.app_context():
        assert db.session.scalars(select(User.email)).all() == [alice.email]
    assert rows(app) == before
    assert before[1] > 0, "a consent hangs on her row"
    assert signed_in(alice.client)
    with app.app_context():
        erase(alice.id)  # what hangs on a person still goes with them
    assert rows(app) == (0, 0)


def test_pages_of_names_look_the_same_signed_in_and_out(
    app: Flask, client: FlaskClient, mies: Joined
) -> None:
    for name in ("sign_up_by_name", "recover"):
        assert same(client.get(path(name)), app.test_client().get(path(name)))
