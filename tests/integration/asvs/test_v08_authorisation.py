"""ASVS chapter 8, authorisation: what is one person's is nobody else's, on every route there is."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from tests.authenticator import Authenticator
from tests.device import device_of, everything_in
from tests.integration.accounts.steps import add_passkey
from tests.people import Person
from webapp import guard
from webapp.accounts.passkeys.models import Passkey
from webapp.extensions import db

CANARY = "zwaluwstaart"  # a word of Alice's that stands nowhere else
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
FORM = {"worst": "9", "began": "2026-03-09T08:30", "note": "van Bob", "name": "van Bob"}


@pytest.fixture
def hers(app: Flask, alice: Person) -> list[UUID]:
    """The ids of all that is Alice's: an entry, a device, a passkey and her account."""
    phone, cramp = device_of(alice), uuid4()
    body = {"began": "2026-03-09T08:30+01:00", "worst": 5, "note": CANARY}
    assert phone.codes(phone.edit(cramp, body)) == ["ok"]
    assert add_passkey(alice, Authenticator(), CANARY).status_code == 303
    with app.app_context():
        passkey = db.session.scalars(select(Passkey.id)).one()
    return [cramp, phone.id, passkey, alice.id]


@pytest.fixture
def bobs(app: Flask, bob: Person) -> FlaskClient:
    """Bob's browser, whose answers are not checked beforehand."""
    cookie = bob.client.get_cookie("session")
    assert cookie
    client = FlaskClient(app, app.response_class)
    client.environ_base |= {"HTTP_SEC_FETCH_SITE": "same-origin"}
    client.set_cookie("session", cookie.value)
    return client


def asked(rule: Rule, id_: UUID) -> str:
    """The address of a rule for this id."""
    return re.sub(r"<uuid:\w+>", str(id_), rule.rule)


def test_bob_gets_and_changes_nothing_of_alices_on_any_route(
    app: Flask, bobs: FlaskClient, hers: list[UUID]
) -> None:
    before = everything_in(app)
    named = [rule for rule in app.url_map.iter_rules() if "<uuid:" in rule.rule]
    assert len({rule.endpoint for rule in named}) >= 5
    for rule in named:
        for method in METHODS:
            for id_ in hers:
                for form, data in ((FORM, None), (None, FORM), (None, None)):
                    answer = bobs.open(asked(rule, id_), method=method, data=form, json=data)
                    told = (rule.rule, method, answer.status_code)
                    assert answer.status_code in {400, 403, 404, 405, 415, 422}, told
                    assert CANARY not in answer.text, told
    assert everything_in(app) == before


def test_no_page_or_answer_of_bobs_holds_a_word_of_alices(
    app: Flask, bob: Person, hers: list[UUID]
) -> None:
    for rule in app.url_map.iter_rules():
        if "<" in rule.rule or "GET" not in (rule.methods or ()):
            continue
        answer = bob.client.get(rule.rule, query_string={"day": "2026-03-09", "lang": "nl"})
        assert CANARY not in answer.text, rule.rule
        assert not [id_ for id_ in hers if str(id_) in answer.text], rule.rule


def test_every_route_of_a_person_is_shut_to_nobody_with_any_method(
    app: Flask, stranger: FlaskClient, hers: list[UUID]
) -> None:
    before = everything_in(app)
    for rule in app.url_map.iter_rules():
        if guard.ACCESS[rule.endpoint] == "public":
            continue
        for method in set(METHODS) & (rule.methods or set()):
            for id_ in hers:
                answer = stranger.open(asked(rule, id_), method=method, data=FORM)
                assert answer.status_code in {302, 401}, (rule.rule, method)
                assert CANARY not in answer.text
    assert everything_in(app) == before
