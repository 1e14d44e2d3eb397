"""Where a cramp was: what two devices mark both stays, and an older app takes nothing away."""

from uuid import uuid4

from tests.device import Device, cramp
from webapp.zones import marked


def test_two_devices_that_mark_different_places_both_keep_theirs(
    phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp()))
    tablet.sync()
    left = cramp(zones=["low_left"], at_low_left=2)
    right = cramp(zones=["low_right"], at_low_right=0, at_foot_right=3)
    phone.sync(phone.edit(record, left, "zones", "at_low_left"))
    tablet.sync(tablet.edit(record, right, "zones", "at_low_right", "at_foot_right"))
    phone.sync()
    body = phone.body(record)
    assert body == tablet.body(record) is not None
    assert marked(body or {}) == {"low_left": 2, "low_right": 0, "foot_right": 3}


def test_a_place_that_another_device_made_stronger_unseen_is_a_place(
    phone: Device, tablet: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(zones=["low_left"], at_low_left=0)))
    tablet.sync()
    phone.sync(phone.edit(record, cramp(), "zones", "at_low_left"))
    stronger = cramp(zones=["low_left"], at_low_left=3)
    tablet.sync(tablet.edit(record, stronger, "at_low_left"))
    assert "zones" not in (tablet.body(record) or {})
    assert marked(tablet.body(record) or {}) == {"low_left": 3}


def test_the_form_of_an_older_app_leaves_what_it_does_not_know(phone: Device) -> None:
    record = uuid4()
    body = cramp(zones=["low_left"], at_low_left=2, at_calf_left=1, note="x")
    phone.sync(phone.edit(record, body))
    old = cramp(8, zones=["low_left"])
    fields = ("worst", "note", "at_low_left", "at_calf_left")
    answer = phone.send(phone.edit(record, old, *fields), schema=1).get_json()
    assert [result["code"] for result in answer["results"]] == ["ok"]
    assert answer["state"][0]["body"] == old | {"at_low_left": 2, "at_calf_left": 1}
