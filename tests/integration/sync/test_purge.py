"""What sync remembers goes after its time, and whoever was away for longer loses nothing by it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.device import Device, cramp, everything_in
from tests.integration.sync.written_over import written_over
from webapp.extensions import db
from webapp.sync import ages
from webapp.sync import exchange as exchange_module
from webapp.sync.ages import EARLIER, OPERATIONS, TOMBSTONES
from webapp.sync.purge import Purged, purge
from webapp.tracker.history import earlier_of

A_DAY = timedelta(days=1)


def purge_after(app: Flask, device: Device, age: timedelta) -> Purged:
    """Purge as it would be done so long after now."""
    with app.app_context():
        gone = purge(device.person.id, datetime.now(UTC) + age)
        db.session.commit()
    return gone


def delete_one_of(phone: Device, count: int) -> UUID:
    """Make so many entries and delete the first of them."""
    records = [uuid4() for _ in range(count)]
    phone.sync(*(phone.edit(record, cramp()) for record in records))
    phone.sync(phone.delete(records[0]))
    return records[0]


def test_nothing_goes_before_its_time(app: Flask, phone: Device) -> None:
    delete_one_of(phone, 2)
    before = everything_in(app)
    assert purge_after(app, phone, min(OPERATIONS, TOMBSTONES) - A_DAY) == (0, 0, 0)
    assert everything_in(app) == before


def test_living_entries_stay_for_ever(app: Flask, phone: Device, tablet: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(7)))
    purge_after(app, phone, 100 * OPERATIONS)
    tablet.sync()
    assert tablet.body(record) == cramp(7)


def test_a_deleted_entry_is_collected_and_raises_the_floor(app: Flask, phone: Device) -> None:
    delete_one_of(phone, 2)
    assert purge_after(app, phone, TOMBSTONES + A_DAY).tombstones == 1
    assert len(everything_in(app)["record"]) == 1
    assert phone.send().get_json()["floor"] == 3


def test_a_device_that_saw_the_delete_goes_on_as_before(app: Flask, phone: Device) -> None:
    delete_one_of(phone, 2)
    purge_after(app, phone, TOMBSTONES + A_DAY)
    assert phone.codes(phone.edit(uuid4(), cramp())) == ["ok"]


def test_a_device_that_missed_the_delete_must_pull_anew(
    app: Flask, phone: Device, tablet: Device
) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    tablet.sync()
    delete_one_of(phone, 2)
    purge_after(app, phone, TOMBSTONES + A_DAY)
    waiting = tablet.edit(uuid4(), cramp(3))
    before = everything_in(app)
    answer = tablet.send(waiting)
    assert answer.status_code == 410
    assert answer.get_json()["error"]["code"] == "resync"
    assert everything_in(app) == before
    tablet.cursor, tablet.records = 0, {}
    assert tablet.codes(waiting) == ["ok"]
    phone.sync()
    assert tablet.records == {key: row for key, row in phone.records.items() if not row["deleted"]}


def test_a_new_pull_in_pages_below_the_floor_comes_to_its_end(
    app: Flask, phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete_one_of(phone, 9)
    purge_after(app, phone, TOMBSTONES + A_DAY)
    monkeypatch.setattr(exchange_module, "PAGE_LIMIT", 2)
    tablet.pull_anew()
    assert len(tablet.records) == 8


def test_a_new_pull_begins_again_when_something_is_collected_between_its_pages(
    app: Flask, phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [uuid4() for _ in range(6)]
    phone.sync(*(phone.edit(record, cramp()) for record in records))
    monkeypatch.setattr(exchange_module, "PAGE_LIMIT", 2)
    first = tablet.send(fresh=True).get_json()
    assert str(records[0]) in [record["id"] for record in first["changes"]]
    phone.sync(phone.delete(records[0]))
    purge_after(app, phone, TOMBSTONES + A_DAY)
    tablet.epoch, tablet.cursor, tablet.floor = first["epoch"], first["cursor"], first["floor"]
    assert tablet.send(fresh=True).status_code == 410
    tablet.pull_anew()
    assert sorted(tablet.records) == sorted(str(record) for record in records[1:])


def test_answers_and_earlier_values_go_after_their_own_time(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = written_over(phone, tablet)
    assert purge_after(app, phone, EARLIER + A_DAY) == (0, 0, 1)
    with app.app_context():
        assert earlier_of(phone.person.id, record) == []
    assert purge_after(app, phone, OPERATIONS + A_DAY) == (3, 0, 0)
    assert everything_in(app)["operation"] == []


def test_what_is_bobs_stays_when_alices_is_purged(
    app: Flask, phone: Device, bob_phone: Device
) -> None:
    delete_one_of(bob_phone, 2)
    before = everything_in(app)
    assert purge_after(app, phone, 2 * OPERATIONS) == (0, 0, 0)
    after = everything_in(app)
    assert (after["record"], after["operation"]) == (before["record"], before["operation"])


def test_the_command_purges_everybody(
    app: Flask, phone: Device, bob_phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete_one_of(phone, 2)
    delete_one_of(bob_phone, 2)
    monkeypatch.setattr(ages, "TOMBSTONES", -A_DAY)
    monkeypatch.setattr(ages, "OPERATIONS", -A_DAY)
    answer = app.test_cli_runner().invoke(args=["purge"])
    assert "      6  answered changes\n      2  traces of deleted entries\n" in answer.output
    assert len(everything_in(app)["record"]) == 2
