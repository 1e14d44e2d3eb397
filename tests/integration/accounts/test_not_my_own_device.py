"""Signing in where somebody says that it is not their own device: shorter, and nothing stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.authenticator import Authenticator
from tests.integration.accounts.conftest import SetClock
from tests.integration.accounts.steps import (
    add_passkey,
    passkey_sign_in,
    path,
    question,
    sign_in,
    signed_in,
)
from tests.page import Page
from tests.people import PASSWORD, Person
from webapp.accounts.sign_ins import SHARED_IDLE, SHARED_LONGEST

A_MINUTE = timedelta(minutes=1)


def sign_in_elsewhere(client: FlaskClient, email: str) -> TestResponse:
    """Sign in with the box ticked."""
    data = {"email": email, "password": PASSWORD, "shared": "y"}
    return client.post(path("sign_in"), data=data)


def test_the_box_is_there_and_not_ticked(client: FlaskClient) -> None:
    inputs = Page(client.get(path("sign_in")).text).all("input")
    (box,) = [attrs for attrs in inputs if attrs.get("id") == "shared"]
    assert box["type"] == "checkbox"
    assert "checked" not in box


def test_the_cookie_goes_with_the_browser_and_no_mark_stays(
    client: FlaskClient, alice: Person
) -> None:
    answer = sign_in_elsewhere(client, alice.email)
    cookies = answer.headers.getlist("Set-Cookie")
    (kept,) = [cookie for cookie in cookies if cookie.startswith("session=")]
    assert "Expires" not in kept
    assert "Max-Age" not in kept
    assert [cookie for cookie in cookies if "known" in cookie] == []
    own = sign_in(client, alice.email).headers.getlist("Set-Cookie")
    assert any("Expires" in cookie for cookie in own if cookie.startswith("session="))
    assert any("known" in cookie for cookie in own)


def test_the_phone_is_told_which_it_is(client: FlaskClient, alice: Person) -> None:
    assert alice.client.get("/api/me").get_json()["shared"] is False
    sign_in_elsewhere(client, alice.email)
    assert client.get("/api/me").get_json()["shared"] is True


@pytest.mark.parametrize(("after", "still"), [(SHARED_IDLE - A_MINUTE, True), (SHARED_IDLE, False)])
def test_away_for_an_hour_it_is_over_and_ones_own_device_is_not(
    client: FlaskClient, alice: Person, later: SetClock, after: timedelta, still: bool
) -> None:
    sign_in_elsewhere(client, alice.email)
    later(after)
    assert signed_in(client) is still
    assert signed_in(alice.client)


def test_after_twelve_hours_it_is_over_however_often_somebody_was_there(
    client: FlaskClient, alice: Person, later: SetClock
) -> None:
    sign_in_elsewhere(client, alice.email)
    half = timedelta(minutes=30)
    for times in range(1, SHARED_LONGEST // half):
        later(times * half)
        assert signed_in(client), times
    later(SHARED_LONGEST)
    assert not signed_in(client)
    assert signed_in(alice.client)


def test_a_passkey_can_say_so_too(client: FlaskClient, alice: Person) -> None:
    key = Authenticator()
    add_passkey(alice, key)
    signed = key.sign(question(client))
    answer = client.post(path("passkey_sign_in"), data=signed | {"shared": "y"})
    cookies = answer.headers.getlist("Set-Cookie")
    assert not any("Expires" in cookie for cookie in cookies if cookie.startswith("session="))
    assert [cookie for cookie in cookies if "known" in cookie] == []
    assert client.get("/api/me").get_json()["shared"] is True
    passkey_sign_in(client, key)
    assert client.get("/api/me").get_json()["shared"] is False
