"""Confirming again that it is you: how long it counts, where it leads, and who guesses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.asked import statements
from tests.integration.accounts.conftest import SetClock
from tests.integration.accounts.steps import copied, path, sign_in, signed_in
from tests.integration.test_guard import concrete
from tests.people import PASSWORD, Person
from webapp import guard
from webapp.accounts.models import open_account
from webapp.accounts.sign_ins import FRESH
from webapp.extensions import db, limiter
from webapp.languages import LANGUAGES

A_SECOND = timedelta(seconds=1)
ELSEWHERE = (
    *(
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
    ),
    *("https://evil.example", "https:evil.example", "https:/evil.example", "HTTPS://evil.example/"),
    *(
        "\t//evil.example",
        "/\t/evil.example",
        " //evil.example",
        "\n//evil.example",
        "//\revil.example",
    ),
    *("%2f%2fevil.example", "/%2fevil.example", "/%5cevil.example", "/%09/evil.example"),
    *("//user@evil.example", "http://localhost@evil.example/nl/ik", "//localhost:x@evil.example"),
    *("javascript:alert(1)", "data:text/html,x", "vbscript:x", "/nl/ik\r\nSet-Cookie: a=b"),
    *("//evil.example/nl/ik", "/nl/../../evil.example", "/nl/ik/..//evil.example", ".evil.example"),
    *(
        "/nl/ik?next=//evil.example",
        "/nl/ik#@evil.example",
        "/nl/nergens",
        "\u2215\u2215evil.example",
    ),
    *("", "/", "\x00//evil.example", "/" * 5000, "/nl/ik@evil.example", "http:\\\\evil.example"),
)


@pytest.fixture
def limits_on() -> Iterator[None]:
    limiter.enabled = True
    limiter.reset()
    yield
    limiter.enabled = False


def prove(
    client: FlaskClient, password: str = PASSWORD, to: str = "", lang: str = "nl"
) -> TestResponse:
    """Confirm again, by password."""
    address = f"{path('prove', lang)}?next={quote(to, safe='')}"
    return client.post(address, data={"way": "password", "password": password})


def recent(client: FlaskClient) -> bool:
    """Whether the server takes this browser as confirmed not long ago."""
    return client.get("/api/recent").status_code == 204


def test_signing_in_counts_for_ten_minutes_and_not_longer(alice: Person, later: SetClock) -> None:
    assert timedelta(minutes=10) == FRESH
    later(FRESH - A_SECOND)
    assert recent(alice.client)
    later(FRESH + A_SECOND)
    assert not recent(alice.client)
    assert signed_in(alice.client)


def test_confirming_counts_for_ten_minutes_and_not_longer(alice: Person, later: SetClock) -> None:
    later(2 * FRESH)
    assert prove(alice.client).status_code == 303
    later(3 * FRESH - A_SECOND)
    assert recent(alice.client)
    later(3 * FRESH + A_SECOND)
    assert not recent(alice.client)


def test_no_fresh_route_lets_pass_who_confirmed_long_ago(
    app: Flask, alice: Person, later: SetClock
) -> None:
    fresh = [rule for rule in app.url_map.iter_rules() if guard.ACCESS[rule.endpoint] == "fresh"]
    assert fresh
    later(FRESH + A_SECOND)
    for rule in fresh:
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            address = concrete(rule.rule)
            answer = alice.client.open(address, method=method)
            if address.startswith("/api/"):
                assert answer.status_code == 403, address
                assert answer.get_json()["error"]["code"] == "not_recent"
            else:
                lang = address.split("/")[1]
                assert answer.status_code == 302, address
                assert answer.location == f"{path('prove', lang)}?next={quote(address)}"


def test_a_script_is_told_in_the_one_shape_and_in_its_language(
    alice: Person, later: SetClock
) -> None:
    later(FRESH + A_SECOND)
    for lang, words in (("nl", "Bevestig eerst dat jij het bent."), ("en", "First confirm")):
        answer = alice.client.get("/api/recent", headers={"Accept-Language": lang})
        assert answer.status_code == 403
        error = answer.get_json()["error"]
        assert (error["code"], error.keys()) == ("not_recent", {"code", "message"})
        assert error["message"].startswith(words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_asks_first_and_then_leads_to_where_somebody_was_going(
    alice: Person, later: SetClock, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setitem(guard.ACCESS, "accounts.consent", "fresh")
    later(FRESH + A_SECOND)
    asked = alice.client.get(path("consent", lang))
    assert asked.location == f"{path('prove', lang)}?next={quote(path('consent', lang))}"
    page = alice.client.get(asked.location)
    assert page.status_code == 200
    assert 'autocomplete="current-password"' in page.text
    assert 'autocomplete="username"' in page.text
    assert alice.email in page.text
    answer = alice.client.post(asked.location, data={"way": "password", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, path("consent", lang))
    assert alice.client.get(answer.location).status_code == 200


@pytest.mark.parametrize("target", ELSEWHERE)
def test_it_never_leads_elsewhere(alice: Person, target: str) -> None:
    answer = prove(alice.client, to=target)
    assert (answer.status_code, answer.location) == (303, path("me"))
    assert answer.headers.getlist("Set-Cookie") == [
        cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith("session=")
    ]
    raw = alice.client.post(
        path("prove"), query_string={"next": target}, data={"way": "password", "password": PASSWORD}
    )
    assert raw.location == path("me")


def test_it_leads_to_any_page_of_ours(alice: Person) -> None:
    for target in ("/en/me/consent", "/nl/ik/apparaten", "/nl/artikelen/houding"):
        assert prove(alice.client, to=target).location == target


@pytest.mark.parametrize("password", ["", "not the password", "x" * 5000])
def test_what_is_not_the_password_proves_nothing(
    alice: Person, later: SetClock, password: str
) -> None:
    later(FRESH + A_SECOND)
    answer = prove(alice.client, password)
    assert answer.status_code == 422
    assert 'id="password-error"' in answer.text
    assert not recent(alice.client)
    assert signed_in(alice.client)


@pytest.mark.parametrize("way", ["", "nonsense", None])
def test_there_is_no_other_way(alice: Person, later: SetClock, way: str | None) -> None:
    later(FRESH + A_SECOND)
    sent = {"password": PASSWORD} | ({} if way is None else {"way": way})
    assert alice.client.post(path("prove"), data=sent).status_code == 400
    assert not recent(alice.client)


def test_the_password_of_somebody_else_proves_nothing(
    app: Flask, bob: Person, later: SetClock
) -> None:

    with app.app_context():
        open_account("zoe@example.com", "three other green boats", "nl")
        db.session.commit()
    later(FRESH + A_SECOND)
    assert prove(bob.client, "three other green boats").status_code == 422
    assert not recent(bob.client)


def test_it_is_of_one_browser_and_ends_every_copy_of_its_cookie(
    app: Flask, alice: Person, later: SetClock
) -> None:
    phone = app.test_client()
    sign_in(phone, alice.email)
    thief = copied(app, alice)
    later(FRESH + A_SECOND)
    prove(alice.client)
    assert recent(alice.client)
    assert not signed_in(thief)
    assert not recent(phone)
    assert signed_in(phone)


def test_a_stranger_is_asked_to_sign_in(client: FlaskClient) -> None:
    assert client.get("/api/recent").status_code == 401
    assert prove(client).location == path("sign_in")


def test_nobody_guesses_for_ever_and_the_owner_goes_on_elsewhere(
    app: Flask, alice: Person, limits_on: None
) -> None:
    phone = app.test_client()
    sign_in(phone, alice.email)
    thief = copied(app, alice)
    codes = []
    for n in range(50):
        thief.environ_base["REMOTE_ADDR"] = f"192.0.2.{n}"
        codes.append(prove(thief, "not the password").status_code)
    assert codes == [422] * 10 + [429] * 40
    assert "Probeer het over 15 minuten nog eens" in prove(thief, PASSWORD).text
    assert prove(phone).status_code == 303


def test_knowing_it_costs_no_question_of_its_own(app: Flask, alice: Person) -> None:
    alice.client.get("/api/recent")
    with statements(app) as asked:
        assert recent(alice.client)
    assert len([one for one in asked if one.startswith("SELECT")]) == 1
