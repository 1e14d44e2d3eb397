"""A person has one data key, however many of their requests need one at the same moment."""

from __future__ import annotations

import time
from threading import Event
from uuid import uuid4

from flask import Flask

from tests.at_once import at_once
from tests.people import Person
from webapp.accounts.keys import open_box, own_box
from webapp.extensions import db


def test_two_at_once_seal_with_one_key(app: Flask, alice: Person) -> None:
    made, record = Event(), uuid4()

    def seal(first: bool) -> bytes:
        with app.app_context():
            if not first:
                made.wait(timeout=30)
            sealed = own_box(alice.id).seal("test", record, b"hers")
            made.set()
            time.sleep(0.3 if first else 0)
            db.session.commit()
            db.session.remove()
            return sealed

    for sealed in at_once(lambda: seal(True), lambda: seal(False)):
        with app.app_context():
            assert open_box(alice.id).open("test", record, sealed) == b"hers"
