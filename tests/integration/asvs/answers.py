"""One answer of every kind that the site gives."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.integration.test_guard import concrete
from webapp import guard


def every_answer(app: Flask, client: FlaskClient) -> Iterator[tuple[str, TestResponse]]:
    """What each route says to each method, known or not; with where it was asked."""
    for rule in [rule for rule in app.url_map.iter_rules() if rule.endpoint != "broken"]:
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            path = concrete(rule.rule).replace("<token>", "x").replace("<path:path>", "x")
            yield f"{method} {path}", client.open(path, method=method)


def refusals(app: Flask, client: FlaskClient) -> Iterator[tuple[str, TestResponse]]:
    """Answers of what goes wrong: nothing there, too much, another site, and a fault of ours.

    Before any other answer of this app: it takes no route after its first request.
    """
    app.add_url_rule("/broken", "broken", lambda: str(1 // 0))
    guard.ACCESS["broken"] = "public"
    try:
        yield "500", client.get("/broken")
    finally:
        del guard.ACCESS["broken"]
    yield "404", client.get("/nl/nergens")
    yield "404 of the API", client.get("/api/nergens")
    yield "413", client.post("/nl/noteren/kramp", data={"note": "x" * 2_000_000})
    yield "403", client.post("/nl/inloggen", headers={"Sec-Fetch-Site": "cross-site"})
