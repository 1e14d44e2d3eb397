"""People find where to tell us of a hole, and a browser's report is written down in our words."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.device import everything_in
from tests.people import Person
from tests.unit.findings.test_report import newer, older
from webapp import guard
from webapp.extensions import limiter
from webapp.findings.report import NEWER, OLDER
from webapp.findings.views import LARGEST
from webapp.journal import Lines

ADDRESS = "/.well-known/security.txt"
HERE = "http://localhost/nl/dagboek"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """What was written so far, as the operator reads it."""
    caplog.set_level(logging.INFO)
    return lambda: [json.loads(Lines().format(record)) for record in caplog.records]


def send(client: FlaskClient, body: bytes, sort: str = NEWER, **more: Any) -> TestResponse:
    """Report something, as a browser does."""
    return client.post(guard.FINDINGS, data=body, content_type=sort, **more)


def fields(client: FlaskClient) -> dict[str, str]:
    """The lines of security.txt, by their names."""
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.content_type == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in answer.text.splitlines())


def test_security_txt_says_where_to_tell_and_how_long_that_holds(client: FlaskClient) -> None:
    told = fields(client)
    assert told["Contact"] == "mailto:contact@localhost"
    assert told["Preferred-Languages"] == "nl, en"
    assert told["Canonical"] == f"http://localhost{ADDRESS}"
    until = datetime.fromisoformat(told["Expires"])
    assert timedelta(days=150) < until - datetime.now(UTC) < timedelta(days=365)


def test_a_server_that_nobody_tends_says_so_itself(app: Flask, client: FlaskClient) -> None:
    was = fields(client)["Expires"]
    app.extensions["tended_until"] -= timedelta(days=200)
    assert (
        datetime.fromisoformat(fields(client)["Expires"])
        < datetime.now(UTC)
        < (datetime.fromisoformat(was))
    )


@pytest.mark.parametrize(("sort", "make"), [(OLDER, "older"), (NEWER, "newer")])
def test_a_report_is_one_line_of_our_words_and_names_nobody(
    app: Flask, alice: Person, lines: Any, sort: str, make: str
) -> None:
    secret = f"{HERE}/6f1c2c3a-0000-4000-8000-000000000000?q=zwaluwstaart"
    sent = (
        older(**{"document-uri": secret})
        if make == "older"
        else newer("csp-violation", documentURL=secret)
    )
    before = everything_in(app)
    answer = send(alice.client, sent, sort)
    assert (answer.status_code, answer.data) == (204, b"")
    line = lines()[-1]
    assert (line["event"], line["level"]) == ("policy_broken", "warning")
    assert line["page"] == "tracker.entry"
    assert line["directive"] in ("require-trusted-types-for", "script-src-elem")
    assert line.keys() == {
        "time",
        "level",
        "event",
        "request",
        "method",
        "page",
        "directive",
        "blocked",
    }
    assert "zwaluwstaart" not in json.dumps(lines())
    assert everything_in(app) == before


def test_an_address_that_is_no_page_of_ours_is_not_told(client: FlaskClient, lines: Any) -> None:
    for page in (
        "http://localhost/zwaluwstaart",
        "https://evil.example/nl/",
        "http://localhost/nl",
    ):
        assert send(client, newer("csp-violation", documentURL=page)).status_code == 204
        assert lines()[-1]["page"] == "unknown"


@pytest.mark.parametrize(
    ("body", "sort", "status"),
    [
        (b"{", NEWER, 400),
        (b"[1]", NEWER, 400),
        (b"[" * 9_000, OLDER, 400),
        (newer("csp-violation") + b" " * LARGEST, NEWER, 413),
        (newer("csp-violation"), "application/json", 415),
        (newer("csp-violation"), "text/plain", 415),
        (newer("csp-violation"), "application/x-www-form-urlencoded", 415),
    ],
)
def test_what_is_no_report_is_refused_and_not_written(
    client: FlaskClient, lines: Any, body: bytes, sort: str, status: int
) -> None:
    answer = send(client, body, sort)
    assert answer.status_code == status
    assert set(answer.get_json()) == {"error"}
    assert lines() == []


def test_a_page_of_another_site_reports_nothing(client: FlaskClient, lines: Any) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        assert send(client, newer("csp-violation"), headers=headers).status_code == 403
    assert {line["event"] for line in lines()} == {"refused"}


@pytest.fixture
def limited() -> Iterator[None]:
    """With the limits of a network."""
    limiter.enabled = True
    limiter.reset()
    yield
    limiter.enabled = False


def test_a_network_reports_so_often(client: FlaskClient, limited: None) -> None:
    codes = [send(client, newer("csp-violation")).status_code for _ in range(32)]
    assert codes == [204] * 30 + [429] * 2


def test_each_page_tells_browsers_where_to_report(client: FlaskClient, app: Flask) -> None:
    policy = client.get("/nl/").headers["Content-Security-Policy"]
    assert policy.endswith(f"report-uri {guard.FINDINGS}")
    assert "Reporting-Endpoints" not in client.get("/nl/").headers, "it is for https alone"
    always = guard.headers(https=True)
    assert always["Reporting-Endpoints"] == f'findings="{guard.FINDINGS}"'
    assert always["Content-Security-Policy"].endswith("; report-to findings")
