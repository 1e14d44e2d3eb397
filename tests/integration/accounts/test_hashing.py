"""Hashing a password is slow on purpose; nobody else waits for it, however many come."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from psycopg.errors import LockNotAvailable
from sqlalchemy import text

from tests.asked import statements
from tests.at_once import at_once, windows
from tests.device import Device
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import hash_of, path, rows, sign_in, sign_up, signed_in
from tests.people import PASSWORD, Person
from webapp.accounts.hashing import AT_ONCE, Gate
from webapp.accounts.models import person
from webapp.extensions import db, security
from webapp.languages import LANGUAGES

NEW = "three other green boats"
FLOOD = 12


@pytest.fixture
def hash_cost() -> dict[str, int]:
    return {}


@pytest.fixture
def gate(app: Flask) -> Gate:
    """The gate before the hashes, with its counters."""
    kept: Gate = app.extensions["hashing"]
    return kept


def test_a_flood_of_sign_ins_hashes_few_together_and_leaves_sync_answering(
    app: Flask, gate: Gate, alice: Person, bob: Person
) -> None:
    flood: list[Callable[[], Any]] = [
        partial(sign_in, app.test_client(), email=alice.email) for _ in range(FLOOD)
    ]
    syncs = [Device(bob, window).send for window in windows(app, bob, 3)]
    answers = at_once(*flood, *syncs)
    assert {answer.status_code for answer in answers[FLOOD:]} == {200}
    assert {answer.status_code for answer in answers[:FLOOD]} <= {302, 503}
    assert 302 in {answer.status_code for answer in answers[:FLOOD]}
    assert gate.most == AT_ONCE
    assert gate.now == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_comes_while_it_is_full_hears_when_to_try_again_and_nothing_is_stored(
    app: Flask, client: FlaskClient, mailbox: Mailbox, lang: str
) -> None:
    words = {"nl": "Probeer het over een paar seconden", "en": "Try again in a few seconds"}
    app.extensions["hashing"] = full = Gate(in_line=0)
    with full.turn():
        for answer in (sign_up(client, lang), sign_in(client, lang=lang)):
            assert answer.status_code == 503
            assert answer.headers["Retry-After"] == "5"
            assert words[lang] in answer.text
    assert rows(app) == (0, 0)
    assert mailbox.mails == []
    assert sign_up(client, lang).status_code == 302, "there is room again"


def test_who_comes_while_it_is_full_costs_the_database_and_the_counters_nothing(
    app: Flask, client: FlaskClient, alice: Person
) -> None:
    app.extensions["hashing"] = full = Gate(in_line=0)
    with full.turn(), statements(app) as asked:
        assert sign_in(client, email=alice.email).status_code == 503
    assert asked == []
    assert full.done == 1
    with full.turn():
        assert client.get(path("sign_in")).status_code == 200, "the page itself is there"


def test_who_comes_second_waits_for_the_first(app: Flask, gate: Gate, alice: Person) -> None:
    both = [partial(sign_in, app.test_client(), email=alice.email) for _ in range(2)]
    assert [answer.status_code for answer in at_once(*both)] == [302, 302]
    assert gate.most == 1


def test_a_sync_is_answered_while_somebody_hashes(gate: Gate, alice: Person) -> None:
    with gate.turn():
        assert Device(alice, alice.client).send().status_code == 200


def test_no_hash_is_made_while_the_database_is_held(
    app: Flask, client: FlaskClient, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []
    passwords = app.extensions["security"].pwd_context
    for name in ("hash", "verify"):
        real = getattr(passwords, name)
        monkeypatch.setattr(passwords, name, partial(_looking, free, real))
    sign_up(client)
    client.post(mailbox.link())
    sign_up(client)  # the address is known now
    sign_in(client)
    sign_in(client, password="not the password")
    sign_in(client, email="nobody@example.com")
    client.post(path("forgot"), data={"email": "mies@example.com"})
    client.post(mailbox.link(), data={"password": NEW})
    with app.app_context():
        user = person("mies@example.com")
        assert user
        user.password = security.pwd_context.handler("argon2").using(memory_cost=64).hash(NEW)
        db.session.commit()
    assert sign_in(client, password=NEW).status_code == 302
    assert free == [True] * 8, "two to sign up, three to sign in, a new one, and one renewed"


def test_a_password_that_is_changed_while_the_old_one_is_checked_lets_nobody_in(
    app: Flask, client: FlaskClient, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = app.extensions["security"].pwd_context
    real = passwords.verify
    new = passwords.handler("argon2").hash(NEW)

    def slowly(secret: str, kept: str) -> Any:
        fits = real(secret, kept)
        with db.engine.begin() as other:
            other.execute(text('UPDATE "user" SET password = :new'), {"new": new})
        return fits

    monkeypatch.setattr(passwords, "verify", slowly)
    assert sign_in(client, alice.email, PASSWORD).status_code == 422
    assert not signed_in(client)
    assert hash_of(app, alice.email) == new


def _looking(free: list[bool], real: Any, *args: Any) -> Any:
    free.append(_others_can_write())
    return real(*args)


def _others_can_write() -> bool:
    """Whether somebody else could change a person at this moment."""
    other = db.engine.raw_connection()
    driver: Any = other.driver_connection
    try:
        if db.engine.dialect.name != "sqlite":
            driver.execute('LOCK TABLE "user" IN EXCLUSIVE MODE NOWAIT')
            return True
        driver.execute("PRAGMA busy_timeout=0")
        driver.execute("BEGIN IMMEDIATE")
        return True
    except (sqlite3.OperationalError, LockNotAvailable):
        return False
    finally:
        driver.rollback()
        other.close()


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("sign_in", "email"),
        ("sign_in", "password"),
        ("forgot", "email"),
        ("sign_up", "email"),
        ("sign_up", "password"),
        ("sign_up_by_name", "name"),
        ("sign_up_by_name", "password"),
        ("sign_up_by_passkey", "name"),
        ("recover", "email"),
        ("recover", "recovery"),
        ("recover", "password"),
    ],
)
def test_accents_on_accents_keep_no_processor_busy(
    client: FlaskClient, page: str, field: str
) -> None:
    filled = {"email": "mies@example.com", "password": PASSWORD, "name": "mies", "of_age": "y"}
    filled |= {"recovery": "0" * 24, field: "a" + "\u0301" * 20_000 + "\u0323" * 20_000}
    client.get(path(page))
    before = time.process_time()
    assert client.post(path(page), data=filled).status_code == 422
    assert time.process_time() - before < 2  # seconds; in order they take three and more
