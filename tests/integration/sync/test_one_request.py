"""Several changes in one request: each finds what those before it made of the diary."""

from uuid import uuid4

import pytest
from flask import Flask

from tests.device import Device, cramp, everything_in
from webapp.tracker import diary
from webapp.tracker.history import earlier_of
from webapp.tracker.records import day_id


def test_of_one_record_the_last_state_is_kept(app: Flask, phone: Device, tablet: Device) -> None:
    record = uuid4()
    answer = phone.sync(
        phone.edit(record, cramp(3)),
        phone.edit(record, cramp(4, note="x"), "note"),
        phone.delete(record),
        phone.edit(record, cramp(8), "worst"),
    )
    assert [result["code"] for result in answer["results"]] == ["ok"] * 4
    assert [row["version"] for row in answer["state"]] == [4]
    tablet.sync()
    assert tablet.body(record) == phone.body(record) == cramp(8)
    assert len(everything_in(app)["record"]) == 1


def test_edits_of_two_fields_both_stay(phone: Device, tablet: Device) -> None:
    record = day_id(phone.person.id, "2026-03-09")
    phone.sync(phone.edit(record, {"day": "2026-03-09", "stress": 7}))
    walked = phone.edit(record, {"day": "2026-03-09", "walk_min": 20}, "walk_min")
    slept = phone.edit(record, {"day": "2026-03-09", "sleep_h": 8}, "sleep_h")
    phone.sync(walked, slept)
    tablet.sync()
    whole = {"day": "2026-03-09", "stress": 7, "walk_min": 20, "sleep_h": 8}
    assert tablet.body(record) == whole


def test_a_delete_empties_the_history_of_the_changes_before_it(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(1)))
    tablet.sync()
    tablet.sync(tablet.edit(record, cramp(2), "worst"))
    phone.sync(
        phone.edit(record, cramp(3), "worst"),
        phone.delete(record),
        phone.edit(record, cramp(4)),
        phone.edit(record, cramp(5), "worst"),
    )
    with app.app_context():
        assert earlier_of(phone.person.id, record) == []


def test_a_delete_empties_the_history_of_earlier_requests(
    app: Flask, phone: Device, tablet: Device
) -> None:
    records = [uuid4(), uuid4()]
    phone.sync(*(phone.edit(record, cramp(1)) for record in records))
    tablet.sync()
    tablet.sync(*(tablet.edit(record, cramp(2), "worst") for record in records))
    phone.sync(*(phone.edit(record, cramp(3), "worst") for record in records))
    with app.app_context():
        assert [len(earlier_of(phone.person.id, record)) for record in records] == [1, 1]
    assert phone.codes(phone.delete(records[0])) == ["ok"]
    with app.app_context():
        assert [len(earlier_of(phone.person.id, record)) for record in records] == [0, 1]


def test_the_diary_is_full_within_a_request_too(
    phone: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diary, "RECORDS_LIMIT", 3)
    phone.sync(phone.edit(uuid4(), cramp()))
    second, third, over = (uuid4() for _ in range(3))
    ops = [phone.edit(second, cramp()), phone.edit(third, cramp()), phone.edit(over, cramp())]
    again = phone.edit(third, cramp(9), "worst")
    assert phone.codes(*ops, again) == ["ok", "ok", "bad", "ok"]


def test_a_bad_change_among_others_is_remembered_with_its_problems(phone: Device) -> None:
    ops = [phone.edit(uuid4(), cramp(worst)) for worst in (5, 50, 5)]
    ops[2]["more"] = 1
    first = phone.sync(*ops)["results"]
    assert [result["code"] for result in first] == ["ok", "bad", "bad"]
    assert phone.sync(*ops)["results"] == first


def test_what_comes_again_is_told_as_it_is_and_not_as_a_change(phone: Device) -> None:
    op = phone.edit(uuid4(), cramp(5))
    first = phone.sync(op)
    again = phone.sync(op)
    assert again["state"] == first["state"]
    assert again["changes"] == []
