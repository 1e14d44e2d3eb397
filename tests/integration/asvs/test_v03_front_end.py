"""ASVS chapter 3, the front end: headers, cookies and who may call, on every answer there is."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.integration.asvs.answers import every_answer, refusals
from webapp import guard

TWO_YEARS = 63_072_000  # seconds, as browsers ask of a site on their list
DEMANDED = 155  # points of Mozilla's Observatory, of at most 165
WEEK = 604_800


def policy(answer: TestResponse) -> dict[str, set[str]]:
    """What may come from where."""
    parts = answer.headers["Content-Security-Policy"].split(";")
    words = [part.split() for part in parts if part.strip()]
    return {name: set(sources) for name, *sources in words}


def points(answer: TestResponse) -> int:
    """The score of Mozilla's HTTP Observatory, by its rules (version 6 of its algorithm).

    100 to begin with; what is missing costs, and what is stricter than usual brings more. Only
    the rules that can apply to a site without a content network or other origins.
    """
    headers, rules = answer.headers, policy(answer)
    scripts = rules.get("script-src", rules.get("default-src", {"*"}))
    total = 100
    total += 10 if rules.get("default-src") == {"'none'"} and not _is_loose(rules) else 0
    total -= 25 if _is_loose(rules) or scripts & {"*", "https:", "data:"} else 0
    total += 5 if headers.get("Referrer-Policy") in {"no-referrer", "same-origin"} else 0
    total += 5 if rules.get("frame-ancestors") == {"'none'"} else 0
    total += 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0
    total += 10 if headers.get("Cross-Origin-Embedder-Policy") == "require-corp" else 0
    total += 10 if headers.get("Cross-Origin-Opener-Policy") == "same-origin" else 0
    total += 5 if _scripts_are_sealed(answer.text) else 0
    total -= 5 if headers.get("X-Content-Type-Options") != "nosniff" else 0
    total -= 20 if "Strict-Transport-Security" not in headers else 0
    total -= 50 if "Access-Control-Allow-Origin" in headers else 0
    cookies = headers.getlist("Set-Cookie")
    total -= 40 if any("Secure" not in cookie for cookie in cookies) else 0
    return total


def _is_loose(rules: dict[str, set[str]]) -> bool:
    return any("unsafe" in source for sources in rules.values() for source in sources)


def _scripts_are_sealed(text: str) -> bool:
    found = re.findall(r"<script[^>]*\bsrc=[^>]*>", text)
    return bool(found) and all("integrity=" in tag for tag in found)


def test_every_page_scores_what_the_observatory_gives_the_best(
    https_app: Flask, visitor: FlaskClient
) -> None:
    pages = [
        (where, answer)
        for where, answer in every_answer(https_app, visitor)
        if where.startswith("GET ") and answer.mimetype == "text/html" and answer.data
        if "<script" in answer.text
    ]
    assert len(pages) > 30
    assert {where: got for where, answer in pages if (got := points(answer)) < DEMANDED} == {}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Content-Security-Policy", "default-src 'self' 'unsafe-inline'"),
        ("Cross-Origin-Opener-Policy", "unsafe-none"),
        ("Referrer-Policy", "unsafe-url"),
        ("Access-Control-Allow-Origin", "*"),
        ("Set-Cookie", "a=b"),
    ],
)
def test_one_header_that_is_wrong_costs_the_score(
    visitor: FlaskClient, header: str, value: str
) -> None:
    answer = visitor.get("/nl/")
    answer.headers[header] = value
    assert points(answer) < DEMANDED


def test_every_answer_also_a_refusal_asks_for_https_for_two_years(
    https_app: Flask, visitor: FlaskClient
) -> None:
    for where, answer in [*refusals(https_app, visitor), *every_answer(https_app, visitor)]:
        asked = answer.headers["Strict-Transport-Security"]
        assert asked == f"max-age={TWO_YEARS}; includeSubDomains", where
        assert "upgrade-insecure-requests" in policy(answer), where


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://rug.example"])
def test_no_other_site_may_read_an_answer(app: Flask, stranger: FlaskClient, origin: str) -> None:
    stranger.environ_base |= {"HTTP_ORIGIN": origin, "HTTP_ACCESS_CONTROL_REQUEST_METHOD": "PUT"}
    for where, answer in every_answer(app, stranger):
        told = [name for name, _ in answer.headers if name.startswith("Access-Control")]
        assert told == [], where


def test_an_answer_of_the_api_is_no_page(app: Flask, stranger: FlaskClient) -> None:
    seen = 0
    for where, answer in every_answer(app, stranger):
        if " /api/" not in where:
            continue
        seen += 1
        rules = policy(answer)
        assert rules["default-src"] == {"'none'"}, where
        assert "sandbox" in rules, where
        assert "script-src" not in rules, where
        assert answer.mimetype != "text/html" or not answer.data, where
    assert seen > 20


def test_every_script_of_a_page_is_ours_and_none_is_in_the_page(
    app: Flask, stranger: FlaskClient
) -> None:
    for where, answer in every_answer(app, stranger):
        if answer.mimetype != "text/html" or not where.startswith("GET "):
            continue
        for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.S):
            data = 'type="application/json"' in attributes
            assert data or (not content.strip() and 'src="/static/' in attributes), where
        assert not re.search(r"<[^>]+\s(on\w+|style)=", answer.text), where


def test_the_headers_are_for_every_answer(app: Flask, stranger: FlaskClient) -> None:
    expected = guard.headers(https=False).keys()
    for where, answer in [*refusals(app, stranger), *every_answer(app, stranger)]:
        assert expected <= set(answer.headers.keys()), where
