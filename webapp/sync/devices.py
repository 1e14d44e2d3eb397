"""The devices of a person as that person knows them: by name, with when each synced last."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from webapp.accounts.keys import open_box, own_box
from webapp.extensions import db
from webapp.rows import rows_gone
from webapp.sync.answers import KnownDevice
from webapp.sync.models import Device
from webapp.tracker.counter import lock_diary

MARKS_LIMIT = 100  # of forgotten devices; the oldest go first


def devices_of(user_id: UUID) -> list[KnownDevice]:
    """Every device that synced and was not forgotten, the one that did so last first."""
    mine = select(Device).where(Device.user_id == user_id, Device.forgotten_at.is_(None))
    rows = db.session.scalars(mine.order_by(Device.seen_at.desc(), Device.device))
    return [KnownDevice(row.device, _name(row), row.seen_at) for row in rows]


def name_device(user_id: UUID, device: UUID, name: str) -> bool:
    """Give a device its name; False when this person has no such device. Holds the diary."""
    lock_diary(user_id)
    row = _known(user_id, device)
    if row is not None:
        row.name = own_box(user_id).seal("device", device, name.encode())
    return row is not None


def forget_device(user_id: UUID, device: UUID, at: datetime) -> bool:
    """Forget a device but for a mark; False when this person has no such device."""
    lock_diary(user_id)
    row = _known(user_id, device)
    if row is None:
        return False
    row.name, row.forgotten_at = None, at
    db.session.flush()
    marks = (Device.user_id == user_id, Device.forgotten_at.is_not(None))
    newest = select(Device.device).where(*marks).order_by(Device.forgotten_at.desc())
    rows_gone(delete(Device).where(*marks, Device.device.not_in(newest.limit(MARKS_LIMIT))))
    return True


def drop_marks(user_id: UUID, before: datetime) -> None:
    """Drop the marks of devices that were forgotten before `before`."""
    rows_gone(delete(Device).where(Device.user_id == user_id, Device.forgotten_at < before))


def _known(user_id: UUID, device: UUID) -> Device | None:
    row = db.session.get(Device, (user_id, device))
    return row if row is not None and row.forgotten_at is None else None


def _name(row: Device) -> str | None:
    if row.name is None:
        return None
    return open_box(row.user_id).open("device", row.device, row.name).decode()
