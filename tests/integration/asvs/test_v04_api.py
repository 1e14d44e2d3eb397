"""ASVS chapter 4, the API and HTTP: the methods that are meant, each answer of its type."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.integration.asvs.answers import every_answer
from tests.integration.test_guard import concrete

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "NONSENSE")
TYPES = {
    "text/html",
    "text/plain",
    "text/javascript",
    "application/json",
    "application/manifest+json",
    "image/png",
    "image/svg+xml",
    "text/css",
}


def test_a_route_takes_the_methods_it_was_made_for_and_no_other(
    app: Flask, stranger: FlaskClient
) -> None:
    for rule in app.url_map.iter_rules():
        others = [method for method in METHODS if method not in (rule.methods or ())]
        allowed = {
            m for r in app.url_map.iter_rules() if r.rule == rule.rule for m in r.methods or ()
        }
        for method in set(others) - allowed:
            status = stranger.open(concrete(rule.rule), method=method).status_code
            assert status in {401, 403, 404, 405, 501}, (rule.rule, method, status)


def test_what_a_request_brought_never_comes_back_by_trace(stranger: FlaskClient) -> None:
    answer = stranger.open("/nl/", method="TRACE", headers={"Cookie": "session=canary"})
    assert answer.status_code == 405
    assert "canary" not in answer.text


def test_every_answer_names_its_type_and_text_its_letters(
    app: Flask, stranger: FlaskClient
) -> None:
    for where, answer in every_answer(app, stranger):
        if not answer.data:
            continue
        assert answer.mimetype in TYPES, where
        if answer.mimetype.startswith("text/"):
            assert answer.content_type.endswith("charset=utf-8"), where
