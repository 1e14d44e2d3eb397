"""The wall: every route is listed, foreign writes are refused, private routes ask to sign in."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import Person
from webapp import guard

WRITES = ("POST", "PUT", "PATCH", "DELETE")


def concrete(path: str) -> str:
    """The path of a rule with an entry that nobody has."""
    return re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", path)


def test_every_route_says_who_may_call_it(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(guard.ACCESS)


def test_a_route_that_is_not_listed_is_shut(app: Flask, client: FlaskClient) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "open")
    assert client.get("/forgotten").status_code == 404


def test_private_routes_ask_a_stranger_to_sign_in(app: Flask, client: FlaskClient) -> None:
    private = [rule for rule in app.url_map.iter_rules() if guard.ACCESS[rule.endpoint] == "user"]
    assert private
    for rule in private:
        path = concrete(rule.rule)
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        answer = client.open(path, method=method)
        if path.startswith("/api/"):
            assert answer.status_code == 401, path
            assert answer.get_json()["error"]["code"] == "signed_out"
        else:
            assert answer.status_code == 302, path
            assert answer.headers["Location"].endswith(("/inloggen", "/sign-in")), path


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "nonsense"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_may_write(app: Flask, headers: dict[str, str], allowed: bool) -> None:
    stranger = FlaskClient(app, app.response_class)
    unsafe = [
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in WRITES
        if method in (rule.methods or ())
    ]
    assert unsafe
    for path, method in unsafe:
        path = concrete(path)
        status = stranger.open(path, method=method, headers=headers).status_code
        assert (status == 403) is not allowed, (path, method, status)


def test_a_stranger_reads_public_pages_without_getting_a_cookie(
    app: Flask, client: FlaskClient
) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    public = [rule.rule for rule in rules if guard.ACCESS[rule.endpoint] == "public"]
    for path in public:
        if "<" not in path:
            answer = client.get(path)
            assert answer.status_code in (200, 302), path
            assert "Set-Cookie" not in answer.headers, path


def test_an_unknown_address_gives_a_useful_page_in_its_language(client: FlaskClient) -> None:
    dutch, english = client.get("/nl/nergens"), client.get("/en/nowhere")
    assert dutch.status_code == english.status_code == 404
    assert 'lang="nl"' in dutch.text
    assert "Deze pagina bestaat niet" in dutch.text
    assert "This page does not exist" in english.text
    assert "/en/articles" in english.text


def test_an_unknown_api_address_answers_in_the_one_error_shape(client: FlaskClient) -> None:
    answer = client.get("/api/nothing")
    assert answer.status_code == 404
    assert set(answer.get_json()) == {"error"}
    assert set(answer.get_json()["error"]) == {"code", "message"}


def test_a_fault_says_nothing_about_the_inside(app: Flask, client: FlaskClient) -> None:
    guard.ACCESS["broken"] = "public"
    try:
        app.add_url_rule("/broken", "broken", lambda: str(1 // 0))
        answer = client.get("/broken", headers={"Accept-Language": "en"})
    finally:
        del guard.ACCESS["broken"]
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "What you saved is safe" in answer.text


def test_the_app_answers_healthz(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_the_front_door_follows_the_language_of_the_browser(client: FlaskClient) -> None:
    for language, path in (("en-GB,en;q=0.9", "/en/"), ("nl", "/nl/"), ("fr", "/nl/")):
        answer = client.get("/", headers={"Accept-Language": language})
        assert answer.headers["Location"] == path


def test_nothing_is_stored_of_what_belongs_to_one_person(alice: Person) -> None:
    for path in ("/api/me", "/nl/dagboek/overzicht"):
        answer = alice.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
