"""ASVS chapter 3, who may write: every way in which a browser says where it is, on every route."""

from __future__ import annotations

from itertools import product
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.device import cramp, device_of, everything_in
from tests.integration.test_guard import WRITES, concrete
from tests.people import Person

OURS = "http://localhost"
SITES = (None, "same-origin", "same-site", "cross-site", "none", "nonsense")
ORIGINS = (None, OURS, "https://evil.example", "null")
COMBINATIONS = list(product(SITES, ORIGINS))
FORM = {"worst": "9", "began": "2026-03-09T08:30", "note": "van elders", "act": "forget"}


def headers(site: str | None, origin: str | None) -> dict[str, str]:
    """What a browser sends along."""
    said = {"Sec-Fetch-Site": site, "Origin": origin}
    return {name: value for name, value in said.items() if value is not None}


def allowed(site: str | None, origin: str | None) -> bool:
    """What the rule is: Sec-Fetch-Site decides, and where there is none, Origin."""
    return site == "same-origin" if site is not None else origin == OURS


def writing(app: Flask) -> list[tuple[Rule, str]]:
    """Every route that may change something, with each of its methods."""
    rules = list(app.url_map.iter_rules())
    return [(rule, method) for rule in rules for method in WRITES if method in (rule.methods or ())]


def of(rule: Rule, id_: UUID) -> str:
    """The address of a rule for this id."""
    path = rule.rule
    for part in ("<uuid:record>", "<uuid:device>"):
        path = path.replace(part, str(id_))
    return concrete(path).replace("<token>", "x")


@pytest.fixture
def hers(alice: Person) -> list[UUID]:
    """The ids of an entry and a device of Alice's."""
    phone, entry = device_of(alice), uuid4()
    assert phone.codes(phone.edit(entry, cramp(note="zwaluwstaart"))) == ["ok"]
    return [entry, phone.id]


def of_alice(app: Flask, alice: Person) -> FlaskClient:
    """Alice's browser, which says of itself only what the test has it say."""
    client = FlaskClient(app, app.response_class)
    for name in ("session", "known"):
        if cookie := alice.client.get_cookie(name):
            client.set_cookie(name, cookie.value)
    return client


def test_there_are_four_and_twenty_and_five_of_them_are_ours() -> None:
    assert len(COMBINATIONS) == 24
    assert sum(allowed(*one) for one in COMBINATIONS) == 5


def test_what_comes_from_elsewhere_changes_nothing_on_any_route(
    app: Flask, alice: Person, hers: list[UUID]
) -> None:
    client, routes = of_alice(app, alice), writing(app)
    assert client.get("/api/me").status_code == 200
    before = everything_in(app)
    assert len(routes) > 30
    for site, origin in COMBINATIONS:
        if allowed(site, origin):
            continue
        for rule, method in routes:
            for id_ in hers:
                answer = client.open(
                    of(rule, id_), method=method, data=FORM, headers=headers(site, origin)
                )
                told = (rule.rule, method, site, origin)
                assert answer.status_code == 403, told
                assert "Set-Cookie" not in answer.headers, told
    assert everything_in(app) == before
    assert client.get("/api/me").status_code == 200, "nobody was signed out either"


def test_what_comes_from_our_own_pages_is_let_through_on_every_route(app: Flask) -> None:
    stranger = FlaskClient(app, app.response_class)
    for site, origin in COMBINATIONS:
        if not allowed(site, origin):
            continue
        for rule, method in writing(app):
            answer = stranger.open(of(rule, uuid4()), method=method, headers=headers(site, origin))
            assert answer.status_code != 403, (rule.rule, method, site, origin)


@pytest.mark.parametrize("site", SITES)
def test_reading_changes_nothing_whoever_led_there(
    app: Flask, alice: Person, hers: list[UUID], site: str | None
) -> None:
    client = of_alice(app, alice)
    before = everything_in(app)
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    assert len(rules) > 60
    sent = "&".join(f"{name}={quote(value)}" for name, value in FORM.items())
    for rule in rules:
        for id_ in hers:
            for more in ("", f"?{sent}&delete=yes&agree=no&which=others&_method=DELETE"):
                status = client.get(of(rule, id_) + more, headers=headers(site, None)).status_code
                assert status < 500, (rule.rule, status)
    assert everything_in(app) == before
    assert client.get("/api/me").status_code == 200
