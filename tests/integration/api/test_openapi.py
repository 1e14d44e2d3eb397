"""The description is served to everybody, and no route of the API is without."""

from __future__ import annotations

import re

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from jsonschema_rs import ValidationError

from tests.answers import is_described, whole
from tests.people import Person
from webapp import guard
from webapp.api.operations import OPERATIONS, Operation

ADDRESS = "/api/openapi.json"


def test_everybody_gets_the_description_and_may_keep_it(client: FlaskClient, alice: Person) -> None:
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.get_json() == whole()
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in answer.headers
    assert alice.client.get(ADDRESS).data == answer.data
    again = client.get(ADDRESS, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_every_route_of_the_api_is_described_with_who_may_call_it(app: Flask) -> None:
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower()): guard.ACCESS[
            rule.endpoint
        ]
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if is_described(rule.rule)
    }
    told = {(one.path, one.method): access_of(one) for one in OPERATIONS}
    assert told == routes


def access_of(operation: Operation) -> str:
    """Who may call it, as the description says."""
    if operation.fresh:
        return "fresh"
    return "user" if operation.private else "public"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"status": "ok", "extra": 1}', 200),
        (b'{"status": "fine"}', 200),
        (b"[]", 200),
        (b'{"status": "ok"}', 201),
    ],
)
def test_an_answer_that_is_not_as_described_fails_the_test_that_gets_it(
    app: Flask, client: FlaskClient, body: bytes, status: int
) -> None:
    app.view_functions["pwa.health"] = lambda: Response(body, status, mimetype="application/json")
    with pytest.raises((ValidationError, AssertionError)):
        client.get("/healthz")


def test_an_answer_in_another_media_type_fails_the_test_that_gets_it(
    app: Flask, client: FlaskClient
) -> None:
    app.view_functions["pwa.health"] = lambda: Response('{"status": "ok"}', mimetype="text/plain")
    with pytest.raises(AssertionError):
        client.get("/healthz")


def test_an_error_in_another_shape_fails_the_test_that_gets_it(
    app: Flask, client: FlaskClient
) -> None:
    answer = Response('{"error": {"code": "odd", "message": "x"}}', 401)
    answer.mimetype = "application/json"
    app.view_functions["accounts.api_me"] = lambda: answer
    app.before_request_funcs[None].clear()
    with pytest.raises(ValidationError):
        client.get("/api/me")
