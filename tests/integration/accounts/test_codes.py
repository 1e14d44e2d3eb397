"""A second step beside the password: one-time codes of an app, and recovery codes."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.at_once import at_once
from tests.authenticator import Authenticator
from tests.integration.accounts.conftest import Mailbox, SetClock
from tests.integration.accounts.one_time import App, step, written_down
from tests.integration.accounts.steps import (
    add_passkey,
    passkey_sign_in,
    path,
    sign_in,
    signed_in,
)
from tests.people import PASSWORD, Person
from webapp.accounts.codes.one_time import code_at
from webapp.extensions import limiter

NEW_PASSWORD = "three other green boats"


@pytest.fixture
def hers(alice: Person) -> App:
    return App(alice)


def test_after_the_password_a_code_is_asked_and_nothing_is_open_before_it(
    client: FlaskClient, alice: Person, hers: App
) -> None:
    answer = sign_in(client, alice.email)
    assert (answer.status_code, answer.location) == (302, path("second_step"))
    assert not signed_in(client)
    assert client.get(path("account")).status_code == 302
    assert client.get_cookie("known") is None
    done = step(client, code=hers.code())
    assert (done.status_code, done.location) == (302, "/nl/vandaag")
    assert signed_in(client)
    assert client.get_cookie("known")


def test_not_my_own_device_holds_after_the_code_too(
    client: FlaskClient, alice: Person, hers: App
) -> None:
    typed = {"email": alice.email, "password": PASSWORD, "shared": "y"}
    client.post(path("sign_in"), data=typed)
    assert step(client, code=hers.code()).status_code == 302
    assert client.get("/api/me").get_json()["shared"] is True
    assert client.get_cookie("known") is None


def test_a_wrong_password_hears_nothing_of_a_second_step(
    client: FlaskClient, alice: Person, bob: Person, hers: App
) -> None:
    for email in (alice.email, bob.email, "nobody@example.com"):
        answer = sign_in(client, email, "not the password")
        assert answer.status_code == 422
        assert client.get(path("second_step")).location == path("sign_in")


def test_setting_up_counts_only_once_a_code_was_right(client: FlaskClient, alice: Person) -> None:
    here = path("one_time_codes")
    assert alice.client.post(here, data={"act": "begin"}).status_code == 303
    for code in ("", "000000", "abc"):
        answer = alice.client.post(here, data={"act": "finish", "code": code})
        assert answer.status_code == 422
        assert written_down(answer) == []
    assert sign_in(client, alice.email).location == "/nl/vandaag"
    alice.client.post(here, data={"act": "stop"})
    assert "otpauth" not in alice.client.get(here).text


def test_a_code_works_once_here_and_in_every_other_browser(
    app: Flask, alice: Person, hers: App
) -> None:
    code = hers.code()
    first, second = app.test_client(), app.test_client()
    for one in (first, second):
        sign_in(one, alice.email)
    assert step(first, code=code).status_code == 302
    answer = step(second, code=code)
    assert answer.status_code == 422
    assert "Deze code klopt niet, of is al gebruikt" in answer.text
    assert not signed_in(second)


def test_the_code_that_set_it_up_signs_nobody_in(client: FlaskClient, alice: Person) -> None:
    app = App(alice)
    sign_in(client, alice.email)
    assert (
        step(client, code=code_at(app.secret, datetime.fromtimestamp(app.used, UTC))).status_code
        == 422
    )


def test_of_one_code_typed_twice_at_once_one_signs_in(app: Flask, alice: Person, hers: App) -> None:
    clients = [app.test_client() for _ in range(3)]
    for one in clients:
        sign_in(one, alice.email)
    code = hers.code()
    answers = at_once(*(lambda one=one: step(one, code=code).status_code for one in clients))
    assert sorted(answers) == [302, 422, 422]


def test_the_step_is_taken_once_and_within_five_minutes(
    app: Flask, client: FlaskClient, alice: Person, hers: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, alice.email)
    cookie = client.get_cookie("session")
    assert cookie
    copy = app.test_client()
    copy.set_cookie("session", cookie.value)
    assert step(client, code=hers.code()).status_code == 302
    assert step(copy, code=hers.code()).status_code == 422, "it was taken"
    assert not signed_in(copy)
    sign_in(copy, alice.email)
    late = time.time() + 301
    with monkeypatch.context() as clock:
        clock.setattr(time, "time", lambda: late)
        answer = step(copy, code=hers.code())
        assert answer.status_code == 422
        assert "vijf minuten" in answer.text
    assert not signed_in(copy)


def test_a_new_password_by_mail_ends_the_step_and_still_asks_for_the_code(
    app: Flask, client: FlaskClient, alice: Person, hers: App, mailbox: Mailbox
) -> None:
    sign_in(client, alice.email)
    other = app.test_client()
    other.post(path("forgot"), data={"email": alice.email})
    other.post(mailbox.link(), data={"password": NEW_PASSWORD})
    assert not signed_in(other)
    assert "vijf minuten" in step(client, code=hers.code()).text
    assert sign_in(other, alice.email, NEW_PASSWORD).location == path("second_step")
    assert not signed_in(other)
    assert step(other, code=hers.code()).status_code == 302


def test_a_passkey_needs_no_code(client: FlaskClient, alice: Person, hers: App) -> None:
    key = Authenticator()
    add_passkey(alice, key)
    assert passkey_sign_in(client, key).location == "/nl/vandaag"


def test_bobs_code_does_not_sign_alice_in(
    client: FlaskClient, alice: Person, bob: Person, hers: App
) -> None:
    his = App(bob)
    sign_in(client, alice.email)
    assert step(client, code=his.code()).status_code == 422
    assert step(client, recovery=his.recovery[0]).status_code == 422
    assert step(client, recovery=hers.recovery[0]).status_code == 302


@pytest.mark.parametrize(
    "typed", ["", "x" * 101, "\0", "１２３４５６", "0" * 50_000, "'; --", "🔥" * 9]
)
def test_whatever_is_typed_is_a_wrong_code(
    client: FlaskClient, alice: Person, hers: App, typed: str
) -> None:
    sign_in(client, alice.email)
    for field in ("code", "recovery"):
        assert step(client, **{field: typed}).status_code == 422
    assert not signed_in(client)


def test_turned_off_the_password_is_enough_again(
    client: FlaskClient, alice: Person, hers: App
) -> None:
    alice.client.post(path("one_time_codes"), data={"act": "stop"})
    assert sign_in(client, alice.email).location == "/nl/vandaag"


def test_beginning_anew_leaves_what_is_on_as_it_is(
    client: FlaskClient, alice: Person, hers: App
) -> None:
    alice.client.post(path("one_time_codes"), data={"act": "begin"})
    assert "otpauth" not in alice.client.get(path("one_time_codes")).text
    sign_in(client, alice.email)
    assert step(client, code=hers.code()).status_code == 302


def test_proving_by_password_asks_for_the_code_too(
    alice: Person, bob: Person, hers: App, later: SetClock
) -> None:
    later(timedelta(minutes=11))
    prove = alice.client.get(path("one_time_codes")).location
    assert "Code van 6 cijfers" in alice.client.get(prove).text
    for code, status in (("", 422), ("000000", 422), (hers.code(), 303)):
        proof = {"way": "password", "password": PASSWORD, "code": code}
        assert alice.client.post(prove, data=proof).status_code == status
    assert "Code van 6 cijfers" not in bob.client.get(path("prove")).text


def test_what_is_to_be_done_with_codes_asks_who_it_is(alice: Person, later: SetClock) -> None:
    later(timedelta(minutes=11))
    for name in ("one_time_codes", "recovery_codes"):
        for answer in (alice.client.get(path(name)), alice.client.post(path(name))):
            assert answer.location.startswith(path("prove"))


def test_guessing_at_a_code_is_slow_and_shuts_the_owner_out_of_nothing(
    app: Flask, alice: Person, hers: App
) -> None:
    stranger = app.test_client()
    sign_in(stranger, alice.email)
    sign_in(alice.client, alice.email)
    limiter.enabled = True
    limiter.reset()
    try:
        codes = [
            stranger.post(
                path("second_step"),
                data={"code": f"{n:06}"},
                environ_base={"REMOTE_ADDR": f"192.0.2.{n}"},
            ).status_code
            for n in range(12)
        ]
        assert codes == [422] * 10 + [429] * 2
        assert step(alice.client, code=hers.code()).status_code == 302
    finally:
        limiter.enabled = False
