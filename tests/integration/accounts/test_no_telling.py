"""Nobody learns by an answer, or by the work behind it, whether an address has an account."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any, NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path, sign_in, sign_up
from tests.people import Person
from webapp.accounts.hashing import Gate
from webapp.extensions import db, limiter
from webapp.languages import LANGUAGES

PENDING, NOBODY = "peter@example.com", "nobod@example.com"  # as long as Alice's


class Seen(NamedTuple):
    """All of an answer that somebody may compare, and what the server did for it."""

    status: int
    headers: list[tuple[str, str]]
    body: str
    hashes: int
    writes: int


class Step:
    """What is typed, by a browser of its own."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def sign_up(self, client: FlaskClient, address: str) -> TestResponse:
        return sign_up(client, self.lang, email=address)

    def sign_up_badly(self, client: FlaskClient, address: str) -> TestResponse:
        return sign_up(client, self.lang, email=address, password="short", of_age=None)

    def sign_in(self, client: FlaskClient, address: str) -> TestResponse:
        return sign_in(client, address, "not the password", self.lang)

    def forgot(self, client: FlaskClient, address: str) -> TestResponse:
        return client.post(path("forgot", self.lang), data={"email": address})

    def resend(self, client: FlaskClient, address: str) -> TestResponse:
        return client.post(path("resend", self.lang), data={"email": address})


STEPS = ("sign_up", "sign_up_badly", "sign_in", "forgot", "resend")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_known_pending_and_unknown_addresses_get_the_same_for_the_same_work(
    app: Flask, alice: Person, mailbox: Mailbox, lang: str, step: str
) -> None:
    sign_up(app.test_client(), email=PENDING)
    do = getattr(Step(lang), step)
    known, pending, nobody = (seen(app, do, it) for it in (alice.email, PENDING, NOBODY))
    assert known == nobody
    assert pending == nobody


@pytest.mark.parametrize("step", STEPS)
def test_who_asks_too_often_hears_the_same_of_every_address(
    app: Flask, alice: Person, mailbox: Mailbox, step: str
) -> None:
    told = []
    for address in (alice.email, NOBODY):
        limiter.enabled = True
        limiter.reset()
        client, do = app.test_client(), getattr(Step("nl"), step)
        told.append([do(client, address).status_code for _ in range(12)])
    assert told[0] == told[1]
    assert told[0][-1] == 429


@pytest.mark.parametrize("step", ["sign_up", "forgot"])
def test_no_answer_waits_until_its_mail_is_delivered(
    app: Flask, alice: Person, mailbox: Mailbox, step: str
) -> None:
    app.test_client_class = FlaskClient  # ours waits for the mails
    browser = app.test_client()
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    with _held(mailbox):
        assert getattr(Step("nl"), step)(browser, alice.email).status_code == 302
        assert mailbox.mails == []
    app.extensions["post"].wait()
    assert [mail["To"] for mail in mailbox.mails] == [alice.email]


def seen(app: Flask, do: Any, address: str) -> Seen:
    """What `do` gets, which takes a browser and this address."""
    gate: Gate = app.extensions["hashing"]
    before = gate.done
    with _written(app) as writes:
        answer = do(app.test_client(), address)
    headers = [(name, value) for name, value in answer.headers if name != "Date"]
    body = answer.text.replace(address, "")
    return Seen(answer.status_code, headers, body, gate.done - before, len(writes))


@contextmanager
def _written(app: Flask) -> Iterator[list[Any]]:
    writes: list[Any] = []
    with app.app_context():
        engine = db.engine
    note = writes.append
    event.listen(engine, "commit", note)
    yield writes
    event.remove(engine, "commit", note)


@contextmanager
def _held(mailbox: Mailbox) -> Iterator[None]:
    """A mail server that takes its time over every mail, as long as this lasts."""
    free, taken = Event(), mailbox.handle_DATA

    async def slowly(*args: Any) -> str:
        await asyncio.to_thread(free.wait)
        return await taken(*args)

    mailbox.handle_DATA = slowly  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        free.set()
