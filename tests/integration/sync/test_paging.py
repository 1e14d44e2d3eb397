"""What a device lacks comes in pages: every record once, whatever changes meanwhile."""

from uuid import uuid4

import pytest

from tests.device import Device, cramp
from webapp.sync import exchange as exchange_module


def test_pages_bring_every_record_once_and_in_order(
    phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [uuid4() for _ in range(23)]
    phone.sync(*(phone.edit(record, cramp()) for record in records))
    monkeypatch.setattr(exchange_module, "PAGE_LIMIT", 5)
    seen: list[str] = []
    for page in range(1, 6):
        answer = tablet._apply(tablet.send())
        seen += [record["id"] for record in answer["changes"]]
        assert answer["more"] == (page < 5)
    assert seen == [str(record) for record in records]
    assert tablet.cursor == phone.cursor == 23


def test_a_row_that_changes_between_two_pages_is_seen_later(
    phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [uuid4() for _ in range(6)]
    phone.sync(*(phone.edit(record, cramp(5)) for record in records))
    monkeypatch.setattr(exchange_module, "PAGE_LIMIT", 4)
    tablet._apply(tablet.send())
    phone.sync(phone.edit(records[5], cramp(9), "worst"), phone.edit(records[0], cramp(8), "worst"))
    tablet.sync()
    assert tablet.records == phone.records


def test_a_page_is_cut_by_its_size_too(
    phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.sync(*(phone.edit(uuid4(), cramp(note="x" * 1900)) for _ in range(9)))
    monkeypatch.setattr(exchange_module, "PAGE_BYTES", 5_000)
    answer = tablet._apply(tablet.send())
    assert (len(answer["changes"]), answer["more"]) == (2, True)
    tablet.sync()
    assert len(tablet.records) == 9


def test_a_page_holds_at_least_one_record_however_large(
    phone: Device, tablet: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.sync(*(phone.edit(uuid4(), cramp()) for _ in range(3)))
    monkeypatch.setattr(exchange_module, "PAGE_BYTES", 1)
    tablet.sync()
    assert len(tablet.records) == 3
