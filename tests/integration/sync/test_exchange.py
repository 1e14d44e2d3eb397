"""Two devices of one person become the same, and nothing is lost or done twice."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from tests.device import Device, cramp, everything_in
from tests.integration.sync.written_over import written_over
from webapp.extensions import db
from webapp.tracker.history import earlier_of
from webapp.tracker.models import Record
from webapp.tracker.records import day_id


def test_a_new_diary_is_empty_and_has_an_epoch(phone: Device) -> None:
    before = datetime.now(UTC)
    answer = phone.sync()
    assert answer["results"] == answer["state"] == answer["changes"] == []
    assert (answer["cursor"], answer["more"]) == (0, False)
    assert answer["epoch"] > 0
    assert before <= datetime.fromisoformat(answer["now"]) <= datetime.now(UTC)


def test_a_cramp_of_the_phone_comes_to_the_tablet(phone: Device, tablet: Device) -> None:
    record = uuid4()
    assert phone.codes(phone.edit(record, cramp(7, note="bij het tillen"))) == ["ok"]
    tablet.sync()
    assert tablet.body(record) == cramp(7, note="bij het tillen")
    assert tablet.records == phone.records


def test_the_answer_holds_the_record_that_was_sent_as_it_is_now(phone: Device) -> None:
    record = uuid4()
    answer = phone.sync(phone.edit(record, cramp(7, zones=["low_left", "upper_left"])))
    assert answer["state"] == [
        {
            "id": str(record),
            "kind": "pain",
            "body": cramp(7, zones=["upper_left", "low_left"]),
            "deleted": False,
            "version": 1,
        }
    ]


def test_what_is_level_brings_nothing_and_writes_nothing(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    before = everything_in(app)
    answer = phone.sync()
    assert (answer["changes"], answer["cursor"]) == ([], 1)
    assert everything_in(app) == before


def test_a_repeated_request_gets_the_same_answer_and_writes_nothing(
    app: Flask, phone: Device
) -> None:
    record = uuid4()
    ops = [phone.edit(record, cramp()), phone.edit(uuid4(), cramp(99)), phone.delete(record)]
    first = phone.send(*ops).get_json()
    before = everything_in(app)
    second = phone.send(*ops).get_json()
    assert first["results"] == second["results"]
    assert [result["code"] for result in first["results"]] == ["ok", "bad", "ok"]
    assert first["cursor"] == second["cursor"]
    assert everything_in(app) == before


def test_a_change_twice_in_one_request_is_done_once(app: Flask, phone: Device) -> None:
    op = phone.edit(uuid4(), cramp())
    answer = phone.sync(op, op)
    assert [result["code"] for result in answer["results"]] == ["ok", "ok"]
    assert answer["cursor"] == 1


def test_an_old_request_that_arrives_late_overwrites_nothing(phone: Device) -> None:
    record = uuid4()
    old = phone.edit(record, cramp(3))
    phone.sync(old)
    phone.sync(phone.edit(record, cramp(8), "worst"))
    late = phone.send(old).get_json()
    assert late["state"][0]["body"] == cramp(8)


def test_edits_of_different_fields_both_stay(app: Flask, phone: Device, tablet: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    tablet.sync()
    worse = phone.edit(record, cramp(9), "worst")
    noted = tablet.edit(record, cramp(5, note="na het werk"), "note")
    assert phone.codes(worse) == tablet.codes(noted) == ["ok"]
    phone.sync()
    assert phone.body(record) == tablet.body(record) == cramp(9, note="na het werk")
    with app.app_context():
        assert earlier_of(phone.person.id, record) == []


def test_of_the_same_field_the_later_arrival_wins_and_the_other_is_history(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = written_over(phone, tablet)
    phone.sync()
    assert phone.body(record) == tablet.body(record) == cramp(2)
    with app.app_context():
        [earlier] = earlier_of(phone.person.id, record)
    assert (earlier.field, earlier.value, earlier.version) == ("worst", 9, 3)


def test_what_a_device_wrote_itself_it_has_seen_and_is_no_history(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    tablet.sync()
    tablet.sync(tablet.edit(record, cramp(2), "worst"))
    phone.sync(*(phone.edit(record, cramp(worst), "worst") for worst in (7, 8, 9)))
    with app.app_context():
        assert [one.value for one in earlier_of(phone.person.id, record)] == [2]


def test_both_devices_begin_the_same_day_and_it_is_one_record(
    phone: Device, tablet: Device
) -> None:
    record = day_id(phone.person.id, "2026-03-09")
    phone.sync(phone.edit(record, {"day": "2026-03-09", "sleep_h": 6.5}))
    tablet.sync(tablet.edit(record, {"day": "2026-03-09", "stress": 7}))
    phone.sync()
    assert phone.body(record) == tablet.body(record)
    assert phone.body(record) == {"day": "2026-03-09", "sleep_h": 6.5, "stress": 7}
    assert len(phone.records) == 1


def test_a_delete_against_an_unseen_edit_is_kept(phone: Device, tablet: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    tablet.sync()
    removal = tablet.delete(record)
    phone.sync(phone.edit(record, cramp(9), "worst"))
    assert tablet.codes(removal) == ["kept"]
    assert tablet.body(record) == phone.body(record) == cramp(9)


def test_an_edit_against_an_unseen_delete_brings_the_record_back(
    phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5, note="a")))
    tablet.sync()
    revived = tablet.edit(record, cramp(6, note="a"), "worst")
    phone.sync(phone.delete(record))
    tablet.sync(revived)
    phone.sync()
    assert phone.body(record) == tablet.body(record) == cramp(6, note="a")


def test_a_deleted_record_is_emptied_at_once_with_its_history(
    app: Flask, phone: Device, tablet: Device
) -> None:
    record = written_over(phone, tablet)
    assert tablet.codes(tablet.delete(record)) == ["ok"]
    phone.sync()
    assert phone.records[str(record)]["body"] == {}
    assert phone.records[str(record)]["deleted"] is True
    rows = everything_in(app)
    assert rows["earlier"] == []
    assert "None" in rows["record"][0]


def test_edit_delete_and_write_again_before_the_first_send_ends_as_one_record(
    phone: Device, tablet: Device
) -> None:
    record = uuid4()
    ops = [
        phone.edit(record, cramp(5)),
        phone.delete(record),
        phone.edit(record, cramp(7, note="toch")),
    ]
    assert phone.codes(*ops) == ["ok", "ok", "ok"]
    tablet.sync()
    assert tablet.body(record) == cramp(7, note="toch")


def test_one_bad_change_among_a_hundred_stops_no_other(phone: Device, tablet: Device) -> None:
    records = [uuid4() for _ in range(100)]
    ops = [phone.edit(record, cramp(5)) for record in records]
    ops[41]["body"] = {"mood": "low", **cramp(11)}
    answer = phone.sync(*ops)
    bad = answer["results"].pop(41)
    assert bad["problems"] == [
        {"field": "mood", "code": "unknown_field"},
        {"field": "worst", "code": "out_of_range"},
    ]
    assert {result["code"] for result in answer["results"]} == {"ok"}
    assert len(answer["state"]) == 99
    tablet.sync()
    assert len(tablet.records) == 99


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"body": [1]}, "op"),
    ({"body": None}, "body"),
    ({"kind": "weather"}, "kind"),
    ({"kind": "day"}, "day"),
    ({"base": 1_000}, "base"),
    ({"fields": ["worst", "mood"]}, "mood"),
    ({"was": 1_000}, "was"),
    ({"seen": [[0, 1_000]]}, "seen"),
    ({"seen": [[0, 1, 2]]}, "op"),
    ({"seen": [[0, -1]]}, "op"),
    ({"seen": [[0, 0]] * 101}, "op"),
    ({"more": 3}, "op"),
    ({"body": {"day": "2026-03-09"}, "kind": "day", "fields": ["day"]}, "id"),
    ({"body": {}, "kind": "profile", "fields": []}, "id"),
]


@pytest.mark.parametrize(("wrong", "field"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_change_that_cannot_be_is_refused_with_its_field(
    phone: Device, wrong: dict[str, Any], field: str
) -> None:
    answer = phone.sync({**phone.edit(uuid4(), cramp()), **wrong}, phone.edit(uuid4(), cramp()))
    bad, good = answer["results"]
    assert good["code"] == "ok"
    assert bad["code"] == "bad"
    assert field in [problem["field"] for problem in bad["problems"]]


@pytest.mark.parametrize("taken", [1, 3, 4])
def test_a_change_that_the_database_refuses_is_undone_alone(
    app: Flask, phone: Device, tablet: Device, taken: int
) -> None:
    with app.app_context():
        # The version of one change to come is taken, by a row that no device has met.
        row = Record(user_id=phone.person.id, id=uuid4(), kind="pain", version=taken, deleted=True)
        db.session.add(row)
        db.session.commit()
    answer = phone.sync(*(phone.edit(uuid4(), cramp(version)) for version in range(1, 5)))
    codes = {worst: result["code"] for worst, result in enumerate(answer["results"], 1)}
    good = {1, 2, 3, 4} - {taken}
    assert codes == {taken: "bad"} | dict.fromkeys(good, "ok")
    assert answer["results"][taken - 1]["problems"] == [{"field": "op", "code": "not_stored"}]
    tablet.sync()
    stored = [row["body"]["worst"] for row in tablet.records.values() if not row["deleted"]]
    assert set(stored) == good


def test_half_an_emoji_in_a_note_does_not_stop_the_queue(phone: Device) -> None:
    record = uuid4()
    assert phone.codes(phone.edit(record, cramp(note="au \ud83d"))) == ["ok"]
    assert phone.body(record) == cramp(note="au ?")


def test_a_record_cannot_become_another_kind(phone: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp()))
    answer = phone.sync(phone.delete(record, kind="day"))
    assert answer["results"][0]["problems"] == [{"field": "kind", "code": "wrong_kind"}]
    assert phone.body(record) == cramp()
