"""A backup of the whole database that is put back, and devices that bring what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Table, delete, insert, select

from tests.device import Device, Json
from webapp.extensions import db

Rows = list[tuple[Table, list[Any]]]


@contextmanager
def a_backup_put_back(app: Flask) -> Iterator[None]:
    """What happens inside is lost, as when the backup of its beginning is put back after it."""
    with app.app_context():
        backup = rows(app)
    yield
    with app.app_context():
        put_back(backup)
    new_epoch(app)


def rows(app: Flask) -> Rows:
    tables = db.metadata.sorted_tables
    return [(table, list(db.session.execute(select(table)).mappings())) for table in tables]


def put_back(backup: Rows) -> None:
    for table, _ in reversed(backup):
        db.session.execute(delete(table))
    for table, kept in backup:
        if kept:
            db.session.execute(insert(table), [dict(row) for row in kept])
    db.session.commit()


def new_epoch(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["new-epoch"])
    assert answer.exit_code == 0, answer.output


def told(device: Device) -> Json:
    """What a device is told that comes with its old epoch."""
    answer = device.send()
    assert answer.status_code == 409
    error: Json = answer.get_json()["error"]
    assert error["code"] == "epoch"
    return error


def heal(device: Device) -> list[str]:
    """Pull everything anew and offer what was lost, as a device does; what became of it."""
    held = dict(device.records)
    error = told(device)
    device.epoch = error["epoch"]
    device.pull_anew()
    lost = [row for row in held.values() if row["version"] > error["lost_from"]]
    return device.codes(*(offer(device, row) for row in lost))


def offer(device: Device, held: Json) -> Json:
    gone = held["deleted"]
    make = (
        device.delete(held["id"], held["kind"]) if gone else device.edit(held["id"], held["body"])
    )
    seen = {"seen": held["seen"]} if "seen" in held else {}
    return {**make, "kind": held["kind"], "base": held["version"], "was": held["version"], **seen}
