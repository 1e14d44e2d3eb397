"""Many rows at once: as they were given, all or none, with the errors that SQLAlchemy has."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.people import Person
from webapp.extensions import db
from webapp.rows import add_rows
from webapp.sync.models import Operation

IN_DELHI = timezone(timedelta(hours=5, minutes=30))


def row(user: UUID, **other: Any) -> dict[str, Any]:
    values = {"user_id": user, "op": uuid4(), "code": "ok", "problems": None}
    return values | {"at": datetime(2026, 3, 9, 8, tzinfo=UTC)} | other


def test_rows_come_back_as_they_were_given(app: Flask, alice: Person) -> None:
    given = [
        row(alice.id, problems=b"\x00\\x41\xff"),
        row(alice.id, at=datetime(2026, 3, 9, 13, 30, tzinfo=IN_DELHI)),
    ]
    with app.app_context():
        add_rows(Operation, given)
        db.session.commit()
        read = db.session.execute(select(*Operation.__table__.columns)).mappings()
        assert {one["op"]: dict(one) for one in read} == {one["op"]: one for one in given}


def test_of_rows_with_one_that_is_refused_none_is_added(app: Flask, alice: Person) -> None:
    twice = row(alice.id)
    with app.app_context():
        with pytest.raises(IntegrityError):
            add_rows(Operation, [row(alice.id), twice, twice])
        db.session.rollback()
        assert db.session.scalars(select(Operation.op)).all() == []


def test_what_waits_to_be_written_is_written_first(app: Flask, alice: Person) -> None:
    first = row(alice.id)
    with app.app_context():
        db.session.add(Operation(**first))
        with pytest.raises(IntegrityError):
            add_rows(Operation, [first])


def test_a_time_without_a_zone_is_refused(app: Flask, alice: Person) -> None:
    naive = row(alice.id, at=datetime(2026, 3, 9, 8))  # noqa: DTZ001
    with app.app_context(), pytest.raises(Exception, match="without a zone"):
        add_rows(Operation, [naive])
