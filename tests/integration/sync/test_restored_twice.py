"""After a second restore a delete still takes what its person had seen, and nothing else."""

from __future__ import annotations

from uuid import uuid4

from flask import Flask

from tests.device import Device, cramp
from tests.integration.sync.backups import heal, new_epoch, put_back, rows


def test_what_was_shown_and_deleted_after_one_restore_stays_deleted_after_another(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    with app.app_context():
        oldest = rows(app)
    phone.sync(phone.edit(record, cramp()))
    tablet.sync()
    with app.app_context():
        put_back(oldest)
    new_epoch(app)
    heal(phone)  # and shows it to its person, who deletes it
    held = phone.records[str(record)]
    assert [first for first, _ in held["seen"]] == [0, held["version"] - 1]
    assert phone.codes({**phone.delete(record), "seen": held["seen"]}) == ["ok"]
    with app.app_context():
        put_back(oldest)
    new_epoch(app)
    assert heal(tablet) == ["ok"]
    assert heal(phone) == ["ok"]
    tablet.sync()
    assert tablet.records[str(record)]["deleted"]


def test_a_delete_takes_nothing_of_a_newer_backup_than_its_epoch_began_at(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    with app.app_context():
        oldest = rows(app)
    phone.sync(phone.edit(record, cramp(9)))
    with app.app_context():
        newer = rows(app)
        put_back(oldest)
    new_epoch(app)
    tablet.pull_anew()
    tablet.sync(tablet.edit(record, cramp(1)))
    seen = tablet.records[str(record)]["seen"]
    assert tablet.codes({**tablet.delete(record), "seen": seen}) == ["ok"]
    with app.app_context():
        put_back(newer)
    new_epoch(app)
    assert heal(tablet) == ["kept"]
    assert tablet.records[str(record)]["body"] == cramp(9)
