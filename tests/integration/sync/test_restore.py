"""After a backup was put back devices bring what it lacks, each thing in its own place."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask

from tests.device import Device, cramp, device_of, everything_in
from tests.integration.sync.backups import (
    a_backup_put_back,
    heal,
    new_epoch,
    offer,
    put_back,
    rows,
    told,
)
from tests.people import Person
from webapp.extensions import db
from webapp.tracker.counter import JUMP, begin_epoch
from webapp.tracker.history import earlier_of


def test_a_new_epoch_tells_from_where_something_may_be_lost(app: Flask, phone: Device) -> None:
    phone.sync(*(phone.edit(uuid4(), cramp()) for _ in range(3)))
    epoch = phone.epoch
    new_epoch(app)
    error = told(phone)
    assert error["lost_from"] == 3
    assert error["epoch"] != epoch


def test_new_versions_jump_past_every_lost_one(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    before = int(datetime.now(UTC).timestamp() * 1000)
    new_epoch(app)
    phone.epoch = told(phone)["epoch"]
    phone.pull_anew()
    assert phone.cursor >= max(1 + JUMP, before)


def test_an_older_backup_put_back_later_still_jumps_further(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    with app.app_context():
        oldest = rows(app)
    new_epoch(app)
    heal(phone)
    phone.sync(phone.edit(uuid4(), cramp()))
    last_of_the_first = phone.cursor
    with app.app_context():
        put_back(oldest)
    new_epoch(app)
    heal(phone)
    assert min(row["version"] for row in phone.records.values() if row["version"] > JUMP) > (
        last_of_the_first
    )


def test_what_was_lost_comes_back(app: Flask, phone: Device, tablet: Device) -> None:
    kept, edited, removed, made = (uuid4() for _ in range(4))
    phone.sync(*(phone.edit(record, cramp(5)) for record in (kept, edited, removed)))
    with a_backup_put_back(app):
        phone.sync(
            phone.edit(edited, cramp(8), "worst"),
            phone.delete(removed),
            phone.edit(made, cramp(3, note="nieuw")),
        )
    assert heal(phone) == ["ok", "ok", "ok"]
    tablet.sync()
    assert tablet.body(kept) == cramp(5)
    assert tablet.body(edited) == cramp(8)
    assert tablet.body(removed) is None
    assert tablet.body(made) == cramp(3, note="nieuw")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_newest_lost_state_wins_whoever_comes_first(
    app: Flask, phone: Device, tablet: Device, order: tuple[int, int]
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5, note="x")))
    with a_backup_put_back(app):
        phone.sync(phone.edit(record, cramp(6, note="y"), "worst", "note"))
        tablet.sync()
        tablet.sync(tablet.edit(record, cramp(7, note="y"), "worst"))
    for device in [(phone, tablet)[one] for one in order]:
        heal(device)
    phone.sync()
    tablet.sync()
    assert phone.body(record) == tablet.body(record) == cramp(7, note="y")


def test_a_lost_edit_that_came_after_a_lost_delete_brings_the_record_back(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(1)))
    tablet.sync()
    with a_backup_put_back(app):
        phone.sync(phone.delete(record))
        tablet.sync(tablet.edit(record, cramp(3), "worst"))
    assert heal(phone) == ["ok"]
    assert phone.body(record) is None
    assert heal(tablet) == ["ok"]
    phone.sync()
    assert phone.body(record) == tablet.body(record) == cramp(3)


def test_what_was_changed_after_the_restore_wins_and_the_rest_is_history(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    with a_backup_put_back(app):
        phone.sync(phone.edit(record, cramp(9, note="verloren"), "worst", "note"))
    tablet.sync()
    tablet.sync(tablet.edit(record, cramp(2), "worst"))
    heal(phone)
    tablet.sync()
    assert phone.body(record) == tablet.body(record) == cramp(2, note="verloren")
    with app.app_context():
        assert [one.value for one in earlier_of(phone.person.id, record)] == [9]


def test_an_offer_that_comes_twice_is_taken_once(app: Flask, phone: Device) -> None:
    with a_backup_put_back(app):
        phone.sync(phone.edit(uuid4(), cramp(9)))
    [held] = phone.records.values()
    phone.epoch = told(phone)["epoch"]
    phone.pull_anew()
    op = offer(phone, held)
    phone.sync(op)
    before = everything_in(app)
    assert phone.codes(op) == ["ok"]
    assert everything_in(app) == before


def test_a_diary_that_began_after_the_backup_comes_back_whole(app: Flask, alice: Person) -> None:
    phone = device_of(alice)
    with a_backup_put_back(app):
        phone.sync(*(phone.edit(uuid4(), cramp(worst)) for worst in range(5)))
    assert heal(phone) == ["ok"] * 5
    assert sorted(row["body"]["worst"] for row in phone.records.values()) == [0, 1, 2, 3, 4]


def test_restored_twice_a_device_that_slept_through_the_first_brings_what_it_lost(
    app: Flask, phone: Device, tablet: Device
) -> None:
    early, late = uuid4(), uuid4()
    phone.sync(phone.edit(early, cramp(1)))
    with a_backup_put_back(app):
        phone.sync(phone.edit(early, cramp(4), "worst"))
    tablet.sync()
    with a_backup_put_back(app):
        tablet.sync(tablet.edit(late, cramp(6)))
    assert told(phone)["lost_from"] == 1
    assert told(tablet)["lost_from"] > JUMP
    heal(tablet)
    heal(phone)
    tablet.sync()
    assert (tablet.body(early), tablet.body(late)) == (cramp(4), cramp(6))
    assert phone.records == tablet.records


def test_a_device_of_an_epoch_that_was_lost_whole_brings_everything_that_may_be_lost(
    app: Flask, phone: Device
) -> None:
    records = [uuid4(), uuid4()]
    phone.sync(phone.edit(records[0], cramp(1)))
    with app.app_context():
        oldest = rows(app)
    new_epoch(app)
    heal(phone)
    phone.sync(phone.edit(records[1], cramp(2)))
    with app.app_context():
        put_back(oldest)
    new_epoch(app)
    assert told(phone)["lost_from"] == 1
    assert heal(phone) == ["ok"]
    assert (phone.body(records[0]), phone.body(records[1])) == (cramp(1), cramp(2))


def test_with_a_clock_behind_the_restore_before_an_offer_is_refused_and_can_be_sent_anew(
    app: Flask, phone: Device, tablet: Device
) -> None:
    early, late = uuid4(), uuid4()
    phone.sync(phone.edit(early, cramp(1)))
    with app.app_context():
        oldest = rows(app)
    new_epoch(app)
    heal(phone)
    phone.sync(phone.edit(late, cramp(6)))
    with app.app_context():
        put_back(oldest)
        begin_epoch(phone.person.id, datetime(2020, 1, 1, tzinfo=UTC))
        db.session.commit()
    assert heal(phone) == ["bad"]
    tablet.sync()
    assert phone.body(late) is None
    assert phone.records == tablet.records
    assert phone.codes(phone.edit(late, cramp(6))) == ["ok"]
    tablet.sync()
    assert (tablet.body(early), tablet.body(late)) == (cramp(1), cramp(6))


def test_an_offer_from_the_future_is_refused(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    bad = {**phone.edit(uuid4(), cramp()), "was": phone.cursor + 1}
    [result] = phone.sync(bad)["results"]
    assert result["problems"] == [{"field": "was", "code": "out_of_range"}]


def test_what_is_bobs_is_healed_by_bob_alone(app: Flask, phone: Device, bob_phone: Device) -> None:
    record = uuid4()
    with a_backup_put_back(app):
        bob_phone.sync(bob_phone.edit(record, cramp(9)))
        phone.sync(phone.edit(uuid4(), cramp(1)))
    heal(phone)
    assert str(record) not in phone.records
    heal(bob_phone)
    assert bob_phone.body(record) == cramp(9)
