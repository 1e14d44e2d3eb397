"""Bob never meets what is Alice's, and whoever takes the database reads nothing."""

from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from tests.device import cramp, device_of, everything_in
from tests.people import Person
from webapp.accounts.keys import DataKey
from webapp.config import Settings
from webapp.extensions import db
from webapp.tracker.factors import FACTORS
from webapp.tracker.models import Record, record_of, records_of
from webapp.tracker.records import day_id, profile_id
from webapp.vault import Unsealable


def test_bob_gets_none_of_alices_records(alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    record = uuid4()
    hers.sync(hers.edit(record, cramp(7)))
    answer = his.sync()
    assert answer["changes"] == answer["state"] == []


def test_bob_cannot_read_change_or_delete_by_naming_alices_record(
    app: Flask, alice: Person, bob: Person
) -> None:
    hers, his = device_of(alice), device_of(bob)
    record = uuid4()
    hers.sync(hers.edit(record, cramp(7, note="van Alice")))
    answer = his.sync(his.edit(record, cramp(1), "worst"))
    assert answer["state"][0]["body"] == cramp(1)
    his.sync(his.delete(record))
    hers.sync()
    assert hers.body(record) == cramp(7, note="van Alice")
    with app.app_context():
        assert records_of(bob.id) == []
        assert record_of(alice.id, record) is not None


def test_bob_is_not_answered_for_a_change_that_alice_sent(alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    op = hers.edit(uuid4(), cramp(7))
    hers.sync(op)
    assert his.sync(op)["state"][0]["version"] == 1
    assert his.body(op["id"]) == cramp(7)


def test_the_same_device_id_of_another_person_is_another_device(alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    his.id = hers.id
    hers.sync(*(hers.edit(uuid4(), cramp()) for _ in range(3)))
    assert his.codes(his.edit(uuid4(), cramp())) == ["ok"]


def test_a_row_of_alice_in_bobs_name_does_not_open(app: Flask, alice: Person, bob: Person) -> None:
    hers, his = device_of(alice), device_of(bob)
    one, other = hers.edit(uuid4(), cramp(7)), hers.edit(uuid4(), cramp(2))
    hers.sync(one, other)
    his.sync(his.edit(one["id"], cramp(1)))
    with app.app_context():
        stolen = db.session.scalars(select(Record.sealed).where(Record.version == 1)).first()
        hand = update(Record).where(Record.user_id == bob.id).values(sealed=stolen)
        mine = db.session.scalars(select(Record.sealed).where(Record.user_id == alice.id)).first()
        assert stolen is not None
        db.session.execute(hand.values(sealed=mine))
        with pytest.raises(Unsealable):
            records_of(bob.id)


def test_a_row_put_in_the_place_of_another_does_not_open(app: Flask, alice: Person) -> None:
    hers = device_of(alice)
    hers.sync(hers.edit(uuid4(), cramp(7)), hers.edit(uuid4(), cramp(2)))
    with app.app_context():
        first, second = db.session.scalars(select(Record).order_by(Record.version))
        first.sealed = second.sealed
        db.session.flush()
        with pytest.raises(Unsealable):
            records_of(alice.id)


def test_where_the_key_is_gone_nothing_is_sealed_with_another(app: Flask, alice: Person) -> None:
    hers = device_of(alice)
    record = uuid4()
    hers.sync(hers.edit(record, cramp(7)))
    with app.app_context():
        db.session.execute(delete(DataKey))
        db.session.commit()
    before = everything_in(app)
    assert hers.send(hers.edit(record, cramp(8), "worst")).status_code == 500
    assert everything_in(app) == before


def test_the_database_tells_nothing_about_anybodys_health(
    app: Flask, settings: Settings, alice: Person
) -> None:
    phone, tablet = device_of(alice), device_of(alice)
    record, day = uuid4(), day_id(alice.id, "2026-03-09")
    phone.sync(
        phone.edit(record, cramp(7, note="Zonneklaar na het tillen", feel=["gripping"])),
        phone.edit(day, {"day": "2026-03-09", "alcohol_units": 3, "tired_rushed": True}),
        {**phone.edit(profile_id(alice.id), {"pregnant": True}), "kind": "profile"},
        phone.edit(uuid4(), cramp(5, relief=["hocuspocus"], zones=["low_left"])),
    )
    tablet.sync()
    mine = phone.edit(record, cramp(9, note="Maneschijn", feel=["gripping"]), "note")
    yours = tablet.edit(record, cramp(9, note="Sterrenlicht", feel=["gripping"]), "note")
    phone.sync(mine)
    tablet.sync(yours)
    words = [
        "Zonneklaar", "Maneschijn", "Sterrenlicht", "gripping", "hocuspocus", "low_left",
        "worst", "relief", "pregnant", "2026-03-09", *FACTORS,
    ]  # fmt: skip
    stored = _stored(app, settings)
    assert alice.email.encode() in stored
    assert [word for word in words if word.encode() in stored] == []


def _stored(app: Flask, settings: Settings) -> bytes:
    """All bytes of the database: its files, or of a server the content of every row."""
    if settings.database_url.startswith("sqlite:///"):
        path = Path(settings.database_url.removeprefix("sqlite:///"))
        files = sorted(path.parent.glob(f"{path.name}*"))
        assert f"{path.name}-wal" in [file.name for file in files]
        return b"".join(file.read_bytes() for file in files)
    return repr(everything_in(app)).encode()
