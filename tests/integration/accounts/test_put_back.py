"""Putting an address back: whatever way in somebody made ends, and codes from before stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.test_change_address import link_to, moved
from tests.people import Person
from webapp.accounts.codes.models import OneTimeCodes, RecoveryCode, replace_recovery_codes
from webapp.accounts.passkeys.models import Passkey
from webapp.extensions import db


def make_ways_in(app: Flask, person: Person, since: datetime) -> None:
    """A passkey, one-time codes and recovery codes, of this moment."""
    with app.app_context():
        key = {"credential_id": uuid4().bytes, "public_key": b"k", "sign_count": 0, "name": b"n"}
        db.session.add(Passkey(user_id=person.id, made_at=since, used_at=None, **key))
        db.session.add(OneTimeCodes(user_id=person.id, secret=b"s", since=since))
        replace_recovery_codes(person.id, since)
        db.session.commit()


def ways_in(app: Flask) -> list[int]:
    """How many there are of each, of everybody."""
    with app.app_context():
        tables = (Passkey, OneTimeCodes, RecoveryCode)
        return [db.session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


@pytest.mark.parametrize(
    ("before", "left"), [(timedelta(0), [1, 1, 10]), (timedelta(days=3), [1, 2, 20])]
)
def test_what_a_thief_made_goes_and_what_was_there_long_before_stays(
    app: Flask,
    alice: Person,
    bob: Person,
    client: FlaskClient,
    mailbox: Mailbox,
    before: timedelta,
    left: list[int],
) -> None:
    make_ways_in(app, alice, datetime.now(UTC) - before)
    make_ways_in(app, bob, datetime.now(UTC))
    moved(alice, mailbox)
    assert ways_in(app) == [2, 2, 20]
    assert client.post(link_to(mailbox, alice.email)).status_code == 303
    assert ways_in(app) == left
