"""What comes instead of a passkey: wrong, old, stolen, altered. A plain no, and nothing stored."""

from __future__ import annotations

import time
from typing import Any

import cbor2
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.at_once import at_once
from tests.authenticator import (
    BACKED_UP,
    PRESENT,
    VERIFIED,
    Authenticator,
    Fields,
    as_bytes,
    as_text,
)
from tests.device import everything_in
from tests.integration.accounts.steps import (
    add_passkey,
    passkey_sign_in,
    path,
    question,
    signed_in,
)
from tests.people import Person

PLAIN = "Deze passkey werkt hier niet"
LATE = "Dat duurde te lang"
SMALL = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def key(alice: Person) -> Authenticator:
    made = Authenticator()
    assert add_passkey(alice, made).status_code == 303
    return made


def _send(client: FlaskClient, sent: Fields) -> TestResponse:
    return client.post(path("passkey_sign_in"), data=sent)


def _refused(client: FlaskClient, answer: TestResponse, words: str = PLAIN) -> None:
    assert answer.status_code == 422
    assert words in answer.text
    assert not signed_in(client)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"origin": "https://evil.example"}, {}),
        ({"origin": "http://localhost:8001"}, {}),
        ({"origin": "http://localhost.evil.example"}, {}),
        ({"host": "evil.example"}, {}),
        ({}, {"challenge": as_text(b"x" * 32)}),
        ({}, {"challenge": ""}),
        ({}, {"type": "webauthn.create"}),
        ({}, {"flags": PRESENT}),
        ({}, {"flags": VERIFIED}),
        ({}, {"flags": 0}),
        ({}, {"flags": PRESENT | VERIFIED | 0x10}),
    ],
)
def test_what_was_not_asked_here_or_not_verified_signs_nobody_in(
    client: FlaskClient, key: Authenticator, wrong: dict[str, Any], says: dict[str, Any]
) -> None:
    for name, value in wrong.items():
        setattr(key, name, value)
    _refused(client, _send(client, key.sign(question(client), **says)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"host": "evil.example"},
        {"challenge": as_text(b"x" * 32)},
        {"type": "webauthn.get"},
        {"flags": PRESENT},
        {"flags": VERIFIED},
    ],
)
def test_what_was_not_asked_here_or_not_verified_is_not_added(
    app: Flask, alice: Person, wrong: dict[str, Any]
) -> None:
    of_host = {name: value for name, value in wrong.items() if name == "host"}
    other = {name: value for name, value in wrong.items() if name != "host"}
    made = Authenticator(**of_host).make(question(alice.client, "new"), **other)
    before = everything_in(app)
    answer = alice.client.post(path("passkeys"), data=made | {"name": "x"})
    assert answer.status_code == 422
    assert PLAIN in answer.text
    assert everything_in(app) == before


def test_an_answer_works_once_even_with_a_copied_session(
    app: Flask, client: FlaskClient, key: Authenticator
) -> None:
    key.counts = False  # the counter would give it away
    asked = question(client)
    cookie = client.get_cookie("session")
    assert cookie
    sent = key.sign(asked)
    assert _send(client, sent).status_code == 302
    for kept in (cookie.value, None):
        thief = app.test_client()
        if kept:
            thief.set_cookie("session", kept)
        _refused(thief, _send(thief, sent), LATE)


def test_of_one_answer_sent_twice_at_once_one_signs_in(
    app: Flask, client: FlaskClient, key: Authenticator
) -> None:
    key.counts = False
    sent = key.sign(question(client))
    cookie = client.get_cookie("session")
    assert cookie
    clients = [app.test_client() for _ in range(4)]
    for one in clients:
        one.set_cookie("session", cookie.value)
    answers = at_once(*(lambda one=one: _send(one, sent).status_code for one in clients))
    assert sorted(answers) == [302, 422, 422, 422]


def test_a_question_is_over_after_five_minutes(
    client: FlaskClient, key: Authenticator, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds, words in ((301, LATE), (-2, LATE), (299, None)):
        sent = key.sign(question(client))
        now = time.time() + seconds
        with monkeypatch.context() as clock:
            clock.setattr(time, "time", lambda now=now: now)
            answer = _send(client, sent)
        if words:
            _refused(client, answer, words)
        else:
            assert answer.status_code == 302


def test_a_question_to_make_one_is_none_to_sign_in(alice: Person, key: Authenticator) -> None:
    asked = question(alice.client, "new")
    alice.client.post(path("passkey_sign_in"), data=key.sign(asked))
    assert "Dat duurde te lang" in _send(alice.client, key.sign(asked)).text


def test_a_question_belongs_to_one_browser(
    app: Flask, client: FlaskClient, key: Authenticator
) -> None:
    other = app.test_client()
    question(other)
    _refused(other, _send(other, key.sign(question(client))))


def test_a_copy_of_a_passkey_is_found_by_its_counter(
    client: FlaskClient, key: Authenticator
) -> None:
    key.sign_count = 7
    assert passkey_sign_in(client, key).status_code == 302
    client.post("/api/sign-out")
    key.sign_count = 6
    _refused(client, passkey_sign_in(client, key))


def test_a_passkey_opens_only_the_account_of_its_own_person(
    app: Flask, client: FlaskClient, alice: Person, bob: Person, key: Authenticator
) -> None:
    his = Authenticator()
    add_passkey(bob, his)
    his.id = key.id  # he says that it is hers
    _refused(client, passkey_sign_in(client, his))
    his.person = alice.id.bytes
    _refused(client, passkey_sign_in(client, his))
    key.person = bob.id.bytes  # she says that it is his
    _refused(client, passkey_sign_in(client, key))


def test_an_unknown_passkey_hears_the_same_as_a_wrong_one(
    app: Flask, client: FlaskClient, alice: Person, key: Authenticator
) -> None:
    unknown = passkey_sign_in(client, Authenticator(person=alice.id.bytes))
    key.secret = Authenticator().secret
    wrong = passkey_sign_in(client, key)
    _refused(client, unknown)
    assert unknown.data == wrong.data


@pytest.mark.parametrize("field", ["client_data", "authenticator_data", "signature", "person"])
def test_one_altered_bit_is_seen(client: FlaskClient, key: Authenticator, field: str) -> None:
    sent = key.sign(question(client))
    altered = bytearray(as_bytes(sent[field]))
    altered[len(altered) // 2] ^= 1
    _refused(client, _send(client, sent | {field: as_text(bytes(altered))}))


def test_it_may_be_backed_up(client: FlaskClient, key: Authenticator) -> None:
    sent = key.sign(question(client), flags=PRESENT | VERIFIED | BACKED_UP)
    assert _send(client, sent).status_code == 302


@SMALL
@given(
    field=st.sampled_from(["key", "client_data", "authenticator_data", "signature", "person"]),
    garbage=st.one_of(st.text(max_size=80), st.binary(max_size=200).map(as_text), st.none()),
)
def test_garbage_signs_nobody_in(app: Flask, key: Authenticator, field: str, garbage: str) -> None:
    client = app.test_client()
    sent = key.sign(question(client))
    if sent.pop(field) == garbage:
        return
    answer = _send(client, sent if garbage is None else sent | {field: garbage})
    assert answer.status_code == 422
    assert not signed_in(client)


OBJECTS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63), st.binary(max_size=40))
    | st.text(max_size=10)
    | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.one_of(st.text(max_size=8), st.integers(-5, 5)), inner, max_size=4)
    ),
    max_leaves=8,
)


@SMALL
@given(thing=OBJECTS, inside=st.sampled_from([None, "fmt", "attStmt", "authData"]))
def test_whatever_cbor_is_made_is_not_added(
    app: Flask, alice: Person, thing: Any, inside: str | None
) -> None:
    made = Authenticator().make(question(alice.client, "new"))
    whole = cbor2.loads(as_bytes(made["attestation"]))
    if inside is not None and whole[inside] == thing:
        return
    hostile = thing if inside is None else whole | {inside: thing}
    made["attestation"] = as_text(cbor2.dumps(hostile))
    answer = alice.client.post(path("passkeys"), data=made | {"name": "x"})
    # Nobody vouches for a passkey here: of what stands in that place nothing is believed.
    assert answer.status_code in ((422, 303) if inside == "attStmt" else (422,))


@SMALL
@given(public=st.dictionaries(st.integers(-4, 4), OBJECTS, max_size=6))
def test_whatever_public_key_comes_is_not_added(
    app: Flask, alice: Person, public: dict[int, Any]
) -> None:
    key = Authenticator()
    made = key.make(question(alice.client, "new"))
    whole = cbor2.loads(as_bytes(made["attestation"]))
    head = whole["authData"][: 37 + 16 + 2 + len(key.id)]
    made["attestation"] = as_text(cbor2.dumps(whole | {"authData": head + cbor2.dumps(public)}))
    assert alice.client.post(path("passkeys"), data=made | {"name": "x"}).status_code == 422


@pytest.mark.parametrize(("size", "status"), [(70_000, 422), (9_000_000, 413)])
def test_what_is_too_long_is_refused_before_it_is_read(
    client: FlaskClient, key: Authenticator, size: int, status: int
) -> None:
    sent = key.sign(question(client)) | {"signature": "A" * size}
    assert _send(client, sent).status_code == status
    assert not signed_in(client)
