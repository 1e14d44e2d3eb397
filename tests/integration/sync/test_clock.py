"""The server's clock is wrong or is set back: no order depends on it."""

from datetime import UTC, datetime, timedelta, tzinfo
from uuid import uuid4

import pytest

from tests.device import Device, cramp
from webapp.sync import views


def set_clock(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """The server's clock is so far from the true time."""

    class Wrong:
        def now(self, _zone: tzinfo) -> datetime:
            return datetime.now(UTC) + by

    monkeypatch.setattr(views, "datetime", Wrong())


@pytest.mark.parametrize("by", [timedelta(hours=-1), timedelta(days=3650)])
def test_a_wrong_clock_leaves_the_order_as_it_was(
    phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch, by: timedelta
) -> None:
    record, removed = uuid4(), uuid4()
    first = [phone.edit(record, cramp(3)), phone.edit(removed, cramp(3))]
    phone.sync(*first)
    tablet.sync()
    set_clock(monkeypatch, by)
    later = [tablet.edit(record, cramp(7), "worst"), tablet.delete(removed)]
    assert tablet.codes(*later) == ["ok", "ok"]
    monkeypatch.undo()
    assert phone.codes(*first, phone.edit(record, cramp(3, note="n"), "note")) == ["ok"] * 3
    tablet.sync()
    assert phone.body(record) == tablet.body(record) == cramp(7, note="n")
    assert phone.body(removed) is None
    assert phone.records == tablet.records
    assert sorted(each["version"] for each in phone.records.values()) == [4, 5]
